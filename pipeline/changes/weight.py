"""Legal weight: what a reader of a change report must see first.

A threshold (years, education, category) decides who may hold a job; a duty or a thing to know changes the work; wording
may change its sense; punctuation and order do not. The distances leave room for finer ranks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from biliktilik.parsers.identity import fold_title
from biliktilik.pipeline.changes.model import Effect, Kind

ACT: Final = 120  # the whole act loses its force
THRESHOLD: Final = 100
REQUIREMENT: Final = 80
ITEM: Final = 60
UNIT: Final = 50
WORDING: Final = 30
ORDER: Final = 10
PUNCTUATION: Final = 5
NOTHING: Final = 0

_THRESHOLDS: Final = frozenset(
    {
        "years", "education_dropped", "education_accepted", "education_stated", "education_unstated",
        "category_added", "category_removed", "category_changed", "level_changed",
        "uncategorised_added", "uncategorised_removed",
    }
)  # fmt: skip
_ITEMS: Final = ("duties", "knowledge")


def weigh(kind: Kind, what: str, effects: Sequence[Effect], old: str | None, new: str | None) -> int:
    """The weight of a change of ``what`` (a block, ``heading``, ``text`` or ``unit``) with its effects and words."""
    if kind is Kind.EQUAL:
        return NOTHING
    if any(effect.code in _THRESHOLDS for effect in effects):
        return THRESHOLD
    if kind is Kind.MOVED:
        return ORDER
    if kind in (Kind.REWORDED, Kind.SPLIT, Kind.MERGED):
        return _of_words(what, effects, old, new)
    return _of_whole(what)


def _of_words(what: str, effects: Sequence[Effect], old: str | None, new: str | None) -> int:
    if fold_title(old) == fold_title(new):
        return PUNCTUATION
    if what == "requirements" and effects:
        return REQUIREMENT
    return WORDING


def _of_whole(what: str) -> int:
    """Something came, went, or is not at hand: it may be as weighty as anything of its kind."""
    if what == "requirements":
        return REQUIREMENT
    return ITEM if what in _ITEMS else UNIT
