"""Views as the sheets of a workbook, which hold less than a database does: what is too long goes on beside or behind.

A cell of Excel holds 32,767 characters, a sheet 1,048,576 rows. A longer text goes on in further columns (``text (2)``,
``text (3)``, …), more rows go on in further sheets (``v_segments (2)``, …); joined, they are the whole again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.export.content import Cell, Content, Row
from biliktilik.pipeline.export.field import Field

# Excel counts UTF-16 code units.
CELL_LIMIT: Final = 32_767
ROW_LIMIT: Final = 1_048_576
_LAST_OF_BMP: Final = "\uffff"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: ``longest`` is the length of its longest value in characters, its header included."""

    name: str
    field: Field
    longest: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: ``rows`` without the header, each as long as ``columns``; flags are 1 and 0."""

    name: str
    content: Content
    columns: tuple[Column, ...]
    rows: Sequence[Row]


def sheets(content: Content, cell_limit: int = CELL_LIMIT, row_limit: int = ROW_LIMIT) -> list[Sheet]:
    """The sheets that hold a whole view; one, unless it has more rows than fit below a header."""
    cut = [[pieces(value, cell_limit) for value in row] for row in content.rows]
    widths = [max((len(row[index]) for row in cut), default=1) for index in range(len(content.fields))]
    rows = [tuple(_padded(row, widths)) for row in cut]
    columns = tuple(_columns(content.fields, widths, rows))
    step = row_limit - 1
    parts = [rows[start : start + step] for start in range(0, len(rows), step)] or [[]]
    return [Sheet(_numbered(content.view.name, n), content, columns, part) for n, part in enumerate(parts, 1)]


def pieces(value: Cell, limit: int = CELL_LIMIT) -> list[Cell]:
    """A value as the cells that hold it: one, or for a long text as many as it needs."""
    if isinstance(value, bool):
        return [int(value)]  # TRUE would be ИСТИНА to one reader and WAHR to another
    if not isinstance(value, str) or len(value) * 2 <= limit:
        return [value]
    # A character outside of the basic plane counts for two.
    step = limit if max(value) <= _LAST_OF_BMP else limit // 2
    return [value[start : start + step] for start in range(0, len(value), step)]


def _padded(row: Sequence[list[Cell]], widths: Sequence[int]) -> Iterator[Cell]:
    for cells, width in zip(row, widths, strict=True):
        yield from cells
        yield from [None] * (width - len(cells))


def _columns(fields: Sequence[Field], widths: Sequence[int], rows: Sequence[Row]) -> Iterator[Column]:
    owners = [(field, n) for field, width in zip(fields, widths, strict=True) for n in range(1, width + 1)]
    for index, (field, n) in enumerate(owners):
        name = _numbered(field.name, n)
        yield Column(name, field, max(len(name), *(_length(row[index]) for row in rows), 0))


def _length(value: Cell) -> int:
    return 0 if value is None else len(str(value))


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} ({number})"
