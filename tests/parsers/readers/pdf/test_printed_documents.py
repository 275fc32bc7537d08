"""The documents of raw/, printed in the styles of several programs and read back: the same rows, the same characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import ParsedDocument, SegmentKind, SourceText, Span
from biliktilik.parsers.readers import read_bytes
from biliktilik.parsers.repair import repair_text

Document = Callable[[str], ParsedDocument]
Printed = Callable[[SourceText, str], tuple[bytes, tuple[tuple[str, str], ...]]]

# A dense page shows a paragraph by its indent alone; № 125 has none, so nothing on such a page would tell its paragraphs.
STYLES = {
    "2012.kk": ["portal", "office"],
    "2012.ru": ["portal", "dense"],
    "125.kk": ["office", "gazette"],
    "309.kk": ["portal", "office", "gazette", "dense"],
    "580.kk": ["portal", "office", "gazette", "dense"],
}
CASES = [(key, style) for key, styles in STYLES.items() for style in styles]
NOT_ROWS = {"source", "segments", "repairs", "findings"}


def rows(value: Any) -> Any:
    """What a part of a document states, without its places in the source."""
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return (type(value).__name__, *((name, rows(part)) for name, part in named if not isinstance(part, Span)))
    if isinstance(value, tuple):
        return tuple(rows(part) for part in value if not isinstance(part, Span))
    return value


def visible(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("key", "style"), CASES)
def test_a_printed_document_gives_the_same_rows(document: Document, printed: Printed, key: str, style: str) -> None:
    known = document(key)
    data, linked = printed(known.source, style)
    source = read_bytes(data, "act.pdf")
    assert (source.media_type, source.reader) == ("application/pdf", "pdf")
    read = parse_document(source)
    for field in fields(ParsedDocument):
        if field.name not in NOT_ROWS:
            assert rows(getattr(read, field.name)) == rows(getattr(known, field.name)), field.name
    assert Counter(finding.code for finding in read.findings) == Counter(
        finding.code for finding in known.findings if finding.code != "displaced_word_undecided"
    )
    _check_characters(read, known)
    printed_links = {link.target: visible(source.text[link.span.start : link.span.end]) for link in source.links}
    assert printed_links == {target: visible(words) for words, target in linked}


def _check_characters(read: ParsedDocument, known: ParsedDocument) -> None:
    """Every character of the act once and in its order; what the pages add is furniture and nothing else."""
    text = read.source.text
    furniture = [s for s in read.segments if s.kind is SegmentKind.FURNITURE and s.rule == "furniture.page"]
    own = text[: furniture[0].span.start] if furniture else text
    assert visible(own) == visible(repair_text(known.source.text, known.language).text)
    assert not [s for s in read.segments if s.kind is SegmentKind.UNPARSED]


def test_page_furniture_is_named_with_its_page(document: Document, printed: Printed) -> None:
    data, _ = printed(document("309.kk").source, "office")
    read = parse_document(read_bytes(data, "act.pdf"))
    lines = [
        read.source.text[segment.span.start : segment.span.end]
        for segment in read.segments
        if segment.kind is SegmentKind.FURNITURE
    ]
    pages = len(lines) // 2
    assert pages >= 4
    assert lines[:2] == ["[page 1: Бұйрық мәтіні – 1 бет]", "[page 1: - 1 -]"]
    assert lines[-1] == f"[page {pages}: - {pages} -]"


def test_the_same_file_gives_the_same_text(document: Document, printed: Printed) -> None:
    data, _ = printed(document("309.kk").source, "portal")
    assert read_bytes(data, "a.pdf") == read_bytes(data, "a.pdf")
