"""Where the terms of a search stand in a text as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from biliktilik.pipeline.search.folding import folded, stem_languages, stemmed, words_of
from biliktilik.pipeline.search.terms import Term

Piece = tuple[str, bool]
_Span = tuple[int, int]
_GAP: Final = "…"


@dataclass(frozen=True, slots=True)
class _Haystack:
    """A text ready for many terms: its words and its stems, each between blanks."""

    words: str
    stems: str


def holds(text: str, language: str | None, term: Term) -> bool:
    """Whether a text in a language (None: in any) holds a term; the same answer as that of the full-text index."""
    haystack = _haystack(text, language)
    if term.as_typed and f" {' '.join(term.words)}{' ' * (not term.beginning)}" in haystack.words:
        return True
    return any(f" {' '.join(term.stems(own))} " in haystack.stems for own in _stemmed_in(language, term))


def _stemmed_in(language: str | None, term: Term) -> tuple[str, ...]:
    """The languages in which another form of a term may stand in a text."""
    return () if term.beginning else tuple(own for own in stem_languages(language) if own in term.languages)


@lru_cache(maxsize=8192)
def _haystack(text: str, language: str | None) -> _Haystack:
    words = folded(text)
    return _Haystack(f" {' '.join(words)} ", f" {' '.join(stemmed(words, language))} ")


def excerpt(text: str, language: str | None, terms: Sequence[Term], length: int) -> tuple[Piece, ...]:
    """The part of ``text`` that holds most of the terms, about ``length`` characters, as (text, marked) pieces.

    The pieces are the text as printed; where it goes on before or after them, they begin or end with "…".
    """
    spans = _spans(text, language, terms)
    start, end = _window(text, spans, length)
    pieces = [] if start == 0 else [(_GAP, False)]
    at = start
    for first, last in spans:
        if first >= at and last <= end:
            pieces += [(text[at:first], False), (text[first:last], True)]
            at = last
    pieces.append((text[at:end], False))
    if end < len(text):
        pieces.append((_GAP, False))
    return tuple(piece for piece in pieces if piece[0])


def _spans(text: str, language: str | None, terms: Sequence[Term]) -> list[_Span]:
    """The places of all terms in order; places that touch or overlap are one."""
    merged: list[_Span] = []
    for start, end in sorted(span for term in terms for span in _places(text, language, term)):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _places(text: str, language: str | None, term: Term) -> Iterator[_Span]:
    words = list(words_of(text))
    plain = [word.folded for word in words]
    for at in range(len(words) - len(term.words) + 1):
        if _stands(plain[at : at + len(term.words)], language, term):
            yield words[at].start, words[at + len(term.words) - 1].end


def _stands(words: list[str], language: str | None, term: Term) -> bool:
    if term.beginning:
        return (*words[:-1],) == term.words[:-1] and words[-1].startswith(term.words[-1])
    if term.as_typed and (*words,) == term.words:
        return True
    return any(tuple(stemmed(words, own)) == term.stems(own) for own in _stemmed_in(language, term))


def _window(text: str, spans: Sequence[_Span], length: int) -> _Span:
    """The stretch of whole words with most of ``spans``, the first of several; with a third of its room before them."""
    if len(text) <= length + length // 4:
        return 0, len(text)
    room = length - length // 3
    best = max(spans, key=lambda span: (_within(spans, span[0], room), -span[0]), default=(0, 0))
    start = max(0, min(best[0] - length // 3, len(text) - length))
    end = min(len(text), max(start + length, best[1]))
    return _word_start(text, start, best[0]), _word_end(text, end)


def _within(spans: Sequence[_Span], start: int, room: int) -> int:
    return sum(start <= first and last <= start + room for first, last in spans)


def _word_start(text: str, at: int, limit: int) -> int:
    """The first beginning of a word at or after ``at``, at most ``limit``."""
    while 0 < at < limit and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    """The first end of a word at or after ``at``."""
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
