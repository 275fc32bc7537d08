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


def best_path(kk_count: int, ru_count: int, cost: Cost) -> tuple[Step, ...]:
    """Steps that cover every item of both lists exactly once, in order, with the least total cost.

    ``cost`` must be finite. Every cell looks back by at most three items: O(``kk_count`` x ``ru_count``).
    """
    totals: dict[tuple[int, int], float] = {(0, 0): 0.0}
    last: dict[tuple[int, int], Step] = {}
    for kk in range(kk_count + 1):
        for ru in range(ru_count + 1):
            reached = [(totals[step.kk_start, step.ru_start] + cost(step), step) for step in _steps_to(kk, ru)]
            if reached:
                totals[kk, ru], last[kk, ru] = min(reached, key=lambda pair: pair[0])
    return _way_back(kk_count, ru_count, last)


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
