"""What the five documents say of time, read off their headers, clauses and notes."""

from __future__ import annotations

from typing import Protocol

import pytest


class Database(Protocol):
    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]: ...


@pytest.mark.parametrize(
    ("number", "start", "start_basis", "end", "end_basis"),
    [
        ("31-ө-м", "2012-07-09", "computed", "2018-01-01", "disputed"),
        ("238", "2014-11-30", "estimated", "2018-01-01", "disputed"),
        ("360", "2018-01-01", "disputed", None, None),
        ("488", None, None, None, None),
        ("125", "2025-01-01", "stated", None, None),
        ("309", "2025-10-17", "estimated", None, None),
        ("580-НҚ", "2025-11-04", "estimated", None, None),
        ("109", "2026-07-12", "stated", None, None),
    ],
)
def test_days_of_acts(
    five: Database, number: str, start: str | None, start_basis: str | None, end: str | None, end_basis: str | None
) -> None:
    query = "SELECT in_force_from, in_force_from_basis, in_force_to, in_force_to_basis FROM v_acts WHERE number = ?"
    assert five.rows(query, number) == [(start, start_basis, end, end_basis)]


def test_both_readings_of_the_dispute_are_told(five: Database) -> None:
    messages = [str(m) for (m,) in five.rows("SELECT message FROM v_findings WHERE code = 'force_disputed'")]
    assert len(messages) == 2  # of order 360, which came into force then, and of the order that it repealed
    for message in messages:
        assert "2017-11-05" in message
        assert "2018-01-01" in message
    [(ambiguous,)] = five.rows("SELECT message FROM v_findings WHERE code = 'force_ambiguous'")
    assert "2012-07-08" in str(ambiguous)
    assert "2012-07-09" in str(ambiguous)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_position_4_of_section_2_has_an_earlier_wording_that_nobody_prints(five: Database, language: str) -> None:
    rows = five.rows(
        "SELECT valid_from, valid_to, valid_basis, wording_known, title IS NULL, section, position FROM v_positions "
        "WHERE act_number = '31-ө-м' AND eid = 'att_1__sec_2__pos_4' AND language = ? ORDER BY valid_from",
        language,
    )
    assert rows == [
        ("2012-07-09", "2014-11-30", "computed", 0, 1, "2", "4"),
        ("2014-11-30", "2018-01-01", "estimated", 1, 0, "2", "4"),
    ]
    [(start,)] = five.rows(
        "SELECT DISTINCT valid_from FROM v_duties WHERE language = ? AND eid LIKE 'att_1__sec_2__pos_4__%'", language
    )
    assert start == "2014-11-30"


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_position_10_of_section_3_begins_with_order_238(five: Database, language: str) -> None:
    rows = five.rows(
        "SELECT valid_from, valid_to, valid_basis, wording_known FROM v_positions "
        "WHERE act_number = '31-ө-м' AND eid = 'att_1__sec_3__pos_10' AND language = ?",
        language,
    )
    assert rows == [("2014-11-30", "2018-01-01", "estimated", 1)]


def test_cards_12_to_16_and_abbreviation_9_end_when_order_109_takes_effect(five: Database) -> None:
    known = five.rows("SELECT label FROM v_cards WHERE wording_known AND valid_to = '2026-07-12' ORDER BY label")
    assert [label for (label,) in known] == ["12", "13", "14", "15", "16"]
    unknown = five.rows("SELECT label, title, valid_from, valid_to FROM v_cards WHERE NOT wording_known ORDER BY label")
    assert unknown == [(str(number), None, "2026-07-12", None) for number in range(12, 17)]
    terms = five.rows(
        "SELECT abbreviation, valid_from, valid_to, wording_known FROM v_abbreviations WHERE ordinal = 9 ORDER BY 2"
    )
    assert terms == [("АЖ", "2025-01-01", "2026-07-12", 1), (None, "2026-07-12", None, 0)]
    open_cards = five.rows("SELECT label FROM v_cards WHERE valid_to IS NULL AND wording_known ORDER BY label")
    assert [label for (label,) in open_cards] == ["10", "11", "17", "18", "9"]


def test_relations(five: Database) -> None:
    rows = five.rows("SELECT DISTINCT from_act_uri, type, to_act_uri, scope FROM v_relations WHERE type <> 'cites'")
    short = {(str(a).rsplit("/", 1)[-1], t, str(b).rsplit("/", 1)[-1], s) for a, t, b, s in rows}
    assert {
        ("360", "repeals", "31-ө-м", None),
        ("360", "replaces", "31-ө-м", None),
        ("360", "repeals", "238", None),
        ("238", "amends", "31-ө-м", "att_1__sec_2__pos_4"),
        ("238", "inserts", "31-ө-м", "att_1__sec_3__pos_10"),
        ("309", "amends", "360", "att_1__point_55"),
        ("488", "amends", "360", "preamble"),
        ("109", "amends", "125", "att_1__point_3__sub_9"),
    } <= short
    assert ("360", "replaces", "238", None) not in short


def test_new_wordings_of_order_360_are_known_from_the_day_of_order_309(five: Database) -> None:
    rows = five.rows("SELECT status, effective_from, effective_basis, count(*) FROM v_amendments GROUP BY 1, 2, 3")
    assert rows == [("base_unknown", "2025-10-17", "estimated", 10), ("disputed", "2025-10-17", "estimated", 1)]
    before = five.rows(
        "SELECT eid FROM v_provisions WHERE act_uri LIKE '%/360' AND NOT wording_known AND valid_to = '2025-10-17'"
    )
    assert len(before) == 11
