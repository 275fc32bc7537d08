"""The units of an act, as they are read and ordered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.acts import find_act
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.units import as_tree, covers, eid_order, read_units

days = st.none() | st.dates().map(str)


def test_numbers_in_identifiers_are_numbers() -> None:
    eids = ["att_1__chp_10", "att_1__chp_9", None, "att_1__chp_9__prg_2", "att_1__chp_9__prg_11"]
    assert sorted(eids, key=eid_order) == [
        None,
        "att_1__chp_9",
        "att_1__chp_9__prg_2",
        "att_1__chp_9__prg_11",
        "att_1__chp_10",
    ]


def test_units_without_a_printed_parent_stand_by_parent(reader: Reader) -> None:
    """№ 309 quotes points of two chapters of № 360, whose own text is not at hand."""
    units = read_units(reader, find_act(reader, "360"))
    points = [node.unit.label for node in as_tree(units) if node.unit.kind == "point"]
    assert list(dict.fromkeys(points)) == ["52", "53", "54", "55", "57", "60", "67", "68", "69"]


def test_one_language_is_that_part_of_all(reader: Reader) -> None:
    act = find_act(reader, "31-ө-м")
    every = read_units(reader, act)
    for language in ("kk", "ru"):
        assert read_units(reader, act, language) == [unit for unit in every if unit.language == language]


def test_a_language_that_is_not_there(reader: Reader) -> None:
    with pytest.raises(BiliktilikError, match="there is: kk"):
        read_units(reader, find_act(reader, "125"), "ru")


@given(days, days, st.dates().map(str))
def test_an_interval_holds_its_first_day_and_not_its_last(first: str | None, last: str | None, day: str) -> None:
    assert covers(first, last, None)
    assert covers(first, last, day) == (covers(first, None, day) and covers(None, last, day))
    assert covers(day, None, day) and not covers(None, day, day)
