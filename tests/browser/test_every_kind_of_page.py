"""What holds on every kind of page: read by anyone, on a phone, on paper, and without a word on the console."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .axe import grave_faults
from .conftest import Open
from .kinds import KINDS, address

LANGUAGES = ("kk", "ru", "en")
# The crumbs stay on paper: they say of which act a position is.
CONTROLS = "nav:not(.crumbs), form, button, input, select, a.skip"


def wider_than_a_phone(page: Page) -> list[str]:
    """Whether the page itself, not a table in it, has to be scrolled sideways on a screen of 390 pixels."""
    page.set_viewport_size({"width": 390, "height": 844})
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} pixels wide"] * (width > 390)


def clickable_on_paper(page: Page) -> list[str]:
    """What a printed page should not show; there has to be something of the kind on the screen."""
    shown = page.locator(CONTROLS).filter(visible=True)
    assert shown.count() > 1
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    return [str(found) for found in shown.evaluate_all("all => all.map(one => one.outerHTML.slice(0, 80))")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_anyone_can_read_it_on_a_phone_and_on_paper(open_window: Open, kind: str, language: str) -> None:
    page = open_window().go(*address(kind, language))

    # Contrast takes most of the time of axe, and the colours are the same in every language.
    assert grave_faults(page, contrast=language == LANGUAGES[0]) == []
    assert wider_than_a_phone(page) == []
    assert clickable_on_paper(page) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<main><h1>A</h1><img src='data:,'></main>", "image-alt"),
        ("<main><h1>A</h1><p style='color: #bbb; background: #fff'>Words</p></main>", "color-contrast"),
    ],
)
def test_axe_would_find_one(open_window: Open, body: str, fault: str) -> None:
    page = open_window().page
    page.set_content(f"<!DOCTYPE html><html lang='en'><title>A</title>{body}</html>")

    assert [found.partition(" ")[0] for found in grave_faults(page)] == [fault]


@pytest.mark.parametrize("path", ["/biliktilik", "/biliktilik/v_positions", "/biliktilik?sql=select+1"])
def test_the_tables_of_datasette_keep_to_this_machine_too(open_window: Open, path: str) -> None:
    page = open_window().go(path)
    page.wait_for_load_state("networkidle")
    assert page.locator("table, textarea").count() > 0
