"""What the parser tests share: the five documents, parsed once, and the hand-read tables of tests/cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import Item, ParsedDocument
from biliktilik.parsers.readers import read_bytes, read_source

ROOT = Path(__file__).parents[2]
DOCUMENTS = {
    "2012.kk": "2012-02-02_31-ө-м.kk.txt",
    "2012.ru": "2012-02-02_31-ө-м.ru.txt",
    "125.kk": "2024-04-30_125.kk.txt",
    "309.kk": "2025-10-06_309.kk.txt",
    "580.kk": "2025-10-24_580-нқ.kk.txt",
}


@cache
def _document(key: str) -> ParsedDocument:
    return parse_document(read_source(ROOT / "raw" / DOCUMENTS[key], DOCUMENTS[key]))


@cache
def _cases(name: str) -> tuple[dict[str, str], ...]:
    """Rows of a table in tests/cases: split at tabs, quotation marks are letters like any other."""
    lines = (ROOT / "tests" / "cases" / name).read_text("utf-8").rstrip("\n").split("\n")
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


@pytest.fixture(scope="session")
def document() -> Callable[[str], ParsedDocument]:
    """One of the five documents by its short name (``2012.kk``)."""
    return _document


@pytest.fixture(scope="session")
def cases() -> Callable[[str], tuple[dict[str, str], ...]]:
    """A table of tests/cases by its file name."""
    return _cases


@pytest.fixture(scope="session")
def parse() -> Callable[[str], ParsedDocument]:
    """Parse a text that a test writes out."""
    return lambda text: parse_document(read_bytes(text.encode(), "test.txt"))


@pytest.fixture(scope="session")
def all_items() -> Callable[[ParsedDocument], list[Item]]:
    """Items of a document's own act and of the islands that it quotes."""
    return lambda parsed: [*parsed.body.items, *(item for island in parsed.islands for item in island.body.items)]
