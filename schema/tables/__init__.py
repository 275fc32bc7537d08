"""The tables, one module per subject. Importing this package registers them all in ``Base.metadata``."""

from biliktilik.schema.base import Base
from biliktilik.schema.tables.acts import Act, ActFact, ActName, Amendment, Citation, Note, Relation
from biliktilik.schema.tables.cards import (
    Card,
    CardAbility,
    CardCompetence,
    CardEducation,
    CardExperience,
    CardFunction,
    CardFunctionListed,
    CardKnowledge,
    CardName,
    CardReference,
    CardRelated,
    CardSkill,
)
from biliktilik.schema.tables.comparison import Alignment, Change, Lineage
from biliktilik.schema.tables.provisions import Alternative, Item, Position, Provision
from biliktilik.schema.tables.search import Passage
from biliktilik.schema.tables.sources import Finding, Meta, Repair, Segment, Source
from biliktilik.schema.tables.standards import Abbreviation, Definition, Standard, StandardOked

__all__ = [
    "Abbreviation",
    "Act",
    "ActFact",
    "ActName",
    "Alignment",
    "Alternative",
    "Amendment",
    "Base",
    "Card",
    "CardAbility",
    "CardCompetence",
    "CardEducation",
    "CardExperience",
    "CardFunction",
    "CardFunctionListed",
    "CardKnowledge",
    "CardName",
    "CardReference",
    "CardRelated",
    "CardSkill",
    "Change",
    "Citation",
    "Definition",
    "Finding",
    "Item",
    "Lineage",
    "Meta",
    "Note",
    "Passage",
    "Position",
    "Provision",
    "Relation",
    "Repair",
    "Segment",
    "Source",
    "Standard",
    "StandardOked",
]
