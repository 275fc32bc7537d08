"""The documents of raw/ as DOCX give the same rows as their text files, apart from source places."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import ParsedDocument, ProvisionKind, SegmentKind, Span
from biliktilik.parsers.readers import read_bytes

RAW = Path(__file__).parents[4] / "raw"
FILES = sorted(path.name for path in RAW.glob("*.txt"))
OF_THE_FILE = frozenset({"source", "segments", "repairs", "findings"})
PARAGRAPH_MARKUP = re.compile(r"</?p>")


def language(name: str) -> str:
    return name.split(".")[-2]


def without_places(value: Any) -> Any:
    """A parse as plain values; the markup that one text file prints in its cells counts as blanks."""
    if isinstance(value, Span):
        return None
    if is_dataclass(value):
        return {
            one.name: without_places(getattr(value, one.name)) for one in fields(value) if one.name not in OF_THE_FILE
        }
    if isinstance(value, tuple):
        return [without_places(one) for one in value]
    if isinstance(value, str):
        return " ".join(PARAGRAPH_MARKUP.sub(" ", value).split())
    return value


def parsed(data: bytes, name: str) -> ParsedDocument:
    return parse_document(read_bytes(data, name))


@pytest.mark.parametrize("anchored", [False, True])
@pytest.mark.parametrize("name", FILES)
def test_same_rows_as_the_text_file(name: str, anchored: bool, as_docx: Callable[..., bytes]) -> None:
    text = (RAW / name).read_text("utf-8")
    expected = parsed(text.encode(), name)
    document = parsed(as_docx(text, language(name), anchored=anchored), name)
    assert document.body.provisions
    assert without_places(document) == without_places(expected)


@pytest.mark.parametrize("name", FILES)
def test_every_character_stands_in_one_segment(name: str, as_docx: Callable[..., bytes]) -> None:
    document = parsed(as_docx((RAW / name).read_text("utf-8"), language(name), anchored=True), name)
    edges = [0]
    for segment in document.segments:
        assert segment.span.start == edges[-1] < segment.span.end
        edges.append(segment.span.end)
    assert edges[-1] == len(document.source.text)
    anchors = [segment for segment in document.segments if segment.kind is SegmentKind.ANCHOR]
    assert len(anchors) == document.source.text.count("[bookmark: ") > 50
    assert not any(one.kind is ProvisionKind.UNPARSED for one in document.body.provisions)


@pytest.mark.parametrize("name", FILES)
def test_words_of_the_text_file_in_the_same_order(name: str, as_docx: Callable[..., bytes]) -> None:
    """Every word once and in order, for the texts whose words stand in their places."""
    text = (RAW / name).read_text("utf-8")
    source = read_bytes(as_docx(text, language(name)), name)
    if language(name) == "kk":
        assert source.text.split() == PARAGRAPH_MARKUP.sub(" ", text).split()
    assert source.links
    for link in source.links:
        assert link.target.startswith("https://adilet.zan.kz/kaz/docs/")
        assert re.search(r"№ ?\d|кодекса", source.text[link.span.start : link.span.end])


def test_reading_twice_gives_the_same(as_docx: Callable[..., bytes]) -> None:
    data = as_docx((RAW / FILES[0]).read_text("utf-8"), "kk", anchored=True)
    assert read_bytes(data, "a") == read_bytes(data, "a")
