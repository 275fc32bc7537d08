"""Brackets and quotation marks: where a text is outside of them, and where they do not balance."""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.text.quotes import CLOSING, OPENING

_ENUMERATOR: Final = re.compile(r"(?<![\w(])\d{1,3}\)")  # "64)": the number of a subpoint, no bracket
_BRACKET: Final = re.compile(r"[()\[\]]")
_MARK: Final = re.compile(r'[()\[\]"«»“”„;]')
_BRACKET_OPENING: Final = frozenset("([")
_BRACKET_CLOSING: Final = frozenset(")]")


def semicolons_outside(text: str) -> list[int]:
    """Offsets of the semicolons that stand outside quotation marks and brackets.

    An unbalanced mark must not swallow the rest of a list: a bracket left open ends at the next semicolon that has
    no closing bracket before the following semicolon, and an odd straight quote likewise.
    """
    return _semicolons(text, strict=not unbalanced(text))


def _semicolons(text: str, *, strict: bool) -> list[int]:
    depth = 0
    quoted = False
    found = []
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark == '"':
            quoted = not quoted
        elif mark in OPENING:
            quoted = True
        elif mark in CLOSING:
            quoted = False
        elif mark in _BRACKET_OPENING:
            depth += 1
        elif mark in _BRACKET_CLOSING:
            depth = max(0, depth - 1)
        elif not (depth or quoted) or (not strict and not _closes_later(text, match.end(), depth, quoted)):
            found.append(match.start())
            depth, quoted = 0, False
    return found


def _closes_later(text: str, at: int, depth: int, quoted: bool) -> bool:
    """Is the bracket or quote that is open at ``at`` closed before the next semicolon?"""
    end = text.find(";", at)
    rest = text[at : end if end >= 0 else len(text)]
    if depth and rest.count(")") <= rest.count("("):
        return False
    return not (quoted and rest.count('"') % 2 == 0)


def unbalanced(text: str) -> tuple[str, ...]:
    """The kinds of mark that do not balance in ``text``: ``bracket``, ``quote`` or both."""
    faults = []
    if _BRACKET.search(text) and _depth_at_end(_ENUMERATOR.sub("", text)) != 0:
        faults.append("bracket")
    angle = sum(map(text.count, OPENING)) - sum(map(text.count, CLOSING))
    if text.count('"') % 2 or angle:
        faults.append("quote")
    return tuple(faults)


def _depth_at_end(text: str) -> int:
    """How many brackets stay open; negative as soon as one closes that was not opened."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match.group() in _BRACKET_OPENING else -1
        if depth < 0:
            break
    return depth
