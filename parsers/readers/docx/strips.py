"""A strip of text with its links: what a paragraph or a cell holds before it finds its place in the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

SOFT: Final = "\u2028"  # a line break inside a paragraph, until it is known what it means
PARAGRAPH: Final = "\u2029"  # the end of a paragraph inside a cell, where a line break would end the row


class Stretch(NamedTuple):
    """``[start, end)`` of a strip leads to ``target``."""

    start: int
    end: int
    target: str


@dataclass(slots=True)
class Strip:
    """Text under construction; offsets of ``links`` count from its start."""

    parts: list[str] = field(default_factory=list)
    links: list[Stretch] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """All of it as one string."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def add(self, text: str) -> None:
        """Put ``text`` behind what is there."""
        if text:
            self.parts.append(text)
            self.length += len(text)

    def link(self, start: int, target: str) -> None:
        """Everything from ``start`` on leads to ``target``."""
        if target and start < self.length:
            self.links.append(Stretch(start, self.length, target))

    def append(self, other: Strip) -> None:
        """Put another strip with its links behind what is there."""
        self.links += [Stretch(a + self.length, b + self.length, target) for a, b, target in other.links]
        self.add(other.text)

    def cut(self, start: int, end: int) -> Strip:
        """The stretch without its outer blanks; links that cross its edges are cut with it."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        end = start + len(piece)
        links = [
            Stretch(max(a, start) - start, min(b, end) - start, target)
            for a, b, target in self.links
            if a < end and b > start
        ]
        return Strip([piece] if piece else [], links, len(piece))

    def replaced(self, changes: dict[int, str]) -> Strip:
        """The same strip with other characters, one for one."""
        text = self.text.translate(changes)
        return Strip([text] if text else [], self.links, len(text))
