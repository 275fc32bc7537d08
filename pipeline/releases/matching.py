"""Which row of the old build is which row of the new one: by what it says, where it stands, or how alike it is.

Every step is a join on hashed keys, so that the work grows with the number of rows; only what is left in one small
block is compared pair by pair.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final

from biliktilik.pipeline.releases.documents import Fate
from biliktilik.pipeline.releases.rows import Book, Row, pick
from biliktilik.pipeline.releases.traits import VALIDITY, Traits

# Two wordings at the same number are one, changed, from here on; below, something else may be nearer.
_ALIKE_AT_NUMBER: Final = 50.0
# Two wordings of one block at different numbers: more than a common phrase (rapidfuzz's ratio, 0 to 100).
_ALIKE_IN_BLOCK: Final = 65.0
# In a block with more rows left on a side than this, likeness is not tried: pairs grow with the square.
_SMALL_BLOCK: Final = 60
# Enough of a long wording to tell it from others.
_COMPARED: Final = 1000

Pair = tuple[Row, Row]
Name = Callable[[Row], Hashable | None]
Test = Callable[[Row, Row], bool]


class Matching:
    """The rows of one view in two builds, paired step by step, from the surest sign to the weakest."""

    def __init__(self, traits: Traits, old: Sequence[Row], new: Sequence[Row], books: tuple[Book, Book]) -> None:
        self.pairs: list[Pair] = []
        self.old = list(old)
        self.new = list(new)
        self._traits = traits
        self._books = books
        self._run()

    def _run(self) -> None:
        traits = self._traits
        content, words = pick(traits, traits.content), pick(traits, traits.words)
        unnumbered = pick(traits, [column for column in traits.content if column not in traits.numbering])
        key = [column for column in traits.key if column != "source_file"]
        undated = [column for column in key if column not in VALIDITY]
        fixed = pick(traits, [column for column in undated if column not in traits.numbering])
        full_key, undated_key = pick(traits, key), pick(traits, undated)
        in_file = "source_file" in traits.key
        place = pick(traits, [column for column in ("char_start", "char_end") if column in traits.columns])

        def content_here(row: Row) -> Hashable:
            return content(row), None if traits.words else row.setting

        def at_number(row: Row) -> Hashable:
            return _document(row) if in_file else None, full_key(row)

        def at_place(row: Row) -> Hashable | None:
            same = row.document is not None and row.document.fate is Fate.SAME and any(words(row))
            return (_document(row), place(row), words(row)) if same else None

        self._join(lambda row: (_document(row), content_here(row)))
        if not in_file:
            self._join(content_here)
        self._join(lambda row: (_document(row), row.anchor, row.setting, unnumbered(row)))
        self._join_moved(lambda row: (row.setting, unnumbered(row)))
        self._join(at_place)
        self._join(lambda row: (fixed(row), row.anchor, words(row)) if any(words(row)) else None)
        self._join_moved(lambda row: (fixed(row), row.setting, words(row)) if any(words(row)) else None)
        self._join(at_number, lambda one, other: _likeness(words(one), words(other)) >= _ALIKE_AT_NUMBER)
        if traits.words:
            self._join_alike(lambda row: (fixed(row), row.anchor), words)
        self._join(at_number)
        self._join(lambda row: (_document(row) if in_file else None, undated_key(row)))

    def _join(self, name: Name, test: Test | None = None) -> None:
        """Pair rows of one name in their order; ``None`` names nothing."""
        if not self.old or not self.new:
            return
        waiting: dict[Hashable, list[Row]] = {}
        for row in reversed(self.new):
            if (key := name(row)) is not None:
                waiting.setdefault(key, []).append(row)
        taken: set[int] = set()
        left = []
        for row in self.old:
            candidates = waiting.get(name(row))
            if candidates and (test is None or test(row, candidates[-1])):
                found = candidates.pop()
                self.pairs.append((row, found))
                taken.add(id(found))
            else:
                left.append(row)
        self.old = left
        self.new = [row for row in self.new if id(row) not in taken]

    def _join_moved(self, name: Name) -> None:
        """Pair rows across units, but only where the unit itself went to another number: its words are not there now.

        A duty that one job lost and another gained is no renumbering.
        """

        def moved(row: Row) -> Hashable | None:
            if row.anchor is None or not row.setting:
                return None
            new_here = self._books[1].setting(row.anchor)
            old_here = self._books[0].setting(row.anchor)
            return name(row) if new_here != old_here else None

        self._join(moved)

    def _join_alike(self, block: Name, words: Callable[[Row], tuple[object, ...]]) -> None:
        """Pair what is left in one block by how alike it is, the most alike first."""
        olds, news = _grouped(self.old, block), _grouped(self.new, block)
        taken: set[int] = set()
        for name, rows in olds.items():
            others = news.get(name, [])
            if not others or max(len(rows), len(others)) > _SMALL_BLOCK:
                continue
            for one, other in _best_pairs([words(row) for row in rows], [words(row) for row in others]):
                self.pairs.append((rows[one], others[other]))
                taken |= {id(rows[one]), id(others[other])}
        self.old = [row for row in self.old if id(row) not in taken]
        self.new = [row for row in self.new if id(row) not in taken]


def _document(row: Row) -> int | None:
    return row.document.number if row.document else None


def _grouped(rows: Iterable[Row], name: Name) -> dict[Hashable, list[Row]]:
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    return groups


def _likeness(one: tuple[object, ...], other: tuple[object, ...]) -> float:
    """How alike two wordings are, 0 to 100; nothing is like anything."""
    from rapidfuzz.fuzz import ratio

    if not any(one) or not any(other):
        return 100.0
    return ratio(_joined(one), _joined(other))


def _joined(words: tuple[object, ...]) -> str:
    return " ".join(str(word)[:_COMPARED] for word in words if word)


def _best_pairs(olds: Sequence[tuple[object, ...]], news: Sequence[tuple[object, ...]]) -> list[tuple[int, int]]:
    from rapidfuzz.fuzz import ratio

    texts = [_joined(words) for words in news]
    scored = []
    for one, words in enumerate(olds):
        text = _joined(words)
        for other, candidate in enumerate(texts):
            score = ratio(text, candidate, score_cutoff=_ALIKE_IN_BLOCK) if text and candidate else 0.0
            if score:
                scored.append((-score, one, other))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(scored):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return sorted(found.items())
