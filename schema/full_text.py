"""The full-text index over the folded columns of ``passages``: the one thing here that each database does its own way.

In SQLite it is an FTS5 table that holds the index alone and reads the columns from ``passages``. PostgreSQL has its own
index for that (GIN over ``to_tsvector('simple', …)`` of the same two columns) and gets none from here: folding and
stemming are done when the rows are made, so no database needs to know the languages.
"""

from typing import Final

from sqlalchemy import Connection

FULL_TEXT: Final = "passages_fts"
# In single quotation marks: of an index with double ones Datasette believes that words go into it as they are typed.
# The tokenizer takes every letter beyond ASCII for a letter: what was folded is indexed as it stands.
_CREATE: Final = f"""
CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5(
    folded, stems, content='passages', content_rowid='passage_id', tokenize='ascii'
)"""


def create_full_text(connection: Connection) -> None:
    """Create the empty index where the database is a SQLite one."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_CREATE)


def fill_full_text(connection: Connection) -> None:
    """Index all rows of ``passages`` as they are now."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {FULL_TEXT} ({FULL_TEXT}) VALUES ('rebuild')")
        connection.exec_driver_sql(f"INSERT INTO {FULL_TEXT} ({FULL_TEXT}) VALUES ('optimize')")
