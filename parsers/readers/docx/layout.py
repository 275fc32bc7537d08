"""The page text: strips put on lines in the layout of the portal's text form, links in their places."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from biliktilik.parsers.model import Link, Span
from biliktilik.parsers.readers.docx.strips import Strip

_BODY: Final = " " * 6
_APART: Final = " "


class Kind(Enum):
    """What the last line was."""

    START = auto()
    BODY = auto()
    APART = auto()
    ROW = auto()
    ASIDE = auto()


class Layout:
    """Takes lines from the first to the last; offsets are final as soon as a line is taken."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._links: list[Link] = []
        self._last = Kind.START
        self._gap = False

    @property
    def text(self) -> str:
        """All lines so far."""
        return "".join(self._parts)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links in the order of the text."""
        return tuple(sorted(self._links, key=lambda link: link.span))

    def leave_gap(self) -> None:
        """An empty paragraph, or the end of a table: the next line stands below an empty one."""
        self._gap = True

    def body(self, strip: Strip) -> Span:
        """A paragraph: indented, below an empty line."""
        return self._take(Kind.BODY, _BODY, strip, gap=True)

    def next_line(self, strip: Strip) -> Span:
        """A line of a paragraph that has several: indented, right below the line before it."""
        return self._take(Kind.BODY, _BODY, strip, gap=False)

    def apart(self, strip: Strip) -> Span:
        """A line of a title, a heading or a stamp: it keeps to the one before it where no empty paragraph stands."""
        return self._take(Kind.APART, _APART, strip, gap=self._gap or self._last is Kind.ROW)

    def row(self, strip: Strip, *, first: bool) -> Span:
        """A row of a table, its cells parted by tabs; the first row stands below an empty line."""
        return self._take(Kind.ROW, "", strip, gap=first)

    def anchor(self, name: str) -> Span:
        """The line of a bookmark."""
        strip = Strip()
        strip.add(f"[bookmark: {name}]")
        return self.aside(strip)

    def aside(self, strip: Strip) -> Span:
        """A line that is none of the text around it, an anchor or a note; the lines around it stay as they are."""
        last, gap = self._last, self._gap
        span = self._take(Kind.ASIDE, "", strip, gap=False)
        self._last, self._gap = last, gap
        return span

    def _take(self, kind: Kind, indent: str, strip: Strip, *, gap: bool) -> Span:
        if gap and self._parts:
            self._put("\n")
        self._put(indent)
        start = self._length
        self._links += [Link(Span(start + a, start + b), target) for a, b, target in strip.links if a < b]
        self._put(strip.text)
        end = self._length
        self._put("\n")
        self._last, self._gap = kind, False
        return Span(start, end)

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)
