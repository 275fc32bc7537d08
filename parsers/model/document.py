"""Everything that one source states."""

from __future__ import annotations

from dataclasses import dataclass, field

from biliktilik.parsers.model.act import Event, ForceClause, Header, Note
from biliktilik.parsers.model.amendment import Amendment, Island
from biliktilik.parsers.model.body import Body
from biliktilik.parsers.model.source import Finding, Repair, Segment, SourceText
from biliktilik.parsers.model.standard import Card, Definition, Passport


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """Everything that one source states."""

    source: SourceText
    language: str | None
    kind: str | None
    header: Header
    body: Body
    islands: tuple[Island, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    notes: tuple[Note, ...] = ()
    events: tuple[Event, ...] = ()
    force: tuple[ForceClause, ...] = ()
    definitions: tuple[Definition, ...] = ()
    abbreviations: tuple[Definition, ...] = ()
    passport: Passport | None = None
    cards: tuple[Card, ...] = ()
    segments: tuple[Segment, ...] = ()
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
