import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from biliktilik.pipeline.export.neutral import DANGEROUS, neutralise, restore

TEXTS = st.one_of(st.text(), st.builds("{}{}".format, st.sampled_from((*DANGEROUS, "'")), st.text()))


@given(TEXTS)
@example("'=1")
@example("''")
def test_no_dangerous_beginning_is_left_and_nothing_is_lost(text: str) -> None:
    harmless = neutralise(text)
    assert not harmless.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert restore(harmless) == text


@given(TEXTS, TEXTS)
def test_different_texts_stay_different(one: str, other: str) -> None:
    assert (neutralise(one) == neutralise(other)) == (one == other)


@pytest.mark.parametrize("text", ["=1", "+7 727", "-", "@a", "\tх", "＝1", "10-1", "1/2", "3,4", "1.10", "007", "2E5"])
def test_what_a_spreadsheet_would_take_for_something_else(text: str) -> None:
    assert neutralise(text) == f"'{text}'"[:-1]


@pytest.mark.parametrize(
    "text", ["", "2", "580-нқ", "31-ө-м", "1-тарау", "Жоғары білім", "a=1", "– тире", "2 жыл", "0"]
)
def test_what_stays_as_it_is(text: str) -> None:
    assert neutralise(text) == text
