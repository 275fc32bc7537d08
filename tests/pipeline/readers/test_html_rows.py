"""The documents of raw/, written as pages of the portal, give the same rows as their texts."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from biliktilik.parsers.model import SourceText
from biliktilik.parsers.readers import read_bytes
from biliktilik.pipeline.build import build
from tests.documents.portal import page_of
from tests.documents.raw import NAMES, RAW, parts_of
from tests.documents.rows import Rows, rows_of


def _page(name: str) -> str:
    return page_of(parts_of(name), "rus" if ".ru." in name else "kaz")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rows, Rows]:
    folder = tmp_path_factory.mktemp("pages")
    shutil.copy(RAW / "catalog.toml", folder)
    for name in NAMES:
        (folder / name.replace(".txt", ".html")).write_text(_page(name), "utf-8")
    databases = tmp_path_factory.mktemp("databases")
    build(RAW, str(databases / "texts.sqlite"))
    build(folder, str(databases / "pages.sqlite"))
    return rows_of(databases / "texts.sqlite"), rows_of(databases / "pages.sqlite")


def test_every_view_holds_the_same_rows(both: tuple[Rows, Rows]) -> None:
    texts, pages = both
    assert len(texts["v_requirements"]) > 200 and len(texts["v_card_knowledge"]) > 100
    for view in texts:
        assert pages[view] == texts[view], view


@pytest.fixture(scope="module")
def read() -> Callable[[str], SourceText]:
    return lambda name: read_bytes(_page(name).encode(), name)


@pytest.mark.parametrize("name", NAMES)
def test_every_character_of_the_document_is_read_once_and_nothing_else(
    name: str, read: Callable[[str], SourceText]
) -> None:
    printed = "".join("".join(line.split()) for part in parts_of(name) for line in part.lines)
    for tag in ("<p>", "</p>", '<olstyle="list-style-type:none">'):
        printed = printed.replace(tag, "")
    assert "".join(read(name).text.split()) == printed


def test_a_link_covers_its_words_and_keeps_its_target(read: Callable[[str], SourceText]) -> None:
    source = read("2025-10-06_309.kk.txt")
    linked = [(source.text[link.span.start : link.span.end], link.target) for link in source.links]
    assert ("№ 16057", "/kaz/docs/V00000007_#z1") in linked
    assert [text[:1] for text, _ in linked] == ["№"] * len(linked)


def test_the_same_page_gives_the_same_text(tmp_path: Path) -> None:
    page = _page(NAMES[-1]).encode()
    assert read_bytes(page, "a.html") == read_bytes(page, "a.html")
