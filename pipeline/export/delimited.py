"""Files of values between delimiters: RFC 4180, and what a spreadsheet wants instead.

Text always stands in quotation marks and nothing else does. So NULL (nothing at all) differs from an empty text
(``""``) for whoever looks, and the text ``2`` from the number. Python's ``csv`` writes this only from version 3.12 on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from biliktilik.pipeline.export.content import Cell, Content, contents
from biliktilik.pipeline.export.field import Field, Kind
from biliktilik.pipeline.export.neutral import neutralise
from biliktilik.pipeline.store.database import Reader

LINE_END: Final = "\r\n"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How values are written; ``neutral`` when texts must survive a spreadsheet."""

    delimiter: str
    decimal_mark: str
    encoding: str
    neutral: bool


PLAIN: Final = Dialect(delimiter=",", decimal_mark=".", encoding="utf-8", neutral=False)

# Where a spreadsheet takes semicolons, it takes decimal commas: to a Russian or Kazakh one, 1.5 is the first of May.
EXCEL: Final = Dialect(delimiter=";", decimal_mark=",", encoding="utf-8-sig", neutral=True)


def write_views(reader: Reader, directory: Path, dialect: Dialect) -> None:
    """One file for each view, ``{view}.csv``: the names of the columns, then the rows."""
    for content in contents(reader):
        (directory / f"{content.view.name}.csv").write_bytes(encode(content, dialect))


def encode(content: Content, dialect: Dialect) -> bytes:
    """The whole file of one view."""
    head = dialect.delimiter.join(_quoted(name) for name in content.names)
    lines = (_line(content.fields, row, dialect) for row in content.rows)
    return "".join(f"{line}{LINE_END}" for line in (head, *lines)).encode(dialect.encoding)


def _line(columns: Sequence[Field], row: Sequence[Cell], dialect: Dialect) -> str:
    return dialect.delimiter.join(cell(value, field.kind, dialect) for field, value in zip(columns, row, strict=True))


def cell(value: Cell, kind: Kind, dialect: Dialect) -> str:
    """One value: NULL is nothing, a flag 1 or 0, a number has no needless decimals, text is quoted."""
    if value is None:
        return ""
    if isinstance(value, str):
        # A day is meant to be a day to a spreadsheet, too.
        return _quoted(neutralise(value) if dialect.neutral and kind is not Kind.DAY else value)
    if isinstance(value, float):
        return repr(value).removesuffix(".0").replace(".", dialect.decimal_mark)
    return str(int(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
