"""The words of the two languages that stand for each other."""

import tomllib
from pathlib import Path

import pytest

import biliktilik.pipeline.alignment
from biliktilik.pipeline.alignment.lexicon import load_lexicon
from biliktilik.pipeline.corpus import Corpus

FILE = Path(biliktilik.pipeline.alignment.__file__).parent / "lexicon.toml"
PAIRS = [tuple(pair) for pair in tomllib.loads(FILE.read_text("utf-8"))["pairs"]]


def test_the_lexicon_is_large_and_without_repetition() -> None:
    assert len(PAIRS) >= 250
    assert len(set(PAIRS)) == len(PAIRS)


def test_every_beginning_is_one_folded_word() -> None:
    for pair in PAIRS:
        for language, beginning in zip(("kk", "ru"), pair, strict=True):
            assert load_lexicon().words(language, beginning) in ((beginning,), ()), beginning


def test_every_word_stands_in_the_texts(corpus: Corpus) -> None:
    """But for the names of months, which come as the dates of acts do."""
    words = {
        language: {
            word
            for wording in corpus.wordings
            if wording.language == language
            for item in wording.body.items
            for word in load_lexicon().words(language, item.text)
        }
        for language in ("kk", "ru")
    }
    months = {"наурыз", "мамыр", "маусым", "қыркүйек", "қазан", "қараша"}
    odd = [
        pair
        for pair in PAIRS
        if pair[0] not in months
        and not all(
            any(word.startswith(beginning) for word in words[language])
            for language, beginning in zip(("kk", "ru"), pair, strict=True)
        )
    ]
    assert odd == []


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        ("орталығының", "центра"),
        ("жәрдемақыларды", "пособий"),
        ("зейнетақы", "пенсий"),
        ("қамтамасыз", "обеспечивает"),
        ("ұйымдастырады", "организует"),
        ("мониторинг", "мониторинга"),
        ("шарттарын", "договоров"),
        ("кадрларды", "кадров"),
        ("медициналық", "медицинской"),
        ("иппотерапиялық", "иппотерапии"),
        ("әлеуметтiк", "социальная"),
        ("18", "18"),
    ],
)
def test_words_that_meet(kk: str, ru: str) -> None:
    lexicon = load_lexicon()
    (one,), (other,) = lexicon.words("kk", kk), lexicon.words("ru", ru)
    assert lexicon.keys("kk", one) & lexicon.keys("ru", other)


@pytest.mark.parametrize(("kk", "ru"), [("қарттар", "карта"), ("ұйым", "организует"), ("17", "18")])
def test_words_that_do_not_meet(kk: str, ru: str) -> None:
    assert not load_lexicon().keys("kk", kk) & load_lexicon().keys("ru", ru)
