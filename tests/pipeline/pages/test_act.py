"""The page of an act against what the orders print."""

import pytest

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.pages.act import ActPage, act_page
from biliktilik.pipeline.pages.act_text import TextNode, flatten
from biliktilik.pipeline.store.database import Reader

ORDER_2012 = "/akn/kz/act/order/2012-02-02/31-ө-м"
ORDER_360 = "/akn/kz/act/order/2017-10-25/360"
ORDER_309 = "/akn/kz/act/order/2025-10-06/309"
STANDARD = "/akn/kz/act/order/2024-04-30/125"


def _node(page: ActPage, eid: str) -> TextNode:
    return next(node for node in flatten(page.nodes) if node.unit.eid == eid)


def test_head(reader: Reader) -> None:
    page = act_page(reader, ORDER_2012)
    assert page.facts.issuer_ru == "Министр труда и социальной защиты населения Республики Казахстан"
    assert (page.facts.registration_number, page.facts.registered_on) == ("7442", "2012-02-27")
    assert (page.act.in_force_from, page.act.in_force_from_basis) == ("2012-07-09", "computed")
    assert (page.act.in_force_to, page.act.in_force_to_basis) == ("2018-01-01", "disputed")
    assert [fact.name for fact in page.catalog] == ["adilet_id", "published_on"]
    assert page.languages == ("kk", "ru")
    assert page.days == ("2012-07-09", "2014-11-30", "2018-01-01")
    assert [note.language for note in page.notes] == ["kk", "ru"]


def test_the_tree_of_the_text(reader: Reader) -> None:
    """Section 2 has twelve positions; each has three blocks, the duties of the first 21 lines."""
    page = act_page(reader, ORDER_2012, text="ru")
    assert page.text == "ru"
    section = _node(page, "att_1__sec_2")
    assert (section.unit.label, section.level) == ("Раздел 2", 4)
    positions = [node for node in section.children if node.unit.kind == "position"]
    assert list(dict.fromkeys(node.unit.label for node in positions)) == [str(n) for n in range(1, 13)]
    assert {node.level for node in positions} == {5}
    assert {node.page for node in positions} == {"position"}
    first = positions[0]
    assert [(node.unit.kind, len(node.lines)) for node in first.children] == [
        ("duties", 21),
        ("knowledge", 13),
        ("requirements", 1),
    ]


def test_headings_never_skip_a_level(reader: Reader) -> None:
    def check(nodes: tuple[TextNode, ...], above: int) -> None:
        for node in nodes:
            assert node.level is None or node.level in (above + 1, 6)
            check(node.children, above if node.level is None else node.level)

    for act in (ORDER_2012, ORDER_360, ORDER_309, STANDARD):
        check(act_page(reader, act).nodes, 2)


def test_a_day_leaves_out_what_was_not_in_force(reader: Reader) -> None:
    """№ 238 inserted position 10 of section 3 and changed position 4 of section 2."""
    before = act_page(reader, ORDER_2012, on="2013-01-01")
    eids = {node.unit.eid for node in flatten(before.nodes)}
    assert "att_1__sec_3__pos_10" not in eids
    assert not _node(before, "att_1__sec_2__pos_4").unit.wording_known
    after = act_page(reader, ORDER_2012, on="2015-01-01")
    assert _node(after, "att_1__sec_3__pos_10").page == "position"
    assert _node(after, "att_1__sec_2__pos_4").unit.wording_known
    assert after.hidden == 1
    assert act_page(reader, ORDER_2012, on="2018-01-01").nodes == ()


def test_notes_stand_with_their_unit_in_their_language(reader: Reader) -> None:
    page = act_page(reader, ORDER_2012, text="ru")
    assert [note[:32] for note in _node(page, "att_1__sec_2__pos_4").notes] == ["Сноска. Глава 4 с изменениями, в"]


def test_anchors_are_unique(reader: Reader) -> None:
    for act in (ORDER_2012, ORDER_360, STANDARD):
        anchors = [node.anchor for node in flatten(act_page(reader, act).nodes)]
        assert len(anchors) == len(set(anchors))


def test_an_act_known_in_part_stands_in_order(reader: Reader) -> None:
    """№ 309 quotes points 52 to 60 of chapter 2, then 67 to 69 of chapter 3."""
    page = act_page(reader, ORDER_360)
    assert page.act.text_known == "partial"
    labels = [node.unit.label for node in page.nodes if node.unit.kind == "point"]
    assert list(dict.fromkeys(labels)) == ["52", "53", "54", "55", "57", "60", "67", "68", "69"]
    assert len(page.unknown) == 11
    assert [job.eid for job in page.jobs] == [
        "att_1__chp_2__points_52-54",
        "att_1__chp_2__prg_7",
        "att_1__chp_2__prg_8",
        "att_1__chp_3__points_67-69",
    ]


def test_who_tells_of_the_changes(reader: Reader) -> None:
    told = act_page(reader, ORDER_2012).told
    assert [(one.act_uri, one.change.scope, one.change.verdict) for one in told] == [
        ("/akn/kz/act/order/2014-11-19/238", "att_1__sec_2__pos_4", "one is silent"),
        ("/akn/kz/act/order/2014-11-19/238", "att_1__sec_3__pos_10", "one is silent"),
        (ORDER_360, None, "dispute"),
    ]


def test_relations_in_both_directions(reader: Reader) -> None:
    relations = {(r.first.direction, r.first.type, r.first.act_uri): r for r in act_page(reader, ORDER_360).relations}
    repeal = relations["out", "repeals", ORDER_2012]
    assert repeal.days == (("2017-11-05", "estimated"), ("2018-01-01", "stated"))
    changed = relations["in", "amends", ORDER_309]
    assert changed.scopes[:3] == ("att_1__chp_2__prg_7", "att_1__chp_2__prg_8", "att_1__point_52")
    assert len(changed.scopes) == 11


def test_what_an_amending_act_changes(reader: Reader) -> None:
    amendments = act_page(reader, ORDER_309).amendments
    assert len(amendments) == 11
    assert {row.target_act_uri for row in amendments} == {ORDER_360}
    assert [row.target_eid for row in amendments if row.status == "disputed"] == ["att_1__point_55"]


def test_an_act_without_text(reader: Reader) -> None:
    page = act_page(reader, "/akn/kz/act/constitution/1995-08-30/-~конституция", text="ru")
    assert (page.text, page.languages, page.nodes, page.days) == (None, (), (), ())
    assert {act.number for act in page.cited_by} == {"31-ө-м", "360", "125", "580-НҚ"}


def test_a_language_that_is_not_there(reader: Reader) -> None:
    assert act_page(reader, STANDARD, text="ru").text == "kk"


def test_unknown_act(reader: Reader) -> None:
    with pytest.raises(BiliktilikError, match="no act is called"):
        act_page(reader, "/akn/kz/act/order/2012-02-02/31-ө-н")
