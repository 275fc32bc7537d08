"""Words without their endings, by which the forms of one word meet (``stemming.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files


@dataclass(frozen=True)
class Stemmer:
    """Cuts endings of one language off words in small letters; remembers what it has seen, for words come again.

    A stem keeps ``shortest_stem`` letters at least, and ``shortest_again`` when more than one ending is cut off.
    """

    endings: frozenset[str]
    shortest_stem: int
    shortest_again: int
    final: Mapping[str, str]
    _known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def stem(self, word: str) -> str:
        """The word without its endings; a number stays as it is."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._stripped(word)
        return known

    def _stripped(self, word: str) -> str:
        stripped = self._shortened(word, self.shortest_stem)
        while (shorter := self._shortened(stripped, self.shortest_again)) != stripped:
            stripped = shorter
        return stripped[:-1] + self.final.get(stripped[-1:], stripped[-1:])

    def _shortened(self, word: str, shortest: int) -> str:
        if word.isdigit():
            return word
        for length in range(min(self._longest, len(word) - shortest), 0, -1):
            if word[-length:] in self.endings:
                return word[:-length]
        return word

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.endings), default=0)

    def respelt(self, spell: Callable[[str], str]) -> Stemmer:
        """The same stemmer for words that are spelt otherwise."""
        final = {spell(letter): spell(other) for letter, other in self.final.items()}
        plain = {letter: other for letter, other in final.items() if letter != other}
        return Stemmer(frozenset(map(spell, self.endings)), self.shortest_stem, self.shortest_again, plain)


@cache
def load_stemmers() -> Mapping[str, Stemmer]:
    """The stemmers of ``stemming.toml``, by language."""
    data = tomllib.loads((files(__package__) / "stemming.toml").read_text("utf-8"))
    return {
        language: Stemmer(frozenset(one["endings"]), one["shortest_stem"], one["shortest_again"], one["final"])
        for language, one in data.items()
    }
