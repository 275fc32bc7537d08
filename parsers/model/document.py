"""Everything that one source states."""

from __future__ import annotations

from dataclasses import dataclass, field

from biliktilik.parsers.model.act import Event, ForceClause, Header, Note
from biliktilik.parsers.model.amendment import Amendment, Island
from biliktilik.parsers.model.body import Body
from biliktilik.parsers.model.source import Finding, Repair, Segment, SourceText
from biliktilik.parsers.model.standard import Card, Definition, Passport
from biliktilik.parsers.model.vocabulary import ProvisionKind


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

    @property
    def prints_nothing(self) -> bool:
        """A head that names an act, and below it not one unit: no text of the act, and no sign of its end."""
        printed = any(unit.kind is not ProvisionKind.UNPARSED for unit in self.body.provisions)
        return self.kind is not None and not printed and not self.amendments
