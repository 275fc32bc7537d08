"""White space as the contract wants it: single spaces, ends trimmed, letters as printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from biliktilik.parsers.model import Span

_AFTER_OPENING: Final = re.compile(r'(\(|(?:(?<=[\s(])|\A)["«“„])[^\S\n]*\n\s*')
_BEFORE_CLOSING: Final = re.compile(r'\s*\n\s*(?=[;,.)]|["»”](?:[\s;,.:)]|\Z))')


def fold(raw: str) -> str:
    """Every run of white space becomes one blank; the ends are trimmed.

    A line break right after an opening bracket or quotation mark, or right before a closing one or ``; , . )``,
    leaves no blank: there it is the trace of a wrapped visual line, not of a printed space.
    """
    if "\n" in raw:
        raw = _BEFORE_CLOSING.sub("", _AFTER_OPENING.sub(r"\1", raw))
    return " ".join(raw.split())


def trim(text: str, start: int, end: int) -> Span:
    """The smallest span inside ``[start, end)`` that holds its non-blank characters (empty at ``start`` if none)."""
    piece = text[start:end]
    if not piece or piece.isspace():
        return Span(start, start)
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True)
class Folded:
    """Folded text that still knows where each of its words stands in the source."""

    text: str
    _source: str
    _span: Span

    def raw(self, start: int, end: int) -> Span:
        """Source span of the folded stretch ``[start, end)``."""
        return Span(self._at(start), self._at(end - 1) + 1 if end > start else self._at(start))

    def _at(self, index: int) -> int:
        if self._aligned is not None:
            return self._aligned + index
        starts, raws = self._words
        run = bisect_right(starts, index) - 1
        return raws[run] + index - starts[run]

    @cached_property
    def _aligned(self) -> int | None:
        """Offset of the first word, when folding changed no length: then every letter keeps its distance from it."""
        inner = trim(self._source, self._span.start, self._span.end)
        return inner.start if inner.end - inner.start == len(self.text) else None

    @cached_property
    def _words(self) -> tuple[list[int], list[int]]:
        """Where each word starts, in the folded text and in the source; few paragraphs are ever asked."""
        starts: list[int] = []
        raws: list[int] = []
        at = 0
        for word in _WORD.finditer(self._source, self._span.start, self._span.end):
            if at < len(self.text) and self.text[at] == " ":
                at += 1
            starts.append(at)
            raws.append(word.start())
            at += word.end() - word.start()
        return starts, raws


def fold_span(text: str, span: Span) -> Folded:
    """:func:`fold` of ``text[span]`` with the way back to the source offsets."""
    return Folded(fold(text[span.start : span.end]), text, span)
