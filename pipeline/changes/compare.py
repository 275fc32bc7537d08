"""Two editions, or the jobs of two acts, set side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from biliktilik.pipeline.changes.lines import compare_blocks, one_sided, text_change
from biliktilik.pipeline.changes.model import Change, Comparison, Edition, Kind, Unit, UnitComparison
from biliktilik.pipeline.changes.weight import weigh
from biliktilik.schema.vocabulary import BLOCKS

_UNKNOWN: Final = {(False, True): Kind.OLD_UNKNOWN, (True, False): Kind.NEW_UNKNOWN, (False, False): Kind.BOTH_UNKNOWN}


def compare_editions(
    old: Edition, new: Edition, within: str | None = None, inserted: Collection[str] = ()
) -> Comparison:
    """The units of one act in two states, matched by their eIds; ``within`` keeps one unit and what stands below it.

    What stands below a unit that is unknown on one side, and has no counterpart there, is not compared: that side may
    well have had it. In an act of which only some units are at hand, a unit that appears counts as added only when it
    is among those that a source says were ``inserted``.
    """
    befores = {unit.eid: unit for unit in old.units}
    afters = {unit.eid: unit for unit in new.units}
    units = []
    for eid in _all_eids(old.units, new.units):
        before, after = befores.get(eid), afters.get(eid)
        outside = within is not None and not is_within(after or before, within, {**befores, **afters})
        if outside or (before is None and _hidden(after, befores)) or (after is None and _hidden(before, afters)):
            continue
        missing_known = (old.complete or _is_below(eid, inserted), new.complete)
        units.append(_compare(before, after, new.language or old.language, missing_known))
    return Comparison(old, new, tuple(units))


def compare_jobs(old: Edition, new: Edition, pairs: Iterable[tuple[Unit | None, Unit | None]]) -> Comparison:
    """Jobs of two acts as they were paired, each a unit that holds the lines of all its blocks."""
    complete = (old.complete, new.complete)
    language = new.language or old.language
    units = tuple(_compare(before, after, language, complete, across=True) for before, after in pairs)
    return Comparison(old, new, units, across=True)


def is_within(unit: Unit | None, eid: str, units: dict[str, Unit]) -> bool:
    """Whether a unit is the one with that eId or stands somewhere below it."""
    while unit is not None:
        if unit.eid == eid or unit.eid.startswith(f"{eid}__"):
            return True
        unit = units.get(unit.parent_eid or "")
    return False


def _all_eids(old: Sequence[Unit], new: Sequence[Unit]) -> list[str]:
    """The eIds in the order of the newer units; one that is gone stands after the one it followed."""
    present = {unit.eid for unit in new}
    gone: dict[str | None, list[str]] = {}
    last: str | None = None
    for unit in old:
        if unit.eid in present:
            last = unit.eid
        else:
            gone.setdefault(last, []).append(unit.eid)
    order = list(gone.get(None, ()))
    for unit in new:
        order += [unit.eid, *gone.get(unit.eid, ())]
    return order


def _is_below(eid: str, units: Collection[str]) -> bool:
    return any(eid == unit or eid.startswith(f"{unit}__") for unit in units)


def _hidden(unit: Unit | None, others: dict[str, Unit]) -> bool:
    """Does the unit stand below one whose wording on the other side is not at hand?"""
    parts = unit.eid.split("__") if unit else []
    above = ["__".join(parts[:length]) for length in range(1, len(parts))]
    above += [unit.parent_eid] if unit and unit.parent_eid else []
    return any(eid in others and not others[eid].known for eid in above)


def _compare(
    old: Unit | None, new: Unit | None, language: str | None, complete: tuple[bool, bool], *, across: bool = False
) -> UnitComparison:
    """One unit in two states. ``complete``: whether a unit or block that is missing on a side was really not there."""
    if kind := _whole(old, new, complete):
        lines = one_sided(old, new) if kind in (Kind.ADDED, Kind.REMOVED) and not across else ()
        whole = () if kind is Kind.EQUAL or _says_nothing(kind, new or old) else (_whole_change(kind, old, new),)
        return UnitComparison(kind, old, new, (*whole, *lines))
    changes = tuple(_known_changes(old, new, language, complete)) if old and new else ()
    differs = any(change.kind is not Kind.EQUAL for change in changes)
    return UnitComparison(Kind.REWORDED if differs else Kind.EQUAL, old, new, changes)


def _says_nothing(kind: Kind, unit: Unit | None) -> bool:
    """A block that came or went with its lines: the lines say all of it."""
    return kind in (Kind.ADDED, Kind.REMOVED) and unit is not None and unit.kind in BLOCKS and bool(unit.lines)


def _whole(old: Unit | None, new: Unit | None, complete: tuple[bool, bool]) -> Kind | None:
    """What became of the unit as a whole; None when both wordings are at hand."""
    if old is None or new is None:
        there = new or old
        if (there and not there.known) or not complete[0 if old is None else 1]:
            return _UNKNOWN[bool(old and old.known), bool(new and new.known)]
        return Kind.ADDED if old is None else Kind.REMOVED
    if old.known and new.known:
        return None
    if (old.known, old.valid_from, old.valid_to) == (new.known, new.valid_from, new.valid_to):
        return Kind.EQUAL  # one and the same wording that is not at hand
    return _UNKNOWN[old.known, new.known]


def _whole_change(kind: Kind, old: Unit | None, new: Unit | None) -> Change:
    unit = new or old
    if unit is None:
        raise ValueError("nothing to compare")
    if kind in (Kind.ADDED, Kind.REMOVED):
        before, after = (side.own_words if side else None for side in (old, new))
        what = "unit"
    else:
        before, after = (side.words if side else None for side in (old, new))
        what = unit.block or (old and old.block) or "unit"
    return Change(kind, what, unit.eid, old_text=before, new_text=after, weight=weigh(kind, what, (), before, after))


def _known_changes(old: Unit, new: Unit, language: str | None, complete: tuple[bool, bool]) -> Iterator[Change]:
    if old.heading or new.heading:
        yield text_change("heading", new.eid, old.heading, new.heading)
    if old.text or new.text:
        yield text_change("text", new.eid, old.text, new.text)
    yield from compare_blocks(old, new, language, complete)
