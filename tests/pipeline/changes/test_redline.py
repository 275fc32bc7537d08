"""Word-level redlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.changes.redline import redline, tokens
from biliktilik.pipeline.changes.report import redlined

TABLE = [
    ("жұмыс өтілі кемінде 3 жыл", "жұмыс өтілі кемінде 5 жыл", "жұмыс өтілі кемінде [-3-] {+5+} жыл"),
    ("не менее 3-х лет", "не менее 5-ти лет", "не менее [-3-х-] {+5-ти+} лет"),
    ("2012 жылғы 2 ақпандағы", "2017 жылғы 2 ақпандағы", "[-2012-]{+2017+} жылғы 2 ақпандағы"),
    ("стаж 1,5 года", "стаж 2,5 года", "стаж [-1,5-] {+2,5+} года"),
    ("с 01.01.2018 года", "с 02.01.2018 года", "с [-01.01.2018-] {+02.01.2018+} года"),
    ("№ 31-ө-м бұйрық", "№ 360 бұйрық", "№ [-31-ө-м-] {+360+} бұйрық"),
    ("есеп береді", "есеп береді.", "есеп береді{+.+}"),
    ("ведет учет, отчетность", "ведет учет и отчетность", "ведет учет[-,-] {+и+} отчетность"),
    # a lone short word between two changes is drawn into them
    ("приём и учёт граждан", "запись и опрос граждан", "[-приём и учёт-]{+запись и опрос+} граждан"),
    ("бір", "бір", "бір"),
]


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_redlines(old: str, new: str, expected: str) -> None:
    assert redlined(redline(old, new)).strip() == expected


def test_numbers_and_their_suffixes_are_one_token() -> None:
    assert tokens("5-ти лет, 1,5 г. № 580-нқ 2-1 100%") == [
        "5-ти", "лет", ",", "1,5", "г", ".", "№", "580-нқ", "2-1", "100%",
    ]  # fmt: skip


WORDS = st.lists(st.sampled_from(["жыл", "3", "5", "2012", "және", "и", "№", ",", "(", "есеп", "жұмыс"]), max_size=12)


@given(WORDS, WORDS)
def test_a_redline_holds_both_texts(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    pieces = redline(before, after)
    kept = "".join(piece.text for piece in pieces if piece.op != "insert")
    come = "".join(piece.text for piece in pieces if piece.op != "delete")
    assert kept.split() == before.split()
    assert come.split() == after.split()


@given(st.text(max_size=60))
def test_equal_texts_have_no_changes(text: str) -> None:
    assert {piece.op for piece in redline(text, text)} <= {"equal"}


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_visible_character_is_lost(old: str, new: str) -> None:
    pieces = redline(old, new)
    for text, without in ((old, "insert"), (new, "delete")):
        shown = "".join(piece.text for piece in pieces if piece.op != without)
        assert "".join(shown.split()) == "".join(text.split())
