"""The day chosen on a page changes what it shows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .kinds import ORDER_2012
from .window import Window

# Position 3.10 is an insertion of order № 238 of 19.11.2014.
INSERTED = {
    "kk": "Арнаулы әлеуметтік қызметтерге қажеттілікті бағалау және айқындау жөніндегі әлеуметтік қызметкер",
    "ru": "Социальный работник по оценке и определению потребности в специальных социальных услугах",
}
# Position 3.9 stands there from the beginning.
FIRST = {"kk": "Сарапшы", "ru": "Эксперт"}


def _show(page: Page, day: str) -> str:
    page.locator("#on").fill(day)
    page.locator(".dayform button").click()
    assert f"on={day}" in page.url
    return " ".join(page.locator(".acttext").inner_text().split())


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_inserted_position_stands_in_the_act_from_its_day_on(window: Window, language: str) -> None:
    page = window.go(f"/act{ORDER_2012}?text={language}")
    before, after = _show(page, "2013-01-01"), _show(page, "2015-01-01")

    assert FIRST[language] in before
    assert FIRST[language] in after
    assert INSERTED[language] not in before
    assert INSERTED[language] in after


def test_before_its_insertion_a_position_has_no_duties(window: Window) -> None:
    page = window.go(f"/position{ORDER_2012}/att_1__sec_3__pos_10?lang=en&on=2015-01-01")
    duties = page.locator("section[aria-labelledby=duties] .law[lang=kk]")
    assert duties.count() == 7

    page.locator("#on").fill("2013-01-01")
    page.locator(".dayform button").click()
    assert "Nothing of this was in force on 2013-01-01." in page.get_by_role("main").inner_text()
    assert duties.count() == 0
