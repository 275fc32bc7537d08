"""Answers of the database as the dataclasses of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Value

Row = TypeVar("Row")


def read_rows(reader: Reader, make: Callable[..., Row], sql: str, **parameters: Value) -> tuple[Row, ...]:
    """One ``make(**columns)`` for each row that ``sql`` answers, in its order."""
    return tuple(make(**record) for record in reader.ask(sql, parameters).records())
