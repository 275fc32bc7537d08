"""Folding makes one word of the ways to type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.search.folding import fold_word, folded, marked_stem, stemmed


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Қызметкер", "кызметкер"),
        ("бiлiм", "билим"),  # Latin i
        ("білім", "билим"),
        ("билим", "билим"),
        ("ӘЛЕУМЕТТІК", "алеуметтик"),
        ("өтініш", "отиниш"),
        ("ұйым", "уйым"),
        ("үй", "уй"),
        ("Ғылым", "гылым"),
        ("таң", "тан"),
        ("қаһарман", "кахарман"),
        ("ёлка", "елка"),
        ("и\u0306од", "йод"),
        ("йод", "йод"),
        ("cоциальный", "социальный"),  # Latin c
        ("III", "иии"),
        ("ІІІ", "иии"),
        ("соци\u00adальный", "социальный"),
    ],
)
def test_one_word_of_many_spellings(typed: str, plain: str) -> None:
    assert fold_word(typed) == plain


def test_words_are_letters_and_digits() -> None:
    assert folded('№ 580-НҚ, "кейс-менеджер" (1 жыл); a_b') == ["580", "нк", "кейс", "менеджер", "1", "жыл", "а", "b"]


def test_a_text_of_an_unknown_language_has_the_stems_of_both() -> None:
    assert stemmed(["работников"], None) == [marked_stem("работников", "kk"), marked_stem("работников", "ru")]
    assert stemmed(["работников"], "ru") == ["ru·работник"]
    assert stemmed(["работников"], "en") == stemmed(["работников"], None)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    words = folded(text)
    assert folded(" ".join(words)) == words
