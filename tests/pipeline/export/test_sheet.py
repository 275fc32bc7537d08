from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.export.content import Cell, Content
from biliktilik.pipeline.export.field import Field, Kind
from biliktilik.pipeline.export.sheet import CELL_LIMIT, pieces, sheets
from biliktilik.schema.views import View

FIELDS = (Field("code", Kind.TEXT, ""), Field("text", Kind.TEXT, ""), Field("known", Kind.FLAG, ""))


def content(*rows: tuple[Cell, ...]) -> Content:
    return Content(View("v_x", "", {}, ""), FIELDS, rows)


@given(st.text(), st.integers(min_value=2, max_value=9))
def test_pieces_fit_into_cells_and_join_to_the_whole(text: str, limit: int) -> None:
    cut = [str(piece) for piece in pieces(text, limit)]
    assert "".join(cut) == text
    assert all(len(piece.encode("utf-16-le", "surrogatepass")) // 2 <= limit for piece in cut)


def test_the_limit_of_excel() -> None:
    assert [len(str(piece)) for piece in pieces("б" * (CELL_LIMIT + 1))] == [32_767, 1]
    assert [len(str(piece)) for piece in pieces("😀" * 20_000)] == [16_383, 3_617]
    assert pieces("б" * CELL_LIMIT) == ["б" * CELL_LIMIT]


def test_a_long_text_goes_on_beside() -> None:
    (sheet,) = sheets(content(("1", "абвгде", True), ("2", None, None), ("3", "а", False)), cell_limit=4)
    assert [column.name for column in sheet.columns] == ["code", "text", "text (2)", "known"]
    assert list(sheet.rows) == [("1", "абвг", "де", 1), ("2", None, None, None), ("3", "а", None, 0)]


def test_many_rows_go_on_in_another_sheet() -> None:
    found = sheets(content(*((str(n), None, None) for n in range(5))), row_limit=3)
    assert [sheet.name for sheet in found] == ["v_x", "v_x (2)", "v_x (3)"]
    assert [row[0] for sheet in found for row in sheet.rows] == ["0", "1", "2", "3", "4"]
    assert all(len(sheet.rows) + 1 <= 3 for sheet in found)


def test_a_view_without_rows_has_its_sheet() -> None:
    (sheet,) = sheets(content())
    assert [column.name for column in sheet.columns] == ["code", "text", "known"]
    assert list(sheet.rows) == []
