"""The way through two lists: every item once, in order, at the least cost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.alignment.path import SHAPES, Step, best_path

sizes = st.integers(0, 7)


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, list[list[float]]]:
    """Two lengths, and how unlike each pair of items is."""
    kk, ru = draw(sizes), draw(sizes)
    cell = st.floats(0, 2, allow_nan=False)
    return kk, ru, draw(st.lists(st.lists(cell, min_size=ru, max_size=ru), min_size=kk, max_size=kk))


def cost_of(table: list[list[float]], step: Step) -> float:
    pairs = [table[i][j] for i in range(step.kk_start, step.kk_end) for j in range(step.ru_start, step.ru_end)]
    return sum(pairs) if pairs else 0.7 * (step.kk_end - step.kk_start + step.ru_end - step.ru_start)


def cheapest(table: list[list[float]], kk: int, ru: int) -> float:
    """The least cost by trying every way."""
    if kk == ru == 0:
        return 0.0
    return min(
        cheapest(table, kk - a, ru - b) + cost_of(table, Step(kk - a, kk, ru - b, ru))
        for a, b in SHAPES
        if a <= kk and b <= ru
    )


@given(tables())
def test_every_item_is_covered_once_and_in_order(case: tuple[int, int, list[list[float]]]) -> None:
    kk, ru, table = case
    steps = best_path(kk, ru, lambda step: cost_of(table, step))
    assert [i for step in steps for i in range(step.kk_start, step.kk_end)] == list(range(kk))
    assert [j for step in steps for j in range(step.ru_start, step.ru_end)] == list(range(ru))
    assert all(step.shape in SHAPES for step in steps)
    assert all(a.kk_end == b.kk_start and a.ru_end == b.ru_start for a, b in pairwise(steps))


@given(st.integers(0, 4), st.integers(0, 4), st.data())
def test_no_way_is_cheaper(kk: int, ru: int, data: st.DataObject) -> None:
    row = st.lists(st.floats(0, 2, allow_nan=False), min_size=ru, max_size=ru)
    table = data.draw(st.lists(row, min_size=kk, max_size=kk))
    steps = best_path(kk, ru, lambda step: cost_of(table, step))
    total = sum(cost_of(table, step) for step in steps)
    assert abs(total - cheapest(table, kk, ru)) < 1e-9


def test_of_equal_ways_the_plain_one_is_taken() -> None:
    assert [step.shape for step in best_path(2, 2, lambda step: sum(step.shape) / 2)] == [(1, 1), (1, 1)]
