"""Classified lines → units of an act: sections, chapters, paragrafs, positions, points, subpoints, blocks, cards.

The same builder reads the order's own points, an annex, and the quoted wording in an amending act; only where it
starts differs. It decides what a line is where its own words leave that open, by what stands around it.
"""

from __future__ import annotations

from typing import Final

from biliktilik.parsers.cards.opening import card_unit, opens_card
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.headings import SENTENCE_END, follower, heading_end, opens_job, titles_listed_blocks
from biliktilik.parsers.labels import StrangeLabel, strange_label
from biliktilik.parsers.lines import HEADINGS, Line, LineKind
from biliktilik.parsers.model import BlockKind, Note, ProvisionKind, SegmentKind, Severity, Span
from biliktilik.parsers.notes import read_note
from biliktilik.parsers.text.numerals import section_number
from biliktilik.parsers.text.spaces import trim
from biliktilik.parsers.units import Register, Unit

_HEADING_KIND: Final = {
    LineKind.SECTION: ProvisionKind.SECTION,
    LineKind.CHAPTER: ProvisionKind.CHAPTER,
    LineKind.PARAGRAF: ProvisionKind.PARAGRAF,
    LineKind.ARTICLE: ProvisionKind.ARTICLE,
    LineKind.UNNUMBERED: ProvisionKind.HEADING,
}
_RANK: Final = {
    ProvisionKind.ANNEX: 0,
    ProvisionKind.SECTION: 1,
    ProvisionKind.CHAPTER: 2,
    ProvisionKind.HEADING: 2,
    ProvisionKind.PARAGRAF: 3,
    ProvisionKind.ARTICLE: 4,
    ProvisionKind.POSITION: 5,
}
_JOBS: Final = (ProvisionKind.PARAGRAF, ProvisionKind.POSITION)
_HEADED: Final = frozenset({*_RANK, ProvisionKind.PREAMBLE})
_ENUMERATED: Final = (ProvisionKind.POINT, ProvisionKind.ARTICLE)


class Builder:
    """Reads a run of lines into ``units``, in document order.

    ``root`` is the unit that holds the run (an annex, or the chapter that an amending instruction names); it is not one
    of ``units``.
    """

    def __init__(self, desk: Desk, prefix: str, root: Unit | None) -> None:
        self.desk = desk
        self.units: list[Unit] = []
        self.register = Register(prefix)
        self._root = root
        self._heading: Unit | None = root
        self._current: Unit | None = root
        self._last_point: int | None = None
        self._restarted = False
        self._blocks: set[BlockKind] = set()  # those below the heading that is open
        self._listed: set[str] = set()  # numbers that the lines of the block have that is open

    def read(self, lines: list[Line]) -> None:
        """Take all ``lines``; each of them ends in a unit, a note or the account of characters."""
        index = 0
        while index < len(lines):
            index = self._take(lines, index)

    def _take(self, lines: list[Line], index: int) -> int:
        line = lines[index]
        if line.kind in (LineKind.NOTE, LineKind.FUTURE_NOTE):
            return read_note(self.desk, lines, index, self._current.eid if self._current else None)
        if opens_card(self.desk, line, self._current):
            self._add(card_unit(self.desk, line, self._current, self.units, self.register))
            return self._add_cell(line, index)
        if self._in_card() and line.kind not in (LineKind.CARD, LineKind.SECTION, LineKind.CHAPTER):
            return self._add_cell(line, index)
        if line.kind in HEADINGS:
            return self._open_heading(lines, index, _HEADING_KIND[line.kind])
        if line.kind is LineKind.CARD:
            return self._open_card(line, index)
        if line.kind is LineKind.BLOCK:
            return self._open_block(line, index)
        if line.kind is LineKind.POINT:
            return self._take_numbered(lines, index)
        if line.kind is LineKind.SUBPOINT:
            return self._take_listed(line, index)
        if opens_job(lines, index):
            return self._open_heading(lines, index, ProvisionKind.HEADING)
        if label := self._strange_label(line, 0):
            return self._open_strange_block(line, index, label)
        return self._add_text(line, index)

    # --- headings ---------------------------------------------------------------------------------------------------

    def _open_heading(self, lines: list[Line], index: int, kind: ProvisionKind) -> int:
        line = lines[index]
        after = heading_end(lines, index)
        span = Span(line.span.start, lines[after - 1].span.end)
        start = line.rest_span.start if line.number is not None else line.span.start
        title = self.desk.fold(Span(start, span.end)).rstrip(".").rstrip()
        parent = self._parent_for(kind)
        number = line.number or str(self.register.coming(parent) if kind is ProvisionKind.HEADING else 1)
        unit = Unit(kind, self.register.eid(kind, number, parent), parent, line.rule, span, line.number)
        unit.label = _label(line)
        unit.heading = title or None
        self._add(unit)
        self._heading = unit
        self._blocks = set()
        self._restarted = True
        self.desk.mark(span, SegmentKind.HEADING, unit.eid, line.rule)
        return after

    def _parent_for(self, kind: ProvisionKind) -> Unit | None:
        unit = self._heading
        while unit is not None and _RANK[unit.kind] >= _RANK[kind]:
            unit = unit.parent
        return unit

    # --- numbered lines ---------------------------------------------------------------------------------------------

    def _take_numbered(self, lines: list[Line], index: int) -> int:
        line = lines[index]
        below = follower(lines, index)
        if below is not None and below.kind is LineKind.BLOCK and below.number is None:
            return self._open_heading(lines, index, ProvisionKind.POSITION)
        if self._is_bare_section(below):
            return self._open_heading(lines, index, ProvisionKind.SECTION)
        if self._lists_activities(line) or not self._continues_points(line):
            return self._add_text(line, index)
        return self._open_point(line, index, titled=titles_listed_blocks(lines, index))

    def _lists_activities(self, line: Line) -> bool:
        """``87. Residential care``: a line of the classifier of economic activities under the point that lists them."""
        unit = self._current
        if unit is None or unit.kind is not ProvisionKind.POINT or not unit.texts:
            return False
        grammar = self.desk.grammar
        first = self.desk.fold(unit.texts[0])
        return bool(grammar.match("passport.oked", first) and grammar.match("passport.oked.entry", line.text))

    def _is_bare_section(self, below: Line | None) -> bool:
        """``1. General provisions`` right above point 1: a section whose word is not printed."""
        if below is None or below.kind not in (LineKind.POINT, LineKind.BLOCK) or below.number != "1":
            return False
        return self._heading is not None and _RANK[self._heading.kind] <= _RANK[ProvisionKind.SECTION]

    def _continues_points(self, line: Line) -> bool:
        """Is this number the next of the points, or a list inside one of them?"""
        number = section_number(line.number or "")
        block = self._current if self._current and self._current.block else None
        if number is None:
            return False
        if block is not None:
            numbered = block.kind in (ProvisionKind.POINT, ProvisionKind.SUBPOINT)
            return numbered and number == (self._last_point or 0) + 1
        if self._last_point is None or number >= self._last_point:
            return True
        return self._restarted

    def _open_point(self, line: Line, index: int, *, titled: bool) -> int:
        unit = self._point_unit(line, ProvisionKind.POINT)
        if titled:
            self._blocks = set()
            unit.heading = self.desk.fold(line.rest_span).rstrip("".join(SENTENCE_END)).rstrip()
            self.desk.mark(line.span, SegmentKind.HEADING, unit.eid, line.rule)
            return index + 1
        self._fill_numbered(unit, line)
        return index + 1

    def _fill_numbered(self, unit: Unit, line: Line) -> None:
        """The text behind a number; where it only tells that the unit was excluded, it is the publisher's note."""
        self.desk.mark(Span(line.span.start, line.rest_span.start), SegmentKind.LABEL, unit.eid, line.rule)
        excluded = self.desk.grammar.match("unit.excluded", line.text[line.rest :])
        if excluded is not None:
            self.desk.notes.append(Note(line.text[line.rest :], unit.eid, line.rest_span, excluded.rule.id))
            return
        self._strange_label(line, line.rest)
        self._add_own_text(unit, line.rest_span, line.rule)

    def _point_unit(self, line: Line, kind: ProvisionKind) -> Unit:
        number = line.number or ""
        self._check_sequence(line, number)
        unit = Unit(kind, self.register.eid(kind, number, self._heading), self._heading, line.rule, line.span, number)
        unit.label = number
        self._add(unit)
        self._last_point = section_number(number)
        self._restarted = False
        return unit

    def _check_sequence(self, line: Line, number: str) -> None:
        last, now = self._last_point, section_number(number)
        if last is None or now is None or (self._restarted and now == 1) or "-" in number:
            return
        if now == last:
            self.desk.find("number_repeated", Severity.WARNING, f"point {number} is printed twice", line.span)
        elif now != last + 1:
            message = f"point {number} follows point {last}; what stands between is not printed here"
            self.desk.find("number_gap", Severity.WARNING, message, line.span)

    # --- subpoints --------------------------------------------------------------------------------------------------

    def _take_listed(self, line: Line, index: int) -> int:
        """A line with a subpoint's number: a subpoint, a block that its act numbers so, or a line of a list."""
        current = self._current
        point = self._listing_point()
        if line.block is not None and (point is not None or self._may_hold_blocks()):
            return self._open_listed_block(line, index, point)
        if point is not None and (current is None or current.block is None or self._goes_on_behind(current, line)):
            return self._open_subpoint(line, index, point)
        self._listed.add(line.number or "")
        return self._add_text(line, index)

    def _listing_point(self) -> Unit | None:
        """The point (in a law, the article) whose subpoints are being read; None inside a block of lines."""
        unit = self._current
        while unit is not None and unit.kind is ProvisionKind.SUBPOINT:
            unit = unit.parent
        return unit if unit is not None and unit.kind in _ENUMERATED and unit.block is None else None

    def _may_hold_blocks(self) -> bool:
        """Does the heading that is open, or a block without a number below it, stand right above?"""
        unit = self._current
        return unit is not None and (unit.kind in _HEADED or (unit.block is not None and unit.number is None))

    def _goes_on_behind(self, block: Unit, line: Line) -> bool:
        """``4)`` behind the block that is subpoint 3, unless the block's own lines have come to that number."""
        number, last = section_number(line.number or ""), section_number(block.number or "")
        if number is None or last is None or number != last + 1:
            return False
        return str(last) not in self._listed

    def _open_subpoint(self, line: Line, index: int, parent: Unit) -> int:
        unit = self._subpoint_unit(line, parent)
        self._fill_numbered(unit, line)
        return index + 1

    def _subpoint_unit(self, line: Line, parent: Unit) -> Unit:
        number = line.number or ""
        eid = self.register.eid(ProvisionKind.SUBPOINT, number, parent)
        unit = Unit(ProvisionKind.SUBPOINT, eid, parent, line.rule, line.span, number, f"{number})")
        self._add(unit)
        return unit

    # --- blocks and cards -------------------------------------------------------------------------------------------

    def _open_block(self, line: Line, index: int) -> int:
        assert line.block is not None
        if line.number is not None:
            unit = self._point_unit(line, ProvisionKind.POINT)
            unit.heading = _block_label(line)
        else:
            unit = self._bare_block(line, line.block, _block_label(line))
        return self._fill_block(unit, line, index)

    def _open_listed_block(self, line: Line, index: int, point: Unit | None) -> int:
        """``1) duties: …``: subpoint of the point that is the position, or a block below the position's heading."""
        assert line.block is not None
        if point is None:
            unit = self._bare_block(line, line.block, f"{line.number}) {_block_label(line)}")
        else:
            unit = self._subpoint_unit(line, point)
            unit.heading = _block_label(line)
        return self._fill_block(unit, line, index)

    def _bare_block(self, line: Line, block: BlockKind, label: str) -> Unit:
        kind = ProvisionKind(block.value)
        eid = self.register.claim([f"{self._heading.eid}__{kind.value}" if self._heading else kind.value])
        unit = Unit(kind, eid, self._heading, line.rule, line.span)
        unit.label = label
        self._add(unit)
        return unit

    def _fill_block(self, unit: Unit, line: Line, index: int) -> int:
        """Account for the label; what stands behind it on its line is the block's first line."""
        unit.block = line.block
        self._listed = set()
        self._blocks |= {line.block} if line.block else set()
        label = line.folded.raw(0, line.label_end)
        unit.span = Span(line.span.start, label.end)
        self.desk.mark(unit.span, SegmentKind.LABEL, unit.eid, line.rule)
        body = trim(self.desk.text, label.end, line.span.end)
        if body.start < body.end:
            unit.body.append(body)
        return index + 1

    def _strange_label(self, line: Line, at: int) -> StrangeLabel | None:
        """Words like a label, in a position that has no such block yet; reported."""
        heading = self._heading.kind if self._heading is not None else None
        if not (self._blocks or (at and heading in _JOBS)) or self._in_card() or ":" not in line.text:
            return None
        label = strange_label(self.desk.grammar, line.text[at:], numbered=at > 0)
        if label is None or label.block in self._blocks:
            return None
        message = (
            f"«{label.words}» looks like the label of a block ({label.block}), but no rule knows it; "
            "what follows is kept as text and makes no lines of any block"
        )
        self.desk.find("unknown_label", Severity.WARNING, message, line.folded.raw(at, at + label.end))
        return label

    def _open_strange_block(self, line: Line, index: int, label: StrangeLabel) -> int:
        """Its lines belong to the position, and to none of its blocks."""
        parent = self._heading
        eid = self.register.eid(ProvisionKind.HEADING, str(self.register.coming(parent)), parent)
        end = line.folded.raw(0, label.end).end
        unit = Unit(ProvisionKind.HEADING, eid, parent, "label.unknown", Span(line.span.start, end))
        unit.heading = label.words
        self._add(unit)
        self.desk.mark(unit.span, SegmentKind.LABEL, eid, unit.rule)
        self._add_own_text(unit, trim(self.desk.text, end, line.span.end), unit.rule)
        return index + 1

    def _open_card(self, line: Line, index: int) -> int:
        unit = self._point_unit(line, ProvisionKind.CARD)
        unit.heading = (line.title or "").strip()
        self.desk.mark(line.span, SegmentKind.HEADING, unit.eid, line.rule)
        return index + 1

    def _in_card(self) -> bool:
        return self._current is not None and self._current.kind is ProvisionKind.CARD

    def _add_cell(self, line: Line, index: int) -> int:
        assert self._current is not None
        self._current.texts.append(line.span)
        self.desk.mark(line.span, SegmentKind.CELL, self._current.eid, "card.cell")
        return index + 1

    # --- text -------------------------------------------------------------------------------------------------------

    def _add_text(self, line: Line, index: int) -> int:
        unit = self._current
        if unit is None:
            unit = Unit(ProvisionKind.PREAMBLE, self.register.claim(["preamble"]), None, "preamble", line.span)
            self._add(unit)
        if unit.block is not None:
            unit.body.append(line.span)
        else:
            self._add_own_text(unit, line.span, line.rule)
        return index + 1

    def _add_own_text(self, unit: Unit, span: Span, rule: str) -> None:
        if span.start == span.end:
            return
        unit.texts.append(span)
        unit.span = Span(unit.span.start, max(unit.span.end, span.end))
        kind = SegmentKind.PREAMBLE if unit.kind is ProvisionKind.PREAMBLE else SegmentKind.TEXT
        self.desk.mark(span, kind, unit.eid, rule)

    def _add(self, unit: Unit) -> None:
        unit.ordinal = self.register.ordinal(unit.parent)
        self.units.append(unit)
        self._current = unit


def _label(line: Line) -> str | None:
    if line.number is None:
        return None
    end = len(line.text) - len(line.title) if line.title is not None else line.rest
    return line.text[:end].rstrip(" .") or None


def _block_label(line: Line) -> str:
    return line.text[line.label_start : line.label_end].rstrip(" :.")
