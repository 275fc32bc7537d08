from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.model import Span
from biliktilik.parsers.text.spaces import fold, fold_span, trim

TEXTS = st.text(alphabet=st.sampled_from('аәбi ()\n\t\u00a0;,."—'), max_size=60)


def test_fold() -> None:
    assert fold("  Лауазымдық\u00a0 міндеттері:\t жұмыс ") == "Лауазымдық міндеттері: жұмыс"


def test_a_line_break_at_a_bracket_or_before_a_mark_is_no_blank() -> None:
    assert (
        fold("образование (\nсоциальное, медицинское\n) и стаж\n;") == "образование (социальное, медицинское) и стаж;"
    )
    assert fold("( анықтама ) ;") == "( анықтама ) ;"


def test_a_line_break_inside_of_quotation_marks_is_no_blank() -> None:
    assert fold('законы "\nО почте", "О связи\n", "О\nкультуре\n" и') == 'законы "О почте", "О связи", "О культуре" и'
    assert fold('законы\n"О почте"\n«О связи»') == 'законы "О почте" «О связи»'


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_only_blanks_are_lost(text: str) -> None:
    assert fold(text).replace(" ", "") == "".join(text.split())


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_every_folded_word_leads_back_to_its_place(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    folded = fold_span(text, span)
    assert folded.text == fold(text[span.start : span.end])
    for at, letter in enumerate(folded.text):
        if letter != " ":
            place = folded.raw(at, at + 1)
            assert text[place.start : place.end] == letter


@given(TEXTS)
def test_trim_keeps_all_that_is_not_blank(text: str) -> None:
    span = trim(text, 0, len(text))
    assert text[span.start : span.end] == text.strip()
