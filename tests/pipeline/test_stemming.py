"""Forms of one word meet, other words do not."""

import pytest

from biliktilik.pipeline.stemming import load_stemmers


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", "социальный социального социальному социальным социальном социальная социальные социальных социальными"),
        ("ru", "деятельность деятельности деятельностью"),
        ("ru", "семья семьи семье семью семьей семей семьям семьями семьях"),
        ("ru", "дети детей детям детьми детях"),
        ("ru", "занятие занятия занятий занятиям занятиями"),
        ("ru", "оказывает оказывают оказывать"),
        ("kk", "қызметкер қызметкері қызметкердің қызметкерлер қызметкерлердің қызметкерлерге қызметкерлермен"),
        ("kk", "заң заңы заңның заңдар заңдардың заңға заңмен"),
    ],
)
def test_forms_meet(language: str, forms: str) -> None:
    assert len({load_stemmers()[language].stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "занятие занятость"), ("ru", "работа работник"), ("kk", "қызмет қызметкер"), ("kk", "бала балық")],
)
def test_other_words_stay_apart(language: str, words: str) -> None:
    assert len({load_stemmers()[language].stem(word) for word in words.split()}) == 2


def test_numbers_stay_as_they_are() -> None:
    assert load_stemmers()["ru"].stem("360") == "360"
