"""Glyphs → visual lines. The place of a glyph decides, never its order in the file.

Programs that print the portal's pages draw the linked words of a line after its plain ones; read by their places, all
words stand where a person sees them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from biliktilik.parsers.readers.pdf.page import NO_LINK, Glyph

SOFT_HYPHEN: Final = "\u00ad"
_SAME_LINE: Final = 0.3  # of the font size, between baselines of one line
_RAISED: Final = 0.65  # of the font size, by which a smaller glyph (an index) may stand above or below its line
_SMALLER: Final = 0.85  # of the size of its line: an index
_TOUCH: Final = 1.0  # font sizes between an index and the words it belongs to
_GAP: Final = 0.15  # of the font size: a narrower gap between stretches of text is no blank
_ROOM: Final = 0.06  # the same where the file prints a blank there
_INNER_GAP: Final = 1.0  # of the font size: within one stretch the file prints its blanks, unless it skips this far
_BLANK: Final = 0.3  # of the font size: a blank that is not stretched is no wider
_WIDE: Final = 3.0  # font sizes: a gap between columns
_WIDER: Final = 3.0  # times the other gaps of the line: so that stretched lines are not taken for columns
_ALIKE: Final = 1.3  # times: gaps that were stretched together
_TWICE: Final = 0.12  # of the font size, between two prints of one letter (bold or shadow made by printing twice)
_MARKER: Final = 6  # letters of a number or dash that stands apart before its paragraph


@dataclass(frozen=True, slots=True)
class Words:
    """Text with the link of each of its characters."""

    text: str = ""
    links: tuple[int, ...] = ()

    def __add__(self, other: Words) -> Words:
        return Words(self.text + other.text, self.links + other.links)


@dataclass(frozen=True, slots=True)
class VisualLine:
    """One printed line. ``text`` has a tab where a wide gap parts columns.

    ``room`` is the width that its first word needs: what decides whether it could have stood on the line before;
    ``blank`` that of a blank in it.
    """

    words: Words
    left: float
    right: float
    base: float
    size: float
    font: int
    room: float
    blank: float

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.words.text

    @property
    def columned(self) -> bool:
        """Are there columns in it?"""
        return "\t" in self.words.text


def build_lines(glyphs: Iterable[Glyph]) -> list[VisualLine]:
    """The lines from top to bottom; lines without a visible character are left out."""
    rows = _rows(list(glyphs))
    lines = [_line(row) for row in _with_indices(rows)]
    return [line for line in lines if line is not None]


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    base = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.base, glyph.left)):
        if glyph.char.isspace():
            continue
        if rows and base - glyph.base <= _SAME_LINE * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            base = glyph.base
    return _with_blanks(rows, [glyph for glyph in glyphs if glyph.char.isspace()])


def _with_blanks(rows: list[list[Glyph]], blanks: list[Glyph]) -> list[list[Glyph]]:
    """Blanks go to the row at their height; those of empty lines to none."""
    bases = [-row[0].base for row in rows]
    for blank in blanks:
        near = bisect_left(bases, -blank.base)
        for index in (near - 1, near):
            if 0 <= index < len(rows) and abs(rows[index][0].base - blank.base) <= _SAME_LINE * blank.size:
                rows[index].append(blank)
                break
    return rows


def _with_indices(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Raised and lowered small print is put into the line that it belongs to."""
    kept: list[list[Glyph]] = []
    waiting: list[Glyph] = []
    for row in rows:
        own = [glyph for glyph in row if not glyph.char.isspace()]
        if kept and _is_index(own, kept[-1]):
            kept[-1] = kept[-1] + row
        else:
            if waiting and _is_index(waiting, own):
                kept.pop()
                row = waiting + row  # noqa: PLW2901
            kept.append(row)
        waiting = own
    return kept


def _is_index(small: list[Glyph], line: list[Glyph]) -> bool:
    size = max(glyph.size for glyph in line)
    if max(glyph.size for glyph in small) > _SMALLER * size:
        return False
    if abs(small[0].base - line[0].base) > _RAISED * size:
        return False
    reach = _TOUCH * size
    left = min(glyph.left for glyph in line) - reach
    right = max(glyph.right for glyph in line) + reach
    return all(left <= glyph.left <= right for glyph in small)


def _line(row: list[Glyph]) -> VisualLine | None:
    row = sorted(row, key=lambda glyph: glyph.left)
    printed = _once([glyph for glyph in row if not glyph.char.isspace() and glyph.char != SOFT_HYPHEN])
    if not printed:
        return None
    printed = _with_soft_hyphen(row, printed)
    blanks = [glyph for glyph in row if glyph.char.isspace()]
    separators, gaps = _separators(printed, blanks)
    text, links = [printed[0].char], [printed[0].link] * len(printed[0].char)
    for separator, before, glyph in zip(separators, printed, printed[1:], strict=False):
        link = glyph.link if separator and before.link == glyph.link else NO_LINK
        text += [separator, glyph.char]
        links += [link] * len(separator) + [glyph.link] * len(glyph.char)
    first = next((i for i, separator in enumerate(separators) if separator), len(printed) - 1)
    lead = max(printed, key=lambda glyph: glyph.size)
    return VisualLine(
        words=Words("".join(text), tuple(links)),
        left=printed[0].left,
        right=max(glyph.right for glyph in printed),
        base=lead.base,
        size=lead.size,
        font=_usual_font(printed),
        room=printed[first].right - printed[0].left,
        blank=min(median(gaps), _BLANK * lead.size) if gaps else _BLANK * lead.size,
    )


def _once(printed: list[Glyph]) -> list[Glyph]:
    """Letters that are printed twice at one place to look bold are one letter."""
    kept: list[Glyph] = []
    for glyph in printed:
        twin = any(
            other.char == glyph.char and other.run != glyph.run and glyph.left - other.left < _TWICE * glyph.size
            for other in kept[-3:]
        )
        if not twin:
            kept.append(glyph)
    return kept


def _with_soft_hyphen(row: list[Glyph], printed: list[Glyph]) -> list[Glyph]:
    """A soft hyphen is printed at the end of a line only."""
    last = [glyph for glyph in row if not glyph.char.isspace()][-1]
    return [*printed, last] if last.char == SOFT_HYPHEN else printed


def _usual_font(printed: list[Glyph]) -> int:
    counts = Counter(glyph.font for glyph in printed)
    return min(counts, key=lambda font: (-counts[font], font))


def _separators(printed: list[Glyph], blanks: list[Glyph]) -> tuple[list[str], list[float]]:
    """What stands between each two neighbours (nothing, a blank or a tab), and the widths of the blanks."""
    middles = sorted(((blank.left + blank.right) / 2, blank.run) for blank in blanks)
    between: list[str] = []
    gaps: list[float] = []
    at = 0
    for before, after in pairwise(printed):
        runs: list[int] = []
        while at < len(middles) and middles[at][0] <= after.left + _ROOM * after.size:
            if middles[at][0] >= before.left:
                runs.append(middles[at][1])
            at += 1
        gap = after.left - before.right
        parted = _parted(before, after, gap, runs)
        between.append(" " if parted else "")
        gaps.append(gap if parted else 0.0)
    return _with_tabs(printed, between, gaps), [gap for gap in gaps if gap]


def _parted(before: Glyph, after: Glyph, gap: float, runs: list[int]) -> bool:
    size = max(before.size, after.size)
    if before.run == after.run:
        return before.run in runs or gap > _INNER_GAP * size
    return gap > (_ROOM if runs else _GAP) * size


def _with_tabs(printed: list[Glyph], between: list[str], gaps: list[float]) -> list[str]:
    wide = [gap > _WIDE * before.size for gap, before in zip(gaps, printed, strict=False)]
    if not any(wide):
        return between
    if _stretched([gap for gap in gaps if gap]):
        return between
    narrow = [gap for gap, is_wide in zip(gaps, wide, strict=True) if gap and not is_wide]
    least = _WIDER * median(narrow) if narrow else 0.0
    first = between.index(" ") + 1
    marker = "".join(glyph.char for glyph in printed[:first])
    marked = first <= _MARKER and not any(char.isalpha() for char in marker)
    return [
        "\t" if is_wide and gap >= least and not (marked and index + 1 == first) else separator
        for index, (separator, gap, is_wide) in enumerate(zip(between, gaps, wide, strict=True))
    ]


def _stretched(gaps: list[float]) -> bool:
    """Are these the gaps of a line whose few words were spread over its whole width?"""
    return len(gaps) > 1 and max(gaps) <= _ALIKE * min(gaps)
