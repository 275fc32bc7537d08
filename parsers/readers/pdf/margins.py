"""The measures of a document's type area: margins, indent of paragraphs, distance of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from biliktilik.parsers.readers.pdf.lines import VisualLine

_LEAST_INDENT: Final = 0.7  # of the font size
_MOST_INDENT: Final = 5.0  # of the font size; further in stand stamps and centred headings
_STRETCHED_INDENT: Final = 0.4  # of the width of the type area
_SHARE: Final = 0.01  # of the lines must reach the right margin
_SHARE_LEFT: Final = 0.1  # of the lines must start at the left margin
_SHARE_INDENTED: Final = 0.03  # of the lines start paragraphs, where these have an indent
_USUAL_LEADING: Final = 1.3  # of the font size, where a document has too few lines to tell
_MOST_LEADING: Final = 2.5  # of the font size: a greater distance is a gap
_CENTRED: Final = 0.4  # font sizes by which the middle of a centred line may be off
_OVERHANG: Final = 0.1  # of the font size, by which glyphs stand over the margin
_TIED: Final = 3  # lines from which a measure is taken


@dataclass(frozen=True, slots=True)
class Margins:
    """``left`` and ``right`` in points; ``indent`` in points from the left margin, None where paragraphs have none.

    ``leading`` is the distance between baselines of one paragraph in font sizes.
    """

    left: float
    right: float
    indent: float | None
    leading: float

    def indented(self, line: VisualLine) -> bool:
        """Does the line start as paragraphs do?

        Blanks that make an indent are stretched with the others of a justified line: one that reaches the right margin
        may start further in.
        """
        if self.indent is None or self.flush(line):
            return False
        inset = line.left - self.left
        if abs(inset - self.indent) <= 0.3 * line.size:
            return True
        if line.right >= self.right - line.size:
            return inset <= _STRETCHED_INDENT * (self.right - self.left)
        return inset <= _MOST_INDENT * line.size and not self.centred(line)

    def flush(self, line: VisualLine) -> bool:
        """Does the line start at the left margin?"""
        return line.left - self.left < _LEAST_INDENT * line.size

    def far(self, line: VisualLine) -> bool:
        """Does the line start further in than any paragraph: a stamp, a signature, a centred heading?"""
        return line.left - self.left > _MOST_INDENT * line.size and not self.indented(line)

    def centred(self, line: VisualLine) -> bool:
        """Does the line stand in the middle, away from both margins?"""
        off = (line.left + line.right - self.left - self.right) / 2
        return abs(off) <= _CENTRED * line.size and not self.flush(line)

    def full(self, line: VisualLine, after: VisualLine) -> bool:
        """Was there no room on ``line`` for the first word of the next one?"""
        return line.right + line.blank + after.room > self.right - _OVERHANG * line.size

    def gap(self, line: VisualLine, after: VisualLine) -> bool:
        """Is the distance between two lines greater than within a paragraph?"""
        return line.base - after.base > 1.25 * self.leading * max(line.size, after.size)


def measure(pages: Sequence[Sequence[VisualLine]]) -> Margins:
    """The margins of pages of one width; ``pages`` without furniture and tables."""
    lines = [line for page in pages for line in page if not line.columned]
    if not lines:
        return Margins(0.0, 0.0, None, _USUAL_LEADING)
    left = _left(lines)
    right = _right(lines)
    indent = _indent([line for line in lines if not Margins(left, right, None, 0.0).centred(line)], left)
    rough = Margins(left, right, indent, _MOST_LEADING)
    return Margins(left, right, indent, _leading(pages, rough))


def _left(lines: list[VisualLine]) -> float:
    """The leftmost place where many lines start."""
    starts = Counter(round(line.left) for line in lines)
    near = {start: sum(starts[start + step] for step in (-1, 0, 1)) for start in starts}
    least = min(_SHARE_LEFT * len(lines), max(near.values()))
    return float(min(start for start, count in near.items() if count >= least))


def _right(lines: list[VisualLine]) -> float:
    """The rightmost place that several lines come near to: one line that sticks out is no margin."""
    ends = sorted((line.right for line in lines), reverse=True)
    reach = lines[0].size
    needed = max(1, min(_TIED, len(lines) // 4), int(_SHARE * len(lines)))
    for index, end in enumerate(ends):
        last = index + needed - 1
        if last < len(ends) and end - ends[last] <= reach:
            return end
    return ends[0]


def _indent(lines: list[VisualLine], left: float) -> float | None:
    """The usual distance of a paragraph's first line from the margin."""
    inside = [
        round(line.left - left)
        for line in lines
        if _LEAST_INDENT * line.size <= line.left - left <= _MOST_INDENT * line.size
    ]
    if len(inside) < max(2, _SHARE_INDENTED * len(lines)):
        return None
    counts = Counter(inside)
    best = min(counts, key=lambda indent: (-sum(counts[indent + step] for step in (-1, 0, 1)), indent))
    near = [line.left - left for line in lines if abs(line.left - left - best) <= 1.5]
    return sum(near) / len(near)


def _leading(pages: Sequence[Sequence[VisualLine]], margins: Margins) -> float:
    """The most frequent distance between a line that is full and the next one at the margin."""
    return _usual(
        (line.base - after.base) / max(line.size, after.size)
        for page in pages
        for line, after in pairwise(page)
        if not line.columned and margins.flush(after) and margins.full(line, after)
    )


def _usual(distances: Iterable[float]) -> float:
    counts = Counter(round(20 * distance) for distance in distances if 0.8 <= distance <= _MOST_LEADING)
    if not counts:
        return _USUAL_LEADING
    best = min(counts, key=lambda step: (-sum(counts[step + near] for near in (-1, 0, 1)), step))
    return best / 20
