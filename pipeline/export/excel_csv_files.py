"""The form ``csv`` with ``--excel``: semicolons, a byte order mark, and texts that a spreadsheet leaves as they are."""

from __future__ import annotations

from pathlib import Path

from biliktilik.pipeline.export.delimited import EXCEL, write_views
from biliktilik.pipeline.store.database import Reader


def write(reader: Reader, directory: Path) -> None:
    """One CSV file for each view."""
    write_views(reader, directory, EXCEL)
