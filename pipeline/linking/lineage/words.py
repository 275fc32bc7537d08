"""Words as titles and duties are compared by them: folded, without endings, synonyms made one (``words.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from biliktilik.parsers.identity import fold_title
from biliktilik.pipeline.stemming import Stemmer, load_stemmers

LANGUAGES: Final = ("kk", "ru")
# Marks the word that stands for an organisation; no word of a text begins so.
ORGANISATION: Final = "@"
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A kind of organisation; ``general`` stands for any organisation of its ``field``."""

    id: str
    field: str
    general: bool


@dataclass(frozen=True)
class Words:
    """The words of one language. Phrases are looked for from the longest to the shortest."""

    stemmer: Stemmer
    function_words: frozenset[str]
    kinds: frozenset[str]
    offices: frozenset[str]
    synonyms: Mapping[Phrase, Phrase]
    organisations: Mapping[Phrase, Phrase]
    unit_begins: tuple[re.Pattern[str], ...] = ()
    unit_ends: re.Pattern[str] | None = None

    def stem(self, word: str) -> str:
        """A folded word without its endings: the same for all cases, numbers and possessors, and for most verbs."""
        return self.stemmer.stem(word)

    def stems(self, text: str) -> Phrase:
        """The stems of a text in order, synonyms made one, without function words."""
        found = tuple(self.stem(word) for word in plain_words(text))
        return tuple(word for word in exchanged(found, self.synonyms) if word not in self.function_words)

    def title_stems(self, text: str) -> Phrase:
        """:meth:`stems` with one word for each known organisation and without words for kinds of organisation."""
        found = exchanged(self.stems(text), self.organisations)
        return tuple(word for word in found if word not in self.kinds)

    def organisations_in(self, text: str) -> frozenset[str]:
        """Ids of the kinds of organisation that a text names."""
        found = exchanged(self.stems(text), self.organisations)
        return frozenset(word[len(ORGANISATION) :] for word in found if word.startswith(ORGANISATION))


@dataclass(frozen=True)
class Vocabulary:
    """The words of each language, and the kinds of organisation by id."""

    words: Mapping[str, Words]
    organisations: Mapping[str, Organisation]

    def fields(self, ids: Iterable[str]) -> frozenset[str]:
        """The fields that kinds of organisation work in."""
        return frozenset(self.organisations[one].field for one in ids)

    def general(self, ids: Iterable[str]) -> bool:
        """Does one of the names stand for any organisation of its field?"""
        return any(self.organisations[one].general for one in ids)


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, look-alike letters mended."""
    folded = fold_title(text)
    return folded.split("-") if folded else []


def exchanged(words: Phrase, phrases: Mapping[Phrase, Phrase]) -> Phrase:
    """``words`` with every phrase of ``phrases`` exchanged, the longest that fits at each place."""
    longest = max(map(len, phrases), default=0)
    found: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            if (other := phrases.get(words[at : at + length])) is not None:
                found.extend(other)
                at += length
                break
        else:
            found.append(words[at])
            at += 1
    return tuple(found)


@cache
def load_words() -> Vocabulary:
    """The vocabulary of ``words.toml``."""
    data = tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
    kinds = [Organisation(one["id"], one["field"], one.get("general", False)) for one in data["organisation"]]
    words = {language: _words(language, data[language], data["organisation"]) for language in LANGUAGES}
    return Vocabulary(words, {kind.id: kind for kind in kinds})


def _words(language: str, data: Mapping[str, Any], organisations: Sequence[Mapping[str, Any]]) -> Words:
    """Stem the lists with what is known so far: first the endings alone, then synonyms, then everything."""
    none = frozenset[str]()
    bare = Words(load_stemmers()[language], none, none, none, {}, {})
    synonyms = {bare.stems(phrase): bare.stems(group[0]) for group in data["synonyms"] for phrase in group[1:]}
    half = replace(bare, synonyms=synonyms, function_words=_stemmed(bare, data["function_words"]))
    return replace(
        half,
        kinds=_stemmed(bare, data["kinds"]),
        offices=_stemmed(half, data["offices"]),
        unit_begins=tuple(re.compile(pattern) for pattern in data["unit_begins"]),
        unit_ends=re.compile(data["unit_ends"]),
        organisations={
            half.stems(name): (ORGANISATION + one["id"],) for one in organisations for name in one[language]
        },
    )


def _stemmed(words: Words, listed: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for word in listed for stem in words.stems(word))
