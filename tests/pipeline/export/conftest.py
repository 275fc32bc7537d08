"""Exports of the documents of raw/ and of a database of nasty texts, and readers of each form that owe us nothing."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

import pytest
from sqlalchemy import create_engine

from biliktilik.pipeline.export.bundle import export
from biliktilik.pipeline.export.forms import EXCEL_CSV, FORMS
from biliktilik.pipeline.publish import fill
from biliktilik.pipeline.rows.row import Row
from biliktilik.pipeline.store.database import Reader, reading
from biliktilik.schema.database import create

Rows = list[tuple[Any, ...]]
Read = Callable[[Path, str], tuple[list[str], Rows]]

ACT = "/akn/kz/act/order/2012-02-02/1-ө-м"
NASTY = (
    "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''", "-", "10-1",
    "007", "1.10", "3,4", "12345678901234567890", "2", "", " ", " х ", 'а "б" в', '"', "а;б,в", "один\r\nдва\nтри\rчетыре",
    "нуль\x00посреди", "\x01\x1f", "_x0041_", "<b>&amp;</b>", "😀", "\ufeffа", "а\u2028б", "NULL", "\\N", "é", "\uffff",
    "http://example.org/", "1e5", "TRUE", "{=1}", "б" * 32_767, "б" * 32_768, "😀" * 20_000, "=" + "я" * 70_000,
)  # fmt: skip


def nasty_rows() -> dict[str, list[Row]]:
    """Every nasty text as the text of a source, as a term and (with gaps) as cells of a card's parts."""
    return {
        "acts": [_act()],
        "sources": [_source(number, text) for number, text in enumerate(NASTY, 1)],
        "definitions": [_definition(number, text) for number, text in enumerate(NASTY, 1)],
        "cards": [_card()],
        "card_names": [_card_name(number, text) for number, text in enumerate(NASTY, 1)],
        "card_experience": [_experience(n, years, no) for n, (years, no) in enumerate(EXPERIENCE, 1)],
    }


EXPERIENCE = ((1.5, False), (3.0, False), (0.0, True), (None, None), (0.25, False), (10.0, None))
UNPLACED = dict.fromkeys(("source_file", "char_start", "char_end"))
UNDATED = dict.fromkeys(("valid_from", "valid_to", "valid_basis"))


def _act() -> Row:
    absent = ("also_numbered", "registration_number", "registered_on", "published_on", "adilet_id")
    days = ("in_force_from", "in_force_from_basis", "in_force_to", "in_force_to_basis")
    known = {"act_uri": ACT, "kind": "order", "number": "1-Ө-М", "act_number": "1-ө-м", "adopted_on": "2012-02-02"}
    return {**dict.fromkeys((*absent, *days)), **known, "text_known": "full"}


def _source(number: int, text: str) -> Row:
    solid = sum(not mark.isspace() for mark in text)
    counted = {"chars": len(text), "solid_chars": solid, "attributed_chars": solid // 3, "text": text}
    absent = dict.fromkeys(("duplicate_of", "edition_on", "status", "document_kind", "encoding", "reader"))
    own = {"source_file": f"{number}.txt", "sha256": None, "use": "used", "media_type": "text/plain", "language": "kk"}
    return {**counted, **absent, **own, "act_uri": ACT}


def _definition(number: int, text: str) -> Row:
    place = {"source_file": "1.txt", "char_start": 0, "char_end": 1, "rule": "r"}
    own = {"act_uri": ACT, "language": "kk", "ordinal": number, "term": text, "definition": text[::-1]}
    return {"eid": "point_1", **own, **UNDATED, **place}


def _card() -> Row:
    texts = ("title", "name", "group_code", "sublevel", "qualification_text", "experience", "informal_education")
    own = {"wording_id": "c", "card_id": f"{ACT}#c", "act_uri": ACT, "language": None, "label": "13", "eid": "c"}
    read = {"occupation_code": "1344-0-004", "level_min": None, "level_max": 7, "purpose": None, "wording_known": True}
    place = {"source_file": "1.txt", "char_start": 0, "char_end": 1, "rule": "r"}
    return {**own, **read, **dict.fromkeys(texts), **UNDATED, **place}


def _card_name(number: int, text: str) -> Row:
    return {**UNPLACED, "card_wording_id": "c", "ordinal": number, "code": text if number % 2 else None, "name": text}


def _experience(number: int, years: float | None, none_required: bool | None) -> Row:
    own = {"card_wording_id": "c", "ordinal": number, "category": None, "text": "…", "experience_in": None}
    return {**UNPLACED, **own, "min_years": years, "no_experience_required": none_required}


def make_nasty_database(path: Path, *, backwards: bool = False) -> Path:
    """A database of ``nasty_rows``, stored in that order or the other way round."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        create(connection)
        fill(connection, {name: rows[::-1] if backwards else rows for name, rows in nasty_rows().items()})
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def nasty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_nasty_database(tmp_path_factory.mktemp("nasty") / "nasty.sqlite")


@pytest.fixture(scope="session")
def nasty_database_backwards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_nasty_database(tmp_path_factory.mktemp("nasty") / "backwards.sqlite", backwards=True)


@pytest.fixture(scope="session")
def nasty(nasty_database: Path) -> Iterator[Reader]:
    with reading(str(nasty_database)) as opened:
        yield opened


def export_tables(reader: Reader, directory: Path) -> Path:
    """All forms that hold the views as they are; the CSV for spreadsheets in a directory beside."""
    export(reader, directory / "all", [FORMS[name] for name in ("csv", "json", "parquet", "xlsx")], lambda *_: None)
    export(reader, directory / "excel", [EXCEL_CSV], lambda *_: None)
    return directory


@pytest.fixture(scope="session")
def real_export(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory with ``all`` and ``excel``, exported from raw/."""
    return export_tables(reader, tmp_path_factory.mktemp("real_export"))


@pytest.fixture(scope="session")
def nasty_export(nasty: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_tables(nasty, tmp_path_factory.mktemp("nasty_export"))


# A cell, and whether a delimiter or the end of the line follows. Text is quoted; unquoted is a number or NULL.
def _csv_cells(text: str, delimiter: str) -> Iterator[list[str | float | None]]:
    cell = re.compile(rf'(?:"((?:[^"]|"")*)"|([^"{delimiter}\r\n]*))({delimiter}|\r\n)')
    row: list[str | float | None] = []
    position = 0
    while position < len(text):
        found = cell.match(text, position)
        assert found, f"no cell at {position}: {text[position : position + 40]!r}"
        quoted, bare, end = found.groups()
        row.append(quoted.replace('""', '"') if quoted is not None else _number(bare))
        if end == "\r\n":
            yield row
            row = []
        position = found.end()


def _number(bare: str) -> float | None:
    return float(bare.replace(",", ".")) if bare else None


def _read_csv(root: Path, view: str) -> tuple[list[str], Rows]:
    text = (root / "all/csv" / f"{view}.csv").read_bytes().decode("utf-8")
    head, *rows = _csv_cells(text, ",")
    return [str(name) for name in head], [tuple(row) for row in rows]


def _read_excel_csv(root: Path, view: str) -> tuple[list[str], Rows]:
    raw = (root / "excel/csv" / f"{view}.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *rows = _csv_cells(raw[3:].decode("utf-8"), ";")
    bare = [tuple(cell[1:] if isinstance(cell, str) and cell.startswith("'") else cell for cell in row) for row in rows]
    return [str(name) for name in head], bare


def _read_json(root: Path, view: str) -> tuple[list[str], Rows]:
    lines = (root / "all/json" / f"{view}.jsonl").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    records = [json.loads(line) for line in lines]
    return list(records[0]) if records else [], [tuple(record.values()) for record in records]


def _read_parquet(root: Path, view: str) -> tuple[list[str], Rows]:
    from pyarrow.parquet import read_table

    table = read_table(root / "all/parquet" / f"{view}.parquet")
    rows = [tuple(record.values()) for record in table.to_pylist()]
    return table.column_names, rows


_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Workbook:
    """The cells of a workbook, read from its XML: numbers as floats, texts as they are, empty cells as None."""

    def __init__(self, path: Path) -> None:
        self.archive = ZipFile(path)
        shared = Xml.fromstring(self.archive.read("xl/sharedStrings.xml"))
        self._texts = [_unescaped("".join(t.text or "" for t in item.iter(f"{_MAIN}t"))) for item in shared]
        sheets = Xml.fromstring(self.archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
        self.names = [sheet.attrib["name"] for sheet in sheets]
        self._rows: dict[str, list[list[str | float | None]]] = {}

    def xml(self, name: str) -> Xml.Element:
        """The root element of a sheet."""
        return Xml.fromstring(self.archive.read(f"xl/worksheets/sheet{self.names.index(name) + 1}.xml"))

    def rows(self, name: str) -> list[list[str | float | None]]:
        """All rows of a sheet, each as long as the longest."""
        if name not in self._rows:
            cells = [{_index(c.attrib["r"]): self._value(c) for c in r} for r in self.xml(name).iter(f"{_MAIN}row")]
            width = max(max(row, default=0) for row in cells) + 1
            self._rows[name] = [[row.get(index) for index in range(width)] for row in cells]
        return self._rows[name]

    def _value(self, cell: Xml.Element) -> str | float | None:
        value = cell.find(f"{_MAIN}v")
        if value is None or value.text is None:
            return None
        return self._texts[int(value.text)] if cell.attrib.get("t") == "s" else float(value.text)


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def _index(reference: str) -> int:
    number = 0
    for letter in re.sub(r"\d", "", reference):
        number = number * 26 + ord(letter) - 64
    return number - 1


@cache
def _workbook(root: Path) -> Workbook:
    return Workbook(root / "all/xlsx/biliktilik.xlsx")


@pytest.fixture
def open_workbook() -> Callable[[Path], Workbook]:
    return _workbook


def _read_xlsx(root: Path, view: str) -> tuple[list[str], Rows]:
    head, *rows = _workbook(root).rows(view)
    names = [str(name) for name in head]
    return [name for name in names if "(" not in name], [_joined(names, row) for row in rows]


def _joined(names: list[str], row: list[str | float | None]) -> tuple[Any, ...]:
    joined: list[Any] = []
    for name, cell in zip(names, row, strict=True):
        if "(" not in name:
            joined.append(cell)
        elif cell is not None:
            joined[-1] = f"{joined[-1]}{cell}"
    return tuple(joined)


@pytest.fixture(params=["csv", "excel csv", "json", "parquet", "xlsx"])
def read(request: pytest.FixtureRequest) -> Read:
    """Column names and rows of a view, read back from one form below a directory of ``export_tables``."""
    readers: dict[str, Read] = {
        "csv": _read_csv,
        "excel csv": _read_excel_csv,
        "json": _read_json,
        "parquet": _read_parquet,
        "xlsx": _read_xlsx,
    }
    return readers[request.param]
