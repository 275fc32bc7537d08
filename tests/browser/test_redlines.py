"""The compare page: thresholds that change, words struck out and put in, two ways to look at them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from .chromium import serving
from .conftest import Open
from .kinds import HEAD_OF_UNIT, ORDER_2012, ORDER_2025
from .window import Window, tab_to


@pytest.fixture(scope="module")
def archive(archive_database: Path) -> Iterator[str]:
    """The address of the explorer of the made-up acts."""
    with serving(archive_database) as address:
        yield address


def _row(page: Page, sentence: str) -> Locator:
    rows = page.locator(".redline-side tbody tr", has_text=sentence)
    assert rows.count() == 1
    return rows


@pytest.mark.parametrize("script", [True, False])
def test_a_raised_threshold_is_struck_out_and_put_in(open_window: Open, archive: str, script: bool) -> None:
    page = open_window(archive, java_script_enabled=script).go("/compare?lang=en")
    page.locator("#compare-a").select_option(label="№ 77 · 2020-03-03")
    page.locator("#compare-from").fill("2022-06-30")
    page.locator("#compare-to").fill("2022-07-01")
    page.get_by_role("button", name="Compare").click()

    row = _row(page, "minimum years 3 → 5")
    assert [words.strip() for words in row.locator("del").all_inner_texts()] == ["3"]
    assert [words.strip() for words in row.locator("ins").all_inner_texts()] == ["5"]
    assert row.locator("td").all_inner_texts() == [
        "1 бірінші санатты: жоғары білім және архивте кемінде 3 жыл жұмыс өтілі",
        "1 бірінші санатты: жоғары білім және архивте кемінде 5 жыл жұмыс өтілі",
    ]


def test_the_requirements_of_a_position_and_of_its_successor(window: Window) -> None:
    page = window.go("/compare?lang=en")
    page.locator("#compare-a").select_option(ORDER_2012)
    page.locator("#compare-a_eid").fill("att_1__sec_2__pos_11")
    page.locator("#compare-b").select_option(ORDER_2025)
    page.locator("#compare-b_eid").fill("att_1__sec_2__prg_3")
    page.get_by_role("button", name="Compare").click()

    row = _row(page, "minimum years 3 → 2")
    assert "кемінде 3 жыл" in row.locator("td").nth(0).inner_text()
    assert "кемінде 2 жыл" in row.locator("td").nth(1).inner_text()


def test_side_by_side_or_in_one_text_is_chosen_by_keyboard(window: Window) -> None:
    page = window.go(HEAD_OF_UNIT + "&lang=en")
    side, inline = page.locator(".redline-side").first, page.locator(".redline-inline").first
    assert (side.is_visible(), inline.is_visible()) == (True, False)

    tab_to(page, page.get_by_label("Side by side"))
    page.keyboard.press("ArrowRight")
    assert (side.is_visible(), inline.is_visible()) == (False, True)
    assert page.evaluate("document.activeElement.labels[0].innerText") == "In one text"
    page.keyboard.press("ArrowLeft")
    assert (side.is_visible(), inline.is_visible()) == (True, False)


def test_in_one_text_every_word_of_both_stands_once(window: Window) -> None:
    page = window.go(HEAD_OF_UNIT + "&lang=en")
    page.get_by_label("In one text").check()

    item = page.locator(".redline-inline > li:visible", has_text="minimum years 3 → 2")
    assert "3" in " ".join(item.locator("del").all_inner_texts()).split()
    assert "2" in " ".join(item.locator("ins").all_inner_texts()).split()
