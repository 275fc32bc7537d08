"""The form ``xlsx``: one workbook with a sheet for each view, and two that explain the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from biliktilik.pipeline.export.about import about, columns
from biliktilik.pipeline.export.content import contents
from biliktilik.pipeline.export.json_lines import fingerprint
from biliktilik.pipeline.export.sheet import Column, Sheet, sheets
from biliktilik.pipeline.store.database import Reader

if TYPE_CHECKING:
    from pandas import ExcelWriter

WORKBOOK: Final = "biliktilik.xlsx"

# A file must have a day on which it was made; the real one would make two exports of one database differ.
_MADE: Final = datetime(2000, 1, 1)

# pandas writes NULL as a text: one that no source can hold, for U+FFFF is no character.
_NULL: Final = "\uffffNULL\uffff"

# Widths in characters. A text beyond the widest column is wrapped, a whole document in one cell is not: its row would
# hide all the others. As "text", Excel shows more than 255 characters as a row of crosshatches.
_NARROWEST, _WIDEST, _WRAPPED_UP_TO, _TEXT_FORMAT_UP_TO = 6, 60, 2_000, 255
_ABOUT_WIDTHS: Final = (26, 80, 10, 60)
_COLUMNS_WIDTHS: Final = (30, 26, 14, 100)


def write(reader: Reader, directory: Path) -> None:
    """The workbook, alike in every byte for alike databases. Nothing is cut off: see ``sheet``."""
    from pandas import ExcelWriter

    parts = [sheet for content in contents(reader) for sheet in sheets(content)]
    buffer = BytesIO()
    with ExcelWriter(buffer, engine="xlsxwriter") as writer:
        writer.book.set_properties({"title": "biliktilik", "created": _MADE})
        book = _Book(writer)
        book.add_lines("About", list(about(reader, fingerprint(reader), parts)), _ABOUT_WIDTHS)
        lines = list(columns(parts))
        book.add_lines("Columns", lines, _COLUMNS_WIDTHS).autofilter(0, 0, len(lines) - 1, len(lines[0]) - 1)
        for part in parts:
            book.add(part)
    (directory / WORKBOOK).write_bytes(buffer.getvalue())


class _Book:
    """The workbook that is being written, and the formats of its cells."""

    def __init__(self, writer: ExcelWriter[Any]) -> None:
        self._writer = writer
        self._head = self._format(bold=True, bg_color="#E8EEF4", bottom=1)
        self._bold = self._format(bold=True)
        self._plain = self._format()
        self._wrapped = self._format(text_wrap=True)
        self._text = self._format(num_format="@")
        self._wrapped_text = self._format(num_format="@", text_wrap=True)

    def _format(self, **properties: object) -> Any:
        return self._writer.book.add_format({"valign": "top", **properties})

    def _sheet(self, name: str) -> Any:
        sheet = self._writer.book.add_worksheet(name)
        sheet.add_write_handler(str, _write_text)
        sheet.freeze_panes(1, 0)
        return sheet

    def add_lines(self, name: str, lines: Sequence[Sequence[str | int]], widths: Sequence[int]) -> Any:
        """A sheet of words: a line at the top or below an empty one is a head, the first column is bold."""
        sheet = self._sheet(name)
        for index, width in enumerate(widths):
            sheet.set_column(index, index, width, self._wrapped if index else self._bold)
        for number, line in enumerate(lines):
            head = self._head if number == 0 or not lines[number - 1] else None
            for index, value in enumerate(line):
                sheet.write(number, index, value, head)
        return sheet

    def add(self, part: Sheet) -> None:
        """A sheet with the rows of a view."""
        from pandas import DataFrame

        sheet = self._sheet(part.name)
        for index, column in enumerate(part.columns):
            sheet.set_column(index, index, _width(column), self._column_format(column))
            sheet.write(0, index, column.name, self._head)
        names = [column.name for column in part.columns]
        # Of type object: pandas would turn whole numbers with gaps into floats.
        frame = DataFrame(list(part.rows), columns=names, dtype=object)
        frame.to_excel(self._writer, sheet_name=part.name, startrow=1, header=False, index=False, na_rep=_NULL)
        sheet.autofilter(0, 0, len(part.rows), len(names) - 1)
        if part.rows:
            # Sections and codes are text on purpose; without this, Excel marks each of them as a mistake.
            sheet.ignore_errors({"number_stored_as_text": f"A2:{_last_cell(part)}"})

    def _column_format(self, column: Column) -> Any:
        wrapped = _WIDEST < column.longest <= _WRAPPED_UP_TO
        if column.field.kind.is_text and column.longest <= _TEXT_FORMAT_UP_TO:
            return self._wrapped_text if wrapped else self._text
        return self._wrapped if wrapped else self._plain


def _write_text(sheet: Any, row: int, column: int, text: str, style: object = None) -> int:
    """Write a text as a text, whatever it looks like; ``_NULL`` leaves the cell empty."""
    if text == _NULL:
        return 0
    status = int(sheet.write_string(row, column, text, style))
    if status:
        raise ValueError(f"the workbook cannot hold a text of {len(text)} characters in row {row}, column {column}")
    return status


def _width(column: Column) -> int:
    return max(_NARROWEST, min(column.longest, _WIDEST)) + 2


def _last_cell(part: Sheet) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(len(part.rows), len(part.columns) - 1))
