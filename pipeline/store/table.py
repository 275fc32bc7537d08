"""An answer of the database: named columns and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Value = str | int | float | bytes | None


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows of plain values, each row as long as ``columns``."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]

    @property
    def names(self) -> list[str]:
        """The columns, told apart: a repeated name gets a number."""
        return _distinct(self.columns)

    def records(self) -> Iterator[dict[str, Value]]:
        """The rows as mappings; a repeated column name gets a number (``title``, ``title_2``)."""
        names = self.names
        for row in self.rows:
            yield dict(zip(names, row, strict=True))


def cell_text(value: Value) -> str:
    """A value as a person reads it: NULL is empty, a whole number has no decimals."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else repr(value)
    return str(value)


def _distinct(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    result = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        result.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return result
