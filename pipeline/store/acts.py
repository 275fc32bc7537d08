"""Finding the act that a user means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.database import Reader

_DASHES: Final = re.compile(r"[‐‑‒–—−]")


@dataclass(frozen=True, slots=True)
class ActHead:
    """What the head of an act says; dates are ISO, None where the sources do not say."""

    act_uri: str
    number: str | None
    also_numbered: str | None
    adopted_on: str | None
    title_kk: str | None
    title_ru: str | None
    in_force_from: str | None
    in_force_from_basis: str | None
    in_force_to: str | None
    in_force_to_basis: str | None
    text_known: str

    @property
    def names(self) -> tuple[str, ...]:
        """Everything by which a user may call the act, folded."""
        numbers = [self.number or "", *(self.also_numbered or "").split(",")]
        return tuple(fold(name) for name in (self.act_uri, *numbers) if name.strip())


def fold(name: str) -> str:
    """A number or URI as it is compared: lower case, plain hyphens, no blanks and no number sign."""
    return _DASHES.sub("-", name.lower()).replace("№", "").replace(" ", "").strip()


def find_act(reader: Reader, printed: str) -> ActHead:
    """The act with this number or URI; BiliktilikError when there is none, or more than one.

    Of several acts with one number, the only one whose wording is known at least in part is meant.
    """
    acts = _all_acts(reader)
    named = [act for act in acts if fold(printed) in act.names]
    with_text = [act for act in named if act.text_known != "none"]
    if len(with_text or named) == 1:
        return (with_text or named)[0]
    raise _ambiguous(printed, with_text or named) if named else _unknown(printed, acts)


def _all_acts(reader: Reader) -> list[ActHead]:
    columns = ", ".join(ActHead.__dataclass_fields__)
    answer = reader.ask(f"SELECT {columns} FROM v_acts ORDER BY act_uri")
    return [ActHead(**record) for record in answer.records()]  # type: ignore[arg-type]


def _ambiguous(printed: str, acts: list[ActHead]) -> BiliktilikError:
    listed = ", ".join(act.act_uri for act in acts)
    return BiliktilikError(
        what=f"several acts are called {printed!r}", why=f"it may be {listed}", remedy="name the act by its URI"
    )


def _unknown(printed: str, acts: list[ActHead]) -> BiliktilikError:
    names = [name for act in acts for name in act.names]
    close = get_close_matches(fold(printed), names, n=3, cutoff=0.4)
    with_text = [act.number or act.act_uri for act in acts if act.text_known != "none"]
    remedy = f"did you mean {', '.join(close)}?" if close else f"acts with a text: {', '.join(with_text) or 'none'}"
    why = "no number or URI in v_acts matches"
    return BiliktilikError(what=f"no act is called {printed!r}", why=why, remedy=remedy)
