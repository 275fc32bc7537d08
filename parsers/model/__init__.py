"""What one document becomes: the frozen values that travel from the parsers to the pipeline.

A :class:`ParsedDocument` says everything that one source text states, and nothing else: no database key, no date that
another document must supply. Every value carries the :class:`Span` it was read from (code-point offsets into
``SourceText.text``) and the id of the grammar rule that read it.
"""

from biliktilik.parsers.model.act import ActReference, Event, ForceClause, ForceRule, Header, Note
from biliktilik.parsers.model.amendment import Amendment, Island, Step
from biliktilik.parsers.model.body import Alternative, Body, Citation, Item, Position, Provision
from biliktilik.parsers.model.document import ParsedDocument
from biliktilik.parsers.model.source import Finding, Link, Repair, Segment, SourceText, Span
from biliktilik.parsers.model.standard import (
    Card,
    CardCompetence,
    CardEducation,
    CardExperience,
    CardFunction,
    CardFunctionListed,
    CardItem,
    CardName,
    CardReference,
    CardRelated,
    CardSkill,
    Definition,
    OkedEntry,
    Passport,
)
from biliktilik.parsers.model.vocabulary import (
    Action,
    BlockKind,
    Category,
    CitedIn,
    ContentKind,
    Education,
    EventKind,
    KnowledgeKind,
    Level,
    PositionGroup,
    ProvisionKind,
    SegmentKind,
    Severity,
    StepKind,
    WordEdit,
)

__all__ = [
    "ActReference",
    "Action",
    "Alternative",
    "Amendment",
    "BlockKind",
    "Body",
    "Card",
    "CardCompetence",
    "CardEducation",
    "CardExperience",
    "CardFunction",
    "CardFunctionListed",
    "CardItem",
    "CardName",
    "CardReference",
    "CardRelated",
    "CardSkill",
    "Category",
    "Citation",
    "CitedIn",
    "ContentKind",
    "Definition",
    "Education",
    "Event",
    "EventKind",
    "Finding",
    "ForceClause",
    "ForceRule",
    "Header",
    "Island",
    "Item",
    "KnowledgeKind",
    "Level",
    "Link",
    "Note",
    "OkedEntry",
    "ParsedDocument",
    "Passport",
    "Position",
    "PositionGroup",
    "Provision",
    "ProvisionKind",
    "Repair",
    "Segment",
    "SegmentKind",
    "Severity",
    "SourceText",
    "Span",
    "Step",
    "StepKind",
    "WordEdit",
]
