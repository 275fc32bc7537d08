"""What is read from a repaired text leads to the raw one: places, segments and the words in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from biliktilik.parsers.model import ParsedDocument, Segment, SegmentKind, SourceText, Span
from biliktilik.parsers.repair import relocate, repair_text
from biliktilik.parsers.repair.offsets import Offsets, RepairedLine
from biliktilik.parsers.repair.partition import relocate_segments

Document = Callable[[str], ParsedDocument]
Parse = Callable[[str], ParsedDocument]

HEAD = """
О чем-нибудь

Приказ Министра труда Республики Казахстан от 2 февраля 2012 года № 31.
      1. Утвердить прилагаемые квалификационные характеристики должностей
работников системы социальной защиты и занятости населения, которые при-
меняются во всех организациях этой системы с первого дня их работы.

Утверждены
приказом Министра труда

Квалификационные характеристики

Раздел 1. Должности специалистов
1. Социальный работник

"""


def spans(value: object) -> Iterator[Span]:
    """Every span in a value, at any depth, the source apart."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from spans(member)
    elif is_dataclass(value) and not isinstance(value, SourceText):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def letters(text: str) -> Counter[str]:
    return Counter(text) - Counter(dict.fromkeys(" \n\t\r", len(text)))


def test_every_place_lies_in_the_raw_text(document: Document) -> None:
    parsed = document("2012.ru")
    assert parsed.repairs
    assert all(0 <= span.start <= span.end <= len(parsed.source.text) for span in spans(parsed))


def test_a_place_holds_the_words_of_its_piece(document: Document) -> None:
    parsed = document("2012.ru")
    text = parsed.source.text
    pieces: list[tuple[str, Span]] = [(item.text, item.span) for item in parsed.body.items]
    pieces += [(unit.text, unit.span) for unit in parsed.body.provisions if unit.text]
    pieces += [(note.text, note.span) for note in parsed.notes]
    pieces += [(unit.title, unit.span) for unit in parsed.body.positions if unit.title]
    pieces += [(named.as_printed, named.span) for named in parsed.body.citations]
    assert len(pieces) > 1000
    for words, span in pieces:
        assert not letters(words) - letters(text[span.start : span.end]), words


def test_a_place_is_as_small_as_it_can_be(document: Document) -> None:
    parsed = document("2012.ru")
    text = parsed.source.text
    for item in parsed.body.items:
        piece = text[item.span.start : item.span.end]
        assert piece == piece.strip()
        assert {piece[0], piece[-1]} <= set(item.text + ";."), item.text


def test_segments_divide_the_raw_text(document: Document) -> None:
    parsed = document("2012.ru")
    text, at = parsed.source.text, 0
    for segment in parsed.segments:
        assert segment.span.start == at < segment.span.end
        piece = text[at : segment.span.end]
        assert (segment.kind is SegmentKind.BLANK) == piece.isspace()
        assert segment.kind is not SegmentKind.UNPARSED
        at = segment.span.end
    assert at == len(text)


def test_words_of_an_item_lie_in_segments_of_its_unit(document: Document) -> None:
    parsed = document("2012.ru")
    text = parsed.source.text
    owned: dict[str | None, Counter[str]] = {}
    for segment in parsed.segments:
        owned.setdefault(segment.eid, Counter()).update(letters(text[segment.span.start : segment.span.end]))
    for item in parsed.body.items:
        assert not letters(item.text) - owned[item.eid], item.eid


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_page_says_what_the_clean_one_says(
    seed: int, parse: Parse, page: Callable[[list[str], int], Any], paragraphs: Callable[[int, int], list[str]]
) -> None:
    made = page(paragraphs(seed, 0)[:2], 66 + 3 * seed)
    clean, damaged = parse(HEAD + "\n".join(made.clean)), parse(HEAD + made.text)
    assert clean.repairs == ()
    assert damaged.repairs
    assert [(item.eid, item.text) for item in damaged.body.items] == [
        (item.eid, item.text) for item in clean.body.items
    ]
    assert len(clean.body.items) > 5
    assert owners(damaged) == owners(clean)


def owners(parsed: ParsedDocument) -> dict[tuple[str | None, SegmentKind], Counter[str]]:
    """The letters of each unit and kind of segment."""
    found: dict[tuple[str | None, SegmentKind], Counter[str]] = {}
    for segment in parsed.segments:
        piece = parsed.source.text[segment.span.start : segment.span.end]
        if segment.kind is not SegmentKind.BLANK:
            found.setdefault((segment.eid, segment.kind), Counter()).update(letters(piece))
    return found


#          0123456789
RAW = "one\n b;a\ntwo"
OFFSETS = Offsets([RepairedLine(Span(4, 8), Span(4, 8), "a b;", (3, -1, 1, 2))])


@pytest.mark.parametrize(
    ("repaired", "raw"),
    [
        (Span(0, 3), Span(0, 3)),
        (Span(4, 5), Span(7, 8)),
        (Span(6, 7), Span(5, 6)),
        (Span(6, 8), Span(5, 7)),
        (Span(4, 7), Span(5, 8)),
        (Span(0, 5), Span(0, 8)),
        (Span(6, 12), Span(5, 12)),
        (Span(9, 12), Span(9, 12)),
        (Span(5, 5), Span(8, 8)),
        (Span(4, 4), Span(4, 4)),
    ],
)
def test_offsets(repaired: Span, raw: Span) -> None:
    assert OFFSETS.raw(repaired) == raw


def test_offsets_behind_a_line_that_grew() -> None:
    grown = Offsets([RepairedLine(Span(4, 9), Span(4, 8), "a  b;", (3, -1, -1, 1, 2))])
    assert grown.raw(Span(10, 13)) == Span(9, 12)
    assert list(grown.plain(Span(0, 13))) == [Span(0, 4), Span(8, 12)]


def test_segments_of_a_line_whose_words_change_places() -> None:
    text, blank = SegmentKind.TEXT, SegmentKind.BLANK
    read = [
        Segment(Span(0, 5), text, "first", "r"),
        Segment(Span(5, 6), blank, None, "blank"),
        Segment(Span(6, 12), text, "second", "r"),
    ]
    assert [(one.span, one.eid) for one in relocate_segments(read, OFFSETS, RAW)] == [
        (Span(0, 3), "first"),
        (Span(3, 5), None),
        (Span(5, 7), "second"),
        (Span(7, 8), "first"),
        (Span(8, 9), None),
        (Span(9, 12), "second"),
    ]


def test_a_text_without_repairs_costs_nothing(document: Document) -> None:
    parsed = document("2012.kk")
    assert relocate(parsed, parsed.source, repair_text(parsed.source.text, "kk")) is parsed
