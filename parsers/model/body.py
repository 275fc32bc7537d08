"""The units of an act: provisions, positions, items with their alternatives, mentions of other acts."""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.parsers.model.act import ActReference
from biliktilik.parsers.model.source import Span
from biliktilik.parsers.model.standard import Card, Definition
from biliktilik.parsers.model.vocabulary import (
    BlockKind,
    Category,
    CitedIn,
    Education,
    KnowledgeKind,
    Level,
    PositionGroup,
    ProvisionKind,
)


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of an act. ``text`` is the unit's own text (white space folded), None where it has none of its own."""

    eid: str
    parent_eid: str | None
    kind: ProvisionKind
    label: str | None
    heading: str | None
    text: str | None
    ordinal: int
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Position:
    """A job. ``section`` and ``number`` are the printed numbers; a number or title that nobody states is None."""

    eid: str
    section: str | None
    number: str | None
    title: str | None
    group: PositionGroup | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to meet a requirement item.

    ``min_years`` is in years. ``no_experience_required`` is True when the text says so, False when it states years,
    None when it says neither. ``fields`` are codes (or the printed words where no code is known), ``fields_printed``
    the words as printed.
    """

    ordinal: int
    education: tuple[Education, ...]
    fields: tuple[str, ...]
    fields_printed: tuple[str, ...]
    min_years: float | None
    no_experience_required: bool | None
    experience_in: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Item:
    """One duty, one thing to know or one requirement line; ``position_eid`` is None where no position is stated."""

    block: BlockKind
    position_eid: str | None
    section: str | None
    point: str | None
    block_eid: str
    eid: str
    ordinal: int
    text: str
    span: Span
    rule: str
    knowledge_kind: KnowledgeKind | None = None
    level: Level | None = None
    category: Category | None = None
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of another act.

    ``act`` is what the mention says of it, with a title in the nominative; a short name or a bare number adds what the
    earlier mention that it points back to says. ``also_numbered``: the further numbers of a joint order. ``eid`` is
    None in the head of an act; ``ordinal`` is the number of the item in its block, None where no item mentions.
    """

    cited_in: CitedIn
    eid: str | None
    ordinal: int | None
    act: ActReference
    also_numbered: tuple[str, ...]
    as_printed: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Body:
    """The units of one act that one text prints: a whole act, or the island that an amendment quotes.

    Cards and terms are put in when the body is dated: they live and end with the units that hold them.
    """

    provisions: tuple[Provision, ...] = ()
    positions: tuple[Position, ...] = ()
    items: tuple[Item, ...] = ()
    cards: tuple[Card, ...] = ()
    definitions: tuple[Definition, ...] = ()
    abbreviations: tuple[Definition, ...] = ()
    citations: tuple[Citation, ...] = ()
