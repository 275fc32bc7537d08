from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from biliktilik.pipeline.store.database import Reader
from biliktilik.schema.views import views

OpenWorkbook = Callable[[Path], Any]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.mark.parametrize("export", ["real_export", "nasty_export"])
def test_no_cell_is_a_formula_or_a_link(
    export: str, request: pytest.FixtureRequest, open_workbook: OpenWorkbook
) -> None:
    book = open_workbook(request.getfixturevalue(export))
    for name in book.names:
        tags = {element.tag.removeprefix(MAIN) for element in book.xml(name).iter()}
        assert not tags & {"f", "hyperlinks", "hyperlink"}
        assert {"row", "c", "v"} <= tags


def test_one_sheet_for_each_view_after_those_that_explain(real_export: Path, open_workbook: OpenWorkbook) -> None:
    assert open_workbook(real_export).names == ["About", "Columns", *(view.name for view in views())]


def test_headers_stay_in_sight_and_filter(real_export: Path, open_workbook: OpenWorkbook) -> None:
    book = open_workbook(real_export)
    for view in views():
        sheet = book.xml(view.name)
        pane = sheet.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
        assert (pane.attrib["ySplit"], pane.attrib["state"]) == ("1", "frozen")
        rows, columns = len(book.rows(view.name)), len(book.rows(view.name)[0])
        first, last = sheet.find(f"{MAIN}autoFilter").attrib["ref"].split(":")
        assert (first, last) == ("A1", f"{chr(64 + columns)}{rows}")


def test_codes_and_printed_numbers_are_text(real_export: Path, open_workbook: OpenWorkbook) -> None:
    head, *rows = open_workbook(real_export).rows("v_positions")
    # The 2012 order prints «2-бөлім», and 1 to 11 before its first positions.
    assert {row[head.index("section")] for row in rows} >= {"2"}
    assert all(isinstance(row[head.index("position")], str | None) for row in rows)
    assert all(isinstance(row[head.index("char_start")], float) for row in rows)


def test_about_says_what_the_workbook_holds(reader: Reader, real_export: Path, open_workbook: OpenWorkbook) -> None:
    book = open_workbook(real_export)
    told = {row[0]: row for row in book.rows("About")}
    assert told["Schema version"][1] == reader.ask("SELECT schema_version FROM meta").rows[0][0]
    for view in views():
        count = reader.ask(f"SELECT count(*) FROM {view.name}").rows[0][0]
        assert told[view.name][1:3] == [view.grain, count]
    assert "32,767" in str(told["Long texts"][1])
    assert "2025-10-24_580-нқ.kk.txt" in told


def test_every_column_is_explained(real_export: Path, open_workbook: OpenWorkbook) -> None:
    book = open_workbook(real_export)
    head, *rows = book.rows("Columns")
    assert head == ["sheet", "column", "type", "meaning"]
    assert all(all(row) for row in rows)
    assert [row[:2] for row in rows] == [[view.name, name] for view in views() for name in book.rows(view.name)[0]]


def test_long_columns_are_wrapped_and_none_is_wider_than_a_screen(
    real_export: Path, open_workbook: OpenWorkbook
) -> None:
    book = open_workbook(real_export)
    widths = [float(column.attrib["width"]) for name in book.names[2:] for column in book.xml(name).iter(f"{MAIN}col")]
    assert max(widths) < 64
    assert min(widths) >= 8
