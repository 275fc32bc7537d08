"""What a user typed, read as terms."""

import pytest

from biliktilik.pipeline.search.terms import Term, match_expression, read_terms

ANY = ("kk", "ru")


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Социальный  работник", [Term(("социальный",), ANY), Term(("работник",), ANY)]),
        ('"социальный работник" и', [Term(("социальный", "работник"), ANY), Term(("и",), ANY)]),
        ("«социальный работник»", [Term(("социальный", "работник"), ANY)]),
        ('социальный "работник', [Term(("социальный",), ANY), Term(("работник",), ANY)]),
        ("кейс-менеджер", [Term(("кейс", "менеджер"), ANY)]),
        ("соц*", [Term(("соц",), ANY, beginning=True)]),
        ('"первой кат"*', [Term(("первой", "кат"), ANY, beginning=True)]),
        ("по", [Term(("по",), ANY, beginning=True)]),
        ("№ 36", [Term(("36",), ANY)]),
        ("үйде", [Term(("уйде",), ("kk",))]),
        ("слово слово СЛОВО", [Term(("слово",), ANY)]),
        ("* \" - ''", []),
    ],
)
def test_reading(typed: str, terms: list[Term]) -> None:
    assert list(read_terms(typed)) == terms


def test_only_the_language_of_its_letters_takes_endings_off_a_word() -> None:
    assert match_expression(read_terms("заңға")) == '(stems : "kk·зан" OR folded : "занга")'
    assert match_expression(read_terms("миру")) == '(stems : "kk·мир" OR stems : "ru·мир")'
    assert match_expression(read_terms("соц* 36")) == 'folded : "соц" * AND (stems : "kk·36" OR stems : "ru·36")'
