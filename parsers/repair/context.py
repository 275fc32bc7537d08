"""What a visual line takes over from the lines before it, and where its own text begins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, NamedTuple

from biliktilik.parsers.repair.titles import Titles

QUOTE: Final = '"'
PARAGRAPH_INDENT: Final = 3  # blanks from which a line opens a paragraph, and leaves what is before it
_WIDEST_SHIFT: Final = 2  # blanks that a gap at the start of a line leaves behind
TAIL: Final = 60  # characters of a line that the next one looks at
_LONGEST_NAME: Final = 4  # words of a name that may stand before a line break
_LEAD: Final = re.compile(r"^( *)\S", re.MULTILINE)


class Quotation(NamedTuple):
    """Whether a point of the text is inside quotation marks, and what they hold up to there."""

    inside: bool = False
    content: str = ""

    def after(self, words: str) -> Quotation:
        """The state behind ``words``."""
        if QUOTE not in words:
            return Quotation(True, f"{self.content} {words}".strip()) if self.inside else self
        _, _, rest = words.rpartition(QUOTE)
        inside = self.inside ^ (words.count(QUOTE) % 2 == 1)
        return Quotation(True, rest.strip()) if inside else OUTSIDE


OUTSIDE: Final = Quotation()


class Context(NamedTuple):
    """The end of the repaired line before (empty at the start of a paragraph) and the quotation that it leaves open."""

    tail: str = ""
    quotation: Quotation = OUTSIDE

    def open_name(self, names: Titles) -> str:
        """The beginning of a known title or name that the line before ends in; empty where it ends in none."""
        if self.quotation.inside:
            return self.quotation.content
        words = self.tail.split()
        candidates = (" ".join(words[-count:]) for count in range(min(len(words), _LONGEST_NAME), 0, -1))
        return next((words for words in candidates if names.following(words)), "")


class VisualLine(NamedTuple):
    """One line of a page. ``begin`` is where its indent ends; blanks between ``begin`` and ``first`` are a gap."""

    text: str
    begin: int
    first: int


def usual_indents(text: str) -> tuple[int, ...]:
    """The indents of a text: none, and the most common one that opens a paragraph."""
    leads = Counter(len(lead) for lead in _LEAD.findall(text) if len(lead) >= PARAGRAPH_INDENT)
    return (0, min(leads, key=lambda lead: (-leads[lead], lead))) if leads else (0,)


def visual_line(text: str, indents: tuple[int, ...]) -> VisualLine:
    """Measure a line that is not blank."""
    first = len(text) - len(text.lstrip())
    for indent in indents:
        if 0 < first - indent <= _WIDEST_SHIFT and text[:first].count(" ") == first:
            return VisualLine(text, indent, first)
    return VisualLine(text, first, first)


@dataclass(frozen=True, slots=True)
class Bench:
    """What every line of one document is judged with."""

    titles: Titles
    names: Titles
    link: re.Pattern[str]
    title_start: re.Pattern[str]
    missing: re.Pattern[str]
    open_end: re.Pattern[str]
