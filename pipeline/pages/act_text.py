"""The text of an act as a tree: units with their headings, lines, notes and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.store.units import PlacedUnit, Unit, as_tree

# The text stands below a heading of the second level; HTML has six levels.
_FIRST_HEADING: Final = 3
_LAST_HEADING: Final = 6
# Kinds of unit that print a heading of their own; of the others, a heading is part of the line.
_HEADED: Final = ("annex", "section", "chapter", "paragraf", "article", "heading", "position", "card")
# Kinds of unit that a table of contents lists.
_LISTED: Final = (*_HEADED, "preamble", "point", "unparsed")


@dataclass(frozen=True, slots=True)
class TextNode:
    """A unit in the text; ``anchor`` is its id in the page, ``level`` that of its heading or None without one.

    ``lines`` are the items of a block, ``children`` the units below it, ``page`` the page of its own (position, card).
    """

    unit: Unit
    anchor: str
    level: int | None
    page: str | None
    notes: tuple[str, ...]
    lines: tuple[Unit, ...]
    children: tuple[TextNode, ...]

    @property
    def listed(self) -> bool:
        """Whether a table of contents names the unit."""
        return self.unit.kind in _LISTED

    @property
    def size(self) -> int:
        """How many units a table of contents lists below this one."""
        return sum(child.listed + child.size for child in self.children)


def build_tree(
    units: Sequence[Unit], pages: dict[str, str], notes: dict[str | None, list[str]]
) -> tuple[TextNode, ...]:
    """The units of one language in reading order; ``pages`` and ``notes`` are by eId."""
    placed = list(as_tree(units))
    return _Grower(placed, pages, notes).grow()


def flatten(nodes: Iterable[TextNode]) -> Iterator[TextNode]:
    """Every node of a tree, in reading order."""
    for node in nodes:
        yield node
        yield from flatten(node.children)


class _Grower:
    """Turns the flat list of units with depths into nested nodes, in one pass."""

    def __init__(self, placed: list[PlacedUnit], pages: dict[str, str], notes: dict[str | None, list[str]]) -> None:
        self._placed = placed
        self._pages = pages
        self._notes = notes
        self._next = 0
        self._named: set[str] = set()

    def grow(self) -> tuple[TextNode, ...]:
        return self._below(0, _FIRST_HEADING)

    def _below(self, depth: int, level: int) -> tuple[TextNode, ...]:
        nodes = []
        while self._next < len(self._placed) and self._placed[self._next].depth >= depth:
            nodes.append(self._node(self._placed[self._next], level))
        return tuple(nodes)

    def _node(self, placed: PlacedUnit, level: int) -> TextNode:
        self._next += 1
        unit = placed.unit
        headed = unit.kind in _HEADED
        below = self._below(placed.depth + 1, min(level + headed, _LAST_HEADING))
        first = unit.eid not in self._named
        anchor = self._anchor(unit)
        return TextNode(
            unit=unit,
            anchor=anchor,
            level=level if headed else None,
            page=self._pages.get(unit.eid),
            notes=tuple(self._notes.get(unit.eid, ())) if first else (),
            lines=tuple(node.unit for node in below if node.unit.kind == "item"),
            children=tuple(node for node in below if node.unit.kind != "item"),
        )

    def _anchor(self, unit: Unit) -> str:
        """The eId; a second wording of the unit is told apart by its first day."""
        anchor = unit.eid if unit.eid not in self._named else f"{unit.eid}--{unit.valid_from or unit.char_start}"
        self._named.add(unit.eid)
        return anchor
