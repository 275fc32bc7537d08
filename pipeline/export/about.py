"""The first two sheets of the workbook: what it is and how to read it, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from biliktilik.pipeline.export.content import order_in_words
from biliktilik.pipeline.export.field import Field, Kind
from biliktilik.pipeline.export.sheet import Sheet
from biliktilik.pipeline.store.database import Reader
from biliktilik.schema.version import SCHEMA_VERSION

Line = tuple[str | int, ...]

_READING: Final = (
    ("Empty cell", "The sources do not say. An empty cell never means zero, none or no."),
    ("1 and 0", "Yes and no, in the columns that the sheet Columns calls yes/no."),
    ("Days", "Text in ISO form, year-month-day. Intervals contain their first day and not their last."),
    ("Numbers as printed", "Labels, sections and codes are text, so that 13 stays 13 and 10-1 becomes no day."),
    ("Numbers", "A spreadsheet keeps 15 digits of a number; the other forms keep all."),
    ("Places", "char_start and char_end count characters from 0, end excluded, in the unrepaired text of the source."),
    ("Long texts", "A cell holds 32,767 characters: a longer text goes on in the columns called (2), (3), …"),
    ("Many rows", "A sheet holds 1,048,576 rows: further rows stand in the sheets called (2), (3), …"),
    ("Formulas", "There are none: a text that begins with =, +, - or @ is text here, too."),
    ("Not the law", "The published text is the law; this is no legal advice. Every row says where to find it."),
)
_KINDS: Final = {
    Kind.TEXT: "text",
    Kind.DAY: "day",
    Kind.WHOLE: "whole number",
    Kind.DECIMAL: "number",
    Kind.FLAG: "yes/no",
}


def about(reader: Reader, fingerprint: str, sheets: Sequence[Sheet]) -> Iterator[Line]:
    """The lines of the sheet About; ``fingerprint`` is the hash of the content."""
    yield ("biliktilik", "Legal orders on job qualifications, as a database that says where every value comes from")
    yield ("Schema version", SCHEMA_VERSION)
    yield ("SHA-256 of the content", fingerprint)
    yield from _READING
    yield ()
    yield ("Sheet", "One row is", "Rows", "Order")
    for sheet in sheets:
        names = sheet.content.names
        yield (sheet.name, sheet.content.view.grain, len(sheet.rows), order_in_words(names))
    yield ()
    yield ("Source", "SHA-256 of the file")
    for name, digest in reader.ask("SELECT source_file, sha256 FROM v_sources ORDER BY source_file").rows:
        yield (str(name), str(digest or "the file could not be opened"))


def columns(sheets: Sequence[Sheet]) -> Iterator[Line]:
    """The lines of the sheet Columns: its header, then one line for each column of each sheet."""
    yield ("sheet", "column", "type", "meaning")
    for sheet in sheets:
        for column in sheet.columns:
            yield (sheet.name, column.name, _KINDS[column.field.kind], _meaning(column.name, column.field))


def _meaning(name: str, field: Field) -> str:
    return field.meaning if name == field.name else f"Goes on from the column before: the rest of {field.name}."
