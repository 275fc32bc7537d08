"""The labelled rows of a card before and after its function table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.cards.cells import Piece, joined
from biliktilik.parsers.cards.marks import Mark

# Fields whose row may be cut by a page break above its label: their values are one text, or labelled cells.
_CUT: Final = frozenset(
    {"group_code", "occupation_code", "name", "level", "sublevel", "qualification", "education", "experience",
     "informal", "names", "purpose"}
)  # fmt: skip


@dataclass
class Field:
    """One row label with all that stands under it until the next label. ``name`` is the value of its grammar rule."""

    name: str
    label: Piece
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str | None:
        """The words under the label; None for an empty row."""
        return joined(self.pieces) or None


@dataclass
class Fields:
    """The fields of one card in document order."""

    found: list[Field] = field(default_factory=list)
    _waiting: list[Piece] = field(default_factory=list)

    @property
    def current(self) -> Field | None:
        """The field that is open."""
        return self.found[-1] if self.found else None

    def open(self, mark: Mark, label: Piece) -> None:
        """A label was met: what follows, and what a page break left above it, is its value."""
        self.found.append(Field(mark.value, label, self._waiting))
        self._waiting = []

    def add(self, piece: Piece) -> None:
        """Words under the open label; words before the first label are nobody's."""
        if self.found:
            self.found[-1].pieces.append(piece)

    def wait(self, piece: Piece) -> None:
        """Words that stand before their label."""
        self._waiting.append(piece)

    @property
    def may_wait(self) -> bool:
        """Could the next row's label have lost its first words to the row above?"""
        return self.current is None or self.current.name in _CUT

    def all(self, name: str) -> list[Field]:
        """The fields of one name."""
        return [one for one in self.found if one.name == name]

    def first(self, name: str) -> Field | None:
        """The first field of one name."""
        return next((one for one in self.found if one.name == name), None)

    def text(self, name: str) -> str | None:
        """All words under the labels of one name; None for none. A row printed twice counts once."""
        texts = dict.fromkeys(one.text for one in self.all(name) if one.text)
        return " ".join(text for text in texts if text) or None
