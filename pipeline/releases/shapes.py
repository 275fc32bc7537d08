"""How the shape of two databases differs: schema version, views, columns."""

from __future__ import annotations

from collections.abc import Iterator

from biliktilik.pipeline.releases.difference import SchemaChange
from biliktilik.pipeline.releases.release import Release, Shape


def compare_shapes(old: Release, new: Release) -> tuple[SchemaChange, ...]:
    """Views and columns that only one has, columns of another type or place, views defined differently, by name."""
    found = []
    if old.schema_version != new.schema_version:
        found.append(SchemaChange("schema_version", "schema_version", old.schema_version, new.schema_version))
    for view in sorted(old.shapes.keys() | new.shapes.keys()):
        found += _view(view, old.shapes.get(view), new.shapes.get(view))
    return tuple(found)


def _view(view: str, old: Shape | None, new: Shape | None) -> Iterator[SchemaChange]:
    if old is None or new is None:
        sides = [", ".join(shape.columns) if shape else None for shape in (old, new)]
        yield SchemaChange("view", view, sides[0], sides[1])
        return
    columns = sorted(old.columns.keys() | new.columns.keys())
    for column in columns:
        if old.columns.get(column) != new.columns.get(column):
            yield SchemaChange("column", f"{view}.{column}", _type(old, column), _type(new, column))
    common = [
        [column for column in shape.columns if column in other.columns] for shape, other in ((old, new), (new, old))
    ]
    if common[0] != common[1]:
        yield SchemaChange("order", view, ", ".join(common[0]), ", ".join(common[1]))
    if old.definition != new.definition and old.columns == new.columns and common[0] == common[1]:
        yield SchemaChange("definition", view, old.definition, new.definition)


def _type(shape: Shape, column: str) -> str | None:
    """The type of a column, ``any`` for an expression without one; None when the view has no such column."""
    return None if column not in shape.columns else shape.columns[column] or "any"
