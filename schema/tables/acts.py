"""Acts, what is stated of them, and how one act speaks of another."""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from biliktilik.schema.base import Base, MaybePlaced, Placed, Ruled, coded, day, flag, parent
from biliktilik.schema.vocabulary import (
    ACTIONS,
    AMENDMENT_STATUSES,
    BASES,
    CITED_IN,
    CONTENT_KINDS,
    LANGUAGES,
    RELATION_TYPES,
    TEXT_KNOWN,
)


class Act(Base):
    """A legal act, whether its text is at hand or not."""

    __tablename__ = "acts"
    __table_args__ = (
        {"comment": "One row per legal act that a source prints, amends or names, or the catalog names."},
    )

    act_uri: Mapped[str] = mapped_column(primary_key=True, comment="/akn/kz/act/{kind}/{adopted_on}/{number}.")
    kind: Mapped[str | None] = mapped_column(comment="Kind of act: order, law, code, …; NULL when nobody says.")
    number: Mapped[str | None] = mapped_column(comment="Number as printed; NULL when nobody says.")
    act_number: Mapped[str | None] = mapped_column(
        CheckConstraint("act_number IS NOT NULL OR number IS NULL", name="act_number_follows"),
        comment="Number in lower case, by which all views name the act; NULL when nobody says.",
    )
    also_numbered: Mapped[str | None] = mapped_column(
        comment="Further numbers of a joint order, comma-joined; NULL when there are none."
    )
    adopted_on: Mapped[str | None] = day("adopted_on", "Day of adoption; NULL when nobody says.")
    registration_number: Mapped[str | None] = mapped_column(
        comment="Number in the state register of legal acts; NULL when nobody says."
    )
    registered_on: Mapped[str | None] = day("registered_on", "Day of state registration; NULL when nobody says.")
    published_on: Mapped[str | None] = day("published_on", "Day of first official publication; NULL if unknown.")
    in_force_from: Mapped[str | None] = day("in_force_from", "First day in force; NULL when the sources do not say.")
    in_force_from_basis: Mapped[str | None] = coded(
        "in_force_from_basis", BASES, "What in_force_from rests on; NULL when it is NULL."
    )
    in_force_to: Mapped[str | None] = day("in_force_to", "First day no longer in force; NULL while open.")
    in_force_to_basis: Mapped[str | None] = coded(
        "in_force_to_basis", BASES, "What in_force_to rests on; NULL when it is NULL."
    )
    adilet_id: Mapped[str | None] = mapped_column(comment="Identifier on the adilet portal; NULL when unknown.")
    text_known: Mapped[str] = coded("text_known", TEXT_KNOWN, "How much of the wording is at hand.")


class ActName(Base):
    """How an act and its issuer are called in one language."""

    __tablename__ = "act_names"
    __table_args__ = ({"comment": "One row per act and language in which a title or an issuer is stated."},)

    act_uri: Mapped[str] = parent("acts.act_uri", "The act.", primary_key=True)
    language: Mapped[str] = coded("language", LANGUAGES, "Language of title and issuer.", primary_key=True)
    title: Mapped[str | None] = mapped_column(comment="Title; NULL when no source in the language states it.")
    issuer: Mapped[str | None] = mapped_column(comment="Issuing body; NULL when no source in the language states it.")


class ActFact(Base):
    """A fact of the catalog, with where it is from."""

    __tablename__ = "act_facts"
    __table_args__ = ({"comment": "One row per fact that the catalog, and no document, states of an act."},)

    act_uri: Mapped[str] = parent("acts.act_uri", "The act.", primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True, comment="Name of the fact, such as published_on.")
    value: Mapped[str] = mapped_column(comment="Value of the fact; days as ISO dates.")
    source: Mapped[str] = mapped_column(comment="Where the fact is from, in words.")


class Relation(MaybePlaced, Base):
    """What one act does to another, in the active voice."""

    __tablename__ = "relations"
    __table_args__ = ({"comment": "One row per stated or computed relation between two acts."},)

    relation_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    from_act_uri: Mapped[str] = parent("acts.act_uri", "The act that acts.")
    type: Mapped[str] = coded("type", RELATION_TYPES, "What it does.")
    to_act_uri: Mapped[str] = parent("acts.act_uri", "The act that it is done to.")
    scope: Mapped[str | None] = mapped_column(comment="eId of the unit concerned; NULL when the whole act is.")
    effective_on: Mapped[str | None] = day("effective_on", "Day of effect; NULL when the sources do not say.")
    basis: Mapped[str | None] = coded("basis", BASES, "What the relation rests on; NULL when the sources do not say.")
    quote: Mapped[str | None] = mapped_column(comment="The words that state it; NULL for a computed relation.")


class Note(Placed, Ruled, Base):
    """An editorial note inside a text."""

    __tablename__ = "notes"
    __table_args__ = (
        Index(None, "act_uri"),
        {"comment": "One row per editorial note that a source prints."},
    )

    note_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    act_uri: Mapped[str | None] = parent("acts.act_uri", "The act that the source prints; NULL when it does not say.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the note; NULL when undecided.")
    eid: Mapped[str | None] = mapped_column(comment="The unit that its place gives it to; NULL for the whole act.")
    text: Mapped[str] = mapped_column(comment="The note, white space folded.")


class Citation(Placed, Base):
    """A mention of an act in an item or provision."""

    __tablename__ = "citations"
    __table_args__ = (
        Index(None, "act_uri", "eid"),
        Index(None, "cited_act_uri"),
        {"comment": "One row per mention of a legal act in a unit of another."},
    )

    citation_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    act_uri: Mapped[str] = parent("acts.act_uri", "The act that mentions.")
    language: Mapped[str] = coded("language", LANGUAGES, "Language of the mentioning text.")
    eid: Mapped[str | None] = mapped_column(comment="The unit that mentions; NULL in the head of the act.")
    item_kind: Mapped[str] = coded("item_kind", CITED_IN, "Part of the act that mentions.")
    item_ordinal: Mapped[int | None] = mapped_column(comment="Number of the item in its block; NULL without an item.")
    cited_act_uri: Mapped[str | None] = parent("acts.act_uri", "The act mentioned; NULL when it cannot be told.")
    cited_kind: Mapped[str | None] = mapped_column(comment="Kind of the act mentioned; NULL when not stated.")
    cited_title: Mapped[str | None] = mapped_column(comment="Title of the act mentioned; NULL when not stated.")
    as_printed: Mapped[str] = mapped_column(comment="The words of the mention.")
    resolved: Mapped[bool] = flag("resolved", "1 when the mention is tied to one act, and unit if it names one.")


class Amendment(Placed, Ruled, Base):
    """One target unit of an amending instruction."""

    __tablename__ = "amendments"
    __table_args__ = ({"comment": "One row per target unit of an instruction of an amending act."},)

    amending_act_uri: Mapped[str] = parent("acts.act_uri", "The act that amends.", primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, comment="Order in the amending act, from 1.")
    target_act_uri: Mapped[str | None] = parent("acts.act_uri", "The act amended; NULL when it cannot be told.")
    target_eid: Mapped[str | None] = mapped_column(
        comment="The unit amended, in the better-supported reading; NULL when it cannot be told."
    )
    target_printed: Mapped[str] = mapped_column(comment="The instruction's own words for its target.")
    action: Mapped[str] = coded("action", ACTIONS, "What is done to the unit.")
    instruction: Mapped[str] = mapped_column(comment="The whole instruction.")
    new_text: Mapped[str | None] = mapped_column(
        comment="The quoted unit with its label, without the enclosing quotation marks; NULL when none is quoted."
    )
    content_kind: Mapped[str] = coded("content_kind", CONTENT_KINDS, "What the new wording holds.")
    effective_from: Mapped[str | None] = day("effective_from", "Day of effect; NULL when the sources do not say.")
    effective_basis: Mapped[str | None] = coded(
        "effective_basis", BASES, "What effective_from rests on; NULL when it is NULL."
    )
    status: Mapped[str] = coded("status", AMENDMENT_STATUSES, "What became of the amendment.")
