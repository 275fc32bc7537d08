"""Which lines of the old block became which lines of the new one.

Lines that say exactly the same are matched first. Then every pair, and every line against two or three neighbouring
lines of the other side (split, merged), gets a score, and the best scores are taken one after another. Requirement
lines of one level and category belong together whatever their words: that is what a reader looks them up by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from biliktilik.pipeline.changes.likeness import Stems, contained, joined, likeness, stems
from biliktilik.pipeline.changes.model import Line

# Two lines of one block share a third of their stems by chance (the same verbs and organisations come again); read by
# hand over the replaced and renamed jobs of the five documents, pairs above a half are the same line reworded.
ALIKE: Final = 0.5
# Of requirement lines that accept a common education.
ALIKE_DEMANDS: Final = 0.25
# Every part of a split or merged line must have most of its own stems in the whole.
PART: Final = 0.6
# A group must say more than its best single pair would, or the simpler reading is right.
GAIN: Final = 0.08
LONGEST_GROUP: Final = 3
# Requirement lines with the same level and category: matched before any that are only worded alike. Where one side
# states no level, the line that accepts the same education is meant.
SAME_RANK: Final = 2.0
SAME_EDUCATION: Final = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """Indexes of old and new lines that are the same; one side is empty for an added or removed line.

    ``moved``: the line stands elsewhere among the lines that stayed.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    old: tuple[int, ...]
    new: tuple[int, ...]

    @property
    def order(self) -> tuple[float, int, tuple[int, ...], tuple[int, ...]]:
        """The best first; of equals, the pair that stands at the same place."""
        return -self.score, abs(self.old[0] - self.new[0]), self.old, self.new


def match_lines(old: Sequence[Line], new: Sequence[Line], language: str | None) -> tuple[Match, ...]:
    """Every line of both sides in exactly one match, in the order of the new lines, removed ones after what they stood
    behind.

    Both sides are lines of one kind of block. O(n · m) comparisons for n old and m new lines.
    """
    same = _identical(old, new)
    left = [i for i in range(len(old)) if i not in {pair[0] for pair in same}]
    right = [j for j in range(len(new)) if j not in {pair[1] for pair in same}]
    found = [_Candidate(1.0, (i,), (j,)) for i, j in same]
    found += _best(sorted(_candidates(old, new, left, right, language), key=lambda one: one.order))
    return tuple(_in_order(_with_moves(found, frozenset(same)), len(old), len(new)))


def _identical(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[int, int]]:
    """Lines with the same words; of several such, the first with the first."""
    places: dict[tuple[str, str | None, str | None], list[int]] = {}
    for index, line in enumerate(new):
        places.setdefault((line.text, line.level, line.category), []).append(index)
    waiting = ((index, places.get((line.text, line.level, line.category))) for index, line in enumerate(old))
    return [(index, others.pop(0)) for index, others in waiting if others]


def _candidates(
    old: Sequence[Line], new: Sequence[Line], left: Sequence[int], right: Sequence[int], language: str | None
) -> Iterator[_Candidate]:
    olds = {i: stems(old[i].text, language) for i in left}
    news = {j: stems(new[j].text, language) for j in right}
    single: dict[tuple[int, int], float] = {}
    for i in left:
        for j in right:
            score = likeness(olds[i], news[j])
            single[i, j] = score
            if _same_rank(old[i], new[j]):
                bonus = SAME_EDUCATION if _educations(old[i]) & _educations(new[j]) else 0.0
                yield _Candidate(SAME_RANK + bonus + score, (i,), (j,))
            elif score >= _threshold(old[i], new[j]) and not _other_rank(old[i], new[j]):
                yield _Candidate(score, (i,), (j,))
    yield from _groups(olds, news, single, split=True)
    yield from _groups(news, olds, {(j, i): score for (i, j), score in single.items()}, split=False)


def _groups(
    wholes: dict[int, Stems], parts: dict[int, Stems], single: dict[tuple[int, int], float], *, split: bool
) -> Iterator[_Candidate]:
    """One line against two or three neighbours of the other side."""
    sets = {index: frozenset(part) for index, part in parts.items()}
    for whole, stem in wholes.items():
        own = frozenset(stem)
        fitting = [index for index, part in sets.items() if contained(part, own) >= PART]
        for group in _runs(fitting):
            score = likeness(stem, joined([parts[index] for index in group]))
            if score >= ALIKE and score >= max(single[whole, index] for index in group) + GAIN:
                yield _Candidate(score, (whole,), group) if split else _Candidate(score, group, (whole,))


def _runs(indexes: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All runs of two or three neighbours."""
    for length in range(2, LONGEST_GROUP + 1):
        for start in range(len(indexes) - length + 1):
            run = tuple(indexes[start : start + length])
            if all(after == before + 1 for before, after in pairwise(run)):
                yield run


def _threshold(old: Line, new: Line) -> float:
    """Requirement lines that accept a common education are worded alike anyway: what differs is their demands."""
    return ALIKE_DEMANDS if _educations(old) & _educations(new) else ALIKE


def _same_rank(old: Line, new: Line) -> bool:
    """The same category, at levels that do not contradict each other."""
    return (
        old.category is not None
        and old.category == new.category
        and (old.level == new.level or old.level is None or new.level is None)
    )


def _educations(line: Line) -> frozenset[str]:
    return frozenset(code for way in line.ways for code in way.education)


def _other_rank(old: Line, new: Line) -> bool:
    """Both name a level and category, and not the same: the words are alike because all such lines are."""
    return old.category is not None and new.category is not None


def _best(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    chosen = []
    for one in candidates:
        if taken_old.isdisjoint(one.old) and taken_new.isdisjoint(one.new):
            chosen.append(one)
            taken_old.update(one.old)
            taken_new.update(one.new)
    return chosen


def _with_moves(found: Sequence[_Candidate], same: Collection[tuple[int, int]]) -> list[Match]:
    """The matches by old place, those that break the common order marked: as few as can be, and rather such as say
    exactly the same, because of them nothing else is told.
    """
    ordered = sorted(found, key=lambda one: one.old)
    one_line = len(ordered) + 1  # more than all the preferences together
    weights = [one_line + ((one.old[0], one.new[0]) not in same) for one in ordered]
    staying = _heaviest_rising([one.new[0] for one in ordered], weights)
    return [Match(one.old, one.new, index not in staying) for index, one in enumerate(ordered)]


def _heaviest_rising(values: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """Indexes of a strictly rising subsequence with the greatest total weight; of equals, the one that ends first."""
    totals: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        fitting = [other for other in range(index) if values[other] < value]
        best = max(fitting, key=lambda other: (totals[other], -other), default=-1)
        totals.append(weights[index] + (totals[best] if best >= 0 else 0))
        before.append(best)
    at = max(range(len(totals)), key=lambda index: (totals[index], -index), default=-1)
    chosen = set()
    while at >= 0:
        chosen.add(at)
        at = before[at]
    return frozenset(chosen)


def _in_order(matches: Sequence[Match], olds: int, news: int) -> Iterator[Match]:
    """In the order of the new lines; an old line that is gone stands after the line it followed."""
    by_new = {match.new[0]: match for match in matches}
    met_old = {i for match in matches for i in match.old}
    met_new = {j for match in matches for j in match.new}
    gone = [i for i in range(olds) if i not in met_old]
    follows: dict[int, list[int]] = {}
    for i in gone:
        anchor = max((match.old[-1] for match in matches if match.old[-1] < i and not match.moved), default=-1)
        follows.setdefault(anchor, []).append(i)
    yield from (Match((i,), ()) for i in follows.get(-1, ()))
    for j in range(news):
        if j not in met_new:
            yield Match((), (j,))
        elif match := by_new.get(j):
            yield match
            if not match.moved:
                yield from (Match((i,), ()) for i in follows.get(match.old[-1], ()))
