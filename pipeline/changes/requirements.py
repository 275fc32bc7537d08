"""What a reworded requirement line means: the difference of its data, not of its words.

For each education the shortest service with which it is accepted is compared, so that a line with other alternatives
but the same demands has no effect here. A demand that a text does not state is its own value (``unstated``), never 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from biliktilik.pipeline.changes.model import Effect, Line, Way
from biliktilik.schema.vocabulary import EDUCATIONS

NO_EXPERIENCE: Final = "none"
UNSTATED: Final = "unstated"
UNCATEGORISED: Final = "none"


def requirement_effects(old: Sequence[Line], new: Sequence[Line]) -> tuple[Effect, ...]:
    """What changed in law between requirement lines that belong together; one side may be empty (added, removed)."""
    if not old or not new:
        return tuple(_appeared("removed", old)) + tuple(_appeared("added", new))
    return (
        *_ranks(old, new),
        *_educations(_ways(old), _ways(new)),
        *_service(_ways(old), _ways(new)),
        *_fields(_ways(old), _ways(new)),
        *_places(_ways(old), _ways(new)),
    )


def _appeared(what: str, lines: Sequence[Line]) -> Iterator[Effect]:
    for line in lines:
        if line.category:
            family = "uncategorised" if line.category == UNCATEGORISED else "category"
            yield Effect(f"{family}_{what}", (line.category,))


def _ranks(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Effect]:
    for name in ("category", "level"):
        before, after = (tuple(dict.fromkeys(getattr(line, name) for line in side)) for side in (old, new))
        if before != after and len(before) == len(after) == 1:
            yield Effect(f"{name}_changed", (), before[0], after[0])


def _ways(lines: Sequence[Line]) -> tuple[Way, ...]:
    return tuple(way for line in lines for way in line.ways)


def _accepted(ways: Sequence[Way]) -> dict[str, str]:
    """For each education that some way accepts, the shortest service with which it does."""
    found: dict[str, list[Way]] = {}
    for way in ways:
        for code in way.education:
            found.setdefault(code, []).append(way)
    ranked = sorted(found, key=lambda code: EDUCATIONS.index(code) if code in EDUCATIONS else len(EDUCATIONS))
    return {code: least_service(found[code]) for code in ranked}


def least_service(ways: Sequence[Way]) -> str:
    """The shortest service that one of the ways asks for: years as a number, ``none`` or ``unstated``."""
    if any(way.no_experience_required for way in ways):
        return NO_EXPERIENCE
    if any(way.min_years is None for way in ways):
        return UNSTATED
    return min((f"{way.min_years:g}" for way in ways), key=float, default=UNSTATED)


def _educations(old: Sequence[Way], new: Sequence[Way]) -> Iterator[Effect]:
    before, after = _accepted(old), _accepted(new)
    if not before or not after:  # a side that states no education says nothing of which is accepted
        if set(before) != set(after):
            code = "education_stated" if after else "education_unstated"
            yield Effect(code, tuple(after or before))
        return
    if gone := tuple(code for code in before if code not in after):
        yield Effect("education_dropped", gone)
    if come := tuple(code for code in after if code not in before):
        yield Effect("education_accepted", come)


def _service(old: Sequence[Way], new: Sequence[Way]) -> Iterator[Effect]:
    """One effect per change of years; it names the educations only where not all change alike."""
    before, after = _accepted(old), _accepted(new)
    common = [code for code in before if code in after]
    if not common:
        if old and new and least_service(old) != least_service(new):
            yield Effect("years", (), least_service(old), least_service(new))
        return
    changes: dict[tuple[str, str], list[str]] = {}
    for code in common:
        changes.setdefault((before[code], after[code]), []).append(code)
    for (was, now), codes in changes.items():
        if was != now:
            yield Effect("years", () if len(changes) == 1 else tuple(codes), was, now)


def _fields(old: Sequence[Way], new: Sequence[Way]) -> Iterator[Effect]:
    before, after = (tuple(dict.fromkeys(field for way in side for field in way.fields)) for side in (old, new))
    if not before or not after:
        if before or after:
            yield Effect("fields_stated" if after else "fields_unstated", after or before)
        return
    if gone := tuple(field for field in before if field not in after):
        yield Effect("fields_dropped", gone)
    if come := tuple(field for field in after if field not in before):
        yield Effect("fields_accepted", come)


def _places(old: Sequence[Way], new: Sequence[Way]) -> Iterator[Effect]:
    before, after = (
        tuple(dict.fromkeys(way.experience_in for way in side if way.experience_in)) for side in (old, new)
    )
    if before != after:
        yield Effect("service_in", (), "; ".join(before) or None, "; ".join(after) or None)
