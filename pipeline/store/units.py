"""The units of an act as the views give them: provisions, with the items of their blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from operator import attrgetter
from typing import Any, Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.acts import ActHead
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Table

_LANGUAGES: Final = ("kk", "ru")

_PROVISIONS: Final = """
SELECT language, eid, parent_eid, kind, label, heading, text, NULL AS level, NULL AS category, ordinal,
       valid_from, valid_to, valid_basis, wording_known, source_file, char_start, char_end
FROM v_provisions WHERE act_uri = :act_uri AND (:language IS NULL OR language = :language)
"""
_ITEMS: Final = """
SELECT language, eid, NULL AS parent_eid, 'item' AS kind, NULL AS label, NULL AS heading, text, {category}, ordinal,
       valid_from, valid_to, valid_basis, 1 AS wording_known, source_file, char_start, char_end
FROM {view} WHERE act_number = :act_number AND (:language IS NULL OR language = :language)
"""
_ITEM_VIEWS: Final = {
    "v_duties": "NULL AS level, NULL AS category",
    "v_knowledge": "NULL AS level, NULL AS category",
    "v_requirements": "level, category",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One wording of one unit; ``level`` and ``category`` are those of a requirement line."""

    language: str | None
    eid: str
    parent_eid: str | None
    kind: str
    label: str | None
    heading: str | None
    text: str | None
    level: str | None
    category: str | None
    ordinal: int
    valid_from: str | None
    valid_to: str | None
    valid_basis: str | None
    wording_known: bool
    source_file: str
    char_start: int
    char_end: int

    def in_force(self, on: str | None) -> bool:
        """Whether the wording may have been in force on an ISO date: an end that is not known excludes nothing."""
        return covers(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A unit and how deep below the root of what is shown it stands."""

    depth: int
    unit: Unit


def covers(valid_from: str | None, valid_to: str | None, day: str | None) -> bool:
    """Whether a half-open interval may contain an ISO date; neither an unknown end nor a missing date excludes."""
    if day is None:
        return True
    return (valid_from is None or valid_from <= day) and (valid_to is None or day < valid_to)


def read_units(reader: Reader, act: ActHead, language: str | None = None) -> list[Unit]:
    """All units of an act, in the order of the act, Kazakh first; ``language`` keeps one language."""
    units = [Unit(**record) for record in _records(reader, _PROVISIONS, act_uri=act.act_uri, language=language)]
    files = {unit.source_file for unit in units}
    items = [item for item in _items(reader, act, language) if item.source_file in files]
    if not units and language and (there := sorted({unit.language or "unknown" for unit in read_units(reader, act)})):
        why = f"there is: {', '.join(there)}"
        raise BiliktilikError(what=f"the act has no text in {language!r}", where=act.act_uri, why=why)
    return _joined(units, items)


def as_tree(units: Sequence[Unit], root: str | None = None) -> Iterator[PlacedUnit]:
    """The units in reading order with their depth: each language for itself, below ``root`` or all."""
    for language in sorted({unit.language for unit in units}, key=_language_rank):
        own = [unit for unit in units if unit.language == language]
        eids = {unit.eid for unit in own}
        children: dict[str | None, dict[str, list[Unit]]] = {}
        absent = {unit.parent_eid: eid_order(unit.parent_eid) for unit in own if unit.parent_eid not in eids}
        # Units whose parent no source prints stand together, in the order of those parents.
        for unit in sorted(
            own, key=lambda u: (absent.get(u.parent_eid, ()), u.ordinal, u.char_start, u.valid_from or "")
        ):
            parent = unit.parent_eid if unit.parent_eid in eids and unit.parent_eid != unit.eid else None
            children.setdefault(parent, {}).setdefault(unit.eid, []).append(unit)
        if root is None:
            yield from _walk(children, None, 0)
        else:
            yield from (PlacedUnit(0, unit) for unit in own if unit.eid == root)
            yield from _walk(children, root, 1)


def require_eid(units: Iterable[Unit], eid: str, act: ActHead) -> None:
    """Raise BiliktilikError, with near matches, when the act has no unit ``eid``."""
    eids = sorted({unit.eid for unit in units})
    if eid in eids:
        return
    close = get_close_matches(eid, eids, n=3, cutoff=0.5)
    remedy = f"did you mean {', '.join(close)}?" if close else "`biliktilik show ACT` lists the units of an act"
    raise BiliktilikError(what=f"the act has no unit {eid!r}", where=act.act_uri, remedy=remedy)


def as_table(placed: Iterable[PlacedUnit], act: ActHead) -> Table:
    """The units as rows of a listing."""
    fields = tuple(Unit.__dataclass_fields__)
    values = attrgetter(*fields)
    return Table(("act_uri", *fields), [(act.act_uri, *values(node.unit)) for node in placed])


def eid_order(eid: str | None) -> tuple[tuple[int, str], ...]:
    """A sort key by which ``chp_10`` comes after ``chp_9``; no eId comes first."""
    parts = re.split(r"(\d+)", eid or "")
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts if part)


def _walk(children: dict[str | None, dict[str, list[Unit]]], parent: str | None, depth: int) -> Iterator[PlacedUnit]:
    for eid, wordings in children.get(parent, {}).items():
        yield from (PlacedUnit(depth, unit) for unit in wordings)
        yield from _walk(children, eid, depth + 1)


def _records(reader: Reader, sql: str, **parameters: str | None) -> Iterator[dict[str, Any]]:
    return reader.ask(sql, parameters).records()


def _items(reader: Reader, act: ActHead, language: str | None) -> Iterator[Unit]:
    number = (act.number or "").lower()
    for view, category in _ITEM_VIEWS.items():
        sql = _ITEMS.format(view=view, category=category)
        for record in _records(reader, sql, act_number=number, language=language):
            yield Unit(**{**record, "parent_eid": record["eid"].rpartition("__")[0]})


def _joined(units: list[Unit], items: Iterable[Unit]) -> list[Unit]:
    """Provisions and items, each once: an item that is a provision, too, only adds its level and category."""
    by_key = {(unit.language, unit.eid, unit.valid_from): unit for unit in units}
    for item in items:
        key = (item.language, item.eid, item.valid_from)
        known = by_key.get(key)
        if known is None:
            by_key[key] = item
        elif item.level or item.category:
            by_key[key] = replace(known, level=item.level, category=item.category)
    return list(by_key.values())


def _language_rank(language: str | None) -> tuple[int, str]:
    rank = _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)
    return rank, language or ""
