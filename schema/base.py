"""What all tables share: naming of constraints, column makers, and the groups of columns that recur."""

from typing import Any, ClassVar

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, MetaData, Numeric, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column

from biliktilik.schema.vocabulary import BASES, Vocabulary

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The common ancestor of all tables; ``Base.metadata`` holds them in order of dependence."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, float: Numeric(5, 2, asdecimal=False)}


def coded(name: str, vocabulary: Vocabulary, comment: str, **options: Any) -> MappedColumn[Any]:
    """A text column ``name`` that holds one of the codes of ``vocabulary`` (or NULL, if its annotation allows).

    ``info["codes"]`` of the column is the vocabulary, for whoever describes the column to others.
    """
    codes = ", ".join(f"'{code}'" for code in vocabulary)
    known = CheckConstraint(f"{name} IN ({codes})", name=f"{name}_known")
    said = f"{comment} One of: {', '.join(vocabulary)}."
    return mapped_column(Text, known, comment=said, info={"codes": vocabulary}, **options)


def day(name: str, comment: str) -> MappedColumn[Any]:
    """A text column ``name`` that holds a calendar day as ``YYYY-MM-DD``; ``info["day"]`` says so."""
    shape = CheckConstraint(f"{name} LIKE '____-__-__'", name=f"{name}_iso")
    return mapped_column(Text, shape, comment=f"{comment} ISO date.", info={"day": True})


def flag(name: str, comment: str) -> MappedColumn[Any]:
    """A column ``name`` that holds true or false: 1 or 0 in SQLite."""
    return mapped_column(Boolean(create_constraint=True, name=f"{name}_flag"), comment=comment)


def parent(target: str, comment: str, **options: Any) -> MappedColumn[Any]:
    """A text column that refers to the column ``target`` (``table.column``)."""
    return mapped_column(Text, ForeignKey(target), comment=comment, **options)


class Placed:
    """Where a row was read from."""

    source_file: Mapped[str] = parent("sources.source_file", "The source that the row was read from.")
    char_start: Mapped[int] = mapped_column(comment="First code point of the place in the text of the source, from 0.")
    char_end: Mapped[int] = mapped_column(
        CheckConstraint("char_end >= char_start", name="place_ordered"),
        comment="Code point after the last one of the place.",
    )


class MaybePlaced:
    """Where a row was read from, if any source states it."""

    source_file: Mapped[str | None] = parent(
        "sources.source_file", "The source that the row was read from; NULL when no source text states it."
    )
    char_start: Mapped[int | None] = mapped_column(
        comment="First code point of the place in the text of the source, from 0; NULL without a place."
    )
    char_end: Mapped[int | None] = mapped_column(
        CheckConstraint("char_end >= char_start", name="place_ordered"),
        comment="Code point after the last one of the place; NULL without a place.",
    )


class Dated:
    """The half-open interval in which a wording is in force."""

    valid_from: Mapped[str | None] = day(
        "valid_from", "First day on which the wording is in force; NULL when the sources do not say."
    )
    valid_to: Mapped[str | None] = day(
        "valid_to", "First day on which the wording is no longer in force; NULL while the interval is open."
    )
    valid_basis: Mapped[str | None] = coded(
        "valid_basis", BASES, "What the interval rests on; NULL when the sources do not say."
    )


class Ruled:
    """Which rule read a row."""

    rule: Mapped[str] = mapped_column(comment="Id of the grammar rule that read the row.")


def worded() -> MappedColumn[Any]:
    """The column that tells a known wording from one that is only known to exist."""
    return flag("wording_known", "1 when the wording is at hand; 0 when sources only say that it exists.")
