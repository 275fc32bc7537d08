"""Visual lines → paragraphs, by indent, distance and the room that a line leaves at the right margin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.readers.pdf.lines import VisualLine, Words
from biliktilik.parsers.readers.pdf.margins import Margins
from biliktilik.parsers.readers.pdf.tables import Row
from biliktilik.parsers.readers.pdf.words import join_lines

_SIZE_STEP: Final = 0.08  # of the font size: other print
_FURTHER: Final = 3.0  # font sizes: a line that starts so much further in goes on nothing
_HANGING: Final = 4.0  # font sizes by which the mark of a list item may stand out
_FINISHED: Final = re.compile(r"[.;:!?][\"»”)]*\Z")
_UNIT: Final = re.compile(r"[\"«“(]?(?:\d{1,3}(?:[-.]\d{1,3})*[.)](?=\s|[^\W\d])|[-–—•§] ?\S|[IVX]{1,4}\. )")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table row (its cells parted by tabs).

    ``indented``: it starts as paragraphs of the document do; ``centred``: in the middle of the type area; ``apart``:
    there is more room above it than between lines.
    """

    words: Words
    indented: bool = False
    centred: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A line or row with its page and the margins of that page; ``heads``: it reads like a heading or the
    label of a block.
    """

    item: VisualLine | Row
    page: int
    margins: Margins
    heads: bool = False
    until: int | None = None

    @property
    def last_page(self) -> int:
        """The page on which a row ends that a page break cuts."""
        return self.page if self.until is None else self.until


def build_blocks(placed: Sequence[Placed], known: frozenset[str]) -> Iterator[Block]:
    """The blocks of a document from its lines and rows in reading order."""
    group: list[Placed] = []
    apart = False
    for index, now in enumerate(placed):
        before = placed[index - 1] if index else None
        if group and before is not None and _goes_on(group, before, now):
            group.append(now)
            continue
        if group:
            yield _paragraph(group, known, apart=apart)
        apart = before is not None and _apart(before, now)
        group = []
        if isinstance(now.item, Row):
            yield Block(_row(now.item), apart=apart)
        else:
            group = [now]
    if group:
        yield _paragraph(group, known, apart=apart)


def _row(row: Row) -> Words:
    words = row.cells[0]
    for cell in row.cells[1:]:
        words = words + Words("\t", (-1,)) + cell
    return words


def _paragraph(group: list[Placed], known: frozenset[str], *, apart: bool) -> Block:
    first = group[0]
    assert isinstance(first.item, VisualLine)
    lines = [one.item.words for one in group if isinstance(one.item, VisualLine)]
    indented = first.margins.indented(first.item) and not first.item.columned
    centred = not indented and first.margins.centred(first.item)
    return Block(join_lines(lines, known), indented, centred, apart)


def _apart(before: Placed, now: Placed) -> bool:
    """Is there room above? A table that goes on over a page break has room there, as page breaks cut its cells."""
    if before.last_page != now.page:
        return isinstance(before.item, Row) or isinstance(now.item, Row)
    if isinstance(before.item, Row) or isinstance(now.item, Row):
        return isinstance(before.item, Row) != isinstance(now.item, Row)
    return now.margins.gap(before.item, now.item)


def _goes_on(group: list[Placed], before: Placed, now: Placed) -> bool:
    """Does the line belong to the paragraph of the lines before it?"""
    line, last, first = now.item, before.item, group[0].item
    if isinstance(line, Row) or isinstance(last, Row) or isinstance(first, Row):
        return False
    margins = now.margins
    if line.columned or last.columned or _other_print(last, line):
        return False
    if margins.far(line) or before.margins.far(first):
        return False
    if now.margins.indented(line) and not _hangs(first, last, now):
        return False
    same_page = before.page == now.page
    if same_page and (margins.gap(last, line) or last.base - line.base < 0):
        return False
    if margins.indent is not None and before.margins.indented(first):
        return _continues_indented(group, before, now)
    return _continues_plain(before, now)


def _continues_indented(group: list[Placed], before: Placed, now: Placed) -> bool:
    """Below a paragraph with an indent, a line at the margin goes on, unless it plainly starts something."""
    line, last = now.item, before.item
    assert isinstance(line, VisualLine)
    assert isinstance(last, VisualLine)
    if not now.margins.flush(line):
        return _hangs(group[0].item, last, now)
    if (now.heads or _UNIT.match(line.text)) and _FINISHED.search(last.text):
        return False
    return before.margins.full(last, line) or line.text[0].islower()


def _continues_plain(before: Placed, now: Placed) -> bool:
    """Without indents a line goes on when the one before had no room for its first word."""
    line, last = now.item, before.item
    assert isinstance(line, VisualLine)
    assert isinstance(last, VisualLine)
    if now.heads or not before.margins.full(last, line):
        return False
    if (line.left - now.margins.left) - (last.left - before.margins.left) > _FURTHER * line.size:
        return False
    if _FINISHED.search(last.text):
        # Nothing but the sentence tells whether a paragraph ends with its page, or with a line that happens to be full.
        return not _UNIT.match(line.text) and (before.page == now.page or last.text.endswith("."))
    return True


def _hangs(first: VisualLine | Row, last: VisualLine, now: Placed) -> bool:
    """Is this a line of a list item whose mark stands out to the left?"""
    line = now.item
    if isinstance(first, Row) or isinstance(line, Row) or not _UNIT.match(first.text) or _UNIT.match(line.text):
        return False
    return 0 < line.left - first.left <= _HANGING * line.size and now.margins.full(last, line)


def _other_print(last: VisualLine, line: VisualLine) -> bool:
    return last.font != line.font or abs(last.size - line.size) > _SIZE_STEP * max(last.size, line.size)
