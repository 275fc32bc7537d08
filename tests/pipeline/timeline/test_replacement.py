"""The day the full text of order 360 arrives: a text made for this test takes its place, and everything joins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest


class Database(Protocol):
    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]: ...


Built = Callable[..., Database]
MakeOrder360 = Callable[[Callable[[int, int], str], Callable[[int], str]], str]
NAME = "2017-10-25_360.kk.txt"


def triple(first: int) -> str:
    """Three points of one job."""
    return (
        f"\n      {first}. Лауазымдық міндеттері:\n\n      {first}-тармақтың бірінші міндетін орындайды;\n\n"
        f"      {first}-тармақтың екінші міндетін орындайды.\n\n      {first + 1}. Мыналарды:\n\n"
        f"      {first + 1}-тармақтың пәнін;\n\n      еңбек тәртібін білуге тиіс.\n\n"
        f"      {first + 2}. Біліктілікке қойылатын талаптар: жоғары білім және кемінде 2 жыл жұмыс өтілі.\n\n"
    )


@pytest.fixture(scope="module")
def full_text(order_360: MakeOrder360) -> str:
    """Order 360 with jobs that only their numbers tell apart."""
    return order_360(lambda chapter, job: f"{chapter}-тараудың {job}-маманы", triple)


@pytest.fixture(scope="module")
def joined(built: Built, full_text: str) -> Database:
    return built({NAME: full_text})


def test_the_text_is_read_as_three_chapters_with_points_to_69(joined: Database) -> None:
    rows = joined.rows(
        "SELECT eid FROM v_positions WHERE act_number = '360' AND valid_from = '2018-01-01' AND section = '2' "
        "ORDER BY CAST(position AS integer)"
    )
    assert [eid for (eid,) in rows] == [f"att_1__chp_2__prg_{number}" for number in range(1, 9)]
    holders = joined.rows(
        "SELECT eid, parent_eid FROM v_provisions WHERE act_uri LIKE '%/360' AND valid_from = '2018-01-01' "
        "AND eid IN ('att_1__point_55', 'att_1__point_60', 'att_1__point_69') ORDER BY eid"
    )
    assert holders == [
        ("att_1__point_55", "att_1__chp_2__prg_7"),
        ("att_1__point_60", "att_1__chp_2__prg_8"),
        ("att_1__point_69", "att_1__chp_3__prg_3"),
    ]


def test_the_operations_apply(joined: Database) -> None:
    rows = joined.rows("SELECT status, count(*) FROM v_amendments GROUP BY status ORDER BY status")
    assert rows == [("applied", 10), ("disputed", 1)]


@pytest.mark.parametrize("point", [52, 53, 54, 57, 60, 67, 68, 69])
def test_each_replaced_point_has_its_old_and_its_new_wording(joined: Database, point: int) -> None:
    rows = joined.rows(
        "SELECT valid_from, valid_to, wording_known, source_file FROM v_provisions "
        "WHERE act_uri LIKE '%/360' AND eid = ? ORDER BY valid_from",
        f"att_1__point_{point}",
    )
    assert rows == [
        ("2018-01-01", "2025-10-17", 1, NAME),
        ("2025-10-17", None, 1, "2025-10-06_309.kk.txt"),
    ]


def test_items_of_a_replaced_point_end_and_begin_on_the_day(joined: Database) -> None:
    old = joined.rows(
        "SELECT text, valid_to, title FROM v_duties WHERE act_number = '360' AND point = '52' AND valid_to IS NOT NULL"
    )
    assert [(text, end) for text, end, _ in old] == [
        ("52-тармақтың бірінші міндетін орындайды", "2025-10-17"),
        ("52-тармақтың екінші міндетін орындайды", "2025-10-17"),
    ]
    new = joined.rows(
        "SELECT DISTINCT valid_from, position_id FROM v_duties WHERE act_number = '360' AND point = '52' "
        "AND valid_to IS NULL"
    )
    assert new == [("2025-10-17", "/akn/kz/act/order/2017-10-25/360#att_1__chp_2__prg_6")]


def test_a_new_heading_leaves_what_stands_below_it(joined: Database) -> None:
    titles = joined.rows(
        "SELECT title, valid_from, valid_to FROM v_positions WHERE act_number = '360' AND eid = 'att_1__chp_2__prg_7' "
        "ORDER BY valid_from"
    )
    assert titles == [
        ("2-тараудың 7-маманы", "2018-01-01", "2025-10-17"),
        ("Мансап орталығының құрылымдық бөлімшесінің (бөлімінің, секторының) маманы", "2025-10-17", None),
    ]
    kept = joined.rows(
        "SELECT count(*) FROM v_knowledge WHERE act_number = '360' AND point = '56' AND valid_from = '2018-01-01' "
        "AND valid_to IS NULL"
    )
    assert kept == [(2,)]


def test_the_first_indent_of_point_55_is_its_label_and_its_items_go_on(joined: Database) -> None:
    rows = joined.rows("SELECT count(*) FROM v_duties WHERE act_number = '360' AND point = '55' AND valid_to IS NULL")
    assert rows == [(2,)]


def test_no_position_stands_for_a_run_of_points_any_more(joined: Database) -> None:
    assert joined.rows("SELECT eid FROM v_positions WHERE eid LIKE '%points_%'") == []


def test_references_of_cards_to_its_paragrafs_wait_for_a_title_that_fits(joined: Database) -> None:
    rows = joined.rows("SELECT label, eid FROM v_card_references WHERE resolved")
    assert rows == [("17", "att_1__chp_1__prg_10")]  # the only paragraf 10; three chapters have a paragraf 1 and a 3


def test_a_reference_of_a_card_is_resolved_when_the_title_fits(built: Built, full_text: str) -> None:
    text = full_text.replace("1-тараудың 1-маманы", "Әлеуметтік жұмыскер")
    rows = built({NAME: text}).rows("SELECT eid, resolved FROM v_card_references WHERE label = '13'")
    assert rows == [("att_1__chp_1__prg_1", 1)]


def test_the_label_of_point_55_was_no_other_before(joined: Database) -> None:
    rows = joined.rows(
        "SELECT valid_from, valid_to, wording_known FROM v_provisions WHERE act_uri LIKE '%/360' AND eid = 'att_1__point_55'"
    )
    assert rows == [("2018-01-01", None, 1)]


def test_its_own_repealing_point_agrees_with_the_notes(built: Built, full_text: str) -> None:
    repealing = (
        '      2. Мыналардың күші жойылды деп танылсын:\n\n      1) "Халықты әлеуметтік қорғау және жұмыспен қамту жүйесі '
        "басшыларының, мамандарының және басқа да қызметшілері лауазымдарының үлгілік біліктілік сипаттамаларын бекіту "
        'туралы" Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің 2012 жылғы 2 ақпандағы № 31-ө-м '
        "бұйрығы (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 7442 болып тіркелген, 2012 жылғы "
        '28 маусымда "Юридическая газета" газетінде № 94 (2276) жарияланған).\n\n      Министрдің міндетін атқарушы'
    )
    database = built({NAME: full_text.replace("      Министрдің міндетін атқарушы", repealing, 1)})
    query = "SELECT in_force_to, in_force_to_basis FROM v_acts WHERE number = '31-ө-м'"
    assert database.rows(query) == [("2018-01-01", "disputed")]
    assert database.rows("SELECT count(*) FROM v_findings WHERE code = 'instruction_not_read'") == [(0,)]


def test_nothing_else_in_the_database_changes(five: Database, joined: Database) -> None:
    for view in ("v_positions", "v_duties", "v_knowledge", "v_requirements"):
        query = f"SELECT * FROM {view} WHERE act_number <> '360' ORDER BY act_number, language, eid, valid_from"
        assert joined.rows(query) == five.rows(query)
    acts = "SELECT * FROM v_acts WHERE act_uri NOT LIKE '%/360' ORDER BY act_uri"
    assert joined.rows(acts) == five.rows(acts)


def test_an_edition_that_holds_the_new_wording_already_is_not_changed_again(built: Built, full_text: str) -> None:
    amended = full_text.replace(triple(58).split("60. ")[1], POINT_60 + "\n\n")
    database = built({NAME: amended})
    rows = database.rows(
        "SELECT valid_from, valid_to, wording_known, source_file FROM v_provisions "
        "WHERE act_uri LIKE '%/360' AND eid = 'att_1__point_60' ORDER BY valid_from"
    )
    assert [(start, end, known) for start, end, known, _ in rows] == [
        ("2018-01-01", "2025-10-17", 0),
        ("2025-10-17", None, 1),
    ]
    assert rows[1][3] == NAME


POINT_60 = """Біліктілігіне қойылатын талаптар:

      біліктілігі жоғары деңгейдегі маман:

      санаты жоқ: орта білімнен кейінгі білім (қолданбалы бакалавриат), жоғары (немесе жоғары оқу орнынан кейінгі) білім, жұмыс өтіліне талап қойылмайды;

      біліктілігі орташа деңгейдегі маман:

      санаты жоқ: техникалық және кәсіптік (арнайы орта, кәсіптік орта) білім, мамандығы бойынша жұмыс өтіліне талап қойылмайды."""
