"""Titles of acts that are often cited: whether a quoted stretch is one, or the beginning of one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from biliktilik.parsers import grammar

_WORD: Final = re.compile(r"\w+")
_ENDING: Final = 2  # letters of a word that its case may change
_SHORTEST: Final = 3
_WHOLE_WORD: Final = 100
_NAME_LETTERS: Final = 6  # of a name's word; its ending may have one letter or three

Stems = tuple[str, ...]


class Fit(Enum):
    """How a stretch of words stands to the known titles."""

    WHOLE = "whole"
    BEGINNING = "beginning"
    EXCEEDED = "exceeded"
    UNKNOWN = "unknown"


class Titles:
    """Known titles, compared word by word without the endings: the texts print names in several cases, and misprints.

    ``exact`` titles stand in one case only; the word that goes on one must be just the word of the title.
    """

    def __init__(self, titles: Iterable[str], *, exact: bool) -> None:
        self._exact = exact
        self._letters = _WHOLE_WORD if exact else _NAME_LETTERS
        self._whole: set[Stems] = set()
        self._next: dict[Stems, set[str]] = {}
        for title in titles:
            key = stems(title, self._letters)
            self._whole.add(key)
            for count, word in enumerate(_WORD.findall(title)):
                self._next.setdefault(key[:count], set()).add(self.key(word))

    def fit(self, words: str) -> Fit:
        """Is ``words`` a whole title, the beginning of one (no words are, too), one with more words behind it?"""
        key = stems(words, self._letters)
        if key in self._whole:
            return Fit.WHOLE
        if key in self._next:
            return Fit.BEGINNING
        exceeded = any(key[:count] in self._whole for count in range(1, len(key)))
        return Fit.EXCEEDED if exceeded else Fit.UNKNOWN

    def following(self, words: str) -> AbstractSet[str]:
        """The words (in the form of :meth:`key`) that may follow where a known title begins with ``words``."""
        return self._next.get(stems(words, self._letters), frozenset())

    def key(self, word: str) -> str:
        """The form of one word, its first part if it has a hyphen, in which :meth:`following` gives it."""
        first = word.partition("-")[0]
        return first if self._exact else first[: len(stem_of(first, self._letters))]

    def with_more(self, titles: Iterable[str]) -> Titles:
        """These titles and others."""
        more = Titles(titles, exact=self._exact)
        more._whole |= self._whole
        for beginning, following in self._next.items():
            more._next.setdefault(beginning, set()).update(following)
        return more


@lru_cache(maxsize=4096)
def stems(words: str, letters: int) -> Stems:
    """At most so many letters of each word, in lower case and without those that its case may change."""
    return tuple(stem_of(word, letters) for word in _WORD.findall(words))


@lru_cache(maxsize=4096)
def stem_of(word: str, letters: int) -> str:
    """:func:`stems` of one word."""
    return word.casefold()[: min(letters, max(_SHORTEST, len(word) - _ENDING))]


@cache
def known_titles(language: str) -> tuple[Titles, Titles]:
    """Titles, and names written without quotation marks, of ``grammar/titles.<language>.toml`` (none without it)."""
    source = files(grammar) / f"titles.{language}.toml"
    data = tomllib.loads(source.read_text("utf-8")) if source.is_file() else {"titles": (), "names": ()}
    return Titles(data["titles"], exact=True), Titles(data["names"], exact=False)
