"""Lines of a card → cells: text without markup that still knows where it stands in the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.model import Span
from biliktilik.parsers.text.spaces import fold, trim

# Tags that a table's cells were wrapped in, by name: a stray "<" of the text is none.
_MARKUP: Final = re.compile(
    r"</?(?P<tag>p|ol|ul|li|br|div|pre|table|tbody|tr|td|th|span|b|i|u|em|strong|sup|sub|font|a)\b[^<>\t\n]*>"
    r"|&(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"
)
_SOFT: Final = "\u2028"  # the end of a paragraph inside a cell, as readers of other formats than plain text write it
_INLINE: Final = frozenset({"span", "b", "i", "u", "em", "strong", "sup", "sub", "font", "a"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``text`` has a line break where a paragraph of markup ended.

    ``column`` counts the tabs before it. ``after_break`` and ``before_break``: its row is the first after, or the last
    before, a blank line, which in these texts is the trace of a page break.
    """

    text: str
    row: int
    column: int
    alone: bool
    after_break: bool
    before_break: bool
    _starts: tuple[int, ...]
    _raws: tuple[int, ...]

    def piece(self, start: int, end: int) -> Piece:
        """The stretch ``[start, end)`` of the cell's text."""
        return Piece(self, start, end)

    def raw(self, index: int) -> int:
        """Source offset of a character of ``text``."""
        run = bisect_right(self._starts, index) - 1
        return self._raws[run] + index - self._starts[run]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cell between two labels."""

    cell: Cell
    start: int
    end: int

    @property
    def raw_text(self) -> str:
        """The stretch with the line breaks of its paragraphs."""
        return self.cell.text[self.start : self.end]

    @property
    def blank(self) -> bool:
        """There are no words."""
        return not self.raw_text.strip()

    @property
    def text(self) -> str:
        """The stretch, folded."""
        return fold(self.raw_text)

    @property
    def span(self) -> Span:
        """Where the stretch stands in the source, outer blanks left out."""
        inner = trim(self.cell.text, self.start, self.end)
        first = self.cell.raw(inner.start)
        return Span(first, self.cell.raw(inner.end - 1) + 1 if inner.start < inner.end else first)

    def cut(self, start: int, end: int) -> Piece:
        """A part of the stretch; offsets count from its start."""
        return Piece(self.cell, self.start + start, self.start + end)


Row = tuple[Cell, ...]


def split_rows(text: str, lines: list[Span]) -> list[Row]:
    """The rows of a card with their cells that are not blank; each of ``lines`` is one visual line of the table."""
    breaks = [i == 0 or text.count("\n", lines[i - 1].end, span.start) > 1 for i, span in enumerate(lines)]
    breaks.append(True)
    return [tuple(_cells(text, span, row, breaks[row], breaks[row + 1])) for row, span in enumerate(lines)]


def _cells(text: str, line: Span, row: int, after_break: bool, before_break: bool) -> Iterator[Cell]:
    start = text.rfind("\n", 0, line.start) + 1  # a row may begin with tabs, which the line's span leaves out
    printed = text[start : line.end].split("\t")
    for column, raw in enumerate(printed):
        if raw.strip():
            clean, starts, raws = _clean(raw.replace(_SOFT, "\n"), start)
            yield Cell(clean, row, column, len(printed) == 1, after_break, before_break, starts, raws)
        start += len(raw) + 1


def _clean(raw: str, offset: int) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Text without tags and entities, with the runs that lead from its offsets to those of the source."""
    if "<" not in raw and "&" not in raw:
        return raw, (0,), (offset,)
    parts: list[str] = []
    starts, raws = [0], [offset]
    length = at = 0
    for match in _MARKUP.finditer(raw):
        before = raw[at : match.start()]
        tag = match["tag"]
        inserted = html.unescape(match.group()) if tag is None else "" if tag in _INLINE else "\n"
        parts += (before, inserted)
        starts += (length + len(before), length + len(before) + len(inserted))
        raws += (offset + match.start(), offset + match.end())
        length += len(before) + len(inserted)
        at = match.end()
    parts.append(raw[at:])
    return "".join(parts), tuple(starts), tuple(raws)


def joined(pieces: Iterable[Piece]) -> str:
    """The folded words of several pieces as one text."""
    return " ".join(text for piece in pieces if (text := piece.text))


def whole(pieces: Iterable[Piece]) -> Span:
    """The smallest span that holds all pieces (at least one is needed)."""
    spans = [piece.span for piece in pieces]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
