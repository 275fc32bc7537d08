"""What the publisher's notes tell, told to the history of the act that prints them."""

from __future__ import annotations

from collections.abc import Callable

from biliktilik.parsers.model import Event, EventKind, Severity
from biliktilik.pipeline.corpus import CorpusFinding, Source
from biliktilik.pipeline.timeline.days import Day
from biliktilik.pipeline.timeline.history import History

DayOfEvent = Callable[[Event], Day]


def tell(history: History, source: Source, day_of: DayOfEvent) -> list[CorpusFinding]:
    """Apply the events of one document; one that cannot be dated or placed is a finding and changes nothing."""
    findings = []
    events = source.document.events if source.document else ()
    for event in events:
        if event.eid is None:
            continue  # of the act as a whole: its own interval says it
        why = _why_not(history, event, day := day_of(event))
        if why is None:
            _apply(history, source.file.source_file, event, day)
            findings += _unknown(source, event, day)
        else:
            message = f"the note «{event.quote}» changes nothing: {why}"
            name = source.file.source_file
            findings.append(
                CorpusFinding("note_not_applied", Severity.WARNING, message, source.act_uri, name, event.span)
            )
    return findings


def _unknown(source: Source, event: Event, day: Day) -> list[CorpusFinding]:
    """A wording that the note only tells of is a gap that a reader must know."""
    by = f"act {event.by.number}" if event.by and event.by.number else "an act that is not named"
    if event.kind is EventKind.FUTURE:
        severity, message = Severity.WARNING, f"the wording of {event.eid} from {day.on} on ({by}) is not at hand"
    elif event.kind in (EventKind.AMENDED, EventKind.EXCLUDED):
        severity, message = Severity.INFO, f"the wording of {event.eid} before {day.on} ({by}) is not at hand"
    else:
        return []
    place = (source.act_uri, source.file.source_file, event.span)
    return [CorpusFinding("unknown_wording", severity, message, *place)]


def _why_not(history: History, event: Event, day: Day) -> str | None:
    if event.eid not in history.intervals:
        return f"the text has no unit {event.eid}"
    if day.on is None:
        return "its day is not known"
    if event.kind is EventKind.EXCLUDED and not history.is_bare(event.eid):
        return "an excluded unit has no wording here"
    return None


def _apply(history: History, source_file: str, event: Event, day: Day) -> None:
    eid, told = event.eid or "", (source_file, event.span)
    if event.kind is EventKind.AMENDED:
        history.begin_later(eid, day, told, unknown_before=True)
    elif event.kind is EventKind.INSERTED:
        history.begin_later(eid, day, told, unknown_before=False)
    elif event.kind is EventKind.REPEALED:
        history.end_at(history.subtree(eid), day)
    elif event.kind is EventKind.EXCLUDED:
        history.unknown_and_gone(eid, day, told)
    elif event.kind is EventKind.FUTURE:
        history.end_at(history.subtree(eid), day)
        history.unknown_from(eid, day, told)
