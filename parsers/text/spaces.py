"""White space as the contract wants it: single spaces, ends trimmed, letters as printed."""

from __future__ import annotations

import re
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
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return Span(start, end)
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
        return Span(self.place(start), self.place(end - 1) + 1 if end > start else self.place(start))

    def place(self, index: int) -> int:
        """Source offset of one folded letter."""
        if self._aligned is not None:
            return self._aligned + index
        return self._walk(index)

    def _walk(self, index: int) -> int:
        """Word by word to the one that holds ``index``: most questions are asked about the first words."""
        at = 0
        place = self._span.start
        for word in _WORD.finditer(self._source, self._span.start, self._span.end):
            if at < len(self.text) and self.text[at] == " ":
                at += 1
            place = word.start() + index - at
            at += word.end() - word.start()
            if index < at:
                break
        return place

    @cached_property
    def _aligned(self) -> int | None:
        """Offset of the first word, when folding changed no length: then every letter keeps its distance from it."""
        inner = trim(self._source, self._span.start, self._span.end)
        return inner.start if inner.end - inner.start == len(self.text) else None


def fold_span(text: str, span: Span) -> Folded:
    """:func:`fold` of ``text[span]`` with the way back to the source offsets."""
    return Folded(fold(text[span.start : span.end]), text, span)
