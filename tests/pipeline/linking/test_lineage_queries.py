"""The named questions on lineage, asked of the five documents; the thresholds were read in the raw texts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from biliktilik.pipeline.queries import all_questions
from biliktilik.pipeline.store.database import Reader

Row = Mapping[str, object]


def ask(reader: Reader, name: str, **given: str) -> list[Row]:
    question = all_questions()[name]
    return list(reader.ask(question.sql, {**{p.name: p.default for p in question.parameters}, **given}).records())


def test_each_card_that_answers_to_a_position_in_force(reader: Reader) -> None:
    pairs = {(row["card"], row["position"], row["kind"]) for row in ask(reader, "card-against-position")}
    assert pairs == {
        ("13", "4", "same"), ("14", "11", "same"), ("15", "5", "same"), ("16", "3", "renamed"), ("17", "1", "related")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("card", "category", "education", "card_years", "position_years", "verdict"),
    [
        # Point 13 of order 125 asks for 3, 2 and 1 years, point 15 of order 580 for 2, 1 and 1.
        ("13", "highest", "agree", 3, 2, "card asks more"),
        ("13", "first", "agree", 2, 1, "card asks more"),
        ("13", "second", "agree", 1, 1, "agree"),
        # Point 15 of order 580 opens the work to basic secondary education with a certificate; the card does not.
        ("13", "none", "card asks more", 0, None, None),
        # Point 14 of order 125 asks for an applied bachelor, point 36 of order 580 for higher education.
        ("14", "highest", "card asks less", 3, 3, "agree"),
        ("15", "highest", "agree", 3, 3, "agree"),
        ("16", None, "card asks more", 3, 2, "card asks more"),
    ],
)
def test_thresholds(
    reader: Reader, card: str, category: str | None, education: str, card_years: int, position_years: int | None,
    verdict: str | None,
) -> None:  # fmt: skip
    [row] = [r for r in ask(reader, "card-against-position") if (r["card"], r["category"]) == (card, category)]
    told = (row["education_verdict"], row["card_years"], row["position_years"], row["years_verdict"])
    assert told == (education, card_years, position_years, verdict)


def test_only_conflicts(reader: Reader) -> None:
    every, some = ask(reader, "card-against-position"), ask(reader, "card-against-position", conflicts="yes")
    conflicting = [r for r in every if "asks" in f"{r['education_verdict']} {r['years_verdict']}"]
    assert some == conflicting
    assert 0 < len(some) < len(every)


def test_on_no_day_in_particular_the_positions_of_2012_are_there_too(reader: Reader) -> None:
    acts = {row["position_act"] for row in ask(reader, "card-against-position", on="")}
    assert acts == {"31-ө-м", "580-нқ"}
    cards = {row["card"] for row in ask(reader, "card-against-position", on="2026-08-01")}
    assert cards == {"17"}  # the wording of cards 12 to 16 is not known from 2026-07-12 on


def test_every_position_of_2012_has_a_line(reader: Reader) -> None:
    rows = ask(reader, "successors")
    assert len({(row["section"], row["position"]) for row in rows}) == 24
    alone = {f"{row['section']}.{row['position']}" for row in rows if row["successor_act"] is None}
    assert alone == {"2.4", "2.8", "2.9", "2.10", "3.1", "3.2", "3.3", "3.4", "3.5", "3.8", "3.9"}


def test_successors_by_way_of_other_acts_are_as_far_off_as_the_whole_way(reader: Reader) -> None:
    [row] = [row for row in ask(reader, "successors") if row["successor_eid"] == "att_1__sec_2__prg_11"]
    assert (row["position"], row["kind"], row["via"]) == ("6", "split", "360 prg_3 125 att_1__point_14")


def test_what_is_in_force_today(reader: Reader) -> None:
    later = {str(row["successor_eid"]): row["today"] for row in ask(reader, "successors", on="2026-08-01")}
    assert later["att_1__point_13"] == "in force, wording unknown"
    assert later["att_1__point_17"] == "in force"
    assert later["prg_1"] is None  # known by reference alone: nobody can say
