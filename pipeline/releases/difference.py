"""What a comparison of two builds finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from biliktilik.pipeline.releases.documents import Document
from biliktilik.pipeline.store.table import Value


class Section(StrEnum):
    """Why a row differs; the package's docstring says by which rule."""

    LEGAL = "legal"
    CATALOG = "catalog"
    PARSER = "parser"
    UNCERTAIN = "uncertain"
    SCHEMA = "schema"


class Kind(StrEnum):
    """How a row differs. ``moved``: only its place in the document does; such rows are counted, not listed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a row: its value in the old build and in the new one."""

    column: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that differs, or those of its columns that differ for the same cause.

    ``key`` names the row (column, value). ``cells`` are the columns that differ; of a row that only one build has, all
    its columns, with None on the other side. ``cause`` says in words why it stands in its section.
    """

    section: Section
    view: str
    kind: Kind
    key: tuple[tuple[str, Value], ...]
    cells: tuple[Cell, ...]
    cause: str


@dataclass(frozen=True, slots=True)
class ViewCount:
    """How many rows of a view were added, removed, …; a row whose columns differ for two causes counts once."""

    view: str
    added: int = 0
    removed: int = 0
    changed: int = 0
    renumbered: int = 0
    moved: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """A difference of shape. ``what``: ``schema_version``, ``view``, ``column`` or ``definition``."""

    what: str
    name: str
    old: str | None
    new: str | None

    @property
    def kind(self) -> Kind:
        """Whether it is new, gone or another."""
        if self.old is None:
            return Kind.ADDED
        return Kind.REMOVED if self.new is None else Kind.CHANGED


@dataclass(frozen=True, slots=True)
class Build:
    """One of the two databases: the name it was given, its schema version and its number of documents."""

    name: str
    schema_version: str
    documents: int


@dataclass(frozen=True, slots=True)
class Report:
    """All that differs between two builds, in a steady order; ``counts`` has a line for each view of both."""

    old: Build
    new: Build
    documents: tuple[Document, ...]
    counts: tuple[ViewCount, ...]
    differences: tuple[Difference, ...]
    schema: tuple[SchemaChange, ...]

    @property
    def differs(self) -> bool:
        """Whether anything at all does. A file that has only another name is no difference."""
        return bool(self.differences or self.schema or any(count.moved for count in self.counts))

    def of(self, section: Section) -> tuple[Difference, ...]:
        """The differences of one section."""
        return tuple(found for found in self.differences if found.section is section)
