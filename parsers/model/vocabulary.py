"""The vocabularies of the law and of our own reading of it: every code that a value may be."""

from __future__ import annotations

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
    ARTICLE = "article"
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


class EventKind(StrEnum):
    """What a note says has happened, or will happen, to an act or a unit of it."""

    REPEALED = "repealed"
    AMENDED = "amended"
    INSERTED = "inserted"
    EXCLUDED = "excluded"
    FUTURE = "future"


class Severity(StrEnum):
    """``error``: data is missing or wrong; ``warning``: sources dispute or are odd; ``info``: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
