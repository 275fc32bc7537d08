"""What a professional standard states of itself, and the terms that an act explains."""

from sqlalchemy.orm import Mapped, mapped_column

from biliktilik.schema.base import Base, Dated, Placed, Ruled, coded, parent, worded
from biliktilik.schema.vocabulary import LANGUAGES


class Standard(Placed, Base):
    """The passport of a professional standard."""

    __tablename__ = "standards"
    __table_args__ = ({"comment": "One row per professional standard."},)

    act_uri: Mapped[str] = parent("acts.act_uri", "The act that approves the standard.", primary_key=True)
    code: Mapped[str | None] = mapped_column(comment="Code of the standard; NULL when not stated.")
    name: Mapped[str | None] = mapped_column(comment="Name of the standard; NULL when not stated.")
    summary: Mapped[str | None] = mapped_column(comment="Short description; NULL when not stated.")


class StandardOked(Placed, Base):
    """One step in the classifier of economic activities."""

    __tablename__ = "standard_oked"
    __table_args__ = ({"comment": "One row per entry of the classifier of activities in a standard's passport."},)

    act_uri: Mapped[str] = parent("standards.act_uri", "The act that approves the standard.", primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, comment="Order in the passport, from 1.")
    level: Mapped[str] = mapped_column(comment="Step of the classifier: section, division, group, ….")
    code: Mapped[str] = mapped_column(comment="Code as printed.")
    name: Mapped[str] = mapped_column(comment="Name as printed.")


class Definition(Dated, Placed, Ruled, Base):
    """A term and its meaning."""

    __tablename__ = "definitions"
    __table_args__ = ({"comment": "One row per term that an act explains, language and interval."},)

    definition_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    act_uri: Mapped[str] = parent("acts.act_uri", "The act that explains.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the term; NULL when undecided.")
    eid: Mapped[str] = mapped_column(comment="The unit that holds the explanation.")
    ordinal: Mapped[int] = mapped_column(comment="Order in the act, from 1.")
    term: Mapped[str] = mapped_column(comment="The term.")
    definition: Mapped[str] = mapped_column(comment="What it means.")


class Abbreviation(Dated, Placed, Ruled, Base):
    """An abbreviation and what it stands for."""

    __tablename__ = "abbreviations"
    __table_args__ = ({"comment": "One row per abbreviation that an act explains, language and interval."},)

    abbreviation_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    act_uri: Mapped[str] = parent("acts.act_uri", "The act that explains.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the abbreviation; NULL when undecided.")
    eid: Mapped[str] = mapped_column(comment="The unit that holds the explanation.")
    ordinal: Mapped[int] = mapped_column(comment="Order in the act, from 1.")
    abbreviation: Mapped[str | None] = mapped_column(comment="The abbreviation; NULL when its wording is unknown.")
    expansion: Mapped[str | None] = mapped_column(comment="What it stands for; NULL when its wording is unknown.")
    wording_known: Mapped[bool] = worded()
