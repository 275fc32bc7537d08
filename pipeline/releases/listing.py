"""A change report as tables: the counts of each view, and one line per change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, astuple, fields
from typing import Any, Final

from biliktilik.pipeline.releases.difference import Cell, Difference, Kind, Report, SchemaChange, Section, ViewCount
from biliktilik.pipeline.releases.documents import Fate
from biliktilik.pipeline.store.table import Table, Value, cell_text

_COLUMNS: Final = ("section", "view", "change", "key", "column", "old", "new", "cause")
_SCHEMA_CAUSE: Final = "the databases have another shape"
WHOLE: Final = (Kind.ADDED, Kind.REMOVED)

Line = tuple[Value, ...]


def count_table(report: Report) -> Table:
    """One row per view that both builds have: how many of its rows were added, removed, changed, …."""
    return Table(tuple(field.name for field in fields(ViewCount)), [astuple(count) for count in report.counts])


def change_table(report: Report) -> Table:
    """One line per change: a column of a row, or a whole row, which then stands in ``old`` or ``new`` as JSON.

    ``key`` names the row as ``column=value`` pairs. Rows of which only the place differs are not listed.
    """
    lines = [line for found in report.differences for line in _lines(found)]
    return Table(_COLUMNS, [*lines, *(_schema_line(change) for change in report.schema)])


def _lines(found: Difference) -> Iterable[Line]:
    start = (found.section.value, found.view, found.kind.value, key_text(found))
    if found.kind in WHOLE:
        yield (*start, None, *_whole(found.cells), found.cause)
        return
    for cell in found.cells:
        yield (*start, cell.column, cell.old, cell.new, found.cause)


def key_text(found: Difference) -> str:
    """What names the row: ``column=value`` pairs of the columns that have a value."""
    return ", ".join(f"{column}={cell_text(value)}" for column, value in found.key if value is not None)


def _whole(cells: Iterable[Cell]) -> tuple[Value, Value]:
    """The row in the old build and in the new one, as JSON objects without the columns that are NULL."""
    sides = ({cell.column: getattr(cell, side) for cell in cells} for side in ("old", "new"))
    known = ({column: value for column, value in side.items() if value is not None} for side in sides)
    old, new = (json.dumps(side, ensure_ascii=False) if side else None for side in known)
    return old, new


def _schema_line(change: SchemaChange) -> Line:
    view = change.name.partition(".")[0]
    column = change.name.partition(".")[2] or None
    start = (Section.SCHEMA.value, view, change.kind.value, change.what)
    return (*start, column, change.old, change.new, _SCHEMA_CAUSE)


def as_json(report: Report) -> dict[str, Any]:
    """The whole report as plain values: builds, documents, counts, differences and changes of the schema."""
    return {
        "old": asdict(report.old),
        "new": asdict(report.new),
        "differs": report.differs,
        "documents": [
            {
                "fate": "renamed" if one.renamed else one.fate.value,
                "old": one.old.source_file if one.old else None,
                "new": one.new.source_file if one.new else None,
            }
            for one in report.documents
            if one.renamed or one.fate is not Fate.SAME
        ],
        "counts": [asdict(count) for count in report.counts],
        "changes": [_as_json(found) for found in report.differences],
        "schema": [{"change": change.kind.value, **asdict(change)} for change in report.schema],
    }


def _as_json(found: Difference) -> dict[str, Any]:
    start = {"section": found.section.value, "view": found.view, "change": found.kind.value, "key": dict(found.key)}
    cells = [asdict(cell) for cell in found.cells]
    return {**start, "columns": cells, "cause": found.cause}
