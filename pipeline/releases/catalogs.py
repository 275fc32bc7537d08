"""What the catalog of each build states, as far as the database keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from biliktilik.pipeline.releases.difference import Cell, Difference, Kind, Section
from biliktilik.pipeline.releases.release import Release
from biliktilik.pipeline.store.table import Value

CAUSE = "the catalog states it differently"


@dataclass(frozen=True, slots=True)
class CatalogDelta:
    """The facts that differ, and the acts that they, or relations of the catalog, speak of."""

    facts: tuple[Difference, ...]
    acts: frozenset[str]
    cells: frozenset[tuple[str, str]]

    @property
    def differs(self) -> bool:
        """Whether the catalogs do."""
        return bool(self.acts)


def compare_catalogs(old: Release, new: Release) -> CatalogDelta:
    """Facts and relations that only one of the catalogs states, or states differently."""
    facts = _facts(old.facts() or {}, new.facts() or {}) if old.facts() is not None and new.facts() is not None else ()
    stated = {_text(cell) for difference in facts for cell in difference.key if cell[0] == "act_uri"}
    ends = {act for relation in set(_relations(old)) ^ set(_relations(new)) for act in (relation[0], relation[2])}
    cells = frozenset((_text(found.key[0]), _text(found.key[1])) for found in facts)
    return CatalogDelta(facts, frozenset(stated | {str(act) for act in ends}), cells)


def _text(cell: tuple[str, Value]) -> str:
    return str(cell[1])


def _relations(release: Release) -> list[tuple[Value, ...]]:
    columns = ("from_act_uri", "type", "to_act_uri", "scope", "quote", "basis", "source_file")
    rows = release.select("v_relations", columns).rows
    return [row for row in rows if row[5] == "catalog" and row[6] is None]


def _facts(
    old: Mapping[tuple[str, str], tuple[Value, Value]], new: Mapping[tuple[str, str], tuple[Value, Value]]
) -> tuple[Difference, ...]:
    found = []
    for fact in sorted(old.keys() | new.keys()):
        before, after = old.get(fact), new.get(fact)
        if before == after:
            continue
        kind = Kind.ADDED if before is None else Kind.REMOVED if after is None else Kind.CHANGED
        columns = zip(("value", "source"), before or (None, None), after or (None, None), strict=True)
        cells = tuple(Cell(*cell) for cell in columns if cell[1] != cell[2])
        key = (("act_uri", fact[0]), ("name", fact[1]))
        found.append(Difference(Section.CATALOG, "act_facts", kind, key, cells, CAUSE))
    return tuple(found)
