"""What holds on every kind of page: read by anyone, on a phone, on paper, and without a word on the console."""

from __future__ import annotations

import pytest

from .axe import grave_faults
from .conftest import Open
from .kinds import KINDS, address
from .window import Window

LANGUAGES = ("kk", "ru", "en")
# The crumbs stay on paper: they say of which act a position is.
CONTROLS = "nav:not(.crumbs), form, button, input, select, a.skip"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_grave_fault(open_window: Open, kind: str, language: str) -> None:
    # Contrast takes most of the time, and the colours are the same in every language.
    page = open_window().go(*address(kind, language))
    assert grave_faults(page, contrast=language == LANGUAGES[0]) == []


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_a_phone(open_window: Open, language: str) -> None:
    window = open_window(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    wide = {}
    for kind in KINDS:
        page = window.go(*address(kind, language))
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            wide[kind] = width
    assert wide == {}


def test_on_paper_there_is_nothing_to_click(window: Window) -> None:
    for kind in KINDS:
        page = window.go(*address(kind, "en"))
        page.emulate_media(media="print")
        shown = page.locator(CONTROLS).filter(visible=True)
        assert shown.evaluate_all("all => all.map(one => one.outerHTML.slice(0, 80))") == [], kind
        assert page.locator("h1").is_visible(), kind
        page.emulate_media(media="screen")
        assert page.locator(CONTROLS).filter(visible=True).count() > 1, kind


@pytest.mark.parametrize("path", ["/biliktilik", "/biliktilik/v_positions", "/biliktilik?sql=select+1"])
def test_the_tables_of_datasette_keep_to_this_machine_too(open_window: Open, path: str) -> None:
    page = open_window().go(path)
    page.wait_for_load_state("networkidle")
    assert page.locator("table, textarea").count() > 0
