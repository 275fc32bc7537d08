"""The data dictionary: every view, table, vocabulary and promise of the database as one Markdown page."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Column, Table
from sqlalchemy.dialects import sqlite

from biliktilik.schema.promises import promises
from biliktilik.schema.tables import Base
from biliktilik.schema.version import SCHEMA_VERSION
from biliktilik.schema.views import View, views

INTRODUCTION: Final = f"""# Data dictionary

Made from the tables and views themselves by `make docs`; do not edit. Schema version {SCHEMA_VERSION}.

The views are what to build on: a name or a meaning in them changes only with a new major version. The tables behind
them may change at any time. NULL always means that the sources do not say. Days are ISO dates (`2012-02-02`),
intervals contain their first day and not their last (`valid_to` is the first day that no longer belongs to them).
Places count code points from 0, end excluded, in the unrepaired text of the source.
"""


def dictionary() -> str:
    """The whole page, with a final newline."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield INTRODUCTION
    yield "## Views\n"
    for view in views():
        yield from _view(view)
    yield "## Tables\n"
    for name in sorted(Base.metadata.tables):
        yield from _table(Base.metadata.tables[name])
    yield "## Promises\n"
    yield "`biliktilik check` runs a query for each of these; it returns the rows that break the promise.\n"
    yield from (f"- `{promise.name}`: {promise.says}" for promise in promises())
    yield ""


def _view(view: View) -> Iterator[str]:
    yield f"### {view.name}\n"
    yield f"{view.grain}\n"
    yield from _grid(("column", "type", "meaning"), [_view_column(view, column) for column in view.columns])


def _view_column(view: View, column: tuple[str, str, str]) -> tuple[str, str, str]:
    name, _, _ = column
    source = view_source(view, column)
    kind = _type(source) if source is not None else "REAL"
    return f"`{name}`", kind, column_meaning(view, column)


def view_source(view: View, column: tuple[str, str, str]) -> Column[object] | None:
    """The table column that a view's column shows; None for an expression."""
    _, alias, behind = column
    return Base.metadata.tables[view.aliases[alias]].columns[behind] if alias else None


def column_meaning(view: View, column: tuple[str, str, str]) -> str:
    """What a view's column means: its own note, else the comment of the table column. Empty when nobody says."""
    source = view_source(view, column)
    return view.notes.get(column[0]) or (source.comment if source is not None else None) or ""


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    yield f"{table.comment}\n"
    rows = [
        (f"`{column.name}`", _type(column), _role(column), column.comment or "")
        for column in sorted(table.columns, key=lambda column: not column.primary_key)
    ]
    yield from _grid(("column", "type", "key", "meaning"), rows)


def _type(column: Column[object]) -> str:
    return str(column.type.compile(dialect=sqlite.dialect()))


def _role(column: Column[object]) -> str:
    roles = ["key"] if column.primary_key else []
    roles += [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
    if not column.nullable and not column.primary_key:
        roles.append("never NULL")
    return ", ".join(roles)


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join(' --- ' for _ in head)}|"
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    yield ""


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(dictionary(), encoding="utf-8")
