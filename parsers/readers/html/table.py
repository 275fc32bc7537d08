"""A table → rows of tabs and cells where it holds data, lines where it only sets a signature or a stamp."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.readers.html.block import Block, BlockKind
from biliktilik.parsers.readers.html.words import SOFT, Text, join

_MOST_COLUMNS: Final = 64  # beyond, spans are not followed: no act has such a table, and padding must stay bounded
_FRAME: Final = 2_000  # characters from which a table without lines is the frame of a page, not a signature


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and over how many columns and rows it goes."""

    blocks: list[Block]
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """Rows as they are met. ``border`` is the attribute as printed, None where there is none."""

    border: str | None
    rows: list[list[Cell]] = field(default_factory=list)

    def add(self, cell: Cell) -> None:
        """Put a cell into the last row."""
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)

    def blocks(self) -> list[Block]:
        """The table as blocks, every cell once, in the order of the document."""
        if not self._is_layout():
            lines = self._data_rows()
            return [Block(BlockKind.TABLE, lines)] if lines else []
        inner = [block for row in self.rows for cell in row for block in cell.blocks]
        if sum(len(line.text) for block in inner for line in block.lines) > _FRAME:
            return inner
        lines = [line for block in inner for line in block.lines]
        return [Block(BlockKind.LINES, lines)] if lines else []

    def _is_layout(self) -> bool:
        if self.border is not None:
            return self.border.strip() in ("0", "0px")
        return all(sum(bool(cell.blocks) for cell in row) < 2 for row in self.rows)

    def _data_rows(self) -> list[Text]:
        lines = []
        held: dict[int, int] = {}  # column → the row, by its index, at which a cell above no longer fills it
        for index, row in enumerate(self.rows):
            line = _row(index, row, held)
            if line.text:
                lines.append(line)
        return lines


def _row(index: int, row: list[Cell], held: dict[int, int]) -> Text:
    """The cells of one row in one line, a tab for every column; columns that a cell above fills are empty."""
    placed: list[Text] = []
    column = tabs = 0
    for cell in row:
        while held.get(column, 0) > index:
            column += 1
            tabs += 1
        text = _cell_text(cell)
        if text.text:
            placed += (Text("\t" * tabs), text)
            tabs = 0
        width = max(1, min(cell.columns, _MOST_COLUMNS - column))
        if cell.rows > 1:
            held.update(dict.fromkeys(range(column, min(column + width, _MOST_COLUMNS)), index + cell.rows))
        column += width
        tabs += width
    return join(placed, "")


def _cell_text(cell: Cell) -> Text:
    """A cell in one line; its paragraphs stay apart by :data:`SOFT`, cells of a table in it by blanks."""
    lines = [line for block in cell.blocks for line in block.lines]
    whole = join(lines, SOFT)
    return Text(whole.text.replace("\t", " "), whole.links)
