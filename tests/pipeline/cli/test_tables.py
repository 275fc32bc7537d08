"""Listings in their three forms."""

import io
import json

import pytest

from biliktilik.pipeline.cli.tables import write_table
from biliktilik.pipeline.store.table import Table, Value, cell_text

TABLE = Table(("name", "years"), [("а, б", 2.0), ('"в"', None), ("г\nд", 1.5)])


def written(table: Table, style: str) -> str:
    out = io.StringIO()
    write_table(table, style, out)
    return out.getvalue()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_csv_quotes_and_leaves_null_empty() -> None:
    assert written(TABLE, "csv") == 'name,years\n"а, б",2\n"""в""",\n"г\nд",1.5\n'


def test_json_keeps_types_and_letters() -> None:
    assert json.loads(written(TABLE, "json"))[1] == {"name": '"в"', "years": None}
    assert "а, б" in written(TABLE, "json")


@pytest.mark.parametrize(("style", "expected"), [("json", "[]\n"), ("csv", "name\n"), ("table", "name\n")])
def test_no_rows(style: str, expected: str) -> None:
    assert written(Table(("name",), []), style) == expected


def test_table_aligns_numbers_right() -> None:
    assert written(Table(("n", "t"), [(5, "a"), (10, "b")]), "table") == " n  t\n 5  a\n10  b\n"


def test_a_terminal_gets_a_table() -> None:
    out = Terminal()
    write_table(TABLE, None, out)
    assert "name" in out.getvalue()
    assert not out.getvalue().startswith("[")


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (3.0, "3"), (0.25, "0.25"), (b"\x01", "01"), (12345678.5, "12345678.5"), (7, "7")]
)
def test_cell_text(value: Value, text: str) -> None:
    assert cell_text(value) == text


def test_a_small_terminal_loses_no_column_and_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = Terminal()
    write_table(Table(("code", "name", "words"), [("abc", "x" * 26, "длинное слово " * 5)]), None, out)
    assert "x" * 26 in out.getvalue()
    assert out.getvalue().count("длинное") == 5
