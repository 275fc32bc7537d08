"""What Datasette says of the database, its views, tables and columns: the words of the schema itself."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from biliktilik.schema.dictionary import column_meaning
from biliktilik.schema.tables import Base
from biliktilik.schema.views import views

_ABOUT: Final = (
    "Build on the views (v_…): their names and meanings stay. The tables behind them may change with any release. "
    "NULL always means that the sources do not say. lower() and upper() know every letter."
)


@cache
def describe_database() -> dict[str, Any]:
    """The description of the database, with a description of every view and table and of their columns."""
    return {"description": _ABOUT, "tables": {**_tables(), **_views()}}


def _views() -> dict[str, Any]:
    return {
        view.name: {
            "description": view.grain,
            "columns": {column[0]: meaning for column in view.columns if (meaning := column_meaning(view, column))},
        }
        for view in views()
    }


def _tables() -> dict[str, Any]:
    return {
        name: {
            "description": table.comment or "",
            "columns": {column.name: column.comment for column in table.columns if column.comment},
        }
        for name, table in Base.metadata.tables.items()
    }
