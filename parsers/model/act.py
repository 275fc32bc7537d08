"""How an act is named, and what a text says of its life: entry into force, notes, events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from biliktilik.parsers.model.source import Span
from biliktilik.parsers.model.vocabulary import EventKind


@dataclass(frozen=True, slots=True)
class ActReference:
    """An act as a text names it; None where the text does not say. ``number`` is as printed."""

    kind: str | None
    number: str | None
    adopted_on: date | None
    title: str | None = None
    issuer: str | None = None
    registration_number: str | None = None
    registered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a document states of its own act."""

    act: ActReference
    title_span: Span | None
    requisites_span: Span | None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class ForceRule:
    """When something comes into force, as a text states it.

    Either ``on`` (a printed date), or ``days``: so many calendar days run out after the day of first official
    publication. ``ambiguous`` is set where the words could count from the day of publication itself. ``days`` None and
    ``on`` None: on the day of publication.
    """

    on: date | None
    days: int | None
    ambiguous: bool
    rule: str


@dataclass(frozen=True, slots=True)
class ForceClause:
    """A clause of the act itself on its entry into force; ``eids`` are the units it is limited to, empty for all."""

    eid: str
    force: ForceRule
    eids: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a note tells: what happened to which unit (None: the act), by which act, in force when."""

    kind: EventKind
    eid: str | None
    by: ActReference | None
    force: ForceRule | None
    quote: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Note:
    """An editorial note as printed, under the unit (``eid``) that its place gives it to."""

    text: str
    eid: str | None
    span: Span
    rule: str
