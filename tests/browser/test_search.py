"""Search, as a person types into it."""

from __future__ import annotations

import pytest

from .window import Window


@pytest.mark.parametrize("typed", ["қызмет", "ҚЫЗМЕТ", "Қызмет", "кызмет"])
def test_a_kazakh_word_is_found_in_any_case_and_in_plain_letters(window: Window, typed: str) -> None:
    page = window.go("/?lang=kk")
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("searchbox").press("Enter")

    hits = page.locator("ol.hits > li")
    assert hits.count() > 5
    assert all("қызмет" in mark.casefold() for mark in hits.locator(".found mark").all_inner_texts())
    excerpts = hits.locator(".found").all_inner_texts()
    assert len(excerpts) == hits.count()
    assert all("қызмет" in excerpt.casefold() for excerpt in excerpts)


def test_a_hit_leads_to_the_page_where_it_stands(window: Window) -> None:
    page = window.go("/search?lang=ru&q=иппотерапии")
    page.locator("ol.hits a").first.click()

    assert "иппотерапии" in page.get_by_role("main").inner_text()
    assert "/position/" in page.url


def test_what_is_not_there_is_said(window: Window) -> None:
    page = window.go("/search?lang=en&q=zzzz")

    assert page.get_by_role("status").inner_text() == "Nothing was found for “zzzz”."
    assert page.locator("ol.hits").count() == 0
