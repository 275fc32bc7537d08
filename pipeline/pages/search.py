"""The search page: what was found for the words of a user, and the ways to narrow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.search import Hit, SearchAnswer, Tally, find
from biliktilik.pipeline.store.database import Reader

HITS_PER_PAGE: Final = 20


@dataclass(frozen=True, slots=True)
class FoundAct:
    """An act that a passage belongs to; a number or title that nobody states is None."""

    act_uri: str
    number: str | None
    title_kk: str | None
    title_ru: str | None
    text_known: str

    @property
    def cited_only(self) -> bool:
        """Whether no wording of the act is at hand: other acts only mention it."""
        return self.text_known == "none"


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A hit and its act; None where the source does not say which it is."""

    hit: Hit
    act: FoundAct | None

    @property
    def named_by_itself(self) -> bool:
        """Whether the passage is a title: its excerpt is all that there is to show."""
        return self.hit.kind in ("act", "position", "card", "heading")

    @property
    def on(self) -> str | None:
        """A day on which the wording was in force, for one that no longer is."""
        return self.hit.valid_from if self.hit.valid_to else None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that the passages can be narrowed to, how many would be left, and the act where it is one."""

    value: str
    count: int
    act: FoundAct | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """What was typed and chosen, and one page of what that finds; ``readable``: it holds a letter or digit."""

    typed: str
    language: str | None
    kind: str | None
    act: str | None
    readable: bool
    total: int
    unfiltered: int
    page: int
    pages: int
    found: tuple[FoundPassage, ...]
    languages: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    acts: tuple[Choice, ...]

    @property
    def first(self) -> int:
        """Number of the first passage on the page."""
        return self.found[0].hit.rank if self.found else 0

    @property
    def last(self) -> int:
        """Number of the last passage on the page."""
        return self.found[-1].hit.rank if self.found else 0


def read_search(
    reader: Reader,
    typed: str,
    *,
    language: str | None = None,
    kind: str | None = None,
    act: str | None = None,
    page: int = 1,
) -> Search:
    """What is found for ``typed``, narrowed by the language of the text, its kind, its act (a URI).

    ``page`` counts from 1; beyond the last page the last one is meant.
    """

    def read(number: int) -> SearchAnswer:
        offset = (number - 1) * HITS_PER_PAGE
        return find(reader, typed, language=language, act=act, kind=kind, limit=HITS_PER_PAGE, offset=offset)

    number = max(page, 1)
    answer = read(number)
    pages = -(-answer.total // HITS_PER_PAGE)
    if number > pages > 0:
        number = pages
        answer = read(number)
    acts = _acts(reader) if answer.tallies else {}
    return Search(
        typed=typed,
        language=language,
        kind=kind,
        act=act,
        readable=bool(answer.terms),
        total=answer.total,
        unfiltered=sum(one.count for one in answer.tallies),
        page=number,
        pages=pages,
        found=tuple(FoundPassage(hit, acts.get(hit.act_uri or "")) for hit in answer.hits),
        languages=_choices((one.language, one) for one in answer.tallies),
        kinds=_choices((one.kind, one) for one in answer.tallies),
        acts=_choices(((one.act_uri, one) for one in answer.tallies), acts),
    )


def _acts(reader: Reader) -> dict[str, FoundAct]:
    columns = ", ".join(FoundAct.__dataclass_fields__)
    answer = reader.ask(f"SELECT {columns} FROM v_acts ORDER BY act_uri")
    acts = [FoundAct(**record) for record in answer.records()]  # type: ignore[arg-type]
    return {act.act_uri: act for act in acts}


def _choices(
    tallies: Iterable[tuple[str | None, Tally]], acts: dict[str, FoundAct] | None = None
) -> tuple[Choice, ...]:
    """The values with their numbers of passages, the most frequent first; acts with a text before the others."""
    counts: Counter[str] = Counter()
    for value, tally in tallies:
        if value is not None:
            counts[value] += tally.count
    choices = [Choice(value, count, (acts or {}).get(value)) for value, count in counts.items()]
    return tuple(sorted(choices, key=lambda one: (bool(one.act and one.act.cited_only), -one.count, one.value)))
