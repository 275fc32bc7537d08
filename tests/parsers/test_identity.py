"""One act, one name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.identity import act_uri, fold_number, fold_title

ORDER_DAY = date(2012, 2, 2)


@pytest.mark.parametrize(
    ("kind", "adopted_on", "number", "title", "uri"),
    [
        ("order", ORDER_DAY, "31-ө-м", "Бұйрық", "/akn/kz/act/order/2012-02-02/31-ө-м"),
        ("order", date(2025, 10, 24), "580-НҚ", None, "/akn/kz/act/order/2025-10-24/580-нқ"),
        ("order", ORDER_DAY, " 12  Н ", None, "/akn/kz/act/order/2012-02-02/12-н"),
        ("code", None, None, "Еңбек кодексі", "/akn/kz/act/code/-/-~еңбек-кодексі"),
        ("code", date(2007, 5, 15), None, "Еңбек кодексі", "/akn/kz/act/code/2007-05-15/-~еңбек-кодексі"),
        ("law", None, "251", "«Заң» туралы", "/akn/kz/act/law/-/251~заң-туралы"),
        ("law", None, "251", None, "/akn/kz/act/law/-/251"),
        (None, ORDER_DAY, "5", "Title", "/akn/kz/act/-/2012-02-02/5"),
        (None, None, None, "Title", "/akn/kz/act/-/-/-~title"),
    ],
)
def test_act_uri(kind: str | None, adopted_on: date | None, number: str | None, title: str | None, uri: str) -> None:
    assert act_uri(kind, adopted_on, number, title) == uri


@pytest.mark.parametrize(("number", "title"), [(None, None), ("", " "), (None, "«»")])
def test_nothing_names_no_act(number: str | None, title: str | None) -> None:
    with pytest.raises(ValueError, match="number or a title"):
        act_uri("order", ORDER_DAY, number, title)


def test_latin_letters_inside_kazakh_words_do_not_make_another_act() -> None:
    assert fold_title("Еңбек кодекci") == fold_title("ЕҢБЕК  «КОДЕКСІ»")


def test_words_in_latin_letters_stay_latin() -> None:
    assert fold_title("E-mail туралы") == "e-mail-туралы"


@pytest.mark.parametrize("dash", "‐‑‒–—−")
def test_dashes_in_numbers_are_one(dash: str) -> None:
    assert fold_number(f"31{dash}ө{dash}м") == "31-ө-м"


TITLES = st.text('абвёіңқ aceiopxyz0159-«»"., \t', max_size=30)


@given(TITLES)
def test_folding_a_folded_title_changes_nothing(title: str) -> None:
    folded = fold_title(title)
    assert fold_title(folded) == folded


@given(st.sampled_from(["order", "law", None]), st.none() | st.dates(), st.none() | st.text("1-Ө м"), TITLES)
def test_case_and_blanks_do_not_matter(kind: str | None, day: date | None, number: str | None, title: str) -> None:
    try:
        uri = act_uri(kind, day, number, title)
    except ValueError:
        return
    assert act_uri(kind, day, number and f" {number.upper()} ", f" {title.upper()} ") == uri
    assert " " not in uri
    assert uri == uri.lower()
