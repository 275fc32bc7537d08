"""The cards of professional standards, and the parts of a card."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from biliktilik.schema.base import Base, Dated, MaybePlaced, Placed, Ruled, coded, flag, parent, worded
from biliktilik.schema.vocabulary import CATEGORIES, LANGUAGES


class Card(Dated, Placed, Ruled, Base):
    """One wording of one card of a professional standard."""

    __tablename__ = "cards"
    __table_args__ = (
        Index(None, "act_uri", "eid"),
        {"comment": "One row per card of a professional standard, language and interval."},
    )

    wording_id: Mapped[str] = mapped_column(primary_key=True, comment="{act}/{language}@{valid_from}#{eid}.")
    card_id: Mapped[str] = mapped_column(comment="{act}#{eid}: the same in every language and interval.")
    act_uri: Mapped[str] = parent("acts.act_uri", "The act that approves the standard.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the card; NULL when undecided.")
    label: Mapped[str | None] = mapped_column(comment="Printed number of the card's point; NULL when nobody states it.")
    eid: Mapped[str] = mapped_column(comment="Language-neutral identifier of the card in its act.")
    title: Mapped[str | None] = mapped_column(comment="Heading of the card without its number; NULL if not stated.")
    name: Mapped[str | None] = mapped_column(comment="Name of the occupation; NULL when not stated.")
    group_code: Mapped[str | None] = mapped_column(comment="Code of the occupation group; NULL when not stated.")
    occupation_code: Mapped[str | None] = mapped_column(comment="Code of the occupation; NULL when not stated.")
    level_min: Mapped[int | None] = mapped_column(comment="Lowest level of the framework; NULL when not stated.")
    level_max: Mapped[int | None] = mapped_column(comment="Highest level of the framework; NULL when not stated.")
    sublevel: Mapped[str | None] = mapped_column(comment="Sublevel as printed; NULL when not stated.")
    qualification_text: Mapped[str | None] = mapped_column(comment="Level by the handbooks; NULL when not stated.")
    experience: Mapped[str | None] = mapped_column(comment="Row on experience as printed; NULL when not stated.")
    informal_education: Mapped[str | None] = mapped_column(comment="Row on informal education; NULL when not stated.")
    purpose: Mapped[str | None] = mapped_column(comment="Main purpose of the work; NULL when not stated.")
    wording_known: Mapped[bool] = worded()


class CardPart(MaybePlaced):
    """What every part of a card has."""

    part_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this table.")
    card_wording_id: Mapped[str] = parent("cards.wording_id", "The card.", index=True)


class Ordered:
    """A part that stands in a list."""

    ordinal: Mapped[int] = mapped_column(comment="Order in the list, from 1.")


class CardEducation(CardPart, Ordered, Base):
    """An education that the card asks for."""

    __tablename__ = "card_education"
    __table_args__ = ({"comment": "One row per education row of a card."},)

    level: Mapped[str | None] = mapped_column(comment="Level of education as printed; NULL when not stated.")
    speciality: Mapped[str | None] = mapped_column(comment="Speciality as printed; NULL when not stated.")
    qualification: Mapped[str | None] = mapped_column(comment="Qualification as printed; NULL when not stated.")


class CardName(CardPart, Ordered, Base):
    """Another possible name of the occupation."""

    __tablename__ = "card_names"
    __table_args__ = ({"comment": "One row per other possible name of a card's occupation."},)

    code: Mapped[str | None] = mapped_column(comment="Code of the occupation; NULL when not stated.")
    name: Mapped[str] = mapped_column(comment="The name.")


class CardFunctionListed(CardPart, Ordered, Base):
    """A labour function in the list at the head of a card."""

    __tablename__ = "card_function_list"
    __table_args__ = ({"comment": "One row per labour function in the list at the head of a card."},)

    mandatory: Mapped[bool | None] = flag("mandatory", "1 mandatory, 0 additional, NULL when not stated.")
    text: Mapped[str] = mapped_column(comment="The function.")


class CardFunction(CardPart, Base):
    """A labour function with its skills."""

    __tablename__ = "card_functions"
    __table_args__ = ({"comment": "One row per function block of a card."},)

    number: Mapped[int] = mapped_column(comment="Number of the function in the card, from 1.")
    text: Mapped[str | None] = mapped_column(comment="The function; NULL when not stated.")


class InFunction:
    """A part that belongs to a function, and mostly to a skill of it."""

    function_number: Mapped[int] = mapped_column(comment="Number of the function in the card, from 1.")
    skill_number: Mapped[int | None] = mapped_column(
        comment="Number of the skill in the function, from 1; NULL where the standard has no skills."
    )
    text: Mapped[str] = mapped_column(comment="The text.")


class CardSkill(CardPart, InFunction, Base):
    """A skill of a function."""

    __tablename__ = "card_skills"
    __table_args__ = ({"comment": "One row per skill of a function of a card."},)


class CardAbility(CardPart, InFunction, Ordered, Base):
    """An ability of a skill."""

    __tablename__ = "card_abilities"
    __table_args__ = ({"comment": "One row per ability of a skill or function of a card."},)


class CardKnowledge(CardPart, InFunction, Ordered, Base):
    """A thing to know for a skill."""

    __tablename__ = "card_knowledge"
    __table_args__ = ({"comment": "One row per thing to know for a skill or function of a card."},)


class CardCompetence(CardPart, Ordered, Base):
    """A personal competence."""

    __tablename__ = "card_competences"
    __table_args__ = ({"comment": "One row per personal competence that a card asks for."},)

    text: Mapped[str] = mapped_column(comment="The competence.")


class CardRelated(CardPart, Ordered, Base):
    """A related occupation."""

    __tablename__ = "card_related"
    __table_args__ = ({"comment": "One row per related occupation that a card names."},)

    level: Mapped[str | None] = mapped_column(comment="Level of the framework as printed; NULL when not stated.")
    code: Mapped[str | None] = mapped_column(comment="Code of the occupation; NULL when not stated.")
    name: Mapped[str] = mapped_column(comment="Name of the occupation.")


class CardExperience(CardPart, Ordered, Base):
    """One line of the row on experience."""

    __tablename__ = "card_experience"
    __table_args__ = ({"comment": "One row per way to meet the row on experience of a card."},)

    category: Mapped[str | None] = coded("category", CATEGORIES, "Category of the line; NULL when it has none.")
    min_years: Mapped[float | None] = mapped_column(comment="Least service in years; NULL when no length is stated.")
    no_experience_required: Mapped[bool | None] = flag(
        "no_experience_required", "1 when the text says that none is needed, 0 when it states years, NULL when neither."
    )
    experience_in: Mapped[str | None] = mapped_column(comment="Where the service must have been; NULL if not stated.")
    text: Mapped[str] = mapped_column(comment="The line as printed.")


class CardReference(CardPart, Base):
    """A unit of another act that a card refers to."""

    __tablename__ = "card_references"
    __table_args__ = ({"comment": "One row per unit of another act that a card refers to."},)

    cited_act_uri: Mapped[str | None] = parent("acts.act_uri", "The act referred to; NULL when it cannot be told.")
    eid: Mapped[str | None] = mapped_column(comment="The unit referred to; NULL when the whole act is.")
    resolved: Mapped[bool] = flag("resolved", "1 when the unit is there or its number is certain.")
    printed: Mapped[str] = mapped_column(comment="The words of the reference.")
