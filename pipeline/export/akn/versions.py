"""The versions of an act in one language: between two days on which the wording of any unit changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.units import Unit, as_tree

_KINDS: Final = {
    "att": "annex", "sec": "section", "chp": "chapter", "prg": "paragraf", "art": "article", "hdg": "heading",
    "pos": "position", "point": "point", "sub": "subpoint", "item": "item",
}  # fmt: skip
_NUMBERED: Final = re.compile(r"(?P<kind>[a-z]+)_(?P<number>\d{1,9})")
_UNNUMBERED: Final = 10**9


@dataclass(slots=True)
class Node:
    """A unit with its parts, in the order of the act. ``inferred``: no source has it but as the parent of others."""

    unit: Unit
    inferred: bool = False
    parts: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Version:
    """What was in force from ``start`` until before ``end`` (ISO dates; None where the sources do not say)."""

    language: str | None
    start: str | None
    end: str | None
    roots: tuple[Node, ...]


def versions(units: Sequence[Unit]) -> Iterator[Version]:
    """The versions of an act by language and day; days on which nothing of the act is in force have none."""
    for language in sorted({unit.language for unit in units}, key=lambda language: language or ""):
        own = [unit for unit in units if unit.language == language]
        starts = _starts(own)
        for start, end in zip(starts, [*starts[1:], None], strict=True):
            current = [_under_its_annex(unit) for unit in own if _covers(unit, start)]
            if current:
                yield Version(language, start, end, tuple(_tree(current)))


def _starts(units: Iterable[Unit]) -> list[str | None]:
    days = {day for unit in units for day in (unit.valid_from, unit.valid_to) if day is not None}
    # A wording whose first day nobody states was there before the first day that somebody does.
    undated = any(unit.valid_from is None for unit in units)
    return [*([None] if undated else []), *sorted(days)]


def _covers(unit: Unit, day: str | None) -> bool:
    if day is None:
        return unit.valid_from is None
    return (unit.valid_from or "") <= day and (unit.valid_to is None or day < unit.valid_to)


def _under_its_annex(unit: Unit) -> Unit:
    """A unit of an annex whose parents nobody states stands below the annex that its eId names, not in the act."""
    annex, inside, _ = unit.eid.partition("__")
    return replace(unit, parent_eid=annex) if inside and not unit.parent_eid and annex.startswith("att_") else unit


def _tree(units: list[Unit]) -> Iterator[Node]:
    inferred = _inferred(units)
    placed = list(as_tree([*units, *inferred.values()]))
    if len(placed) != len(units) + len(inferred):
        raise _circle(units, {id(place.unit) for place in placed})
    path: list[Node] = []
    for place in placed:
        node = Node(place.unit, inferred.get(place.unit.eid) is place.unit)
        del path[place.depth :]
        if path:
            path[-1].parts.append(node)
        else:
            yield node
        path.append(node)


def _inferred(units: list[Unit]) -> dict[str, Unit]:
    """The parents that units name and that nothing else tells of, with the parents that their eIds imply."""
    there = {unit.eid for unit in units}
    found: dict[str, Unit] = {}
    for unit in units:
        parent = unit.parent_eid
        while parent and parent not in there and parent not in found:
            found[parent] = _inferred_unit(parent, unit)
            parent = found[parent].parent_eid
    return found


def _inferred_unit(eid: str, child: Unit) -> Unit:
    numbered = _NUMBERED.fullmatch(eid.rpartition("__")[2])
    return Unit(
        language=child.language,
        eid=eid,
        parent_eid=eid.rpartition("__")[0] or None,
        kind=_KINDS.get(numbered["kind"], "unparsed") if numbered else "unparsed",
        label=None,
        heading=None,
        text=None,
        level=None,
        category=None,
        ordinal=int(numbered["number"]) if numbered else _UNNUMBERED,
        valid_from=None,
        valid_to=None,
        valid_basis=None,
        wording_known=False,
        source_file="",
        char_start=0,
        char_end=0,
    )


def _circle(units: list[Unit], placed: set[int]) -> BiliktilikError:
    lost = next(unit for unit in units if id(unit) not in placed)
    return BiliktilikError(
        what=f"the unit {lost.eid!r} has no way up to the root of its act",
        where=lost.source_file,
        why="its parents go in a circle",
        remedy="`biliktilik check` names the promise that the database breaks",
    )
