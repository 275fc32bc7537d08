"""Who tells of the changes of an act: its notes, the changing act itself, or one of them alone."""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.pipeline.queries import all_questions
from biliktilik.pipeline.store.acts import ActHead
from biliktilik.pipeline.store.database import Reader


@dataclass(frozen=True, slots=True)
class Witnessed:
    """One change: by which act, of which unit (None: the act), on which day or days, and what the witnesses say."""

    changing_act: str
    scope: str | None
    note: bool
    amending_act: bool
    wording: bool
    first_day: str | None
    last_day: str | None
    verdict: str

    def line(self) -> str:
        """The change in one line."""
        told = [name for name, tells in (("a note", self.note), ("the changing act", self.amending_act)) if tells]
        days = " or ".join(dict.fromkeys(day for day in (self.first_day, self.last_day) if day)) or "day not known"
        wording = "" if self.scope is None else f"; new wording {'at hand' if self.wording else 'not at hand'}"
        what = self.scope or "the act"
        return (
            f"changed by № {self.changing_act}: {what}, {days}; told by {' and '.join(told)}; {self.verdict}{wording}"
        )


def read_witnesses(reader: Reader, act: ActHead) -> list[Witnessed]:
    """The changes of an act that any text tells of, in the order of the named question ``witnesses``."""
    answer = reader.ask(all_questions()["witnesses"].sql, {"act": act.act_uri})
    return [
        Witnessed(
            str(row["changing_act"]),
            str(row["scope"]) if row["scope"] else None,
            bool(row["note"]),
            bool(row["amending_act"]),
            bool(row["wording"]),
            str(row["first_day"]) if row["first_day"] else None,
            str(row["last_day"]) if row["last_day"] else None,
            str(row["verdict"]),
        )
        for row in answer.records()
    ]
