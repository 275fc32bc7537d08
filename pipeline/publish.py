"""Writing the rows to a database that replaces the old one at once or not at all."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, create_engine, insert, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.rows import Rows
from biliktilik.schema.database import create
from biliktilik.schema.full_text import fill_full_text
from biliktilik.schema.tables import Base


def publish(rows: Rows, database: str) -> None:
    """Write ``rows`` (by table name) to ``database``, a path or an SQLAlchemy URL.

    A SQLite file is written beside its target and takes its place when it is complete. Raises ``BiliktilikError``
    when the database cannot be written; what was there before is then untouched.
    """
    target = database_path(database)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise _unwritable(target, str(error)) from error
    draft = Path(name)
    try:
        _write(rows, draft)
        _replace(draft, target)
    except (OSError, SQLAlchemyError) as error:
        raise _unwritable(target, str(error)) from error
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def database_path(database: str) -> Path:
    """The file that ``database`` means. Raises ``BiliktilikError`` for a URL that is no SQLite file."""
    if "://" not in database:
        return Path(database)
    try:
        url = make_url(database)
    except ArgumentError as error:
        raise BiliktilikError("the database URL cannot be understood", database, str(error)) from error
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        why = "only SQLite files can be written so far"
        raise BiliktilikError("the database cannot be written", url.render_as_string(), why, "Name a path instead.")
    return Path(url.database)


def _unwritable(target: Path, why: str) -> BiliktilikError:
    return BiliktilikError("the database could not be written", str(target), why, "The one before is unchanged.")


def _write(rows: Rows, draft: Path) -> None:
    engine = create_engine(f"sqlite:///{draft}")
    try:
        with engine.connect() as connection:
            # The draft is thrown away if anything fails, so it needs no journal; it is flushed once, at the end.
            connection.exec_driver_sql("PRAGMA journal_mode = OFF")
            connection.exec_driver_sql("PRAGMA synchronous = OFF")
            create(connection)
            fill(connection, rows)
            fill_full_text(connection)
            _check_foreign_keys(connection)
            connection.exec_driver_sql("ANALYZE")
            connection.commit()
    finally:
        engine.dispose()


def fill(connection: Connection, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Insert ``rows`` into the empty tables, parents before children. Raises ``KeyError`` for an unknown table."""
    unknown = rows.keys() - Base.metadata.tables.keys()
    if unknown:
        raise KeyError(f"no such table: {', '.join(sorted(unknown))}")
    for table in Base.metadata.sorted_tables:
        if table_rows := rows.get(table.name):
            connection.execute(insert(table), list(table_rows))


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
    if broken:
        table, row, parent = broken[0][:3]
        why = f"row {row} of {table} refers to a row of {parent} that does not exist ({len(broken)} such rows)"
        raise BiliktilikError("the rows do not fit together", why=why)


def _replace(draft: Path, target: Path) -> None:
    mode = 0o666 & ~_umask()
    draft.chmod(mode)
    _flush(draft)
    draft.replace(target)
    _flush(target.parent)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
