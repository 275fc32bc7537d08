"""The columns of a view with their types, which come from the tables behind the view and never from the data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Boolean, Column, Integer, Numeric

from biliktilik.schema.dictionary import column_meaning, view_source
from biliktilik.schema.views import View


class Kind(StrEnum):
    """What a column holds; the values are the names of the types in a Data Package."""

    TEXT = "string"
    DAY = "date"
    WHOLE = "integer"
    DECIMAL = "number"
    FLAG = "boolean"

    @property
    def is_text(self) -> bool:
        """Whether the values are text: days are, in ISO form."""
        return self in (Kind.TEXT, Kind.DAY)


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a view: ``codes`` are the only texts that it may hold, empty where any text will do."""

    name: str
    kind: Kind
    meaning: str
    codes: tuple[str, ...] = ()


def fields(view: View) -> tuple[Field, ...]:
    """The columns of ``view``, in their order."""
    return tuple(_field(view, column) for column in view.columns)


def _field(view: View, column: tuple[str, str, str]) -> Field:
    source = view_source(view, column)
    codes = source.info.get("codes", ()) if source is not None else ()
    return Field(column[0], _kind(source), column_meaning(view, column), tuple(codes))


def _kind(source: Column[object] | None) -> Kind:
    if source is None:  # an expression: the dictionary calls it REAL, too
        return Kind.DECIMAL
    if source.info.get("day"):
        return Kind.DAY
    kinds = {Boolean: Kind.FLAG, Integer: Kind.WHOLE, Numeric: Kind.DECIMAL}
    return next((kind for type_, kind in kinds.items() if isinstance(source.type, type_)), Kind.TEXT)
