"""The one pass over the cells of a card: each cell is cut at its labels, each stretch goes to what it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.cards.cells import Cell, Piece, Row
from biliktilik.parsers.cards.fields import Fields
from biliktilik.parsers.cards.labour import Labour
from biliktilik.parsers.cards.marks import Mark, find_marks, stretches
from biliktilik.parsers.grammar import Grammar

_INNER: Final = ("card.education", "card.functions", "card.related")
_RULED: Final = re.compile(r"[\s|–—-]{2,}")  # the rule under a table, printed as dashes


@dataclass
class Walk:
    """What one card states, sorted to fields and function table; ``unknown`` are row labels that no rule knows."""

    grammar: Grammar
    fields: Fields = field(default_factory=Fields)
    labour: Labour = field(default_factory=Labour)
    moved: list[Piece] = field(default_factory=list)
    unknown: list[Piece] = field(default_factory=list)
    _in_table: bool = False
    _rest: Cell | None = None  # a cell that holds the second half of a label already read

    def read(self, rows: list[Row]) -> Walk:
        """Take all rows; returns itself."""
        for index, row in enumerate(rows):
            below = rows[index + 1] if index + 1 < len(rows) else ()
            if not self._waits(row, below):
                for cell in row:
                    self._take(cell, below, first=cell is row[0])
        return self

    def _waits(self, row: Row, below: Row) -> bool:
        """Words cut off by a page break stand above the label that the next page prints for them."""
        if self._in_table or not row or not below or row[0].column == 0 or not self.fields.may_wait:
            return False
        if not row[0].before_break or row[0].after_break or self._field(below[0]) is None:
            return False
        if any(self._labels(cell) for cell in row):
            return False
        for cell in row:
            self.fields.wait(cell.piece(0, len(cell.text)))
            self.moved.append(cell.piece(0, len(cell.text)))
        return True

    def _labels(self, cell: Cell) -> bool:
        roles = (*_INNER, "card.part")
        return any(find_marks(self.grammar, role, cell.text) for role in roles)

    def _take(self, cell: Cell, below: Row, *, first: bool) -> None:
        at = 0
        if cell is self._rest:
            self._rest = None
            return
        first = first and not (self._in_table and cell.column)  # below the first function only the margin has labels
        if first and (mark := self._field(cell) or self._split_field(cell, below)):
            at = mark.end
            self.fields.open(mark, cell.piece(mark.start, at))
            self._in_table = False
        elif first and self._is_unknown_label(cell):
            self.unknown.append(cell.piece(0, len(cell.text)))
            self.fields.open(Mark(0, len(cell.text), "unknown"), self.unknown[-1])
            at = len(cell.text)
        self._cut(cell, at)

    def _field(self, cell: Cell) -> Mark | None:
        text = cell.text.lstrip()
        if not text[:1].isalpha():
            return None
        reading = self.grammar.match("card.field", text.rstrip())
        if reading is None:
            return None
        start = len(cell.text) - len(text)
        return Mark(start, start + reading.match.end(), reading.rule.value)

    def _split_field(self, cell: Cell, below: Row) -> Mark | None:
        """A label whose second half stands on the next page."""
        if cell.column or not cell.before_break or not below or below[0].column or self._field(below[0]):
            return None
        whole = f"{cell.text.strip()} {below[0].text.strip()}"
        reading = self.grammar.match("card.field", whole)
        if reading is None or reading.match.end() <= len(cell.text.strip()):
            return None
        self._rest = below[0]
        return Mark(0, len(cell.text), reading.rule.value)

    def _is_unknown_label(self, cell: Cell) -> bool:
        """A first cell that ends like a label, beside other cells, in a row of its own."""
        if self._in_table or cell.column or cell.alone or cell.after_break or self._labels(cell):
            return False
        return cell.text.rstrip().endswith(":")

    def _cut(self, cell: Cell, at: int) -> None:
        marks = find_marks(self.grammar, "card.part", cell.text, at)
        for mark, start, end in stretches(marks, at, len(cell.text)):
            if mark:
                self._in_table = True
                self.labour.mark(mark, cell.piece(mark.start, mark.end))
            self._give(cell.piece(start, end), mark.value if mark else None)

    def _give(self, piece: Piece, opened: str | None) -> None:
        if piece.blank or _RULED.fullmatch(piece.raw_text):
            return
        if self._in_table:
            self.labour.words(piece, opened)
        else:
            self.fields.add(piece)
