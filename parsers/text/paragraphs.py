"""Visual lines → paragraphs.

Two forms of text are met. *Page text* has one paragraph per line. *Wrapped text* (a PDF's) breaks its paragraphs into
visual lines of a fixed width; a paragraph starts with an indent, page breaks leave blank lines inside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+\Z")
_TAB: Final = 4
_INDENT: Final = 3  # blanks from which a line counts as indented; damaged lines may start with one or two
_WRAP_WIDTH: Final = 100  # no visual line of a PDF page of body text is longer
_WRAP_SHARE: Final = 0.5  # of the lines, when a text is wrapped, are long enough to have been broken
_BROKEN_FROM: Final = 55


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``text`` is the source's own stretch ``[start, end)``, blanks trimmed, inner lines kept."""

    start: int
    end: int
    text: str
    indented: bool
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int


def split_paragraphs(text: str, breaks: Callable[[str], bool], *, may_wrap: bool = True) -> tuple[Paragraph, ...]:
    """Paragraphs of a text in order. ``breaks`` tells of a line's text whether it cannot continue a paragraph.

    ``may_wrap``: the lines may be those of a page; False where the format of the document tells its paragraphs.
    """
    lines = _lines(text)
    wrapped = may_wrap and _are_wrapped([line.end - line.start for line in lines])
    joined = _join(text, lines, breaks) if wrapped else [[line] for line in lines]
    paragraphs = []
    previous_end = 0
    for group in joined:
        start, end = group[0].start, group[-1].end
        blank = text.count("\n", previous_end, start) > 1
        paragraphs.append(Paragraph(start, end, text[start:end], group[0].indent >= _INDENT, blank))
        previous_end = end
    return tuple(paragraphs)


def is_wrapped(text: str) -> bool:
    """Is this wrapped text, whose lines are lines of a page and not paragraphs?"""
    return _are_wrapped([len(body) for line in text.split("\n") if (body := line.strip())])


def _lines(text: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        lead = len(raw) - len(raw.lstrip())
        start = match.start() + lead
        lines.append(_Line(start, start + len(body), len(raw[:lead].expandtabs(_TAB))))
    return lines


def _are_wrapped(lengths: list[int]) -> bool:
    if not lengths or max(lengths) > _WRAP_WIDTH:
        return False
    return sum(length >= _BROKEN_FROM for length in lengths) >= _WRAP_SHARE * len(lengths)


def _join(text: str, lines: list[_Line], breaks: Callable[[str], bool]) -> list[list[_Line]]:
    """Lines without an indent go on the paragraph before them when that one was indented."""
    groups: list[list[_Line]] = []
    for line in lines:
        goes_on = (
            bool(groups)
            and line.indent < _INDENT
            and groups[-1][0].indent >= _INDENT
            and not breaks(text[line.start : line.end])
        )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
