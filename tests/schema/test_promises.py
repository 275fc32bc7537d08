"""Each promise holds for a sound database and is seen to be broken by the row that breaks it."""

from typing import Any

import pytest
from sqlalchemy import Connection, insert, text

from biliktilik.schema.promises import promises, read_promise
from biliktilik.schema.tables import Base

ACT = "/akn/kz/act/order/2012-02-02/1"
PLACE = {"source_file": "a.txt", "char_start": 0, "char_end": 2, "rule": "r"}
UNIT = {"act_uri": ACT, "language": "kk", **PLACE}
Rows = list[tuple[str, dict[str, Any]]]


def source(**values: Any) -> tuple[str, dict[str, Any]]:
    whole = {"chars": 4, "solid_chars": 4, "attributed_chars": 4, "text": "abcd", "act_uri": ACT}
    return "sources", {"source_file": "a.txt", "use": "used", **whole, **values}


def act(**values: Any) -> tuple[str, dict[str, Any]]:
    return "acts", {"act_uri": ACT, "number": "1-Ө", "act_number": "1-ө", "text_known": "full", **values}


def segment(start: int, end: int) -> tuple[str, dict[str, Any]]:
    return "segments", {"source_file": "a.txt", "char_start": start, "char_end": end, "kind": "text", "rule": "r"}


def repair(**values: Any) -> tuple[str, dict[str, Any]]:
    return "repairs", {"repair_id": 1, "raw": "ab", "repaired": "b a", **PLACE, **values}


def provision(eid: str, **values: Any) -> tuple[str, dict[str, Any]]:
    row = {"provision_id": eid, "eid": eid, "kind": "point", "ordinal": 1, "wording_known": True, **UNIT, **values}
    return "provisions", row


def position(eid: str, **values: Any) -> tuple[str, dict[str, Any]]:
    return "positions", {"wording_id": eid, "position_id": eid, "eid": eid, "wording_known": True, **UNIT, **values}


def item(eid: str, **values: Any) -> tuple[str, dict[str, Any]]:
    row = {"wording_id": eid, "eid": eid, "block": "requirements", "block_eid": "b", "ordinal": 1, "text": "t"}
    return "items", {**row, **UNIT, **values}


def alternative(**values: Any) -> tuple[str, dict[str, Any]]:
    return "alternatives", {"item_wording_id": "i", "alternative": 1, **PLACE, **values}


def lineage(**values: Any) -> tuple[str, dict[str, Any]]:
    ends = {"from_act_uri": ACT, "from_eid": "p", "to_act_uri": ACT, "to_eid": "q"}
    return "lineage", {"lineage_id": 1, "kind": "same", "score": 1, "evidence": "title", **ends, **values}


CELLS = [segment(0, 2), segment(2, 4)]
SOUND: Rows = [
    act(),
    source(),
    *CELLS,
    repair(),
    provision("b"),
    position("p"),
    item("i", position_wording_id="p"),
    alternative(),
]
UNKNOWN = {"wording_known": False}


def version(number: int, start: str, end: str | None, eid: str = "x", **values: Any) -> tuple[str, dict[str, Any]]:
    return provision(eid, provision_id=f"{eid}{number}", valid_from=start, valid_to=end, **values)


BROKEN: list[tuple[str, Rows]] = [
    (
        "children_within_parents",
        [
            act(),
            source(),
            *CELLS,
            version(1, "2012-02-02", "2013-01-01"),
            version(1, "2014-01-01", None, eid="y", parent_eid="x"),
        ],
    ),
    (
        "intervals_do_not_overlap",
        [act(), source(), *CELLS, version(1, "2012-02-02", "2013-01-01"), version(2, "2012-12-31", "2013-01-01")],
    ),
    (
        "no_silent_gaps",
        [act(), source(), *CELLS, version(1, "2012-02-02", "2013-01-01"), version(2, "2013-01-02", None)],
    ),
    (
        "nothing_outlives_its_act",
        [act(in_force_from="2012-02-02", in_force_to="2013-01-01"), source(), *CELLS, version(1, "2012-02-02", None)],
    ),
    ("act_numbers_lowered", [act(act_number="1-X"), source(), *CELLS]),
    ("alternatives_of_requirements", [act(), source(), *CELLS, provision("b"), item("i"), alternative(alternative=2)]),
    (
        "alternatives_of_requirements",
        [act(), source(), *CELLS, provision("b"), item("i", block="duties"), alternative()],
    ),
    (
        "educations_from_the_list",
        [act(), source(), *CELLS, provision("b"), item("i"), alternative(education="tve,higher")],
    ),
    ("educations_from_the_list", [act(), source(), *CELLS, provision("b"), item("i"), alternative(education="some")]),
    (
        "intervals_ordered",
        [act(), source(), *CELLS, provision("x", valid_from="2012-02-02", valid_to="2012-02-02")],
    ),
    (
        "items_agree_with_their_position",
        [act(), source(), *CELLS, provision("b"), position("p", language="ru"), item("i", position_wording_id="p")],
    ),
    ("items_have_a_block", [act(), source(), *CELLS, item("i")]),
    ("items_have_text", [act(), source(), *CELLS, provision("b"), item("i", text="t;")]),
    ("items_numbered_through", [act(), source(), *CELLS, provision("b"), item("i", ordinal=2)]),
    (
        "items_numbered_through",
        [act(), source(), *CELLS, provision("b"), item("i"), item("j", ordinal=3)],
    ),
    ("lineage_runs_forward", [act(adopted_on="2012-02-02"), source(), *CELLS, lineage()]),
    ("knowledge_has_a_kind", [act(), source(), *CELLS, provision("b"), item("i", block="knowledge")]),
    ("parents_exist", [act(), source(), *CELLS, provision("x", parent_eid="y")]),
    ("partial_acts_have_no_source", [act(text_known="partial"), source(), *CELLS]),
    ("partial_acts_have_no_source", [act(), source(use="competing"), *CELLS]),
    ("places_inside_source", [act(), source(), *CELLS, provision("x", char_end=5)]),
    ("repairs_keep_every_letter", [act(), source(), *CELLS, repair(repaired="a")]),
    ("repairs_keep_every_letter", [act(), source(), *CELLS, repair(raw="ba")]),
    ("segments_adjoin", [act(), source(), segment(0, 1), segment(2, 4)]),
    ("segments_adjoin", [act(), source(), segment(0, 3), segment(2, 4)]),
    ("segments_reach_the_end", [act(), source(), segment(0, 3)]),
    ("segments_start_at_zero", [act(), source(), segment(1, 4)]),
    ("segments_start_at_zero", [act(), source()]),
    ("source_texts_measured", [act(), source(chars=5), segment(0, 5)]),
    (
        "unknown_wording_has_no_items",
        [act(), source(), *CELLS, provision("b"), position("p", **UNKNOWN), item("i", position_wording_id="p")],
    ),
    (
        "unknown_wording_is_empty",
        [act(), source(), *CELLS, provision("x", **UNKNOWN), provision("y", parent_eid="x")],
    ),
    (
        "years_or_none_required",
        [act(), source(), *CELLS, provision("b"), item("i"), alternative(min_years=3, no_experience_required=True)],
    ),
]


def broken_promises(connection: Connection, rows: Rows) -> list[str]:
    for table, row in rows:
        connection.execute(insert(Base.metadata.tables[table]), row)
    return [promise.name for promise in promises() if connection.execute(text(promise.query)).first()]


def test_a_sound_database_keeps_them_all(connection: Connection) -> None:
    assert broken_promises(connection, SOUND) == []


def test_units_quoted_in_a_language_no_source_prints_may_lack_their_parents(connection: Connection) -> None:
    rows: Rows = [act(), source(language="ru"), *CELLS, provision("x", parent_eid="y")]
    assert broken_promises(connection, rows) == []


@pytest.mark.parametrize(("name", "rows"), BROKEN, ids=[f"{name}-{at}" for at, (name, _) in enumerate(BROKEN)])
def test_a_breach_is_seen_and_nothing_else(connection: Connection, name: str, rows: Rows) -> None:
    assert broken_promises(connection, rows) == [name]


def test_every_promise_is_tried() -> None:
    assert {name for name, _ in BROKEN} == {promise.name for promise in promises()}


def test_every_promise_says_what_it_is() -> None:
    assert [promise.name for promise in promises() if not promise.says.endswith(".")] == []


def test_reading_a_promise() -> None:
    promise = read_promise("p", "-- No row\n-- is odd.\nSELECT 1\nWHERE 0\n")
    assert (promise.says, promise.query) == ("No row is odd.", "SELECT 1\nWHERE 0")
