"""The language of the interface: switched on any page, held over pages and visits."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from .conftest import Open
from .kinds import ORDER_2012
from .window import Window


def _language(page: Page) -> str:
    return str(page.locator("html").get_attribute("lang"))


@pytest.mark.parametrize(("name", "code"), [("Қазақша", "kk"), ("Русский", "ru")])
def test_it_holds_over_pages_and_on_a_new_visit(window: Window, open_window: Open, name: str, code: str) -> None:
    page = window.go("/?lang=en")
    page.get_by_role("link", name=name).click()
    assert _language(page) == code

    for number in range(1, page.locator("nav.pages a").count() - 1):  # but for the last, the tables of Datasette
        page.locator("nav.pages a").nth(number).click()
        assert "lang=" not in page.url
        assert _language(page) == code
    window.go_again()
    assert _language(window.go(f"/act{ORDER_2012}")) == code

    kept: Any = window.context.storage_state()
    kept["cookies"] = [cookie for cookie in kept["cookies"] if cookie["expires"] > 0]  # a browser that was closed
    assert _language(open_window(storage_state=kept).go("/questions")) == code
    assert _language(open_window(locale="en-GB").go("/questions")) == "en"


def test_switching_keeps_the_page_and_the_language_of_the_law(window: Window) -> None:
    page = window.go(f"/act{ORDER_2012}?on=2015-01-01&text=ru&lang=en")
    page.get_by_role("link", name="Қазақша").click()

    assert _language(page) == "kk"
    assert page.locator("#on").input_value() == "2015-01-01"
    assert page.locator(".acttext").get_attribute("lang") == "ru"


@pytest.mark.parametrize(("locale", "code"), [("kk-KZ", "kk"), ("ru-RU", "ru"), ("en-US", "en")])
def test_a_first_visit_is_in_the_language_of_the_browser(open_window: Open, locale: str, code: str) -> None:
    assert _language(open_window(locale=locale).go("/")) == code
