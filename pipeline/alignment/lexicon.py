"""Words of the two languages that stand for each other, and the keys by which they meet.

A *key* is what a Kazakh and a Russian word have in common: an entry of ``lexicon.toml``, the first letters of a word
that both languages borrowed, or a number. Two words can stand for each other when they share a key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from biliktilik.parsers.identity import fold_title

Keys = frozenset[str]

# Borrowed words end differently in the two languages (санитария, санитарии), but begin alike; four letters would also
# join native words that have nothing in common with them (қарттар, карта).
COGNATE_LETTERS: Final = 5
# A beginning that is so much shorter than the longest one that fits is a form of the same word (труд, трудов); a
# much shorter one is another word (ұйым, ұйымдастыр).
NEAR_LETTERS: Final = 2
# Marks the keys that are only the beginning of a word as it sounds.
SOUND: Final = "sound "
# Kazakh letters and the Russian ones that stand for them in borrowed words.
_SOUNDS: Final = str.maketrans("әғқңөұүһі", "агкноуухи")


@dataclass(frozen=True)
class Lexicon:
    """``partners`` leads from a language and the beginning of a word to its keys; ``function_words`` say nothing."""

    partners: Mapping[str, Mapping[str, Keys]]
    function_words: Mapping[str, frozenset[str]]

    def keys(self, language: str, word: str) -> Keys:
        """What a folded word may meet in the other language."""
        if word.isdigit():
            return frozenset({f"number {word}"})
        return self._listed(language, word) | {f"{SOUND}{word.translate(_SOUNDS)[:COGNATE_LETTERS]}"}

    def _listed(self, language: str, word: str) -> Keys:
        """The keys of the longest listed beginnings of the word."""
        partners = self.partners[language]
        fitting = [length for length in range(len(word), 0, -1) if word[:length] in partners]
        near = (length for length in fitting if length >= fitting[0] - NEAR_LETTERS)
        return frozenset[str]().union(*(partners[word[:length]] for length in near))

    def words(self, language: str, text: str) -> tuple[str, ...]:
        """The words and numbers of a text that say something, folded, in order."""
        skipped = self.function_words[language]
        folded = (fold_title(text) or "").replace("ё", "е")
        return tuple(word for word in folded.split("-") if word not in skipped and (len(word) > 1 or word.isdigit()))


def make_lexicon(pairs: Iterable[tuple[str, str]], function_words: Mapping[str, Iterable[str]]) -> Lexicon:
    """A lexicon from pairs of beginnings of words (Kazakh, Russian) in small letters."""
    sides: dict[str, dict[str, set[str]]] = {"kk": {}, "ru": {}}
    for kk, ru in pairs:
        key = f"pair {kk} {ru}"
        sides["kk"].setdefault(kk, set()).add(key)
        sides["ru"].setdefault(ru, set()).add(key)
    partners = {
        language: {beginning: frozenset(keys) for beginning, keys in side.items()} for language, side in sides.items()
    }
    return Lexicon(partners, {language: frozenset(function_words.get(language, ())) for language in sides})


def is_listed(keys: Keys) -> bool:
    """Whether more is known of a word than how it begins."""
    return any(not key.startswith(SOUND) for key in keys)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of ``lexicon.toml``."""
    data = tomllib.loads((files(__package__) / "lexicon.toml").read_text("utf-8"))
    return make_lexicon([(kk, ru) for kk, ru in data["pairs"]], data["function_words"])
