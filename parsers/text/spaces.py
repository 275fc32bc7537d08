"""White space as the contract wants it: single spaces, ends trimmed, letters as printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.model import Span

_AFTER_OPENING: Final = re.compile(r"\([^\S\n]*\n\s*")
_BEFORE_CLOSING: Final = re.compile(r"\s*\n\s*(?=[;,.)])")


def fold(raw: str) -> str:
    """Every run of white space becomes one blank; the ends are trimmed.

    A line break right after an opening bracket or right before ``; , . )`` leaves no blank: there it is the trace
    of a wrapped visual line, not of a printed space.
    """
    if "\n" in raw:
        raw = _BEFORE_CLOSING.sub("", _AFTER_OPENING.sub("(", raw))
    return " ".join(raw.split())


def trim(text: str, start: int, end: int) -> Span:
    """The smallest span inside ``[start, end)`` that holds its non-blank characters (empty at ``start`` if none)."""
    piece = text[start:end]
    if not piece or piece.isspace():
        return Span(start, start)
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text that still knows where each of its words stands in the source."""

    text: str
    _starts: tuple[int, ...]
    _raws: tuple[int, ...]

    def raw(self, start: int, end: int) -> Span:
        """Source span of the folded stretch ``[start, end)``."""
        return Span(self._at(start), self._at(end - 1) + 1 if end > start else self._at(start))

    def _at(self, index: int) -> int:
        run = bisect_right(self._starts, index) - 1
        return self._raws[run] + index - self._starts[run]


_WORD: Final = re.compile(r"\S+")


def fold_span(text: str, span: Span) -> Folded:
    """:func:`fold` of ``text[span]`` with the way back to the source offsets."""
    raw = text[span.start : span.end]
    folded = fold(raw)
    starts: list[int] = []
    raws: list[int] = []
    at = 0
    for word in _WORD.finditer(raw):
        if at < len(folded) and folded[at] == " ":
            at += 1
        starts.append(at)
        raws.append(span.start + word.start())
        at += len(word.group())
    return Folded(folded, tuple(starts), tuple(raws))
