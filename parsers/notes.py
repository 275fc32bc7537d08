"""Editorial notes of the publisher: what stands in them is not the act's own text."""

from __future__ import annotations

from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.lines import Line, LineKind
from biliktilik.parsers.model import Note, SegmentKind, Span

_BARE: Final = 40  # a note no longer than its opening words has its text in the next paragraph


def read_note(desk: Desk, lines: list[Line], index: int, eid: str | None) -> int:
    """Take the note at ``index`` for the unit ``eid``; the index after it is returned.

    A notice on future wording prints its opening words in a paragraph of their own: the next one belongs to it.
    """
    line = lines[index]
    after = index + 1
    if line.kind is LineKind.FUTURE_NOTE and len(line.text) <= _BARE and after < len(lines):
        after += 1
    span = Span(line.span.start, lines[after - 1].span.end)
    desk.notes.append(Note(desk.fold(span), eid, span, line.rule))
    desk.mark(span, SegmentKind.NOTE, eid, line.rule)
    return after
