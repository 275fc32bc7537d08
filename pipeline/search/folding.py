"""The folded copy of a text that searches look into, and the same folding for the words of a user.

Folding makes one word of the ways to type it: any letter case; Kazakh letters or the plain ones that people type for
them (қ and к, і and и, ә and а); Latin letters of the shape of Cyrillic ones; ё and е. It makes no difference between
words that only these letters tell apart (үй and the first letters of ұйым): a search shows what it found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from biliktilik.parsers.text.letters import LOOK_ALIKES
from biliktilik.pipeline.stemming import Stemmer, load_stemmers

# Letters and digits; combining marks and soft hyphens stay inside the word that they stand in.
_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*")
_PLAIN: Final = str.maketrans("әғқңөұүһіё", "агкноуухие", "\u00ad")
# Stands between the language of a stem and the stem; no folded word holds it.
_MARK: Final = "·"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and how it reads folded."""

    start: int
    end: int
    folded: str


def words_of(text: str) -> Iterator[Word]:
    """The words and numbers of a text in order."""
    for match in _WORD.finditer(text):
        if folded := fold_word(match[0]):
            yield Word(match.start(), match.end(), folded)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word as it is compared: small plain letters, of one alphabet where they look alike."""
    small = unicodedata.normalize("NFKC", word).lower().translate(LOOK_ALIKES).translate(_PLAIN)
    return "".join(_WORD.findall(small))


def folded(text: str) -> list[str]:
    """The words of a text as they stand, folded."""
    return [word for word in map(fold_word, _WORD.findall(text)) if word]


def stemmed(words: Iterable[str], language: str | None) -> list[str]:
    """The stems of the folded words of a text, in order; once for each language that the text may be in."""
    return [marked_stem(word, own) for own in stem_languages(language) for word in words]


@cache
def stem_languages(language: str | None) -> tuple[str, ...]:
    """The languages whose endings words of a text lose: its own, else all that are known."""
    return (language,) if language in _stemmers() else tuple(_stemmers())


@lru_cache(maxsize=65536)
def marked_stem(word: str, language: str) -> str:
    """The stem of a folded word by the endings of a language, marked with it: stems of two languages never meet."""
    return f"{language}{_MARK}{_stemmers()[language].stem(word)}"


@cache
def _stemmers() -> dict[str, Stemmer]:
    return {language: stemmer.respelt(fold_word) for language, stemmer in sorted(load_stemmers().items())}
