import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.export.content import Cell, Content
from biliktilik.pipeline.export.delimited import EXCEL, PLAIN, Dialect, cell, encode
from biliktilik.pipeline.export.field import Field, Kind
from biliktilik.pipeline.export.neutral import restore
from biliktilik.schema.views import View

FIELDS = (Field("a", Kind.TEXT, ""), Field("b", Kind.DECIMAL, ""), Field("c", Kind.FLAG, ""))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))  # SQLite holds no lone surrogates


def content(*rows: tuple[Cell, ...]) -> Content:
    return Content(View("v_x", "", {}, ""), FIELDS, rows)


@pytest.mark.parametrize(
    ("value", "kind", "plain", "excel"),
    [
        (None, Kind.TEXT, "", ""),
        ("", Kind.TEXT, '""', '""'),
        ("2", Kind.TEXT, '"2"', '"2"'),
        ('он "сам"', Kind.TEXT, '"он ""сам"""', '"он ""сам"""'),
        ("=1+1", Kind.TEXT, '"=1+1"', '"\'=1+1"'),
        ("10-1", Kind.TEXT, '"10-1"', '"\'10-1"'),
        ("2012-02-02", Kind.DAY, '"2012-02-02"', '"2012-02-02"'),
        (13, Kind.WHOLE, "13", "13"),
        (-1, Kind.WHOLE, "-1", "-1"),
        (1.5, Kind.DECIMAL, "1.5", "1,5"),
        (3.0, Kind.DECIMAL, "3", "3"),
        (True, Kind.FLAG, "1", "1"),
        (False, Kind.FLAG, "0", "0"),
    ],
)
def test_cells(value: Cell, kind: Kind, plain: str, excel: str) -> None:
    assert cell(value, kind, PLAIN) == plain
    assert cell(value, kind, EXCEL) == excel


def test_a_whole_file() -> None:
    rows = (("а,б\r\nв", 0.5, True), (None, None, None))
    assert encode(content(*rows), PLAIN).decode() == '"a","b","c"\r\n"а,б\r\nв",0.5,1\r\n,,\r\n'
    assert encode(content(*rows), EXCEL) == '\ufeff"a";"b";"c"\r\n"а,б\r\nв";0,5;1\r\n;;\r\n'.encode()


@pytest.mark.parametrize("dialect", [PLAIN, EXCEL])
@given(texts=st.lists(TEXTS))
def test_any_text_comes_back_through_another_reader(dialect: Dialect, texts: list[str]) -> None:
    file = encode(content(*((text, 1.5, None) for text in texts)), dialect).decode(dialect.encoding)
    head, *rows = csv.reader(io.StringIO(file, newline=""), delimiter=dialect.delimiter, strict=True)
    kept: list[Any] = [restore(row[0]) if dialect.neutral else row[0] for row in rows]
    assert head == ["a", "b", "c"]
    assert kept == texts
    assert all(row[1:] == [f"1{dialect.decimal_mark}5", ""] for row in rows)
