"""Whole documents that are not what they should be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import ParsedDocument, SegmentKind
from biliktilik.parsers.readers import read_bytes

Parse = Callable[[str], ParsedDocument]
Document = Callable[[str], ParsedDocument]

POEM = """Қараңғы түнде тау қалғып,
Ұйқыға кетер балбырап.
Даланы жым-жырт, дел-сал қып,
Түн басады салбырап.
"""


def test_a_poem_is_no_act(parse: Parse) -> None:
    document = parse(POEM)
    assert document.kind is None
    [kept] = document.body.provisions
    assert (kept.kind, kept.text) == ("unparsed", " ".join(POEM.split()))
    assert {s.kind for s in document.segments if s.kind is not SegmentKind.BLANK} == {SegmentKind.UNPARSED}
    assert document.findings[0].code == "unknown_document"
    assert document.findings[0].severity == "error"


@pytest.mark.parametrize("key", ["2012.kk", "580.kk"])
def test_a_document_cut_in_the_middle_is_reported(document: Document, parse: Parse, key: str) -> None:
    text = document(key).source.text
    cut = text[: len(text) // 2].rsplit(" ", 1)[0]
    found = {(f.code, f.severity) for f in parse(cut).findings}
    assert ("document_cut_off", "error") in found


def test_a_text_with_blocks_but_no_requisites_is_kept_and_reported(parse: Parse) -> None:
    text = "Маман\n\nЛауазымдық міндеттері: Жұмыс істейді. Есеп береді.\n\nБілуге тиіс: заңнаманы; тәртіпті.\n"
    document = parse(text)
    assert [item.text for item in document.body.items] == ["Жұмыс істейді", "Есеп береді", "заңнаманы", "тәртіпті"]
    assert "header_not_read" in {finding.code for finding in document.findings}


def test_letters_of_two_alphabets_in_one_word_are_reported(parse: Parse) -> None:
    document = parse(POEM.replace("Түн", "Tүн") + "\n1. Лауазымдық міндеттері: Қауiпсiздiк.\n")
    words = [f.message for f in document.findings if f.code == "mixed_letters"]
    assert any("Tүн" in word for word in words)


def partition(document: ParsedDocument) -> bool:
    at = 0
    for segment in document.segments:
        if segment.span.start != at or segment.span.end <= at:
            return False
        at = segment.span.end
    return at == len(document.source.text)


PIECES = st.sampled_from(
    [
        "Қазақстан Республикасы Еңбек министрінің 2020 жылғы 1 мамырдағы № 5 бұйрығы\n",
        "1. Осы бұйрық:\n", "2) тармақша;\n", "2-бөлім. Басшылар\n", "1-параграф. Директор\n", "3. Маман\n",
        "4. Лауазымдық міндеттері:\n", "Білуге тиіс: заңын; тәртібін\n", "білуге тиіс.\n", "жоғары санат: жоғары білім\n",
        "Біліктілікке қойылатын талаптар: немесе немесе\n", "\"52. Мыналарды:\n", "\";\n", "(\n", "\n", "   ", "\t", "а. Б",
        "мынадай өзгерістер енгізілсін:\n", "1. Бұйрыққа мынадай өзгерістер енгізілсін:\n", "5-тармақ алып тасталсын;\n",
        "ЗҚАИ-ның ескертпесі!\n", "Ескерту. 4-тарау\n", "9. \"Маман\" кәсібінің карточкасы\n", "Топтың коды:\t1-0\n",
        "Қазақстан Республикасы\n", "қосымша\n", "Министр\n", "қысқартулар қолданылады:\n", "1) А – б;\n", "ЭҚЖЖ сәйкес секция\n",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_whatever_the_parts_nothing_is_lost_and_nothing_breaks(pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip():
        return
    document = parse_document(read_bytes(text.encode(), "made.txt"))
    assert partition(document)
    for item in document.body.items:
        piece = document.source.text[item.span.start : item.span.end]
        assert item.text.replace(" ", "") == "".join(piece.split())


def test_the_same_text_gives_the_same_parse(document: Document) -> None:
    first = document("309.kk")
    assert parse_document(first.source) == first
