"""The wording of acts: units, positions, and the items of their blocks."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from biliktilik.schema.base import Base, Dated, Placed, Ruled, coded, flag, parent, worded
from biliktilik.schema.vocabulary import (
    BLOCKS,
    CATEGORIES,
    KNOWLEDGE_KINDS,
    LANGUAGES,
    LEVELS,
    POSITION_GROUPS,
    PROVISION_KINDS,
)


class Provision(Dated, Placed, Ruled, Base):
    """One wording of one unit of an act."""

    __tablename__ = "provisions"
    __table_args__ = (
        CheckConstraint("text IS NULL OR wording_known", name="unknown_has_no_text"),
        Index(None, "act_uri", "eid"),
        {"comment": "One row per unit of an act, language and interval."},
    )

    provision_id: Mapped[str] = mapped_column(primary_key=True, comment="{act}/{language}@{valid_from}#{eid}.")
    act_uri: Mapped[str | None] = parent("acts.act_uri", "The act; NULL when the source does not say which it is.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the wording; NULL when undecided.")
    eid: Mapped[str] = mapped_column(comment="Language-neutral identifier of the unit in its act.")
    parent_eid: Mapped[str | None] = mapped_column(comment="The unit that holds this one; NULL at the top.")
    kind: Mapped[str] = coded("kind", PROVISION_KINDS, "Sort of unit.")
    label: Mapped[str | None] = mapped_column(comment="Printed number; NULL when the unit has none.")
    heading: Mapped[str | None] = mapped_column(comment="Heading without its number; NULL when the unit has none.")
    text: Mapped[str | None] = mapped_column(
        comment="The unit's own text without that of its children; NULL when it has none or the wording is unknown."
    )
    ordinal: Mapped[int] = mapped_column(comment="Order among the units of the act.")
    wording_known: Mapped[bool] = worded()


class Position(Dated, Placed, Ruled, Base):
    """One wording of a job."""

    __tablename__ = "positions"
    __table_args__ = (
        Index(None, "position_id"),
        Index(None, "act_uri", "eid"),
        {"comment": "One row per position of an act, language and interval."},
    )

    wording_id: Mapped[str] = mapped_column(primary_key=True, comment="{act}/{language}@{valid_from}#{eid}.")
    position_id: Mapped[str] = mapped_column(comment="{act}#{eid}: the same in every language and interval.")
    act_uri: Mapped[str] = parent("acts.act_uri", "The act.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the title; NULL when undecided.")
    eid: Mapped[str] = mapped_column(comment="Language-neutral identifier of the position in its act.")
    section: Mapped[str | None] = mapped_column(comment="Printed number of the section; NULL when nobody states it.")
    position: Mapped[str | None] = mapped_column(comment="Printed number of the position; NULL when nobody states it.")
    title: Mapped[str | None] = mapped_column(comment="Title of the job; NULL when nobody states it.")
    position_group: Mapped[str | None] = coded(
        "position_group", POSITION_GROUPS, "Group from the section's heading; NULL when none is stated or none fits."
    )
    wording_known: Mapped[bool] = worded()


class Item(Dated, Placed, Ruled, Base):
    """One wording of one duty, one thing to know, or one requirement line."""

    __tablename__ = "items"
    __table_args__ = (
        CheckConstraint("knowledge_kind IS NULL OR block = 'knowledge'", name="knowledge_kind_where_due"),
        CheckConstraint("level IS NULL OR block = 'requirements'", name="level_where_due"),
        CheckConstraint("category IS NULL OR block = 'requirements'", name="category_where_due"),
        CheckConstraint("ordinal > 0", name="ordinal_positive"),
        Index(None, "position_wording_id"),
        Index(None, "act_uri", "eid"),
        {"comment": "One row per item of a block of duties, knowledge or requirements, language and interval."},
    )

    wording_id: Mapped[str] = mapped_column(primary_key=True, comment="{act}/{language}@{valid_from}#{eid}.")
    position_wording_id: Mapped[str | None] = parent(
        "positions.wording_id", "The position that the item speaks of; NULL when no position is stated."
    )
    act_uri: Mapped[str] = parent("acts.act_uri", "The act.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the text; NULL when undecided.")
    block: Mapped[str] = coded("block", BLOCKS, "The block that the item stands in.")
    block_eid: Mapped[str] = mapped_column(comment="Identifier of the block.")
    eid: Mapped[str] = mapped_column(comment="Language-neutral identifier of the item in its act.")
    section: Mapped[str | None] = mapped_column(comment="Printed number of the section; NULL when nobody states it.")
    point: Mapped[str | None] = mapped_column(comment="Printed number of the point; NULL where points have none.")
    ordinal: Mapped[int] = mapped_column(comment="Number of the item in its block, from 1.")
    text: Mapped[str] = mapped_column(comment="The item without the label of its block and its final mark.")
    knowledge_kind: Mapped[str | None] = coded(
        "knowledge_kind", KNOWLEDGE_KINDS, "What has to be known; NULL outside of knowledge."
    )
    level: Mapped[str | None] = coded("level", LEVELS, "Level of the heading above the line; NULL when none is.")
    category: Mapped[str | None] = coded("category", CATEGORIES, "Category of the line's label; NULL when it has none.")


class Alternative(Placed, Ruled, Base):
    """One way to meet a requirement line."""

    __tablename__ = "alternatives"
    __table_args__ = (
        ForeignKeyConstraint(["item_wording_id"], ["items.wording_id"]),
        CheckConstraint("min_years IS NULL OR min_years >= 0", name="years_not_negative"),
        {"comment": "One row per way to meet a requirement line; any one of them is enough."},
    )

    item_wording_id: Mapped[str] = mapped_column(primary_key=True, comment="The requirement line.")
    alternative: Mapped[int] = mapped_column(primary_key=True, comment="Number of the way in its line, from 1.")
    education: Mapped[str | None] = mapped_column(
        comment="Codes of the levels of education that will do, highest first, comma-joined; NULL when none is stated."
    )
    fields: Mapped[str | None] = mapped_column(
        comment="Codes of the fields of study that will do, in printed order, comma-joined; NULL when none is stated."
    )
    fields_printed: Mapped[str | None] = mapped_column(
        comment="The fields of study in the words of the source, comma-joined; NULL when none is stated."
    )
    min_years: Mapped[float | None] = mapped_column(
        comment="Least length of service in years; NULL when no length is stated."
    )
    no_experience_required: Mapped[bool | None] = flag(
        "no_experience_required", "1 when the text says that none is needed, 0 when it states years, NULL when neither."
    )
    experience_in: Mapped[str | None] = mapped_column(
        comment="Where or as what the service must have been, as printed; NULL when not stated."
    )
