"""The form ``csv``: RFC 4180, exactly what the database holds."""

from __future__ import annotations

from pathlib import Path

from biliktilik.pipeline.export.delimited import PLAIN, write_views
from biliktilik.pipeline.store.database import Reader


def write(reader: Reader, directory: Path) -> None:
    """One CSV file for each view."""
    write_views(reader, directory, PLAIN)
