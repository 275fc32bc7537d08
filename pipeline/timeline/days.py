"""From the words on entry into force to a day, and what that day rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from biliktilik.parsers.model import ForceRule, Span

STATED: Final = "stated"
COMPUTED: Final = "computed"
ESTIMATED: Final = "estimated"
DISPUTED: Final = "disputed"
# What a day rests on, from the firmest to the weakest; of two claims the firmer one answers.
_FIRMNESS: Final = (STATED, DISPUTED, COMPUTED, ESTIMATED)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as an ISO date with what it rests on; both None where the sources do not say."""

    on: str | None
    basis: str | None


UNKNOWN: Final = Day(None, None)


@dataclass(frozen=True, slots=True)
class Claim:
    """One text's statement on the day of entry into force, with its place."""

    day: Day
    force: ForceRule | None
    act_uri: str | None
    source_file: str
    language: str | None
    span: Span
    words: str


def day_of(force: ForceRule, adopted_on: date | None, published_on: date | None) -> Day:
    """The day that a rule gives.

    A printed date is ``stated``. "N calendar days after the day of first official publication" is the day after the
    N-th (``computed``) when the day of publication is known; else the rule applied to the day of adoption is the
    earliest possible day (``estimated``). Without either the day is not known.
    """
    if force.on is not None:
        return Day(force.on.isoformat(), STATED)
    start, basis = (published_on, COMPUTED) if published_on else (adopted_on, ESTIMATED)
    if start is None:
        return UNKNOWN
    wait = 0 if force.days is None else force.days + 1
    return Day((start + timedelta(days=wait)).isoformat(), basis)


def settle(claims: Sequence[Claim]) -> Day:
    """The answer of several statements: the firmest day; ``disputed`` where they do not say the same."""
    days = sorted({(claim.day.on, claim.day.basis) for claim in claims if claim.day.on}, key=_rank)
    if not days:
        return UNKNOWN
    on, basis = days[0]
    return Day(on, basis if len({other for other, _ in days}) == 1 else DISPUTED)


def _rank(day: tuple[str | None, str | None]) -> tuple[int, str]:
    on, basis = day
    return _FIRMNESS.index(basis or ESTIMATED), on or ""
