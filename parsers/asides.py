"""Lines that a reader puts beside the text of an act: anchors of the document's format, foot- and endnotes.

They are lifted out before anything else is read, so that a sentence or a heading that goes on below one stays whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import Note, SegmentKind, Span
from biliktilik.parsers.text.spaces import fold, trim

_LINE: Final = re.compile(r"(?:\A|\n)[^\S\n]*(?=\[)[^\n]*")
_ROLES: Final = (("anchor", SegmentKind.ANCHOR), ("note.foot", SegmentKind.NOTE))


@dataclass(frozen=True, slots=True)
class Aside:
    """One such line: where it stands and what it is."""

    span: Span
    kind: SegmentKind
    rule: str


def lift_asides(text: str, grammar: Grammar) -> tuple[str, tuple[Aside, ...]]:
    """``(text, asides)``: the text with blanks for every aside, and for the line end before it; all offsets stay."""
    asides: list[Aside] = []
    kept: list[str] = []
    at = 0
    for match in _LINE.finditer(text):
        span = trim(text, match.start(), match.end())
        line = fold(text[span.start : span.end])
        readings = ((kind, grammar.match(role, line)) for role, kind in _ROLES)
        found = next(((kind, reading.rule.id) for kind, reading in readings if reading), None)
        if found is None:
            continue
        asides.append(Aside(span, *found))
        kept += (text[at : match.start()], " " * (match.end() - match.start()))
        at = match.end()
    return ("".join((*kept, text[at:])) if asides else text), tuple(asides)


def place_asides(desk: Desk, text: str, asides: tuple[Aside, ...]) -> None:
    """Account for the asides; a note belongs to the unit whose text stands before it. ``text`` still holds them."""
    units = desk.ledger.units() if asides else []
    for aside in asides:
        eid = None
        if aside.kind is SegmentKind.NOTE:
            above = bisect_left(units, (aside.span.start, ""))
            eid = units[above - 1][1] if above else None
            desk.notes.append(Note(fold(text[aside.span.start : aside.span.end]), eid, aside.span, aside.rule))
        desk.ledger.set_aside(aside.span, aside.kind, eid, aside.rule)
