"""Numbers and codes of items, compared."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.model import Alternative, BlockKind, Category, Education, Item, Span
from biliktilik.pipeline.alignment.lexicon import load_lexicon
from biliktilik.pipeline.alignment.numbers import Difference, differences
from biliktilik.pipeline.alignment.service import service_differences

MakeItem = Callable[..., Item]


def line(make_item: MakeItem, *years: float | None, education: Education = Education.HIGHER, place: str = "") -> Item:
    """A requirement line with one alternative per length of service; None stands for no experience required."""
    alternatives = tuple(
        Alternative(n, (education,), (), (), year, year is None, place or None, Span(0, 1), "r")
        for n, year in enumerate(years, 1)
    )
    return replace(make_item("x", kind=BlockKind.REQUIREMENTS), category=Category.FIRST, alternatives=alternatives)


def test_years_differ(make_item: MakeItem) -> None:
    found = differences([line(make_item, 3.0)], [line(make_item, 4.0)])
    assert found == (Difference("length of service", "3 years", "4 years"),)


def test_none_required_is_not_a_year(make_item: MakeItem) -> None:
    found = differences([line(make_item, None)], [line(make_item, 1.0)])
    assert found == (Difference("length of service", "no experience required", "1 year"),)


@given(years=st.lists(st.one_of(st.none(), st.sampled_from([1.0, 2.0, 0.5])), min_size=1, max_size=4))
def test_the_order_of_ways_does_not_matter(years: list[float | None], make_item: MakeItem) -> None:
    shuffled = sorted(years, key=lambda year: (year is None, year or 0.0), reverse=True)
    assert differences([line(make_item, *years)], [line(make_item, *shuffled)]) == ()


def test_other_codes_differ(make_item: MakeItem) -> None:
    one, other = line(make_item, 3.0), line(make_item, 3.0, education=Education.TVE)
    assert [found.about for found in differences([one], [other])] == ["education"]
    assert [found.about for found in differences([one], [replace(one, category=Category.SECOND)])] == ["category"]


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        ("2008 жылғы 29 желтоқсандағы заң", "закон от 29 декабря 2008 года"),
        ("2009 жылғы 28 қаңтардағы № 28-ө бұйрық", "приказ от 28 января 2009 года № 28-п"),
        ("Үш ай және одан көп уақыт", "в течение трех и более месяцев"),
        ("18 жастан асқан", "старше 18 лет"),
        ("3 ай", "трех месяцев"),
        ("", "первая категория"),
    ],
)
def test_texts_that_agree(kk: str, ru: str, make_item: MakeItem) -> None:
    assert differences([make_item(kk)], [make_item(ru)]) == ()


@pytest.mark.parametrize(
    ("kk", "ru", "about", "readings"),
    [
        (
            "2008 жылғы 29 желтоқсандағы заң",
            "закон от 28 декабря 2008 года",
            "date",
            ("2008-12-29", "2008-12-28"),
        ),
        ("№ 79, № 28 бұйрық", "приказ № 79", "number of an act", ("28; 79", "79")),
        ("18 жастан асқан", "старше 16 лет", "number", ("18", "16")),
        ("жасы 18-ге толған", "взрослые", "number", ("18", "not stated")),
    ],
)
def test_texts_that_differ(kk: str, ru: str, about: str, readings: tuple[str, str], make_item: MakeItem) -> None:
    (found,) = differences([make_item(kk)], [make_item(ru)])
    assert (found.about, (found.kk, found.ru), found.exact) == (about, readings, True)


class TestService:
    """Where the service must have been: position 3.8 names two systems in Kazakh, one in Russian."""

    KK = "әлеуметтік қамсыздандыру немесе жұмыспен қамту жүйесінде маман лауазымында"

    def compare(self, make_item: MakeItem, ru: str) -> tuple[Difference, ...]:
        sides = [[line(make_item, 2.0, place=place)] for place in (self.KK, ru)]
        return service_differences(load_lexicon(), sides[0], sides[1])

    def test_the_same(self, make_item: MakeItem) -> None:
        ru = "в должности специалиста в системе социального обеспечения или занятости"
        assert self.compare(make_item, ru) == ()

    def test_one_system_is_left_out(self, make_item: MakeItem) -> None:
        ru = "в должности специалиста в системе занятости"
        (found,) = self.compare(make_item, ru)
        assert (found.kk, found.ru, found.exact) == (f"«{self.KK}»", f"«{ru}»", False)

    def test_an_unstated_place_is_no_difference(self, make_item: MakeItem) -> None:
        assert self.compare(make_item, "") == ()
