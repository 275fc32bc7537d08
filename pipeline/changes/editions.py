"""An act as it was on a day, out of all its wordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from biliktilik.pipeline.changes.model import ActTexts, DatedLine, Edition, Unit
from biliktilik.schema.vocabulary import BLOCKS


class Dated(Protocol):
    """Anything with an interval of force."""

    @property
    def valid_from(self) -> str | None:
        """First ISO day of force; None when nobody states it."""

    @property
    def valid_to(self) -> str | None:
        """First ISO day no longer in force; None while open."""


def in_force(one: Dated, on: str | None) -> bool:
    """Whether something is in force on an ISO day, or (None) without an end; an unstated first day excludes nothing."""
    if on is None:
        return one.valid_to is None
    return (one.valid_from or "") <= on and (one.valid_to is None or on < one.valid_to)


def day_before(on: str) -> str:
    """The ISO day before an ISO day."""
    return (date.fromisoformat(on) - timedelta(days=1)).isoformat()


def edition_on(texts: ActTexts, on: str | None) -> Edition:
    """The units of an act on an ISO day, or (None) each in its last known wording, in reading order."""
    return _edition(texts, on, texts.units, lambda held: held.block_eid, in_reading_order)


def jobs_on(texts: ActTexts, on: str | None) -> Edition:
    """The jobs of an act on an ISO day, or (None) each in its last known wording, as units with all their lines.

    A job is known as soon as its title or any of its lines is.
    """
    return _edition(texts, on, texts.jobs, lambda held: held.job_eid, list)


def _edition(
    texts: ActTexts,
    on: str | None,
    units: Sequence[Unit],
    holder: Callable[[DatedLine], str | None],
    order: Callable[[Sequence[Unit]], list[Unit]],
) -> Edition:
    lines: dict[str | None, list[DatedLine]] = {}
    for held in texts.lines:
        lines.setdefault(holder(held), []).append(held)
    chosen = [unit for unit in units if in_force(unit, on)] if on else list(_last_known(units))
    full = [_with_lines(unit, lines.get(unit.eid, ()), on) for unit in chosen]
    later = () if on else tuple(unit.eid for unit in chosen if unit.known and _outlived(unit, units))
    return Edition(texts.act_uri, texts.number, texts.language, on, tuple(order(full)), texts.complete, later)


def _last_known(units: Iterable[Unit]) -> Iterable[Unit]:
    """Of each unit the last wording that is at hand, else the last one."""
    best: dict[str, Unit] = {}
    for unit in units:
        other = best.get(unit.eid)
        if other is None or (unit.known, unit.valid_from or "") > (other.known, other.valid_from or ""):
            best[unit.eid] = unit
    return best.values()


def _outlived(unit: Unit, units: Iterable[Unit]) -> bool:
    return any(one.eid == unit.eid and (one.valid_from or "") > (unit.valid_from or "") for one in units)


def _with_lines(unit: Unit, held: Sequence[DatedLine], on: str | None) -> Unit:
    """The unit with the lines in force on the day; of a wording that has ended, those of its last day."""
    day = on or (day_before(unit.valid_to) if unit.valid_to else None)
    lines = [one.line for one in held if in_force(one, day)]
    lines.sort(
        key=lambda line: (BLOCKS.index(line.block), line.char_start if unit.kind == "position" else line.ordinal)
    )
    known = unit.known or bool(lines)
    block = lines[0].block if lines else unit.kind if unit.kind in BLOCKS else None
    return replace(unit, lines=tuple(lines), known=known, block=None if unit.kind in ("position", "card") else block)


def in_reading_order(units: Sequence[Unit]) -> list[Unit]:
    """Each parent, then what stands below it; a unit whose parent is not among them stands at the top."""
    eids = {unit.eid for unit in units}
    children: dict[str | None, list[Unit]] = {}
    for unit in sorted(units, key=lambda unit: (unit.ordinal, unit.eid)):
        parent = unit.parent_eid if unit.parent_eid in eids and unit.parent_eid != unit.eid else None
        children.setdefault(parent, []).append(unit)
    ordered: list[Unit] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        unit = waiting.pop()
        ordered.append(unit)
        waiting += reversed(children.get(unit.eid, []))
    return ordered
