"""Editorial notes of the publisher: what stands in them is not the act's own text."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.lines import Line, LineKind
from biliktilik.parsers.model import Event, Note, SegmentKind, Span

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
    return after


def settle_notes(desk: Desk, events: tuple[Event, ...]) -> tuple[Note, ...]:
    """The notes in order, each under the (first) unit that it speaks of, and accounted for.

    In Kazakh texts notes stand under headings, in Russian ones behind the unit, so the place alone would give them to
    different units.
    """
    told: dict[Span, str] = {}
    for event in events:
        if event.eid is not None:
            told.setdefault(event.span, event.eid)
    settled = []
    for note in sorted(desk.notes, key=lambda note: note.span):
        own = replace(note, eid=told.get(note.span, note.eid))
        desk.mark(own.span, SegmentKind.NOTE, own.eid, own.rule)
        settled.append(own)
    return tuple(settled)
