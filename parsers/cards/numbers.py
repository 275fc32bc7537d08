"""Numbered lists inside a cell: ``1. … 2. …`` → members, told apart from other numbers by their sequence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.cards.cells import Piece

_NUMBER: Final = re.compile(r"(?<![\w.,№-])(?P<number>\d{1,3})[.)](?:\s+(?=[\w\"«“„(№])|(?=[^\W\d_]|[\"«“„(№]))")
_BULLET: Final = re.compile(r"(?:^|(?<=\n))\s*[-–—•*]\s+")
_LEADING: Final = re.compile(r"\s*[-–—•*]\s+")
_SKIPPED: Final = 3  # numbers that a list may leave out and still be the same list


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list; ``number`` is None for what stands before the first number."""

    number: int | None
    piece: Piece


def split_numbered(piece: Piece, last: int) -> list[Member]:
    """Cut a stretch at the numbers of a list whose last number so far is ``last``; blank members are left out."""
    text = piece.raw_text
    members: list[Member] = []
    start, number = 0, None
    for match in _NUMBER.finditer(text):
        found = int(match["number"])
        if not _belongs(text, match, found, last):
            continue
        members.append(Member(number, piece.cut(start, match.start())))
        start, number, last = match.end(), found, found
    members.append(Member(number, piece.cut(start, len(text))))
    return [member for member in members if member.number is not None or not member.piece.blank]


def _belongs(text: str, match: re.Match[str], found: int, last: int) -> bool:
    """At the start of a paragraph any number opens a member; inside one, only a number that goes on."""
    before = text[: match.start()].rstrip(" ")
    if not before or before.endswith("\n"):
        return True
    after_stop = before.endswith((".", ";", ":"))
    capital = text[match.end()].isupper() or text[match.end()] in '"«“„'
    if found == last + 1:
        return after_stop or capital
    return last < found <= last + _SKIPPED and after_stop and capital


def split_plain(piece: Piece) -> list[Piece]:
    """Members of a list without numbers: one per paragraph of markup or bullet; the whole where it has neither."""
    text = _BULLET.sub(lambda match: "\n" + " " * (len(match.group()) - 1), piece.raw_text)
    pieces, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            pieces.append(piece.cut(at + len(line) - len(line.lstrip()), at + len(line)))
        at += len(line) + 1
    return pieces


def without_bullet(piece: Piece) -> Piece:
    """The stretch without the dash that opens a member of a list."""
    bullet = _LEADING.match(piece.raw_text)
    return piece.cut(bullet.end() if bullet else 0, len(piece.raw_text))
