"""Rules → tables, and the glyphs inside them → rows of cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from biliktilik.parsers.readers.pdf.lines import Words, build_lines
from biliktilik.parsers.readers.pdf.page import Glyph, Layer, Rule
from biliktilik.parsers.readers.pdf.words import join_lines

_MEET: Final = 3.5  # points between rules that meet; cells of web pages have borders of their own, side by side
_COVERED: Final = 0.6  # of the side of a cell, when a rule bounds it
_MOST_SLOTS: Final = 40_000  # of one table; more is a drawing


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table from left to right; a cell that goes on from the left or from above is empty here.

    ``starts`` are the left edges of its columns. ``open_top`` and ``open_bottom``: no rule closes it there, as where a
    page break cuts it.
    """

    cells: tuple[Words, ...]
    starts: tuple[float, ...]
    top: float
    open_top: bool = False
    open_bottom: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a table and which slots between them are one cell. ``xs`` grow, ``ys`` fall."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cell_of: tuple[tuple[int, ...], ...]
    open_top: bool = False
    open_bottom: bool = False

    def holds(self, glyph: Glyph) -> bool:
        """Does the glyph stand in the table?"""
        x, y = glyph.middle
        return self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]


def find_grids(layer: Layer) -> list[Grid]:
    """The tables of a layer from top to bottom; a frame around one text is none."""
    grids = []
    for across, down in _groups(layer.across, layer.down):
        xs, _, _ = _edges(_levels(rule.at for rule in down), across)
        levels, open_bottom, open_top = _edges(_levels(rule.at for rule in across), down)
        ys = levels[::-1]
        slots = (len(xs) - 1) * (len(ys) - 1)
        if len(xs) < 2 or len(ys) < 2 or not 1 < slots <= _MOST_SLOTS:
            continue
        cell_of = _cells(xs, ys, across, down)
        if len({cell for row in cell_of for cell in row}) > 1:
            grids.append(Grid(tuple(xs), tuple(ys), cell_of, open_top, open_bottom))
    return sorted(grids, key=lambda grid: (-grid.ys[0], grid.xs[0]))


def read_rows(grid: Grid, glyphs: Iterable[Glyph], known: frozenset[str]) -> list[Row]:
    """The rows of a table that have a word; ``known`` are words of the document, as :func:`join_lines` needs them."""
    inside: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        x, y = glyph.middle
        cell = grid.cell_of[_slot([-level for level in grid.ys], -y)][_slot(grid.xs, x)]
        inside.setdefault(cell, []).append(glyph)
    texts = {
        cell: join_lines([_untabbed(line.words) for line in build_lines(group)], known)
        for cell, group in inside.items()
    }
    rows = []
    met: set[int] = set()
    for number, numbers in enumerate(grid.cell_of):
        cells = []
        for cell in numbers:
            cells.append(Words() if cell in met else texts.get(cell, Words()))
            met.add(cell)
        if any(words.text for words in cells):
            last = number == len(grid.cell_of) - 1
            opened = (grid.open_top and number == 0, grid.open_bottom and last)
            rows.append(Row(tuple(cells), grid.xs[:-1], grid.ys[number], *opened))
    return rows


def join_rows(upper: Row, lower: Row, known: frozenset[str]) -> Row | None:
    """The two parts of a row that a page break cuts without a rule; None where they are two rows."""
    if not (upper.open_bottom and lower.open_top):
        return None
    starts = max(upper.starts, lower.starts, key=len)
    above, below = _spread(upper, starts), _spread(lower, starts)
    if above is None or below is None:
        return None
    pairs = zip(above, below, strict=True)
    cells = tuple(join_lines([words for words in pair if words.text], known) for pair in pairs)
    return Row(cells, starts, upper.top, upper.open_top, lower.open_bottom)


def _spread(row: Row, starts: tuple[float, ...]) -> list[Words] | None:
    """The cells of a row under finer columns; None where its own columns are others."""
    cells = [Words()] * len(starts)
    for start, words in zip(row.starts, row.cells, strict=True):
        at = next((number for number, place in enumerate(starts) if abs(place - start) <= _MEET), None)
        if at is None:
            return None
        cells[at] = words
    return cells


def _untabbed(words: Words) -> Words:
    return Words(words.text.replace("\t", " "), words.links)


def _slot(levels: Iterable[float], at: float) -> int:
    """Number of the last level below ``at``, the outermost slots for what lies beyond."""
    levels = list(levels)
    number = sum(level <= at for level in levels) - 1
    return min(max(number, 0), len(levels) - 2)


def _groups(across: tuple[Rule, ...], down: tuple[Rule, ...]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, directly or through others."""
    owner = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for j, (one, other) in enumerate(pairwise(down), len(across)):
        if abs(one.start - other.start) <= _MEET and abs(one.end - other.end) <= _MEET:
            owner[root(j)] = root(j + 1)  # the sides of a row that fills its page and has no rule above or below
    for i, level in enumerate(across):
        for j, upright in enumerate(down, len(across)):
            if _meet(level, upright):
                owner[root(j)] = root(i)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate((*across, *down)):
        group = groups.setdefault(root(index), ([], []))
        group[index >= len(across)].append(rule)
    return list(groups.values())


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _MEET <= upright.at <= level.end + _MEET
        and upright.start - _MEET <= level.at <= upright.end + _MEET
    )


def _levels(places: Iterable[float]) -> list[float]:
    """Places that are further apart than rules that meet, in growing order."""
    levels: list[list[float]] = []
    for place in sorted(places):
        if levels and place - levels[-1][0] <= _MEET:
            levels[-1].append(place)
        else:
            levels.append([place])
    return [sum(level) / len(level) for level in levels]


def _edges(levels: list[float], rules: list[Rule]) -> tuple[list[float], bool, bool]:
    """``levels`` with the ends at which several ``rules`` stop together beyond them; whether there are such ends."""
    if not rules:
        return levels, False, False
    low, high = min(rule.start for rule in rules), max(rule.end for rule in rules)
    lower = sum(rule.start <= low + _MEET for rule in rules) > 1 and (not levels or low < levels[0] - 2 * _MEET)
    higher = sum(rule.end >= high - _MEET for rule in rules) > 1 and (not levels or high > levels[-1] + 2 * _MEET)
    return [*([low] if lower else []), *levels, *([high] if higher else [])], lower, higher


def _cells(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> tuple[tuple[int, ...], ...]:
    """Number the cells: slots without a rule between them are one."""
    columns = len(xs) - 1
    number = list(range(columns * (len(ys) - 1)))

    def root(slot: int) -> int:
        while number[slot] != slot:
            number[slot] = number[number[slot]]
            slot = number[slot]
        return slot

    near_across = [[rule for rule in across if abs(rule.at - y) <= _MEET] for y in ys]
    near_down = [[rule for rule in down if abs(rule.at - x) <= _MEET] for x in xs]
    for slot in range(len(number)):
        row, column = divmod(slot, columns)
        if column and not _covered(near_down[column], ys[row + 1], ys[row]):
            number[root(slot)] = root(slot - 1)
        if row and not _covered(near_across[row], xs[column], xs[column + 1]):
            number[root(slot)] = root(slot - columns)
    return tuple(tuple(root(row * columns + column) for column in range(columns)) for row in range(len(ys) - 1))


def _covered(rules: list[Rule], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return covered >= _COVERED * (end - start)
