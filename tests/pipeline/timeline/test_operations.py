"""Amending orders carried out on an act whose text is at hand; each text is made for these tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest


class Database(Protocol):
    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]: ...


Built = Callable[..., Database]
ACT = """Архив қызметкерлері лауазымдарының біліктілік сипаттамаларын бекіту туралы
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

      құжаттарды есепке алады;

      анықтамалар береді.

      2. Мыналарды:

      архив ісін;

      еңбек тәртібін білуге тиіс.

      3. Біліктілікке қойылатын талаптар: жоғары білім және архивте кемінде 3 жыл жұмыс өтілі.
"""


def amending(number: int, adopted: str, force: str, *instructions: str) -> str:
    body = "\n\n".join(f"      {instruction}" for instruction in instructions)
    title = "Архив қызметкерлері лауазымдарының біліктілік сипаттамаларын бекіту туралы"
    return f""""{title}" Қазақстан Республикасы Мәдениет министрінің 2020 жылғы 3 наурыздағы № 77 бұйрығына өзгерістер енгізу туралы
Қазақстан Республикасы Мәдениет министрінің {adopted} № {number} бұйрығы
      БҰЙЫРАМЫН:

      1. "{title}" Қазақстан Республикасы Мәдениет министрінің 2020 жылғы 3 наурыздағы № 77 бұйрығына мынадай өзгерістер енгізілсін:

      көрсетілген бұйрықпен бекітілген біліктілік сипаттамаларында:

{body}

      2. Осы бұйрық {force} бастап қолданысқа енгізіледі.

      Министр
А. Иванова
"""


def year(number: int, *instructions: str) -> str:
    """An amending order of a year, in force from its 1 July."""
    return amending(number, f"{number} жылғы 5 мамырдағы", f"{number} жылғы 1 шілдеден", *instructions)


def versions(database: Database, eid: str) -> list[tuple[object, ...]]:
    return database.rows(
        "SELECT valid_from, valid_to, wording_known, text FROM v_provisions WHERE act_uri LIKE '%/77' AND eid = ? "
        "ORDER BY valid_from",
        eid,
    )


def statuses(database: Database) -> list[tuple[object, ...]]:
    return database.rows("SELECT amending_number, status FROM v_amendments ORDER BY amending_number, ordinal")


def test_replaced_words_are_read_anew(built: Built) -> None:
    text = year(2022, '3-тармақта "3 жыл" деген сөздер "5 жыл" деген сөздермен ауыстырылсын.')
    database = built({"a.txt": ACT, "b.txt": text}, alone=True)
    assert statuses(database) == [("2022", "applied")]
    rows = database.rows(
        "SELECT valid_from, valid_to, min_years, experience_in FROM v_requirement_matrix ORDER BY valid_from"
    )
    assert rows == [("2020-05-01", "2022-07-01", 3, "архивте"), ("2022-07-01", None, 5, "архивте")]


def test_a_point_replaced_twice_has_three_wordings(built: Built) -> None:
    new = '2-тармақ мынадай редакцияда жазылсын:\n\n      "2. Мыналарды:\n\n      {};\n\n      тілді білуге тиіс."'
    texts = {"a.txt": ACT, "b.txt": year(2022, new.format("заңды")), "c.txt": year(2023, new.format("тарихты"))}
    database = built(texts, alone=True)
    assert statuses(database) == [("2022", "applied"), ("2023", "applied")]
    assert [row[:2] for row in versions(database, "att_1__point_2")] == [
        ("2020-05-01", "2022-07-01"),
        ("2022-07-01", "2023-07-01"),
        ("2023-07-01", None),
    ]
    assert [row[3] for row in versions(database, "att_1__point_2__item_1")] == ["архив ісін", "заңды", "тарихты"]


def test_a_repealed_point_ends_and_an_inserted_one_begins(built: Built) -> None:
    text = year(
        2022,
        "2-тармақ алып тасталсын;",
        'мынадай мазмұндағы 3-1-тармақпен толықтырылсын:\n\n      "3-1. Жаңа тармақ."',
    )
    database = built({"a.txt": ACT, "b.txt": text}, alone=True)
    assert statuses(database) == [("2022", "applied"), ("2022", "applied")]
    assert [row[:2] for row in versions(database, "att_1__point_2")] == [("2020-05-01", "2022-07-01")]
    assert [row[:2] for row in versions(database, "att_1__point_2__item_2")] == [("2020-05-01", "2022-07-01")]
    assert versions(database, "att_1__point_3-1") == [("2022-07-01", None, 1, "Жаңа тармақ.")]


NEW = '1-тармақ мынадай редакцияда жазылсын:\n\n      "1. Лауазымдық міндеттері:\n\n      бақылайды."'


@pytest.mark.parametrize(
    ("text", "code", "status"),
    [
        (amending(2019, "2019 жылғы 5 мамырдағы", "2019 жылғы 1 шілдеден", NEW), "amendment_before_act", "pending"),
        (year(2022, NEW.replace("1-тармақ", "9-тармақ").replace('"1.', '"9.')), "amendment_target_missing", "pending"),
        (
            year(2022, '3-тармақта "7 жыл" деген сөздер "5 жыл" деген сөздермен ауыстырылсын.'),
            "amendment_target_missing",
            "pending",
        ),
    ],
)
def test_what_cannot_be_carried_out_changes_nothing(built: Built, text: str, code: str, status: str) -> None:
    alone = built({"a.txt": ACT}, alone=True)
    database = built({"a.txt": ACT, "b.txt": text}, alone=True)
    query = "SELECT * FROM v_provisions WHERE act_uri LIKE '%/77' ORDER BY eid, valid_from"
    assert database.rows(query) == alone.rows(query)
    assert [row[1] for row in statuses(database)] == [status]
    assert database.rows("SELECT count(*) FROM v_findings WHERE code = ?", code) == [(1,)]


def test_of_two_amendments_of_one_unit_on_one_day_the_second_is_disputed(built: Built) -> None:
    other = amending(1, "2022 жылғы 6 мамырдағы", "2022 жылғы 1 шілдеден", NEW.replace("бақылайды", "басқарады"))
    database = built({"a.txt": ACT, "b.txt": year(2022, NEW), "c.txt": other}, alone=True)
    assert sorted(str(status) for _, status in statuses(database)) == ["applied", "disputed"]
    assert len(versions(database, "att_1__point_1")) == 2
    assert database.rows("SELECT count(*) FROM v_findings WHERE code = 'amendments_collide'") == [(1,)]


def test_a_repealed_act_is_not_amended_any_more(built: Built) -> None:
    note = "      Ескерту. Күші жойылды – ҚР Мәдениет министрінің 05.01.2021 № 3 бұйрығымен (01.02.2021 бастап қолданысқа енгізіледі).\n"
    act = ACT.replace("      БҰЙЫРАМЫН:\n", note + "      БҰЙЫРАМЫН:\n", 1)
    database = built({"a.txt": act, "b.txt": year(2022, NEW)}, alone=True)
    assert database.rows("SELECT in_force_to, in_force_to_basis FROM v_acts WHERE number = '77'") == [
        ("2021-02-01", "stated")
    ]
    assert [row[:2] for row in versions(database, "att_1__point_1")] == [("2020-05-01", "2021-02-01")]
    assert database.rows("SELECT count(*) FROM v_findings WHERE code = 'amendment_after_repeal'") == [(1,)]


def test_an_amendment_without_a_day_of_force_is_kept_and_said(built: Built) -> None:
    undated = year(2022, NEW).split("      2. Осы бұйрық")[0]
    alone = built({"b.txt": undated}, alone=True)
    assert alone.rows("SELECT valid_from, wording_known FROM v_provisions WHERE eid = 'att_1__point_1'") == [(None, 1)]
    assert alone.rows("SELECT count(*) FROM v_findings WHERE code = 'amendment_undated'") == [(1,)]
    both = built({"a.txt": ACT, "b.txt": undated}, alone=True)
    assert [row[:2] for row in versions(both, "att_1__point_1")] == [("2020-05-01", None)]


def test_the_order_of_documents_changes_nothing(built: Built) -> None:
    texts = [ACT, year(2022, NEW), year(2023, NEW.replace("бақылайды", "басқарады"))]
    one = built(dict(zip(("a.txt", "b.txt", "c.txt"), texts, strict=True)), alone=True)
    other = built(dict(zip(("c.txt", "a.txt", "b.txt"), texts, strict=True)), alone=True)
    query = "SELECT eid, valid_from, valid_to, wording_known, text FROM v_provisions ORDER BY 1, 2"
    assert one.rows(query) == other.rows(query)


def test_a_repealing_point_ends_the_other_act(built: Built) -> None:
    repealing = """Кейбір бұйрықтардың күші жойылды деп тану туралы
Қазақстан Республикасы Мәдениет министрінің 2024 жылғы 5 мамырдағы № 9 бұйрығы
      БҰЙЫРАМЫН:

      1. "Архив қызметкерлері лауазымдарының біліктілік сипаттамаларын бекіту туралы" Қазақстан Республикасы Мәдениет министрінің 2020 жылғы 3 наурыздағы № 77 бұйрығының күші жойылды деп танылсын.

      2. Осы бұйрық 2024 жылғы 1 шілдеден бастап қолданысқа енгізіледі.

      Министр
А. Иванова
"""
    database = built({"a.txt": ACT, "b.txt": repealing}, alone=True)
    assert database.rows("SELECT in_force_to, in_force_to_basis FROM v_acts WHERE number = '77'") == [
        ("2024-07-01", "stated")
    ]
    assert database.rows("SELECT DISTINCT valid_to FROM v_provisions WHERE act_uri LIKE '%/77'") == [("2024-07-01",)]
    assert ("repeals",) in database.rows("SELECT type FROM v_relations")
