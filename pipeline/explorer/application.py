"""Datasette on one built database, with our plugin."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from datasette.app import Datasette
from datasette.plugins import pm

from biliktilik.pipeline.explorer import plugin
from biliktilik.pipeline.explorer.database import BuiltDatabase
from biliktilik.pipeline.explorer.descriptions import describe_database
from biliktilik.pipeline.explorer.paths import DATABASE

# What one SELECT may take.
TIME_LIMIT_MS: Final = 1000

_MEMORY: Final = "_memory"


def make_explorer(database: Path) -> Datasette:
    """The explorer of a built database (a SQLite file), ready to be served or asked through its ``client``."""
    if not pm.is_registered(plugin):
        pm.register(plugin, name=plugin.__name__)
    datasette = Datasette(
        settings={"sql_time_limit_ms": TIME_LIMIT_MS},
        metadata={"title": DATABASE, "databases": {DATABASE: describe_database()}},
    )
    datasette.add_database(BuiltDatabase(datasette, database), name=DATABASE)
    datasette.remove_database(_MEMORY)  # Datasette adds it when it is given no file itself
    return datasette
