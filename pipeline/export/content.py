"""The rows of the views, typed and in an order that does not depend on how the database came to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.export.field import Field, Kind, fields
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Value
from biliktilik.schema.version import SCHEMA_VERSION
from biliktilik.schema.views import View, views

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
_Rank = tuple[int, float, list[str | int], str]

# Act by act, language by language, in the order of the printed text.
_LEADING: Final = ("act_uri", "act_number", "language", "source_file", "char_start", "char_end")

_NUMBER: Final = re.compile(r"([0-9]+)")
_LONGEST_NAME: Final = 500


@dataclass(frozen=True, slots=True)
class Content:
    """A view with its columns and all its rows; each row is as long as ``fields``."""

    view: View
    fields: tuple[Field, ...]
    rows: Sequence[Row]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in self.fields)


def contents(reader: Reader) -> Iterator[Content]:
    """Every public view with its rows, by name. Raises ``BiliktilikError`` for a database of another version."""
    _check_version(reader)
    return (_content(reader, view) for view in views())


def order_in_words(names: Sequence[str]) -> str:
    """How the rows of a view with the columns ``names`` are sorted, for a reader: one sentence."""
    leading = [name for name in _LEADING if name in names]
    by = f"{', '.join(leading)}, then by the other columns" if leading else "the columns"
    return f"Rows are sorted by {by} from left to right; NULL first, numbers inside texts by their size."


def _in_order(names: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """The rows, sorted by every column, so that nothing is left to chance; only equal rows could change places."""
    leading = [names.index(name) for name in _LEADING if name in names]
    rest = [index for index in range(len(names)) if index not in leading]

    def by(places: Sequence[int], row: Row) -> list[_Rank]:
        return [_rank(row[place]) for place in places]

    # The leading columns mostly decide, and ranking all the long texts would take longer than writing them.
    groups = groupby(sorted(rows, key=partial(by, leading)), key=itemgetter(*leading) if leading else lambda _: None)
    found = (list(group) for _, group in groups)
    return [row for group in found for row in (sorted(group, key=partial(by, rest)) if len(group) > 1 else group)]


def _rank(value: Cell) -> _Rank:
    """Where a value stands among those of its column: ``pos_2`` before ``pos_10``, then by code points."""
    if value is None:
        return 0, 0.0, [], ""
    if not isinstance(value, str):
        return 1, float(value), [], ""
    # Letters and numbers by turns, letters first: so only like is compared with like. A whole document is no name.
    parts = _NUMBER.split(value) if len(value) <= _LONGEST_NAME else []
    return 2, 0.0, [int(part) if n % 2 else part for n, part in enumerate(parts)], value


def _check_version(reader: Reader) -> None:
    found = [row[0] for row in reader.ask("SELECT schema_version FROM meta").rows]
    if found != [SCHEMA_VERSION]:
        raise BiliktilikError(
            what="the database has other views than this version of biliktilik",
            why=f"its schema version is {', '.join(map(str, found)) or 'not stated'}, not {SCHEMA_VERSION}",
            remedy="run `biliktilik build` again",
        )


def _content(reader: Reader, view: View) -> Content:
    columns = fields(view)
    names = tuple(field.name for field in columns)
    quoted = ", ".join(f'"{name}"' for name in names)
    typed = [_TYPED[field.kind] for field in columns]
    answer = reader.ask(f"SELECT {quoted} FROM {view.name}").rows
    rows = [tuple(make(value) for make, value in zip(typed, row, strict=True)) for row in answer]
    return Content(view, columns, _in_order(names, rows))


def _text(value: Value) -> Cell:
    return value if value is None or isinstance(value, str) else str(value)


def _whole(value: Value) -> Cell:
    return None if value is None else int(value)


def _decimal(value: Value) -> Cell:
    return None if value is None else float(value)  # SQLite stores 3.0 as 3


def _flag(value: Value) -> Cell:
    return None if value is None else bool(value)


_TYPED: Final[dict[Kind, Callable[[Value], Cell]]] = {
    Kind.TEXT: _text,
    Kind.DAY: _text,
    Kind.WHOLE: _whole,
    Kind.DECIMAL: _decimal,
    Kind.FLAG: _flag,
}
