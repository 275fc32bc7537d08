"""The function table, first step: labels, blocks and their items in document order, every fragment put in its place.

A fragment without a label continues the block, the item or the label before it. Three things tell which: the column of
its cell, an end left open (a label without words, words without a full stop), and the numbers of a list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.cards.cells import Cell, Piece
from biliktilik.parsers.cards.marks import Mark
from biliktilik.parsers.cards.numbers import Member, split_numbered

ABILITY: Final = "ability"
KNOWLEDGE: Final = "knowledge"
FUNCTION: Final = "function"
SKILL: Final = "skill"
_CLOSED: Final = (".", ";")


@dataclass
class Target:
    """Something that words can be added to. ``touched`` orders targets by their last word."""

    column: int
    pieces: list[Piece] = field(default_factory=list)
    touched: int = 0

    @property
    def is_open(self) -> bool:
        """Words may still be missing: there are none, or the last one has no full stop behind it."""
        return not (self.pieces and self.pieces[-1].raw_text.rstrip().endswith(_CLOSED))


@dataclass
class Label(Target):
    """The label of a function or a skill, with the words that follow it."""

    kind: str = FUNCTION
    number: int = 0
    place: Piece | None = None

    @property
    def is_empty(self) -> bool:
        """No words have followed so far."""
        return not self.pieces


@dataclass
class Item(Target):
    """One ability or one thing to know; ``number`` as printed, None where the list has no numbers."""

    number: int | None = None


@dataclass
class Block:
    """A list of abilities or of knowledge. ``kind`` is None where no label is printed; ``place`` is its start."""

    kind: str | None
    place: Piece
    items: list[Item] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The last printed number; 0 before the first."""
        return next((item.number for item in reversed(self.items) if item.number is not None), 0)


Event = Label | Block


@dataclass
class Labour:
    """Collects the events of one card."""

    events: list[Event] = field(default_factory=list)
    _clock: int = 0
    _silent_row: int = -1  # the row whose recognition label swallows what stands beside it

    def mark(self, mark: Mark, place: Piece) -> None:
        """A label was met."""
        cell = place.cell
        self._silent_row = -1
        if mark.value in (FUNCTION, SKILL):
            number = mark.number or self._next_number(mark.value)
            label = Label(cell.column, kind=mark.value, number=number, place=place)
            label.touched = self._tick()
            self.events.append(label)
        elif mark.value in (ABILITY, KNOWLEDGE):
            self.events.append(Block(mark.value, place))
        else:
            self._silent_row = cell.row

    def words(self, piece: Piece, opened: str | None) -> None:
        """Words that follow the label ``opened``, or stand in a cell without one (None)."""
        if opened is None and self._is_silent(piece):
            return
        if opened in (FUNCTION, SKILL):
            self._add(self._labels()[opened], piece)
        elif opened in (ABILITY, KNOWLEDGE) or opened is None:
            self._add_members(piece, fresh=opened is None)

    def _next_number(self, kind: str) -> int:
        """The number of a label that prints none: skills are counted from the last function on."""
        labels = self._labels()
        before = labels.get(kind)
        function = labels.get(FUNCTION)
        if before is None or (kind == SKILL and function is not None and function.touched > before.touched):
            return 1
        return before.number + 1

    def _is_silent(self, piece: Piece) -> bool:
        if piece.cell.row != self._silent_row:
            return False
        block = self._block()
        return not (block and any(member.number for member in split_numbered(piece, block.last)))

    def _add_members(self, piece: Piece, *, fresh: bool) -> None:
        block = self._block()
        for member in split_numbered(piece, block.last if block else 0):
            if member.number is None:
                self._add_loose(member.piece, fresh=fresh)
            else:
                self._add_item(member, fresh=fresh)
                fresh = False

    def _add_item(self, member: Member, *, fresh: bool) -> None:
        """A list that starts again in a cell of its own is another block, whose label is not printed."""
        block = self._block()
        if block is None or (fresh and block.items and member.number == 1):
            block = Block(None, member.piece)
            self.events.append(block)
        item = Item(member.piece.cell.column, number=member.number)
        block.items.append(item)
        self._add(item, member.piece)

    def _add_loose(self, piece: Piece, *, fresh: bool) -> None:
        block = self._block()
        if not fresh:
            target: Target | None = block.items[-1] if block and block.items else None
        else:
            target = self._target(piece.cell)
        if target is None and block is not None:
            target = Item(piece.cell.column)
            block.items.append(target)
        if target is not None:
            self._add(target, piece)

    def _target(self, cell: Cell) -> Target | None:
        """What a fragment without label and number continues."""
        labels = list(self._labels().values())
        block = self._block()
        item = block.items[-1] if block and block.items else None
        empty = [label for label in labels if label.is_empty]
        if cell.alone:
            unfinished = [target for target in (*labels, item) if target is not None and target.is_open]
        else:
            same = [label for label in labels if label.is_open and label.column == cell.column]
            if same:
                return max(same, key=lambda label: label.touched)
            if item is not None and item.is_open and item.column == cell.column:
                return item
            unfinished = [item] if item is not None and item.is_open else [one for one in labels if one.is_open]
        if empty:
            return max(empty, key=lambda label: label.touched)
        if block is not None and item is None:
            return None
        return max(unfinished, key=lambda target: target.touched) if unfinished else item

    def _labels(self) -> dict[str, Label]:
        """The last function label and the last skill label."""
        latest: dict[str, Label] = {}
        for event in reversed(self.events):
            if isinstance(event, Label):
                latest.setdefault(event.kind, event)
                if len(latest) == 2:
                    break
        return latest

    def _block(self) -> Block | None:
        return next((event for event in reversed(self.events) if isinstance(event, Block)), None)

    def _add(self, target: Target, piece: Piece) -> None:
        target.touched = self._tick()
        if not piece.blank:
            target.pieces.append(piece)

    def _tick(self) -> int:
        self._clock += 1
        return self._clock
