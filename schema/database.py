"""Creating the tables and views in an empty database."""

from sqlalchemy import Connection, Engine, create_engine, event, insert, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from biliktilik.schema.full_text import create_full_text
from biliktilik.schema.tables import Base, Meta
from biliktilik.schema.version import SCHEMA_VERSION
from biliktilik.schema.views import views


def create(connection: Connection) -> None:
    """Create all tables, the row of ``meta``, all views and the full-text index in an empty database."""
    Base.metadata.create_all(connection, checkfirst=False)
    connection.execute(insert(Meta), {"id": 1, "schema_version": SCHEMA_VERSION})
    for view in views():
        connection.execute(text(view.ddl))
    create_full_text(connection)


def sqlite_engine(url: str) -> Engine:
    """An engine on a SQLite database that enforces foreign keys."""
    engine = create_engine(url)
    event.listen(engine, "connect", _enforce_foreign_keys)
    return engine


def _enforce_foreign_keys(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.cursor().execute("PRAGMA foreign_keys = ON")
