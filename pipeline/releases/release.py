"""One built database as a comparison sees it: its shape, its documents, and the words of its units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.releases.documents import File
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Table, Value

_FILE_COLUMNS: Final = ("source_file", "sha256", "language", "act_uri", "text")

Unit = tuple[str, str | None, str]  # act, language, eId


@dataclass(frozen=True, slots=True)
class Shape:
    """A view: its columns with their types, in order, and its definition with white space folded."""

    columns: Mapping[str, str]
    definition: str

    def is_running_number(self, column: str) -> bool:
        """Whether a column only counts the rows of its database, as an integer ``…_id``; identifiers are texts."""
        return column.endswith("_id") and self.columns.get(column) == "INTEGER"


@dataclass(frozen=True, slots=True)
class Release:
    """A database that is open for reading; ``name`` is what the user called it."""

    name: str
    schema_version: str
    shapes: Mapping[str, Shape]
    reader: Reader

    def files(self) -> tuple[File, ...]:
        """The files of the raw folder, as far as the database tells of them."""
        rows = self.select("v_sources", _FILE_COLUMNS)
        uses = dict(self._uses())
        return tuple(File(**row, use=uses.get(str(row["source_file"]))) for row in rows.records())  # type: ignore[arg-type]

    def _uses(self) -> list[tuple[str, str]]:
        """What became of each file; the views do not say it, and the table need not."""
        known = self.reader.ask("SELECT name FROM pragma_table_info('sources')").rows
        if not {("source_file",), ("use",)} <= set(known):
            return []
        return [(str(file), str(use)) for file, use in self.reader.ask("SELECT source_file, use FROM sources").rows]

    def select(self, view: str, columns: tuple[str, ...]) -> Table:
        """All rows of a view in a steady order; a column that the view does not have is NULL, a view without any empty.

        The order is that of documents and places where the view has them.
        """
        shape = self.shapes.get(view)
        there = [column for column in columns if shape and column in shape.columns]
        if not there:
            return Table(columns, [])
        wanted = ", ".join(column if column in there else f"NULL AS {column}" for column in columns)
        first = [column for column in ("source_file", "char_start") if column in there]
        order = ", ".join([*first, *(str(number) for number, _ in enumerate(columns, start=1))])
        return self.reader.ask(f"SELECT {wanted} FROM {view} ORDER BY {order}")

    def facts(self) -> Mapping[tuple[str, str], tuple[Value, Value]] | None:
        """Value and source of the catalog's facts by act and name; None for a database that does not keep them."""
        if not self.reader.ask("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'act_facts'").rows:
            return None
        rows = self.reader.ask("SELECT act_uri, name, value, source FROM act_facts ORDER BY act_uri, name").rows
        return {(str(uri), str(name)): (value, source) for uri, name, value, source in rows}

    def unit_words(self) -> Mapping[Unit, frozenset[str]]:
        """Heading, else text, of the units, in all their intervals."""
        words: dict[Unit, set[str]] = {}
        rows = self.select("v_provisions", ("act_uri", "language", "eid", "heading", "text")).rows
        for uri, language, eid, heading, text in rows:
            if said := heading or text:
                words.setdefault((str(uri), language, str(eid)), set()).add(str(said))  # type: ignore[arg-type]
        return {unit: frozenset(said) for unit, said in words.items()}


def open_release(reader: Reader, name: str) -> Release:
    """Look at the shape of a database. Raises ``BiliktilikError`` for one that ``biliktilik build`` did not make."""
    names = reader.ask("SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name").rows
    tables = {row[0] for row in names if row[1] == "table"}
    views = {str(row[0]): str(row[2]) for row in names if row[1] == "view" and str(row[0]).startswith("v_")}
    if "meta" not in tables or not views:
        raise _foreign(name, "it has no table meta and no views v_…")
    version = reader.ask("SELECT * FROM meta").records()
    stated = next(version, {}).get("schema_version")
    if stated is None:
        raise _foreign(name, "its table meta states no schema_version")
    shapes = {view: Shape(_columns(reader, view), " ".join(sql.split())) for view, sql in views.items()}
    return Release(name, str(stated), shapes, reader)


def _columns(reader: Reader, view: str) -> Mapping[str, str]:
    rows = reader.ask("SELECT name, type FROM pragma_table_info(:view) ORDER BY cid", {"view": view}).rows
    return {str(name): str(kind) for name, kind in rows}


def _foreign(name: str, why: str) -> BiliktilikError:
    return BiliktilikError(
        what="this database was not made by biliktilik",
        where=name,
        why=why,
    )


def text_digest(text: Value) -> Value:
    """A whole document in few words, so that a report can say that its text differs."""
    if not isinstance(text, str):
        return text
    return f"{len(text)} characters, sha256 {sha256(text.encode()).hexdigest()[:12]}"
