"""Sources as they were read, their partition into segments, and what a reader of the data must know about them."""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from biliktilik.schema.base import Base, MaybePlaced, Placed, Ruled, coded, day, parent
from biliktilik.schema.vocabulary import LANGUAGES, SEGMENT_KINDS, SEVERITIES, SOURCE_USES


class Meta(Base):
    """The one row that says which shape this database has."""

    __tablename__ = "meta"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        {"comment": "What this database is. One row."},
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="Always 1.")
    schema_version: Mapped[str] = mapped_column(
        comment="Version of the views, MAJOR.MINOR; a new MAJOR when a name or a meaning changes."
    )


class Source(Base):
    """A file of the raw folder."""

    __tablename__ = "sources"
    __table_args__ = ({"comment": "One row per file of the raw folder, whatever became of it."},)

    source_file: Mapped[str] = mapped_column(primary_key=True, comment="Path below the raw folder, forward slashes.")
    sha256: Mapped[str | None] = mapped_column(
        comment="SHA-256 of the bytes of the file, hexadecimal; NULL when the file could not be opened."
    )
    use: Mapped[str] = coded("use", SOURCE_USES, "What became of the file.")
    duplicate_of: Mapped[str | None] = parent(
        "sources.source_file", "The file with the same bytes that is used instead; NULL unless use is duplicate."
    )
    media_type: Mapped[str | None] = mapped_column(comment="Media type; NULL when the file was not read.")
    encoding: Mapped[str | None] = mapped_column(comment="Character encoding; NULL when the file was not read.")
    reader: Mapped[str | None] = mapped_column(comment="The reader that made the text; NULL when it was not read.")
    document_kind: Mapped[str | None] = mapped_column(comment="Kind of document; NULL when no known kind fits.")
    language: Mapped[str | None] = coded("language", LANGUAGES, "Language of the text; NULL when undecided.")
    act_uri: Mapped[str | None] = parent("acts.act_uri", "The act that the source prints; NULL when it does not say.")
    edition_on: Mapped[str | None] = day(
        "edition_on", "Day of the edition that the source prints; NULL when it does not say."
    )
    status: Mapped[str | None] = mapped_column(comment="Status line of the page as printed; NULL when there is none.")
    chars: Mapped[int | None] = mapped_column(comment="Length of the text in code points; NULL without a text.")
    solid_chars: Mapped[int | None] = mapped_column(comment="Non-blank code points of the text; NULL without a text.")
    attributed_chars: Mapped[int | None] = mapped_column(
        comment="Non-blank code points outside segments of kind unparsed; NULL without a text."
    )
    text: Mapped[str | None] = mapped_column(
        comment="The whole text, unrepaired, to which all places refer; NULL for duplicates and unreadable files."
    )


class Segment(Ruled, Base):
    """One cell of the partition of a source."""

    __tablename__ = "segments"
    __table_args__ = ({"comment": "One row per cell of the partition of a source: no overlap, no hole."},)

    source_file: Mapped[str] = parent("sources.source_file", "The source that is divided.", primary_key=True)
    char_start: Mapped[int] = mapped_column(primary_key=True, comment="First code point of the cell, from 0.")
    char_end: Mapped[int] = mapped_column(
        CheckConstraint("char_end > char_start", name="place_ordered"),
        comment="Code point after the last one of the cell.",
    )
    kind: Mapped[str] = coded("kind", SEGMENT_KINDS, "What the cell is.")
    eid: Mapped[str | None] = mapped_column(comment="The unit that the cell belongs to; NULL outside of the act.")


class Finding(MaybePlaced, Base):
    """Something that a reader of the data must know."""

    __tablename__ = "findings"
    __table_args__ = (
        Index(None, "act_uri"),
        {"comment": "One row per oddity, gap or dispute in the sources, or thing that could not be decided."},
    )

    finding_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    code: Mapped[str] = mapped_column(comment="Short name of the sort of finding.")
    severity: Mapped[str] = coded("severity", SEVERITIES, "How much it matters.")
    act_uri: Mapped[str | None] = parent("acts.act_uri", "The act concerned; NULL when no single act is.")
    line: Mapped[int | None] = mapped_column(comment="Line of the place in its source, from 1; NULL without a place.")
    excerpt: Mapped[str | None] = mapped_column(
        comment="Beginning of the text at the place, white space folded; NULL without a place."
    )
    message: Mapped[str] = mapped_column(comment="What was found, with all the readings.")


class Repair(Placed, Ruled, Base):
    """A visual line whose damage was mended."""

    __tablename__ = "repairs"
    __table_args__ = (
        Index(None, "source_file", "char_start"),
        {"comment": "One row per visual line of a source that was mended before it was read."},
    )

    repair_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    raw: Mapped[str] = mapped_column(comment="The line as the source has it.")
    repaired: Mapped[str] = mapped_column(comment="The line as it was read.")


class Link(Placed, Base):
    """Words that a document links to something, in a format that knows links."""

    __tablename__ = "links"
    __table_args__ = (
        Index(None, "source_file", "char_start"),
        Index(None, "adilet_id"),
        {"comment": "One row per link of a source whose format knows links (HTML, DOCX, PDF, Markdown)."},
    )

    link_id: Mapped[int] = mapped_column(primary_key=True, comment="Running number in this database.")
    as_printed: Mapped[str] = mapped_column(comment="The words that are linked.")
    target: Mapped[str] = mapped_column(comment="What they lead to, as the document writes it: a path or an address.")
    adilet_id: Mapped[str | None] = mapped_column(
        comment="The act that the target names, by its identifier on the adilet portal; NULL when it names none."
    )
    anchor: Mapped[str | None] = mapped_column(
        comment="The place in the target, as the portal calls it (a running name, no number of a unit); NULL without."
    )
    act_uri: Mapped[str | None] = parent(
        "acts.act_uri", "The act of that identifier; NULL when no source says which act bears it."
    )
