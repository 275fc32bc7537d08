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


class WordEdit(StrEnum):
    """What ``replace_words`` does; ``old_words`` are the anchor of ``after`` and ``before``."""

    REPLACE = "replace"
    DELETE = "delete"
    AFTER = "after"
    BEFORE = "before"
    APPEND = "append"


class StepKind(StrEnum):
    """The kind of one step in the address of a unit, the outermost first."""

    ANNEX = "annex"
    PREAMBLE = "preamble"
    SECTION = "section"
    CHAPTER = "chapter"
    PARAGRAF = "paragraf"
    POINT = "point"
    SUBPOINT = "subpoint"
    PART = "part"
    INDENT = "indent"
    SENTENCE = "sentence"
    HEADING = "heading"


class ContentKind(StrEnum):
    """What the new wording of an amendment holds."""

    DUTIES = "duties"
    KNOWLEDGE = "knowledge"
    REQUIREMENTS = "requirements"
    HEADING = "heading"
    TITLE = "title"
    OTHER = "other"


class CitedIn(StrEnum):
    """Which part of an act mentions another act."""

    TITLE = "title"
    REQUISITES = "requisites"
    NOTE = "note"
    PREAMBLE = "preamble"
    HEADING = "heading"
    POINT = "point"
    DUTIES = "duties"
    KNOWLEDGE = "knowledge"
    REQUIREMENTS = "requirements"
    CARD = "card"
    CARD_ABILITY = "card_ability"
    CARD_KNOWLEDGE = "card_knowledge"


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


class EventKind(StrEnum):
    """What a note says has happened, or will happen, to an act or a unit of it."""

    REPEALED = "repealed"
    AMENDED = "amended"
    INSERTED = "inserted"
    EXCLUDED = "excluded"
    FUTURE = "future"


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


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an address. ``number`` is as printed, an ordinal in digits; ``last`` for the last indent or a new one
    at the end, empty for a step that has none (a preamble, a heading).
    """

    kind: StepKind
    number: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One target unit of an amending instruction that was understood; any other instruction is only a finding.

    ``target_eid`` is the better-supported reading, ``target_printed`` the instruction's own words for its target,
    ``new_text`` the whole quoted unit with its label and number, without the enclosing quotation marks.
    ``address`` is the target as a path, the outermost step first; empty for the act itself (``target_eid`` None).
    An indent that is replaced has the ``target_eid`` of its point; one that is inserted or repealed has its own
    (``point_5__indent_2``), so that nobody takes the point for it.
    ``word_edit``, ``old_words`` belong to ``replace_words``, where ``new_text`` is the new words (None: deleted), and
    ``everywhere`` means every occurrence below the target. ``annex``: the annex of the amending act that holds the new
    wording, where none is quoted (``1`` for the only one).
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
    address: tuple[Step, ...] = ()
    word_edit: WordEdit | None = None
    old_words: str | None = None
    everywhere: bool = False
    annex: str | None = None


@dataclass(frozen=True, slots=True)
class Island:
    """The wording of another act that an amending act quotes."""

    target: ActReference
    body: Body


@dataclass(frozen=True, slots=True)
class Definition:
    """A term (or abbreviation) and what the act says it means; both None where the wording is not at hand."""

    ordinal: int
    term: str | None
    definition: str | None
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
class CardEducation:
    """One education row of a card, each column as printed ("-" included), None where nothing is."""

    ordinal: int
    level: str | None
    speciality: str | None
    qualification: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class CardName:
    """Another possible name of the occupation; ``code`` is None where none is printed."""

    ordinal: int
    code: str | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardFunctionListed:
    """A function in the list at the head of a card; ``mandatory`` is None where the list does not say."""

    ordinal: int
    mandatory: bool | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardFunction:
    """A function block; ``text`` is None where its label has no words."""

    number: int
    text: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class CardSkill:
    """A skill, numbered in order within its function."""

    function_number: int
    skill_number: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardItem:
    """An ability or a thing to know; ``skill_number`` is None in a standard that has no skills."""

    function_number: int
    skill_number: int | None
    ordinal: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardCompetence:
    """A personal competence."""

    ordinal: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardRelated:
    """A related occupation; ``level`` as printed."""

    ordinal: int
    level: str | None
    code: str | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardExperience:
    """One way to meet the row on experience, read like an :class:`Alternative`; ``text`` is its line."""

    ordinal: int
    category: Category | None
    min_years: float | None
    no_experience_required: bool | None
    experience_in: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardReference:
    """A unit of another act that a card refers to; ``eid`` is None where the whole act is meant."""

    act: ActReference
    eid: str | None
    printed: str
    span: Span


@dataclass(frozen=True, slots=True)
class Card:
    """A card of a professional standard.

    ``label`` is its point number (None for a card in a table of many), ``title`` its heading without the number. Texts
    are as printed. Where a card breaks the pattern of the others a finding says so.
    """

    eid: str
    label: str | None
    title: str | None
    name: str | None
    span: Span
    rule: str
    group_code: str | None = None
    occupation_code: str | None = None
    level_min: int | None = None
    level_max: int | None = None
    sublevel: str | None = None
    qualification_text: str | None = None
    experience: str | None = None
    informal_education: str | None = None
    purpose: str | None = None
    education: tuple[CardEducation, ...] = ()
    names: tuple[CardName, ...] = ()
    function_list: tuple[CardFunctionListed, ...] = ()
    functions: tuple[CardFunction, ...] = ()
    skills: tuple[CardSkill, ...] = ()
    abilities: tuple[CardItem, ...] = ()
    knowledge: tuple[CardItem, ...] = ()
    competences: tuple[CardCompetence, ...] = ()
    related: tuple[CardRelated, ...] = ()
    experience_lines: tuple[CardExperience, ...] = ()
    references: tuple[CardReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """A visual line that was mended before it was read; ``raw`` and ``repaired`` differ in order and blanks only."""

    span: Span
    raw: str
    repaired: str
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
    events: tuple[Event, ...] = ()
    force: tuple[ForceClause, ...] = ()
    definitions: tuple[Definition, ...] = ()
    abbreviations: tuple[Definition, ...] = ()
    passport: Passport | None = None
    cards: tuple[Card, ...] = ()
    segments: tuple[Segment, ...] = ()
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
