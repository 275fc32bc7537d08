from __future__ import annotations

from datetime import date

import pytest

from biliktilik.parsers.model import ForceRule, Span
from biliktilik.pipeline.timeline.days import Claim, Day, day_of, settle

TEN = ForceRule(None, 10, False, "ten days")
ADOPTED = date(2012, 2, 2)


@pytest.mark.parametrize(
    ("force", "published", "on", "basis"),
    [
        # Published 2012-06-28: ten days run from the 29th to 8 July; the eleventh day is the first in force.
        (TEN, date(2012, 6, 28), "2012-07-09", "computed"),
        (TEN, None, "2012-02-13", "estimated"),
        (ForceRule(date(2025, 1, 1), None, False, "date"), date(2024, 5, 5), "2025-01-01", "stated"),
        (ForceRule(None, None, False, "publication"), date(2012, 6, 28), "2012-06-28", "computed"),
    ],
)
def test_day_of_a_rule(force: ForceRule, published: date | None, on: str, basis: str) -> None:
    assert day_of(force, ADOPTED, published) == Day(on, basis)


def test_without_any_date_the_day_is_not_known() -> None:
    assert day_of(TEN, None, None) == Day(None, None)


def claim(on: str, basis: str) -> Claim:
    return Claim(Day(on, basis), TEN, None, "a.txt", "kk", Span(0, 1), "")


@pytest.mark.parametrize(
    ("claims", "answer"),
    [
        ([], Day(None, None)),
        ([claim("2018-01-01", "stated")], Day("2018-01-01", "stated")),
        ([claim("2018-01-01", "stated"), claim("2018-01-01", "computed")], Day("2018-01-01", "stated")),
        ([claim("2017-11-05", "estimated"), claim("2018-01-01", "stated")], Day("2018-01-01", "disputed")),
        ([claim("2017-11-05", "estimated"), claim("2017-11-05", "estimated")], Day("2017-11-05", "estimated")),
    ],
)
def test_the_firmest_statement_answers_and_a_disagreement_is_disputed(claims: list[Claim], answer: Day) -> None:
    assert settle(claims) == settle(claims[::-1]) == answer
