"""Reading a built database, and only reading it.

In SQLite, ``lower`` and ``upper`` fold only ASCII letters. The connections made here replace both with Unicode ones, so
that ``lower(title) LIKE '%' || lower(:title) || '%'`` finds Cyrillic text in any case, as it does in PostgreSQL.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.table import Table, Value

Parameters = Mapping[str, Value]

# Steps of SQLite's machine: some milliseconds of work, so that the call costs nothing that can be felt.
_STEPS_BETWEEN_SIGNALS: Final = 100_000

_SQLITE_URL: Final = re.compile(r"sqlite(?:\+pysqlite)?:///(?P<path>.+)")


class QueryRefused(BiliktilikError):
    """A SELECT at fault."""


class Reader:
    """A SQLite file, opened so that nothing can be written."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name

    def ask(self, sql: str, parameters: Parameters | None = None) -> Table:
        """The answer to one SELECT with ``:name`` parameters. Raises ``QueryRefused`` when it is at fault."""
        try:
            cursor = self._connection.execute(sql, dict(parameters or {}))
            return Table(tuple(column[0] for column in cursor.description or ()), cursor.fetchall())
        except (sqlite3.Error, sqlite3.Warning) as error:
            if str(error) == "interrupted":
                raise KeyboardInterrupt from error
            raise _sql_error(self._name, sql, str(error)) from error


@contextmanager
def reading(database: str) -> Iterator[Reader]:
    """Open ``database`` (a path or an SQLAlchemy URL) for reading. Raises ``BiliktilikError`` without a database."""
    path = sqlite_file(database)
    connection = _open(path)
    try:
        yield Reader(connection, str(path))
    finally:
        connection.close()


def sqlite_file(database: str) -> Path:
    """The file that a path or an SQLAlchemy URL means. Raises ``BiliktilikError`` for another kind of database."""
    if "://" not in database:
        return Path(database)
    if url := _SQLITE_URL.fullmatch(database):
        return Path(url["path"])
    scheme = database.partition("://")[0]  # not the whole URL: it may hold a password
    raise BiliktilikError("the database cannot be read", scheme, "only SQLite files can be read so far")


def _sql_error(where: str, sql: str, why: str) -> QueryRefused:
    return QueryRefused(
        what="the database cannot answer this query",
        where=f"{where}: {_shorten(sql)}",
        why=why,
        remedy="the views and columns are listed in docs/data-dictionary.md",
    )


def _shorten(sql: str, limit: int = 160) -> str:
    """One line of a query, for a message."""
    line = " ".join(sql.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise BiliktilikError(
            what="there is no database",
            where=str(path),
            why="the file does not exist",
            remedy="run `biliktilik build` first, or name the database with -d",
        )
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise BiliktilikError(
            what="this file is no database",
            where=str(path),
            why=str(error),
            remedy="run `biliktilik build` again, or name another file with -d",
        ) from error
    fold_every_letter(connection)
    # Ctrl-C is only noticed while Python runs; without this, a long query could not be stopped.
    connection.set_progress_handler(lambda: 0, _STEPS_BETWEEN_SIGNALS)
    return connection


def fold_every_letter(connection: sqlite3.Connection) -> None:
    """Let ``lower`` and ``upper`` of SQL know every letter."""

    def lower(value: Value) -> Value:
        return value.lower() if isinstance(value, str) else value

    def upper(value: Value) -> Value:
        return value.upper() if isinstance(value, str) else value

    connection.create_function("lower", 1, lower, deterministic=True)
    connection.create_function("upper", 1, upper, deterministic=True)
