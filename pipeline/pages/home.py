"""The first page: what is in the database."""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.pipeline.store.database import Reader


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page shows."""


def read_home(reader: Reader) -> Home:
    """The first page of a database."""
    return Home()
