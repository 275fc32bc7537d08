"""What one document becomes: the frozen values that travel from the parsers to the pipeline.

A :class:`ParsedDocument` says everything that one source text states, and nothing else: no database key, no date that
another document must supply. Every value carries the :class:`Span` it was read from (code-point offsets into
``SourceText.text``) and the id of the grammar rule that read it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class SegmentKind(StrEnum):
    """What a stretch of a source is. Every character of a source lies in exactly one segment."""

    TITLE = "title"
    REQUISITES = "requisites"
    STATUS = "status"
    NOTE = "note"
    PREAMBLE = "preamble"
    HEADING = "heading"
    LABEL = "label"
    TEXT = "text"
    INSTRUCTION = "instruction"
    CELL = "cell"
    SIGNATURE = "signature"
    STAMP = "stamp"
    ANCHOR = "anchor"
    FURNITURE = "furniture"
    PUNCTUATION = "punctuation"
    BLANK = "blank"
    UNPARSED = "unparsed"


class ProvisionKind(StrEnum):
    """The unit of the act that a provision is."""

    PREAMBLE = "preamble"
    ANNEX = "annex"
    SECTION = "section"
    CHAPTER = "chapter"
    PARAGRAF = "paragraf"
    HEADING = "heading"
    POSITION = "position"
    POINT = "point"
    SUBPOINT = "subpoint"
    DUTIES = "duties"
    KNOWLEDGE = "knowledge"
    REQUIREMENTS = "requirements"
    ITEM = "item"
    CARD = "card"
    UNPARSED = "unparsed"


class BlockKind(StrEnum):
    """The three blocks of a qualification characteristic."""

    DUTIES = "duties"
    KNOWLEDGE = "knowledge"
    REQUIREMENTS = "requirements"


class KnowledgeKind(StrEnum):
    """``acts``: the item holds only names of legal acts; ``subject``: anything else."""

    ACTS = "acts"
    SUBJECT = "subject"


class Level(StrEnum):
    """The level that a level heading states for the category lines below it."""

    HIGHER = "higher"
    MIDDLE = "middle"


class Category(StrEnum):
    """The category that the label of a requirement item states."""

    HIGHEST = "highest"
    FIRST = "first"
    SECOND = "second"
    NONE = "none"
    MENTOR = "mentor"
    CASE_MANAGER = "case_manager"
    CAREER_CONSULTANT = "career_consultant"


class Education(StrEnum):
    """Levels of education, in the order in which a list of them is written."""

    HIGHER = "higher"
    POSTGRADUATE = "postgraduate"
    POST_SECONDARY = "post_secondary"
    TVE = "tve"
    SECONDARY = "secondary"
    BASIC_SECONDARY = "basic_secondary"
    PRIMARY = "primary"


class PositionGroup(StrEnum):
    """The group that a section's heading states for its positions."""

    MANAGER = "manager"
    SPECIALIST = "specialist"
    OTHER = "other"


class Action(StrEnum):
    """What an amending instruction does to its target."""

    REPLACE = "replace"
    INSERT = "insert"
    REPEAL = "repeal"
    REPLACE_HEADING = "replace_heading"
    REPLACE_INDENT = "replace_indent"
    REPLACE_WORDS = "replace_words"


class ContentKind(StrEnum):
    """What the new wording of an amendment holds."""

    DUTIES = "duties"
    KNOWLEDGE = "knowledge"
    REQUIREMENTS = "requirements"
    HEADING = "heading"
    TITLE = "title"
    OTHER = "other"


class Severity(StrEnum):
    """``error``: data is missing or wrong; ``warning``: sources dispute or are odd; ``info``: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch ``[start, end)`` of code points of one source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document as text. ``source_file`` is its path below the raw folder, with forward slashes."""

    source_file: str
    text: str
    sha256: str
    media_type: str
    encoding: str
    reader: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One cell of the partition of a source."""

    span: Span
    kind: SegmentKind
    eid: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader of the data must know. ``span`` is None when the whole document is meant."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None


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
class Note:
    """An editorial note as printed, under the unit (``eid``) that its place gives it to."""

    text: str
    eid: str | None
    span: Span
    rule: str


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
class Body:
    """The units of one act that one text prints: a whole act, or the island that an amendment quotes."""

    provisions: tuple[Provision, ...] = ()
    positions: tuple[Position, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """One target unit of an amending instruction.

    ``target_eid`` is the better-supported reading, ``target_printed`` the instruction's own words for its target,
    ``new_text`` the whole quoted unit with its label and number, without the enclosing quotation marks.
    """

    ordinal: int
    target: ActReference
    target_eid: str | None
    target_printed: str
    action: Action
    instruction: str
    new_text: str | None
    content_kind: ContentKind
    disputed: bool
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Island:
    """The wording of another act that an amending act quotes."""

    target: ActReference
    body: Body


@dataclass(frozen=True, slots=True)
class Definition:
    """A term (or abbreviation) and what the act says it means."""

    ordinal: int
    term: str
    definition: str
    eid: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class OkedEntry:
    """One line of a chain of the classifier of economic activities (``level``: section, division, group, …)."""

    ordinal: int
    level: str
    code: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passport:
    """The passport of a professional standard."""

    code: str | None
    name: str | None
    summary: str | None
    oked: tuple[OkedEntry, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Card:
    """A card of a professional standard; ``label`` is its point number, ``title`` its heading without the number."""

    eid: str
    label: str
    title: str
    name: str | None
    span: Span
    rule: str


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
    definitions: tuple[Definition, ...] = ()
    abbreviations: tuple[Definition, ...] = ()
    passport: Passport | None = None
    cards: tuple[Card, ...] = ()
    segments: tuple[Segment, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
