"""The documents of raw/, written in other formats, give the same rows as their texts."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from biliktilik.parsers.model import SourceText
from biliktilik.parsers.readers import read_bytes
from biliktilik.pipeline.build import build
from tests.documents.markdown import markdown_of
from tests.documents.portal import page_of
from tests.documents.raw import NAMES, RAW, parts_of
from tests.documents.rows import Rows, rows_of

Write = Callable[[str], str]


def _page(name: str) -> str:
    return page_of(parts_of(name), "rus" if ".ru." in name else "kaz")


def _markdown(name: str) -> str:
    return markdown_of(parts_of(name))


FORMATS = {"html": _page, "md": _markdown}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    database = tmp_path_factory.mktemp("texts") / "texts.sqlite"
    build(RAW, str(database))
    return rows_of(database)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_view_holds_the_same_rows(suffix: str, texts: Rows, tmp_path: Path) -> None:
    shutil.copytree(RAW, tmp_path / "raw", ignore=shutil.ignore_patterns("*.txt"))
    for name in NAMES:
        (tmp_path / "raw" / name.replace("txt", suffix)).write_text(FORMATS[suffix](name), "utf-8")
    build(tmp_path / "raw", str(tmp_path / "other.sqlite"))
    rows = rows_of(tmp_path / "other.sqlite")
    assert len(texts["v_requirements"]) > 200 and len(texts["v_card_knowledge"]) > 100
    for view in texts:
        assert rows[view] == texts[view], view


@pytest.fixture(scope="module")
def read() -> Callable[[str, str], SourceText]:
    return lambda suffix, name: read_bytes(FORMATS[suffix](name).encode(), name)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_every_character_of_the_document_is_read_once_and_nothing_else(
    suffix: str, name: str, read: Callable[[str, str], SourceText]
) -> None:
    printed = "".join("".join(line.split()) for part in parts_of(name) for line in part.lines)
    for tag in ("<p>", "</p>", '<olstyle="list-style-type:none">'):
        printed = printed.replace(tag, "")
    assert "".join(read(suffix, name).text.split()) == printed


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_link_covers_its_words_and_keeps_its_target(suffix: str, read: Callable[[str, str], SourceText]) -> None:
    source = read(suffix, "2025-10-06_309.kk.txt")
    linked = {source.text[link.span.start : link.span.end]: link.target for link in source.links}
    assert linked["№ 16057"].startswith("/kaz/docs/V")
    assert all(text.startswith("№") for text in linked)
