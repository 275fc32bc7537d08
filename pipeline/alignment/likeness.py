"""How much two groups of items say the same: shared words, numbers, length, and the label of a requirement line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import log
from operator import or_
from typing import Final

from biliktilik.parsers.model import Item
from biliktilik.pipeline.alignment.blocks import Block
from biliktilik.pipeline.alignment.lexicon import Keys, Lexicon, is_listed

# A word without a partner in the lexicon counts less: the lexicon is small, and a word that it does not know proves
# little against a pair.
UNKNOWN_WEIGHT: Final = 0.35
# Lines of requirements are laid out by level and category in both languages: the same label is half of the proof.
LABEL_SHARE: Final = 0.5
# Lists of acts open a block of knowledge and are long; no subject of study is the other side of such a list.
OTHER_KIND: Final = 0.5
# Of joined items each must say something of its own that the other side says: with less than this share of its words
# there, it was rather left out than joined.
MEMBER_SHARE: Final = 0.6
# Two texts whose lengths differ by this factor hardly say the same.
LENGTH_FACTOR: Final = 3.0


@dataclass(frozen=True)
class Word:
    """A word of an item: what it may meet, and how much it tells when it does (``met``) and when not (``missed``).

    ``keys`` is a set of bits, one for each key of the block: whether two words meet is asked very often.
    """

    keys: int
    met: float
    missed: float


@dataclass(frozen=True)
class Profile:
    """What an item is compared by. ``label`` is the level and category of a requirement line, None without any."""

    words: tuple[Word, ...]
    keys: int
    letters: int
    label: tuple[str | None, str | None] | None
    kind: str | None


class Bits:
    """Numbers the keys of one block, so that sets of them are whole numbers."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def of(self, keys: Keys) -> int:
        """The set ``keys`` as bits."""
        bits = 0
        for key in keys:
            bits |= 1 << self._places.setdefault(key, len(self._places))
        return bits


def make_profiles(lexicon: Lexicon, block: Block, bits: Bits) -> tuple[Profile, ...]:
    """Profiles of the items of one block; how much a word tells depends on how many of them hold it.

    Profiles that are compared must be made with the same ``bits``.
    """
    forms = [
        _forms(lexicon, block.language, item.text, uris) for item, uris in zip(block.items, block.cited, strict=True)
    ]
    spread = Counter(name for found in forms for name in found)
    count = len(block.items)
    return tuple(
        _profile(item, tuple(_word(keys, bits, spread[name], count) for name, keys in found.items()))
        for item, found in zip(block.items, forms, strict=True)
    )


def _forms(lexicon: Lexicon, language: str, text: str, cited: Keys) -> dict[str, Keys]:
    """The different words of a text, and the acts that it cites, with what each of them may meet."""
    words = [(word, lexicon.keys(language, word)) for word in lexicon.words(language, text)]
    acts = [(uri, frozenset({f"act {uri}"})) for uri in sorted(cited)]
    return {_class_of(keys, word): keys for word, keys in (*words, *acts)}


def _class_of(keys: Keys, word: str) -> str:
    """Words with the same partners are the same word in different forms."""
    return " ".join(sorted(keys)) or word


def _word(keys: Keys, bits: Bits, holders: int, items: int) -> Word:
    """Rare words of a block tell more. A borrowed word is only known for one when its partner is there."""
    weight = log(1 + items / holders)
    return Word(bits.of(keys), weight, weight if is_listed(keys) else weight * UNKNOWN_WEIGHT)


def _profile(item: Item, words: tuple[Word, ...]) -> Profile:
    label = (item.level, item.category) if item.level or item.category else None
    keys = reduce(or_, (word.keys for word in words), 0)
    kind = item.knowledge_kind.value if item.knowledge_kind else None
    return Profile(words, keys, len(item.text), label, kind)


def likeness(kk: Sequence[Profile], ru: Sequence[Profile]) -> float:
    """From 0 (nothing in common) to 1 (every word has its partner); groups are read as one text each."""
    shared = _shared_words(kk, ru)
    labels = {profile.label for profile in (*kk, *ru)} - {None}
    if len(labels) > 1:
        return 0.0
    if len(kk) == len(ru) == 1:
        if kk[0].label and ru[0].label:
            return LABEL_SHARE + (1 - LABEL_SHARE) * shared
        if kk[0].kind != ru[0].kind:
            return shared * OTHER_KIND
    return shared


def _shared_words(kk: Sequence[Profile], ru: Sequence[Profile]) -> float:
    kk_keys = reduce(or_, (profile.keys for profile in kk), 0)
    ru_keys = reduce(or_, (profile.keys for profile in ru), 0)
    counts = [*(_met(profile, ru_keys) for profile in kk), *(_met(profile, kk_keys) for profile in ru)]
    met, whole = sum(count[0] for count in counts), sum(count[1] for count in counts)
    if not whole:
        return 0.0
    if len(counts) == 2:
        return met / whole
    poorest = min(own / total if total else 0.0 for own, total in counts)
    return met / whole * min(1.0, poorest / MEMBER_SHARE)


def _met(profile: Profile, others: int) -> tuple[float, float]:
    """The weight of the words that have a partner among ``others``, and of all words."""
    met = missed = 0.0
    for word in profile.words:
        if word.keys & others:
            met += word.met
        else:
            missed += word.missed
    return met, met + missed


def length_gap(kk: Sequence[Profile], ru: Sequence[Profile]) -> float:
    """From 0 (equal length) to 1 (one side is ``LENGTH_FACTOR`` times as long, or more)."""
    letters = [1 + sum(profile.letters for profile in side) for side in (kk, ru)]
    return min(1.0, abs(log(letters[0] / letters[1])) / log(LENGTH_FACTOR))
