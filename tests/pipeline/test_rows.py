"""Rows say what the documents say."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.model import Finding, ParsedDocument, Segment, SegmentKind, Severity, Span
from biliktilik.pipeline.catalog import Catalog
from biliktilik.pipeline.linking import link
from biliktilik.pipeline.reading import Reading
from biliktilik.pipeline.rows import Rows, make_rows
from biliktilik.pipeline.rows.sources import EXCERPT_LENGTH, excerpt, solid_chars
from biliktilik.schema.tables import Base

MakeReading = Callable[..., Reading]
URI = "/akn/kz/act/order/2012-02-02/1-ө"


def rows_of(*readings: Reading) -> Rows:
    return make_rows(link(readings, Catalog()))


def test_keys_name_act_language_and_unit(make_reading: MakeReading) -> None:
    rows = rows_of(make_reading(), make_reading("a.ru.txt", "x" * 40, language="ru"))
    assert {row["position_id"] for row in rows["positions"]} == {f"{URI}#att_1__pos_1"}
    assert [row["wording_id"] for row in rows["positions"]] == [
        f"{URI}/kk@#att_1__pos_1",
        f"{URI}/ru@#att_1__pos_1",
    ]
    assert rows["items"][0]["position_wording_id"] == f"{URI}/kk@#att_1__pos_1"
    assert rows["alternatives"][0]["item_wording_id"] == rows["items"][0]["wording_id"]


def test_codes_are_joined_in_order(make_reading: MakeReading) -> None:
    (row,) = rows_of(make_reading())["alternatives"]
    assert (row["education"], row["fields"], row["min_years"], row["no_experience_required"]) == (
        "higher,tve",
        "social",
        3.0,
        False,
    )


def test_an_item_of_no_known_position_stands_alone(make_reading: MakeReading) -> None:
    reading = make_reading()
    assert isinstance(reading.document, ParsedDocument)
    body = replace(reading.document.body, positions=())
    rows = rows_of(make_reading(body=body))
    assert [row["position_wording_id"] for row in rows["items"]] == [None]


def test_every_column_belongs_to_its_table(make_reading: MakeReading) -> None:
    for name, rows in rows_of(make_reading()).items():
        columns = set(Base.metadata.tables[name].columns.keys())
        assert all(set(row) <= columns for row in rows), name


def test_coverage_leaves_out_what_was_not_understood(make_reading: MakeReading) -> None:
    text = "abc de\n fg"
    cells = (
        Segment(Span(0, 6), SegmentKind.TEXT, None, "r"),
        Segment(Span(6, 10), SegmentKind.UNPARSED, None, "r"),
    )
    (row,) = rows_of(make_reading(text=text, segments=cells))["sources"]
    assert (row["chars"], row["solid_chars"], row["attributed_chars"]) == (10, 7, 5)


def test_a_text_that_the_parser_failed_on_is_kept(make_reading: MakeReading) -> None:
    whole = make_reading(text="abc")
    rows = rows_of(Reading(whole.file, None, whole.source, "the parser failed"))
    assert (rows["sources"][0]["use"], rows["sources"][0]["text"]) == ("unreadable", "abc")
    assert rows["sources"][0]["attributed_chars"] == 0
    assert [(row["char_start"], row["char_end"], row["kind"]) for row in rows["segments"]] == [(0, 3, "unparsed")]


@pytest.mark.parametrize(
    ("span", "line", "words"), [((0, 8), 1, "one two"), ((5, 8), 1, "two"), ((9, 14), 2, "three"), ((8, 9), 1, "")]
)
def test_findings_have_line_and_excerpt(
    make_reading: MakeReading, span: tuple[int, int], line: int, words: str
) -> None:
    found = Finding("odd", Severity.INFO, "m", Span(*span))
    (row,) = rows_of(make_reading(text="one  two\nthree\nfour", findings=(found,), segments=()))["findings"]
    assert (row["line"], row["excerpt"]) == (line, words)


@given(st.text("abc де \n\t\u00a0", max_size=3 * EXCERPT_LENGTH))
def test_excerpts_are_short_and_folded(text: str) -> None:
    short = excerpt(text)
    assert len(short) <= EXCERPT_LENGTH + 1
    assert short == " ".join(short.split())
    assert short.removesuffix("…") in " ".join(text.split())


@given(st.text())
def test_solid_characters_are_those_not_blank(text: str) -> None:
    assert solid_chars(text) == sum(not char.isspace() for char in text)
