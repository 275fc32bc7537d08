"""Laws that hold for every sequence of changes."""

from __future__ import annotations

import shutil
import sqlite3
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.model import Body, Provision, ProvisionKind, Span
from biliktilik.pipeline.build import build
from biliktilik.pipeline.timeline.days import Day
from biliktilik.pipeline.timeline.history import Edition, History

EIDS = ("att_1", "att_1__sec_1", "att_1__point_1", "att_1__point_2")
PARENTS = {"att_1": None, "att_1__sec_1": "att_1", "att_1__point_1": "att_1__sec_1", "att_1__point_2": "att_1__sec_1"}
TOLD = ("note.txt", Span(0, 1))
DAYS = st.integers(1, 27).map(lambda number: Day(f"2020-01-{number:02}", "stated"))
CHANGES = st.lists(st.tuples(st.sampled_from(["later", "end", "unknown", "new"]), st.sampled_from(EIDS[1:]), DAYS))


def begun() -> History:
    history = History(Day("2020-01-01", "stated"), Day("2020-01-28", "stated"))
    units = tuple(
        Provision(eid, PARENTS[eid], ProvisionKind.POINT, None, None, eid, 1, Span(0, 1), "rule") for eid in EIDS
    )
    history.open_all(history.add_edition(Edition("act.txt", Body(units))), EIDS, history.start)
    return history


def change(history: History, kind: str, eid: str, day: Day) -> None:
    """One change, told in order of days as the stages tell them: only while the unit's last wording goes on."""
    last = history.current(eid)
    if last is None or last.origin is None or last.end != history.end.on or (last.start or "") >= (day.on or ""):
        return
    if kind == "later" and len(history.intervals[eid]) == 1:
        history.begin_later(eid, day, TOLD, unknown_before=True)
    elif kind == "end":
        history.end_at(history.subtree(eid), day)
    elif kind == "unknown":
        history.end_at(history.subtree(eid), day)
        history.unknown_from(eid, day, TOLD)
    elif kind == "new":
        history.end_at([eid], day)
        history.open_all(0, [eid], day)


@given(CHANGES)
def test_wordings_of_a_unit_never_overlap(changes: list[tuple[str, str, Day]]) -> None:
    history = begun()
    for kind, eid, day in sorted(changes, key=lambda entry: entry[2].on or ""):
        change(history, kind, eid, day)
    for intervals in history.intervals.values():
        for before, after in pairwise(intervals):
            assert before.end is not None
            assert after.start is not None
            assert before.end <= after.start


@given(CHANGES, DAYS, DAYS)
def test_as_of_is_monotone_a_later_day_never_shows_an_earlier_wording(
    changes: list[tuple[str, str, Day]], one: Day, other: Day
) -> None:
    history = begun()
    for kind, eid, day in sorted(changes, key=lambda entry: entry[2].on or ""):
        change(history, kind, eid, day)
    first, second = sorted((one.on or "", other.on or ""))
    for intervals in history.intervals.values():
        shown = [
            [n for n, i in enumerate(intervals) if (i.start or "") <= day and (i.end is None or day < i.end)]
            for day in (first, second)
        ]
        assert all(len(found) <= 1 for found in shown)
        if shown[0] and shown[1]:
            assert shown[0][0] <= shown[1][0]


def test_a_unit_without_changes_is_in_force_as_long_as_its_act() -> None:
    history = begun()
    assert {(i.start, i.end) for _, i in history.rows()} == {("2020-01-01", "2020-01-28")}


def test_a_unit_that_is_printed_as_excluded_had_a_wording_that_nobody_knows(tmp_path: Path) -> None:
    forms = Path(__file__).parents[2] / "cases" / "forms"
    raw = tmp_path / "raw"
    raw.mkdir()
    for language in ("kk", "ru"):
        shutil.copyfile(forms / f"emergency.{language}" / "document.txt", raw / f"{language}.txt")
    build(raw, str(tmp_path / "x.sqlite"))
    with sqlite3.connect(tmp_path / "x.sqlite") as connection:
        rows = connection.execute(
            "SELECT language, eid, text, valid_from, valid_to FROM v_provisions WHERE wording_known = 0 ORDER BY eid"
        ).fetchall()
        force = connection.execute(
            "SELECT in_force_from, in_force_from_basis FROM v_acts WHERE number = '305'"
        ).fetchall()
    assert rows == [
        ("kk", "point_1__sub_3", None, "2023-07-01", "2025-01-19"),
        ("ru", "point_3", None, "2023-07-01", "2025-01-19"),
    ]
    assert force == [("2023-07-01", "stated")]
