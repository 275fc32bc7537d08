"""Where in the plain words of a damaged line something is missing."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from biliktilik.parsers.repair.context import QUOTE, Bench, Context, VisualLine
from biliktilik.parsers.repair.traces import LEFT_GAP

_BESIDE_QUOTE: Final = re.compile(r'(?<= )(?=")|(?<=")(?=[ ,;.)])')
_AT_START: Final = frozenset(",;.:)")


class Gap(NamedTuple):
    """A stretch of blanks (maybe none) where a fragment may have stood; a ``sure`` one must be filled."""

    start: int
    end: int
    sure: bool


def find_gaps(line: VisualLine, context: Context, bench: Bench) -> list[Gap]:
    """The sure gaps in order, the one at the start of the line among them when its blanks show it."""
    text = line.text
    gaps = [Gap(line.begin, line.first, True)] if line.first > line.begin else []
    for match in LEFT_GAP.finditer(text, line.first):
        start, end = match.span()
        if text[start] != QUOTE:
            gaps.append(Gap(start, end, True))
        elif _opens(text[line.first : start + 1], context):
            gaps.append(Gap(start + 1, end, True))
    missing = bench.missing.search(text, line.first)
    if missing is not None:
        gaps.append(Gap(*missing.span("gap"), True))
    return sorted(gaps)


def _opens(before: str, context: Context) -> bool:
    """Is the quotation mark at the end of ``before`` an opening one?"""
    return (before.count(QUOTE) % 2 == 1) != context.quotation.inside


def may_open_with_gap(line: VisualLine) -> bool:
    """Does the line begin with a mark that could close what is missing before it?"""
    return line.text[line.first] in _AT_START or line.text[line.first] == QUOTE


def find_quote_gaps(line: VisualLine, end: int) -> list[Gap]:
    """Places beside quotation marks where a fragment that brings its own quotation mark may have stood."""
    places = (match.start() for match in _BESIDE_QUOTE.finditer(line.text, line.first + 1, end))
    return [Gap(place, place, False) for place in places]
