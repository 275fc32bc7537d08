"""The cheapest way through two lists that keeps their order: dynamic programming after Gale and Church (1993)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """Items ``[kk_start, kk_end)`` of one list and ``[ru_start, ru_end)`` of the other; one of both may be empty."""

    kk_start: int
    kk_end: int
    ru_start: int
    ru_end: int

    @property
    def shape(self) -> tuple[int, int]:
        """How many items of each side the step takes."""
        return self.kk_end - self.kk_start, self.ru_end - self.ru_start


Cost = Callable[[Step], float]

# What the texts do: a sentence is left out, cut in two or three, or two are joined. 2-2 would hide where one ends.
# Of two ways that cost the same, the shape that stands first here is taken.
SHAPES: Final = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 0), (0, 1))


# How far the path may stray from the straight line between the ends of the lists, beside their difference in length:
# in the texts read by hand it never strays by more than three items.
WINDOW: Final = 6


def best_path(kk_count: int, ru_count: int, cost: Cost) -> tuple[Step, ...]:
    """Steps that cover every item of both lists exactly once, in order, with the least total cost.

    ``cost`` must be finite. Every cell looks back by at most three items, and only cells near the straight line are
    looked at: O(``WINDOW`` x the longer list).
    """
    totals: dict[tuple[int, int], float] = {(0, 0): 0.0}
    last: dict[tuple[int, int], Step] = {}
    for kk in range(kk_count + 1):
        for ru in _near(kk, kk_count, ru_count):
            steps = [step for step in _steps_to(kk, ru) if (step.kk_start, step.ru_start) in totals]
            reached = [(totals[step.kk_start, step.ru_start] + cost(step), step) for step in steps]
            if reached:
                totals[kk, ru], last[kk, ru] = min(reached, key=lambda pair: pair[0])
    return _way_back(kk_count, ru_count, last)


def _near(kk: int, kk_count: int, ru_count: int) -> range:
    """Places in the second list that may stand beside place ``kk`` of the first."""
    straight = kk * ru_count // kk_count if kk_count else 0
    reach = WINDOW + abs(kk_count - ru_count) if kk_count else ru_count
    return range(max(0, straight - reach), min(ru_count, straight + reach) + 1)


def _steps_to(kk: int, ru: int) -> Iterator[Step]:
    for taken_kk, taken_ru in SHAPES:
        if taken_kk <= kk and taken_ru <= ru:
            yield Step(kk - taken_kk, kk, ru - taken_ru, ru)


def _way_back(kk: int, ru: int, last: dict[tuple[int, int], Step]) -> tuple[Step, ...]:
    steps = []
    while (kk, ru) in last:
        step = last[kk, ru]
        steps.append(step)
        kk, ru = step.kk_start, step.ru_start
    return tuple(reversed(steps))
