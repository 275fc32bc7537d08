"""Quotations that run over lines: where one begins and ends, and its lines without the marks around the whole.

Inner and outer marks are the same character, and a mark may be missing: the marks are counted, and where they do not
come out even, what follows the quotation decides.
"""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.lines import Line, LineKind, classify
from biliktilik.parsers.model import Severity, Span
from biliktilik.parsers.text.paragraphs import Paragraph
from biliktilik.parsers.text.quotes import CLOSING, MARKS, OPENING
from biliktilik.parsers.text.spaces import trim

_OPENS: Final = '"' + OPENING
_CLOSES: Final = '"' + CLOSING
_TAIL: Final = _CLOSES + ";., "
_CLOSED: Final = re.compile(f"[{_CLOSES}] ?[;.,]?$")
_ENDED: Final = re.compile(f"[{_CLOSES}] ?[;.]$")
_INLINE: Final = re.compile(f"[^{MARKS}]*?: ?(?=[{_OPENS}])")


def opens_quotation(line: Line) -> bool:
    """Does the line begin with a quotation mark?"""
    return line.text[0] in _OPENS


def split_inline(desk: Desk, line: Line) -> tuple[Line, Line | None]:
    """``пункт 5 изложить в следующей редакции: «5. …»``: the instruction, and the line of its quotation."""
    verb = desk.grammar.search("amend.verb", line.text)
    if verb is None or opens_quotation(line):
        return line, None
    colon = _INLINE.match(line.text, verb.match.end())
    if colon is None:
        return line, None
    head = line.folded.raw(0, len(line.text[: colon.end()].rstrip()))
    tail = line.folded.raw(colon.end(), len(line.text))
    return _part(desk, line, head), _part(desk, line, tail)


def end_of_quotation(desk: Desk, lines: list[Line]) -> tuple[int, bool]:
    """``(number of lines of the quotation that opens on the first one, whether its marks pair)``.

    The first line that closes with the marks even ends it. Where there is none, or where no instruction follows it but
    one follows an earlier line that closes, a mark is missing, and that line is the end.
    """
    even = uneven = None
    marks = 0
    for after, line in enumerate(lines, 1):
        marks += sum(line.text.count(mark) for mark in MARKS)
        if marks % 2 == 0 and _CLOSED.search(line.text):
            even = after
            break
        if uneven is None and _ENDED.search(line.text) and _is_boundary(desk, lines, after):
            uneven = after
    if even is not None and (uneven is None or _is_boundary(desk, lines, even)):
        return even, True
    return uneven or 1, False


def _is_boundary(desk: Desk, lines: list[Line], after: int) -> bool:
    """Does the line at ``after`` go on with instructions, or with the order's own points?"""
    if after >= len(lines):
        return True
    line = lines[after]
    if line.kind in (LineKind.NOTE, LineKind.FUTURE_NOTE):
        return False
    verb = desk.grammar.search("amend.verb", line.text)
    return verb is not None or (
        line.text.endswith(":") and desk.grammar.search("amend.unit", line.text.lower()) is not None
    )


def unquoted_lines(desk: Desk, quoted: list[Line]) -> list[Line]:
    """The quoted paragraphs without the marks around the whole, classified anew."""
    lines = []
    for index, line in enumerate(quoted):
        start, end = line.span.start, line.span.end
        if index == 0:
            start += 1
        if index == len(quoted) - 1:
            end = _before_closing(desk, start, end)
        inner = trim(desk.text, start, end)
        if inner.start < inner.end:
            lines.append(_part(desk, line, inner))
    return lines


def _part(desk: Desk, line: Line, span: Span) -> Line:
    text = desk.text[span.start : span.end]
    paragraph = Paragraph(span.start, span.end, text, line.paragraph.indented, line.paragraph.after_blank)
    return classify(desk.text, paragraph, desk.grammar)


def _before_closing(desk: Desk, start: int, end: int) -> int:
    """Offset of the mark that closes the quotation; after it where it also closes one that opens on the same line."""
    tail = end
    while tail > start and desk.text[tail - 1] in _TAIL:
        tail -= 1
        if desk.text[tail] in _CLOSES:
            inside = desk.text[start:tail]
            return tail + sum(inside.count(mark) for mark in MARKS) % 2
    message = "the quotation is opened but not closed; it is taken to end here"
    desk.find("quotation_not_closed", Severity.WARNING, message, Span(start, end))
    return end
