"""The compare page: thresholds that change, words struck out and put in, two ways to look at them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page

from biliktilik.pipeline.build import build

from .chromium import serving
from .conftest import Open
from .kinds import HEAD_OF_UNIT, ORDER_2012, ORDER_2025
from .window import Window

TITLE = "Архив қызметкерлері лауазымдарының біліктілік сипаттамаларын бекіту туралы"
NAME = f'"{TITLE}" Қазақстан Республикасы Мәдениет министрінің 2020 жылғы 3 наурыздағы № 77 бұйрығына'
ACT = f"""{TITLE}
Қазақстан Республикасы Мәдениет министрінің 2020 жылғы 3 наурыздағы № 77 бұйрығы
      БҰЙЫРАМЫН:

      1. Қоса беріліп отырған біліктілік сипаттамалары бекітілсін.

      2. Осы бұйрық 2020 жылғы 1 мамырдан бастап қолданысқа енгізіледі.

      Министр
А. Иванова

Қазақстан Республикасы
Мәдениет министрінің
бұйрығына қосымша

 Біліктілік сипаттамалары
 1-тарау. Мамандар
 1-параграф. Архивист

      1. Лауазымдық міндеттері:

      құжаттарды есепке алады.

      2. Біліктілікке қойылатын талаптар:

      бірінші санатты: жоғары білім және архивте кемінде 3 жыл жұмыс өтілі;

      санаты жоқ: жоғары білім, жұмыс өтіліне талап қойылмайды.
"""
AMENDING = f"""{NAME} өзгерістер енгізу туралы
Қазақстан Республикасы Мәдениет министрінің 2022 жылғы 5 мамырдағы № 22 бұйрығы
      БҰЙЫРАМЫН:

      1. {NAME} мынадай өзгерістер енгізілсін:

      көрсетілген бұйрықпен бекітілген біліктілік сипаттамаларында:

      2-тармақ мынадай редакцияда жазылсын:

      "2. Біліктілікке қойылатын талаптар:

      бірінші санатты: жоғары білім және архивте кемінде 5 жыл жұмыс өтілі;

      санаты жоқ: жоғары білім, жұмыс өтіліне талап қойылмайды."

      2. Осы бұйрық 2022 жылғы 1 шілдеден бастап қолданысқа енгізіледі.

      Министр
А. Иванова
"""


@pytest.fixture(scope="module")
def archive(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer of a made-up act, and of the act that raises a threshold in it."""
    raw, database = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("browser") / "archive.sqlite"
    (raw / "act.txt").write_text(ACT, "utf-8")
    (raw / "amending.txt").write_text(AMENDING, "utf-8")
    build(raw, str(database))
    with serving(database) as address:
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


LINKS_BETWEEN = 20  # at most so many links stand between the form and the choice of the view


def test_side_by_side_or_in_one_text_is_chosen_by_keyboard(window: Window) -> None:
    page = window.go(HEAD_OF_UNIT + "&lang=en")
    side, inline = page.locator(".redline-side").first, page.locator(".redline-inline").first
    assert (side.is_visible(), inline.is_visible()) == (True, False)

    page.locator("form.filters button").focus()
    for _ in range(LINKS_BETWEEN):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "view":
            break
    assert page.evaluate("document.activeElement.labels[0].innerText") == "Side by side"
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
