"""Cells: markup goes, words and their places stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.cards.cells import split_rows
from biliktilik.parsers.cards.numbers import split_numbered
from biliktilik.parsers.model import Span


def test_markup_is_removed_and_places_lead_back() -> None:
    text = "\t<p>Үй &amp; <b>бақ</b>:</p>\tсоңы\n"
    (row,) = split_rows(text, [Span(1, len(text) - 1)])
    assert [(cell.column, cell.text.strip()) for cell in row] == [(1, "Үй & бақ:"), (2, "соңы")]
    whole = row[0].piece(0, len(row[0].text))
    assert whole.text == "Үй & бақ:"
    assert text[whole.span.start : whole.span.end] == "Үй &amp; <b>бақ</b>:"


def test_signs_that_are_no_markup_stay() -> None:
    text = "a <10 кг & b < c <қосымша>\n"
    ((cell,),) = split_rows(text, [Span(0, len(text) - 1)])
    assert cell.text == "a <10 кг & b < c <қосымша>"


def test_rows_know_page_breaks() -> None:
    text = "a\tb\n\nc\td\ne\n"
    rows = split_rows(text, [Span(0, 3), Span(5, 8), Span(9, 10)])
    told = [(row[0].after_break, row[0].before_break, row[0].alone) for row in rows]
    assert told == [(True, True, False), (True, False, False), (False, True, True)]


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "&quot;", "сөз", "1.", " ", "<", "&", "é", "<ol start='3'>"])))
def test_every_word_keeps_its_place(parts: list[str]) -> None:
    raw = "".join(parts)
    for row in split_rows(raw, [Span(0, len(raw))]):
        for cell in row:
            for index, letter in enumerate(cell.text):
                if letter.isalnum():
                    assert raw[cell.raw(index)] == letter


def members(text: str, last: int = 0) -> list[tuple[int | None, str]]:
    ((cell,),) = split_rows(text, [Span(0, len(text))])
    return [(one.number, one.piece.text) for one in split_numbered(cell.piece(0, len(cell.text)), last)]


def test_numbers_of_a_list_are_told_from_other_numbers() -> None:
    assert members("1. Бір; 2. Екі (18 жастан 3. кем). 3. Үш.") == [
        (1, "Бір;"),
        (2, "Екі (18 жастан 3. кем)."),
        (3, "Үш."),
    ]
    assert members("1. № 360 бұйрық. 2. 24.5 бап") == [(1, "№ 360 бұйрық."), (2, "24.5 бап")]
    assert members("1. Көлемі 2.5 м") == [(1, "Көлемі 2.5 м")]
    assert members("айқындау 2. Бөгде", 1) == [(None, "айқындау"), (2, "Бөгде")]


def test_a_list_may_leave_out_numbers_but_not_many() -> None:
    assert [number for number, _ in members("3. Үш. 6. Алты. 15. Он бес.", 2)] == [3, 6]
