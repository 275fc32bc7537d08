"""How much two lines say the same: shared word stems in order, weighed against all stems of both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel

from biliktilik.parsers.identity import fold_title
from biliktilik.pipeline.linking.lineage.words import load_words

Stems = tuple[str, ...]
_LANGUAGES: Final = ("kk", "ru")


@lru_cache(maxsize=100_000)
def stems(text: str, language: str | None) -> Stems:
    """The folded stems of a text; of a language without a list of endings, its folded words."""
    if language in _LANGUAGES:
        words = load_words().words[language]
        return tuple(words.stem(word) for word in (fold_title(text) or "").split("-"))
    return tuple((fold_title(text) or "").split("-"))


def likeness(old: Stems, new: Stems) -> float:
    """From 0 (nothing in common) to 1 (the same stems in the same order)."""
    return Indel.normalized_similarity(old, new)


def contained(part: frozenset[str], whole: frozenset[str]) -> float:
    """The share of the stems of ``part`` that stand in ``whole``, whatever their order and number."""
    return len(part & whole) / len(part) if part else 0.0


def joined(parts: Sequence[Stems]) -> Stems:
    """The stems of several lines as one."""
    return tuple(stem for part in parts for stem in part)
