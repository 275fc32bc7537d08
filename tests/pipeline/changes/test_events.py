"""What amendments changed, in whole databases: each text is made for these tests, expectations are read off it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest


class Database(Protocol):
    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]: ...


Built = Callable[..., Database]
TITLE = "Архив қызметкерлері лауазымдарының біліктілік сипаттамаларын бекіту туралы"
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

      құжаттарды есепке алады және олардың сақталуын қамтамасыз етеді;

      азаматтарға анықтамалар береді;

      еңбек тәртібін сақтайды.

      2. Мыналарды:

      архив ісін;

      еңбек тәртібін білуге тиіс.

      3. Біліктілікке қойылатын талаптар:

      бірінші санатты: жоғары немесе техникалық және кәсіптік білім және архивте кемінде 3 жыл жұмыс өтілі;

      санаты жоқ: жоғары білім, жұмыс өтіліне талап қойылмайды.
"""
DUTIES = (
    '1-тармақ мынадай редакцияда жазылсын:\n\n      "1. Лауазымдық міндеттері:\n\n      еңбек тәртібін сақтайды;\n\n'
    "      құжаттарды есепке алады;\n\n      құжаттардың сақталуын қамтамасыз етеді;\n\n"
    '      электрондық архивті жүргізеді."'
)
REQUIREMENTS = (
    '3-тармақ мынадай редакцияда жазылсын:\n\n      "3. Біліктілікке қойылатын талаптар:\n\n'
    "      бірінші санатты: жоғары білім және архивте кемінде 5 жыл жұмыс өтілі;\n\n"
    "      екінші санатты: жоғары білім және архивте кемінде 2 жыл жұмыс өтілі;\n\n"
    '      санаты жоқ: жоғары білім, жұмыс өтіліне талап қойылмайды."'
)
CHANGES = "SELECT eid, item_kind, change, weight, summary FROM v_changes WHERE act_number = '77' AND changed_on = ?"


def amending(number: int, *instructions: str) -> str:
    body = "\n\n".join(f"      {instruction}" for instruction in instructions)
    act = f'"{TITLE}" Қазақстан Республикасы Мәдениет министрінің 2020 жылғы 3 наурыздағы № 77 бұйрығына'
    return f"""{act} өзгерістер енгізу туралы
Қазақстан Республикасы Мәдениет министрінің {number} жылғы 5 мамырдағы № {number} бұйрығы
      БҰЙЫРАМЫН:

      1. {act} мынадай өзгерістер енгізілсін:

      көрсетілген бұйрықпен бекітілген біліктілік сипаттамаларында:

{body}

      2. Осы бұйрық {number} жылғы 1 шілдеден бастап қолданысқа енгізіледі.

      Министр
А. Иванова
"""


@pytest.fixture(scope="module")
def amended(built: Built) -> Database:
    third = '2-тармақ алып тасталсын;\n\n      мынадай мазмұндағы 4-тармақпен толықтырылсын:\n\n      "4. Жаңа тармақ."'
    texts = {
        "a.txt": ACT,
        "b.txt": amending(2022, REQUIREMENTS),
        "c.txt": amending(2023, DUTIES),
        "d.txt": amending(2024, third),
    }
    return built(texts, alone=True)


def test_a_raised_threshold_comes_first(amended: Database) -> None:
    rows = amended.rows(CHANGES, "2022-07-01")
    assert [(eid, change, weight, summary) for eid, _, change, weight, summary in rows] == [
        (
            "att_1__point_3__item_1",
            "reworded",
            100,
            "Requirement line 1 (first category): reworded; technical and vocational education no longer accepted; "
            "minimum years 3 → 5.",
        ),
        ("att_1__point_3__item_2", "added", 100, "Requirement line 2: second category added."),
    ]


def test_the_amending_act_and_both_wordings_are_named(amended: Database) -> None:
    rows = amended.rows(
        "SELECT DISTINCT amending_act_uri, old_text, new_text FROM v_changes WHERE eid = 'att_1__point_3__item_1'"
    )
    assert rows == [
        (
            "/akn/kz/act/order/2022-05-05/2022",
            "бірінші санатты: жоғары немесе техникалық және кәсіптік білім және архивте кемінде 3 жыл жұмыс өтілі",
            "бірінші санатты: жоғары білім және архивте кемінде 5 жыл жұмыс өтілі",
        )
    ]


def test_duties_are_split_moved_added_and_removed(amended: Database) -> None:
    rows = amended.rows(CHANGES, "2023-07-01")
    assert {(change, summary) for _, _, change, _, summary in rows} == {
        ("moved", "Duty 1: stands elsewhere, wording unchanged."),
        ("split", "Duty 2–3: split into several lines."),
        ("added", "Duty 4: added."),
        ("removed", "Duty 2: removed."),
    }


def test_a_repealed_point_goes_and_an_inserted_one_comes(amended: Database) -> None:
    rows = amended.rows(CHANGES, "2024-07-01")
    assert {(eid, change) for eid, _, change, _, _ in rows} == {
        ("att_1__point_2", "removed"),
        ("att_1__point_2__item_1", "removed"),
        ("att_1__point_2__item_2", "removed"),
        ("att_1__point_4", "added"),
    }


def test_nothing_else_changes(amended: Database) -> None:
    days = amended.rows("SELECT DISTINCT changed_on FROM v_changes ORDER BY 1")
    assert days == [("2022-07-01",), ("2023-07-01",), ("2024-07-01",)]


@pytest.mark.parametrize(
    ("number", "on", "by", "change", "count"),
    [
        ("360", "2025-10-17", "309", "old_unknown", 11),  # the eleven units that № 309 rewrites
        ("125", "2026-07-12", "109", "new_unknown", 6),  # five cards and the abbreviation that № 109 rewrites
        ("31-ө-м", "2014-11-30", "238", "old_unknown", 2),  # position 2.4, in both languages
    ],
)
def test_an_unknown_side_is_one_change_per_unit_and_never_new(
    five: Database, number: str, on: str, by: str, change: str, count: int
) -> None:
    rows = five.rows(
        "SELECT change, old_text IS NULL, new_text IS NULL, amending_act_uri FROM v_changes "
        "WHERE act_number = ? AND changed_on = ? AND change LIKE '%unknown'",
        number,
        on,
    )
    missing = (1, 0) if change == "old_unknown" else (0, 1)
    assert {row[:3] for row in rows} == {(change, *missing)}
    assert len(rows) == count
    assert all(str(row[3]).endswith(f"/{by}") for row in rows)


def test_repealed_acts_have_a_row_of_their_own(five: Database) -> None:
    rows = five.rows("SELECT act_number, changed_on, eid, language FROM v_changes WHERE change = 'repealed' ORDER BY 1")
    assert rows == [("238", "2018-01-01", None, None), ("31-ө-м", "2018-01-01", None, None)]
