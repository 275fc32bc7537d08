"""Matched rows as differences: which columns differ, and which of them a single document gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biliktilik.pipeline.releases.difference import Cell, Kind, ViewCount
from biliktilik.pipeline.releases.matching import Matching
from biliktilik.pipeline.releases.rows import Row
from biliktilik.pipeline.releases.traits import DERIVED, PLACE, Traits
from biliktilik.pipeline.store.table import Value


@dataclass(frozen=True, slots=True)
class Draft:
    """A difference whose cause is still to be found; ``old`` or ``new`` is None for a row that one build lacks."""

    traits: Traits
    kind: Kind
    old: Row | None
    new: Row | None
    cells: tuple[Cell, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The row in each build that has it, the old one first."""
        return tuple(row for row in (self.old, self.new) if row is not None)

    @property
    def key(self) -> tuple[tuple[str, Value], ...]:
        """What names the row, as the newer build that has it says."""
        values = dict(zip(self.traits.columns, self.rows[-1].values, strict=True))
        return tuple((column, values[column]) for column in self.traits.key)


def draft_differences(traits: Traits, matching: Matching) -> tuple[list[Draft], ViewCount]:
    """The rows of a view that differ, in the order of documents and places, and how many rows differ how."""
    drafts = [_only(traits, Kind.REMOVED, row) for row in matching.old]
    drafts += [_only(traits, Kind.ADDED, row) for row in matching.new]
    counted = dict.fromkeys((Kind.CHANGED, Kind.RENUMBERED, Kind.MOVED, Kind.UNCHANGED), 0)
    for old, new in matching.pairs:
        cells = _cells(traits, old, new)
        kind = _kind(traits, cells) if cells else _unchanged(traits, old, new)
        counted[kind] += 1
        if cells:
            drafts.append(Draft(traits, kind, old, new, cells))
    count = ViewCount(traits.view, len(matching.new), len(matching.old), *counted.values())
    return sorted(drafts, key=_order), count


def split(draft: Draft, computed: frozenset[str]) -> Iterator[Draft]:
    """The draft once for the columns that are read, and once for those that are ``computed``."""
    if draft.kind in (Kind.ADDED, Kind.REMOVED):
        yield draft
        return
    for wanted in (False, True):
        cells = tuple(cell for cell in draft.cells if (cell.column in computed) is wanted)
        if cells:
            yield Draft(draft.traits, _kind(draft.traits, cells), draft.old, draft.new, cells)


def _only(traits: Traits, kind: Kind, row: Row) -> Draft:
    pairs = [(column, value) for column, value in zip(traits.columns, row.values, strict=True) if value is not None]
    if kind is Kind.ADDED:
        return Draft(traits, kind, None, row, tuple(Cell(column, None, value) for column, value in pairs))
    return Draft(traits, kind, row, None, tuple(Cell(column, value, None) for column, value in pairs))


def _cells(traits: Traits, old: Row, new: Row) -> tuple[Cell, ...]:
    """The columns that differ, but for places and for what only repeats other columns."""
    found = [
        Cell(column, one, other)
        for column, one, other in zip(traits.columns, old.values, new.values, strict=True)
        if column not in PLACE and one != other
    ]
    names = {cell.column for cell in found}
    return tuple(cell for cell in found if names.isdisjoint(DERIVED.get(cell.column, ())))


def _kind(traits: Traits, cells: Sequence[Cell]) -> Kind:
    return Kind.RENUMBERED if all(cell.column in traits.numbering for cell in cells) else Kind.CHANGED


def _unchanged(traits: Traits, old: Row, new: Row) -> Kind:
    """Whether even the place is the same: the same document, whatever its file is called, and the same offsets."""
    offsets = [number for number, column in enumerate(traits.columns) if column in PLACE and column != "source_file"]
    same = old.document is new.document and all(old.values[number] == new.values[number] for number in offsets)
    return Kind.UNCHANGED if same else Kind.MOVED


def _order(draft: Draft) -> tuple[int, int, str]:
    row = draft.rows[-1]
    values = dict(zip(draft.traits.columns, row.values, strict=True))
    start = values.get("char_start")
    number = row.document.number if row.document else -1
    return number, start if isinstance(start, int) else -1, repr((draft.key, draft.kind))
