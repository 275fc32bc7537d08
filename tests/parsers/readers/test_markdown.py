"""Markdown as text, and what is Markdown at all."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.readers import UnreadableSource, read_bytes
from biliktilik.parsers.readers.html.words import SOFT
from biliktilik.parsers.readers.markdown import extract
from biliktilik.parsers.readers.signature import media_type_of

RAW = Path(__file__).parents[3] / "raw"


def lines(text: str) -> list[str]:
    return [line.strip() for line in extract(text.encode()).text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Бұйрық туралы\n## 1-бөлім ##\nа\n", ["Бұйрық туралы", "1-бөлім", "а"]),
        ("> *Ескерту. 1-тармақ\n> жаңа редакцияда*\n\n>*Ескерту. 2*", ["Ескерту. 1-тармақ жаңа редакцияда", "Ескерту. 2"]),
        ("5. Мыналарды:\n1) а;\n2\\) б.\n3\\. в\n\n87. г", ["5. Мыналарды:", "1) а;", "2) б.", "3. в", "87. г"]),
        ("- а;\n- б;\n* в", ["а;", "б;", "в"]),
        ("бір жол\nекінші жол  \nҮшінші\\\nТөртінші", ["бір жол екінші жол", "Үшінші", "Төртінші"]),
        ("**А** *б* __в__ _г_ ***д*** 2*3*4 a_b_c \\*е\\* * ж", ["А б в г д 2*3*4 a_b_c *е* * ж"]),
        ("|а|б|\n|---|:-:|\n| **в** | г \\| д<br>е |\n\nж", ["а\tб", f"в\tг | д{SOFT}е", "ж"]),
        ("<table>\n<tr><td>а</td>\n\n<td>б</td></tr>\n</table>\n\nв", ["а\tб", "в"]),
        ("а<a name=\"z1\"></a> &lt;б&gt; 5 < 6\n\n---\n\n      в", ["а <б> 5 < 6", "в"]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_links() -> None:
    text = 'а [№ 1 (б)](/kaz/docs/V1 "т"), [в](<#z2>) [г] (д) ![е](ж.png)'
    found = extract(text.encode())
    linked = [(found.text[link.span.start : link.span.end], link.target) for link in found.links]
    assert linked == [("№ 1 (б)", "/kaz/docs/V1"), ("в", "#z2"), ("е", "ж.png")]


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("# Бұйрық туралы\n\n## 1-бөлім\n", "text/markdown"),
        ('\ufeff\n# "Ана" туралы\n\nа\n\n> *Ескерту. б*\n', "text/markdown"),
        ("# Бұйрық\n\n| а | б |\n|---|---|\n", "text/markdown"),
        ("# Бұйрық\n\nа [б](/kaz/docs/V1)\n", "text/markdown"),
        ("# Бұйрық туралы\n\n1. Бекітілсін.\n", "text/plain"),  # one mark alone is no proof
        ("# 5 бұйрық\n# 6 бұйрық\n", "text/plain"),
        ("#Бұйрық\n#1\n", "text/plain"),
        ("Бұйрық\n\n# Тақырып\n\n# Тақырып\n", "text/plain"),
        ("* а\n* б\n> в\n", "text/plain"),
        (" Бұйрық туралы\n\n      1. <p>а</p>\n", "text/plain"),
    ],
)
def test_what_is_markdown(text: str, media_type: str) -> None:
    assert media_type_of(text.encode()) == media_type
    assert media_type_of(text.encode("utf-16")) == media_type


def test_the_documents_of_the_folder_are_plain_text() -> None:
    assert {media_type_of(path.read_bytes()) for path in RAW.glob("*.txt")} == {"text/plain"}


@given(
    st.lists(st.sampled_from([*"# >|*_[]()\\\n-<1.", "а", "  \n", "\n\n", "| а |\n|---|\n", "<table>"]), max_size=40)
)
def test_any_marks_are_read_the_same_way_or_refused_with_a_reason(pieces: list[str]) -> None:
    data = "".join(["# Тақырып\n\n## б\n", *pieces]).encode()
    source = read_bytes(data, "a.md")
    assert source == read_bytes(data, "a.md")
    assert source.text.startswith(" Тақырып\n б\n")


@pytest.mark.parametrize(
    "text", ["[" * 10**6, "*" * 10**6, "* a" * 300_000, "_a" * 400_000, "[a](" * 250_000, "|" * 10**6, "> " * 500_000, "<table>\n" * 10**5, "a\n" * 400_000, "\\" * 10**6, "| a |\n|---|\n" * 70_000]
)  # fmt: skip
def test_a_megabyte_of_nonsense_takes_seconds_at_most(text: str) -> None:
    started = time.process_time()
    try:
        read_bytes(f"# Тақырып\n\n## б\n\n{text}".encode(), "a.md")
    except UnreadableSource as error:
        assert "thousands deep" in str(error)
    assert time.process_time() - started < 5
