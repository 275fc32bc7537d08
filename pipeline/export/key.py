"""What identifies a row of a view, and which of its columns point at rows of other views, as the tables have it."""

from __future__ import annotations

from collections.abc import Iterator

from biliktilik.schema.dictionary import view_source
from biliktilik.schema.tables import Base
from biliktilik.schema.views import View, views


def primary_key(view: View) -> tuple[str, ...]:
    """The columns that show the key of the view's leading table; none when the view does not show all of it."""
    table = Base.metadata.tables[view.tables[0]]
    shown = _shown(view)
    key = [shown.get(column.name) for column in table.primary_key.columns]
    return tuple(name for name in key if name) if all(key) else ()


def foreign_keys(view: View) -> Iterator[tuple[str, str, str]]:
    """For each column that refers to a row of a public view: the column, that view, and its column."""
    targets = {f"{v.tables[0]}.{key[0]}": (v.name, key[0]) for v in views() if len(key := primary_key(v)) == 1}
    for column in view.columns:
        source = view_source(view, column)
        for reference in source.foreign_keys if source is not None else ():
            if reference.target_fullname in targets:
                yield column[0], *targets[reference.target_fullname]


def _shown(view: View) -> dict[str, str]:
    """Columns of the leading table and the names under which the view shows them."""
    leading = next(alias for alias, table in view.aliases.items() if table == view.tables[0])
    return {behind: name for name, alias, behind in view.columns if alias == leading}
