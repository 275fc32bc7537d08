"""When which wording is in force: the periods of a unit, and the days on which something changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from biliktilik.pipeline.store.units import covers


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of one unit and its half-open interval of ISO dates."""

    eid: str
    language: str | None
    valid_from: str | None
    valid_to: str | None
    valid_basis: str | None
    wording_known: bool
    source_file: str
    char_start: int
    char_end: int

    def covers(self, day: str | None) -> bool:
        """Whether the wording may have been in force on ``day``: an end that is not known excludes nothing."""
        return covers(self.valid_from, self.valid_to, day)


@dataclass(frozen=True, slots=True)
class Period:
    """An interval that several units share, and whether their wording in it is at hand.

    ``units`` are the last parts of their eIds, each once; ``shown`` tells whether the day shown lies in the interval.
    """

    valid_from: str | None
    valid_to: str | None
    valid_basis: str | None
    wording_known: bool
    languages: tuple[str, ...]
    units: tuple[str, ...]
    shown: bool


def days_of_change(ends: Iterable[str | None]) -> tuple[str, ...]:
    """The known days among the ends of intervals, each once, the earliest first."""
    return tuple(sorted({day for day in ends if day}))


def day_to_show(wordings: Iterable[Wording], on: str | None) -> str | None:
    """The day asked for; else the last one on which a wording that is at hand began, None when none is dated."""
    begun = [wording.valid_from for wording in wordings if wording.wording_known and wording.valid_from]
    return on or max(begun, default=None)


def gather_periods(wordings: Iterable[Wording], day: str | None) -> tuple[Period, ...]:
    """The wordings by interval, the earliest first; an interval says what all of its units share."""
    groups: dict[tuple[str, str, str, bool], list[Wording]] = {}
    for wording in wordings:
        key = (wording.valid_from or "", wording.valid_to or "~", wording.valid_basis or "", wording.wording_known)
        groups.setdefault(key, []).append(wording)
    return tuple(_period(group, day) for _, group in sorted(groups.items()))


def _period(group: list[Wording], day: str | None) -> Period:
    first = group[0]
    return Period(
        first.valid_from,
        first.valid_to,
        first.valid_basis,
        bool(first.wording_known),
        tuple(sorted({wording.language for wording in group if wording.language})),
        tuple(dict.fromkeys(wording.eid.rpartition("__")[2] for wording in group)),
        first.covers(day),
    )
