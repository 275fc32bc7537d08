"""The page of a position against what the orders print."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.pages.excerpts import Excerpt
from biliktilik.pipeline.pages.lines import Block, Line
from biliktilik.pipeline.pages.position import PositionPage, position_page
from biliktilik.pipeline.store.database import Reader

RAW = Path(__file__).parents[3] / "raw"
ORDER_2012 = "/akn/kz/act/order/2012-02-02/31-ө-м"
ORDER_360 = "/akn/kz/act/order/2017-10-25/360"
ORDER_580 = "/akn/kz/act/order/2025-10-24/580-нқ"


@pytest.fixture(scope="module")
def director(reader: Reader) -> PositionPage:
    return position_page(reader, ORDER_2012, "att_1__sec_2__pos_1")


def _block(page: PositionPage, kind: str) -> Block:
    return next(block for block in page.blocks if block.kind == kind)


def _lines(blocks: Iterable[Block]) -> list[Line]:
    return [line for block in blocks for row in block.rows for side in row.sides for line in side.lines]


def _marked(excerpt: Excerpt | None) -> str:
    assert excerpt is not None
    return " ".join(excerpt.marked.split())


def test_head(director: PositionPage) -> None:
    assert director.titles == (
        ("kk", "Медициналық-әлеуметтік мекеменің (ұйымның) директоры"),
        ("ru", "Директор медико-социального учреждения (организации)"),
    )
    assert (director.section, director.position, director.position_group) == ("2", "1", "manager")
    assert director.languages == ("kk", "ru")
    assert director.days == ("2012-07-09", "2018-01-01")


def test_duties_stand_beside_each_other(director: PositionPage) -> None:
    duties = _block(director, "duties")
    assert duties.counts == (("kk", 21), ("ru", 21))
    first = duties.rows[0]
    assert first.agreement == "agree"
    assert [side.lines[0].printed.text for side in first.sides] == [
        "Медициналық-әлеуметтік мекеменің (ұйымның) (бұдан әрі – ұйым) өндірістік, шаруашылық және қаржы-экономикалық"
        " қызметіне басшылық етеді, материалдық құндылықтарының сақталуына және тиімді жұмсалуына жауап береді",
        "осуществляет руководство производственной, хозяйственной и финансово-экономической деятельностью, несет"
        " ответственность за сохранность и эффективное использование имущества медико-социального учреждения"
        " (организации) (далее – организация)",
    ]


def test_what_one_language_does_not_say(director: PositionPage) -> None:
    """The Russian text asks to know "профиль и особенности организации" on its own; the Kazakh one has no such piece."""
    alone = [row for row in _block(director, "knowledge").rows if row.agreement == "one_side_only"]
    assert [[line.printed.text for line in side.lines] for row in alone for side in row.sides] == [
        [],
        ["профиль и особенности организации"],
    ]


def test_requirements(director: PositionPage) -> None:
    """«…білім және жұмыс стажы әлеуметтік қорғау жүйесінде кемінде 3 жыл немесе … кемінде 5 жыл.»"""
    assert director.ladders_alike
    kazakh = next(ladder for ladder in director.ladders if ladder.language == "kk")
    assert (kazakh.level, kazakh.columns) == (None, (("higher", "postgraduate"),))
    assert [rung.category for rung in kazakh.rungs] == [None]
    assert [(way.years, way.experience_in) for way in kazakh.rungs[0].cells[0]] == [
        ("3", "әлеуметтік қорғау жүйесінде"),
        ("5", "экономикалық қызмет түріндегі ұйымның тиісті бейіні бойынша басшы лауазымдарында"),
    ]


def test_levels_categories_and_alternatives_in_one_table(reader: Reader) -> None:
    """Point 15 of 580-нқ: two levels of four categories; the last line accepts basic secondary education, too."""
    higher, middle = position_page(reader, ORDER_580, "att_1__sec_2__prg_4").ladders
    assert (higher.level, higher.columns) == ("higher", (("higher", "postgraduate"),))
    assert [rung.category for rung in higher.rungs] == ["highest", "first", "second", "none"]
    assert [[way.years for way in rung.cells[0]] for rung in higher.rungs] == [["2"], ["1"], ["1"], [""]]
    assert higher.rungs[-1].cells[0][0].no_experience_required
    assert (middle.level, middle.columns) == ("middle", (("tve",), ("basic_secondary",)))
    assert [[len(cell) for cell in rung.cells] for rung in middle.rungs] == [[1, 0], [1, 0], [1, 0], [1, 1]]


def test_every_line_is_marked_in_its_source(director: PositionPage) -> None:
    for line in _lines(director.blocks):
        excerpt, printed = line.excerpt, line.printed
        assert excerpt is not None
        text = (RAW / printed.source_file).read_text(encoding="utf-8")
        assert excerpt.marked == text[printed.char_start : printed.char_end]
        assert excerpt.line == text.count("\n", 0, printed.char_start) + 1
        around = text[: printed.char_start].rstrip() + text[printed.char_start : printed.char_end]
        assert around.endswith(excerpt.before.rstrip() + excerpt.marked)
        assert text[printed.char_end :].startswith(excerpt.after)


def test_a_repaired_line_shows_both_readings(director: PositionPage) -> None:
    """In the Russian PDF text, the names of acts stand at the end of their visual line."""
    acts = _block(director, "knowledge").rows[0].sides[1].lines[0]
    assert acts.excerpt is not None
    repair = next(r for r in acts.excerpt.repairs if "О борьбе с коррупцией" in r.raw)
    assert repair.raw == '", " ", " " и иные О борьбе с коррупцией О языках в Республике Казахстан'
    assert repair.repaired == '", "О борьбе с коррупцией", "О языках в Республике Казахстан" и иные'
    assert len(acts.mentions) == 13
    assert acts.mentions[-1].as_printed == '"О языках в Республике Казахстан"'


def test_cited_acts_are_counted_once(director: PositionPage) -> None:
    """Both languages name the same thirteen acts."""
    assert [entry.count for entry in director.cited] == [2] * 13
    assert director.cited[0].act.title_ru == "Конституция"


def test_an_unknown_wording_is_told_as_such(reader: Reader) -> None:
    """№ 238 changed position 4 of section 2; what stood there before is not at hand."""
    page = position_page(reader, ORDER_2012, "att_1__sec_2__pos_4", on="2013-01-01")
    assert [headline.wording_known for headline in page.headlines] == [False, False]
    assert "Сноска. Глава 4 с изменениями" in _marked(page.headlines[1].excerpt)
    assert not any(block.rows for block in page.blocks)
    assert page.in_force
    assert [(p.valid_from, p.valid_to, p.wording_known, p.shown) for p in page.periods] == [
        ("2012-07-09", "2014-11-30", False, True),
        ("2014-11-30", "2018-01-01", True, False),
    ]


def test_without_a_day_the_last_wording_at_hand(reader: Reader) -> None:
    page = position_page(reader, ORDER_2012, "att_1__sec_2__pos_4")
    assert (page.on, page.day) == (None, "2014-11-30")
    assert _block(page, "duties").rows


def test_a_day_on_which_nothing_was_in_force(reader: Reader) -> None:
    page = position_page(reader, ORDER_2012, "att_1__sec_2__pos_1", on="2020-01-01")
    assert not page.in_force
    assert page.titles and page.periods


def test_points_without_a_heading_are_a_position(reader: Reader) -> None:
    """Points 52 to 54 of № 360, of which only № 309 tells: no title, an unknown wording before 2025-10-17."""
    page = position_page(reader, ORDER_360, "att_1__chp_2__points_52-54")
    assert page.titles == () and page.languages == ("kk",)
    assert [block.counts for block in page.blocks] == [(("kk", 25),), (("kk", 13),), (("kk", 6),)]
    assert [block.points for block in page.blocks] == [("52",), ("53",), ("54",)]
    assert [(period.units, period.wording_known) for period in page.periods] == [
        (("point_52", "point_53", "point_54"), False),
        (("points_52-54", "point_52", "point_53", "point_54"), True),
    ]


def test_one_language_is_not_compared(reader: Reader) -> None:
    page = position_page(reader, ORDER_580, "att_1__sec_2__prg_4")
    assert page.languages == ("kk",)
    assert {row.agreement for block in page.blocks for row in block.rows} == {None}
    assert {len(row.sides) for block in page.blocks for row in block.rows} == {1}


def test_kin(reader: Reader) -> None:
    """The card of point 13 names paragraf 1 of № 360; 580-нқ has a position with the same title."""
    page = position_page(reader, ORDER_580, "att_1__sec_2__prg_4")
    kin = {(other.number, other.eid): (other.kind, other.evidence, other.page) for other in page.predecessors}
    assert kin["125", "att_1__point_13"] == ("same", "title", "card")
    assert kin["360", "prg_1"] == ("same", "title", None)
    assert kin["31-ө-м", "att_1__sec_4__pos_1"] == ("merged", "title", "position")


@pytest.mark.parametrize("on", [None, "2012-07-09", "2015-01-01"])
def test_no_line_is_lost_between_the_database_and_the_page(reader: Reader, on: str | None) -> None:
    answer = reader.ask("SELECT DISTINCT eid FROM v_positions WHERE act_uri = :act", {"act": ORDER_2012})
    for (eid,) in answer.rows:
        page = position_page(reader, ORDER_2012, str(eid), on)
        shown = sorted((line.printed.language, line.printed.eid) for line in _lines(page.blocks))
        in_force = """
            SELECT language, eid FROM items WHERE act_uri = :act AND substr(eid, 1, length(:eid) + 2) = :eid || '__'
            AND valid_from <= :day AND (valid_to IS NULL OR :day < valid_to)
        """
        rows = reader.ask(in_force, {"act": ORDER_2012, "eid": eid, "day": page.day}).rows
        assert shown == sorted(rows)


def test_unknown_position(reader: Reader) -> None:
    with pytest.raises(BiliktilikError, match="did you mean att_1__sec_2__pos_9"):
        position_page(reader, ORDER_2012, "att_1__sec_2__pos_99")
    with pytest.raises(BiliktilikError, match="no act is called"):
        position_page(reader, "/akn/kz/act/order/1999-01-01/1", "att_1__sec_2__pos_1")


def test_findings_are_those_of_the_position(reader: Reader, director: PositionPage) -> None:
    told = {found.message for found in director.findings}
    assert "knowledge of att_1__sec_2__pos_1: 12 items in kk, 13 in ru" in told
    assert not any("pos_10" in message or "pos_2" in message for message in told)
    disputed = position_page(reader, ORDER_2012, "att_1__sec_2__pos_4")
    assert any(found.code == "unknown_wording" for found in disputed.findings)


def test_the_order_of_fields_is_no_difference(reader: Reader) -> None:
    """Middle level of 4.1: «(әлеуметтік, медициналық, педагогикалық)», "(социальное, педагогическое, медицинское)"."""
    assert position_page(reader, ORDER_2012, "att_1__sec_4__pos_1").ladders_alike


def test_ladders_that_differ_are_told(reader: Reader) -> None:
    """3.2, middle level: the Kazakh text asks for other years than the Russian one."""
    page = position_page(reader, ORDER_2012, "att_1__sec_3__pos_2")
    assert not page.ladders_alike
    years = {
        ladder.language: [way.years for rung in ladder.rungs for cell in rung.cells for way in cell]
        for ladder in page.ladders
        if ladder.level == "middle"
    }
    assert years == {"kk": ["3", "2", "1", ""], "ru": ["4", "3", "2", "1"]}
