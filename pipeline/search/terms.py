"""What a user typed, read as terms that all have to be found. Nothing that was typed is syntax of a database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from biliktilik.pipeline.search.folding import folded, marked_stem, stem_languages

_QUOTES: Final = re.compile('["«»„“”]')
# A word of two letters is too short to have a stem that its forms share (үй, үйде), so it is read as a beginning. One
# letter would begin too much: it is a number (I санат) or a word of its own (в, и).
_TOO_SHORT_FOR_STEM: Final = 2
_WILDCARD: Final = "*"
# No Russian word has these letters: who types one does not mean the Russian word that looks so without it.
_KAZAKH: Final = re.compile("[әғқңөұүһ]")


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand next to each other in this order, each in any form of one of ``languages``.

    In a text of another language they stand as typed. With ``beginning`` they do so in any, and the last one may go on.
    """

    words: tuple[str, ...]
    languages: tuple[str, ...]
    beginning: bool = False

    @property
    def as_typed(self) -> bool:
        """Whether there are languages in which no other form is looked for."""
        return self.beginning or self.languages != stem_languages(None)

    def stems(self, language: str) -> tuple[str, ...]:
        """The words without the endings of a language, as they are indexed."""
        return tuple(marked_stem(word, language) for word in self.words)


@lru_cache(maxsize=256)
def read_terms(typed: str) -> tuple[Term, ...]:
    """The terms of what was typed, each once; empty where it holds no letter and no digit.

    Words in quotation marks are one term, as are the parts of a word with a hyphen. A closing ``*`` makes a beginning
    of a term. A quotation mark without a partner is nothing.
    """
    return tuple(dict.fromkeys(_terms(typed)))


def _terms(typed: str) -> Iterator[Term]:
    pieces = _QUOTES.split(typed)
    closed = len(pieces) - (len(pieces) % 2 == 0)  # the piece after a mark without a partner is not quoted
    for at, piece in enumerate(pieces):
        if at % 2 and at < closed:
            yield from _term(piece + _WILDCARD * pieces[at + 1].startswith(_WILDCARD))
        else:
            for chunk in piece.split():
                yield from _term(chunk)


def _term(chunk: str) -> Iterator[Term]:
    words = tuple(folded(chunk))
    if words:
        short = len(words) == 1 and len(words[0]) == _TOO_SHORT_FOR_STEM and words[0].isalpha()
        languages = stem_languages("kk" if _KAZAKH.search(chunk.lower()) else None)
        yield Term(words, languages, beginning=short or chunk.rstrip().endswith(_WILDCARD))


def match_expression(terms: tuple[Term, ...]) -> str:
    """The FTS5 expression for texts that hold all of ``terms``, at least one."""
    return " AND ".join(map(_expression, terms))


def _expression(term: Term) -> str:
    # Folded words hold letters and digits alone: there is no quotation mark to be escaped.
    words = f'folded : "{" ".join(term.words)}"'
    if term.beginning:
        return f"{words} *"
    stems = [f'stems : "{" ".join(term.stems(own))}"' for own in term.languages]
    return f"({' OR '.join([*stems, words] if term.as_typed else stems)})"
