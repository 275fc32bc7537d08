"""One file to be: a version of an act with its URIs, the acts that it refers to, its events and intervals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.export.akn.material import Material, Record
from biliktilik.pipeline.export.akn.names import FrbrUris, frbr_uris
from biliktilik.pipeline.export.akn.versions import Node, Version
from biliktilik.pipeline.store.units import Unit

ORIGINAL: Final = "ref_original"
EDITOR: Final = "tlc_biliktilik"

# What another act can do to the wording or the force of this one.
_MODIFYING: Final = ("amends", "inserts", "repeals", "replaces")

Interval = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Reference:
    """An act that this one acts upon (``activeRef``) or that acts upon it (``passiveRef``)."""

    eid: str
    tag: str
    type: str
    uri: str


@dataclass(frozen=True, slots=True)
class Event:
    """A day in the life of the act; ``source`` is the eId of a reference."""

    eid: str
    day: str
    type: str
    basis: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One version with everything that its file needs, counted and named."""

    material: Material
    version: Version
    uris: FrbrUris
    references: tuple[Reference, ...]
    events: tuple[Event, ...]
    periods: dict[Interval, str]

    def event_on(self, day: str | None) -> str | None:
        """A reference to the event of a day; None when no event is known for it."""
        return next((f"#{event.eid}" for event in self.events if event.day == day), None)

    def period_of(self, unit: Unit) -> str | None:
        """A reference to the interval of a unit; None when the sources state none."""
        found = self.periods.get(_interval(unit))
        return f"#{found}" if found else None


def edition(material: Material, version: Version) -> Edition:
    """Count and name what the file of a version refers to."""
    references = (
        *_references("activeRef", "ref_active", material.active, "to_act_uri"),
        *_references(
            "passiveRef", "ref_passive", [row for row in material.passive if row["type"] in _MODIFYING], "from_act_uri"
        ),
    )
    return Edition(
        material,
        version,
        frbr_uris(material.uri, version.language, version.start),
        references,
        tuple(_events(material, version, references)),
        _periods(version),
    )


def all_nodes(roots: tuple[Node, ...] | list[Node]) -> Iterator[Node]:
    """The nodes of a tree in the order of the act."""
    waiting = list(reversed(roots))
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.parts))


def _references(tag: str, prefix: str, relations: list[Record] | tuple[Record, ...], other: str) -> Iterator[Reference]:
    pairs = dict.fromkeys((str(row["type"]), str(row[other])) for row in relations)
    for number, (kind, uri) in enumerate(pairs, 1):
        yield Reference(f"{prefix}_{number}", tag, kind, uri)


def _interval(unit: Unit) -> Interval:
    return unit.valid_from, unit.valid_to, unit.valid_basis


def _periods(version: Version) -> dict[Interval, str]:
    known = {_interval(node.unit) for node in all_nodes(version.roots)}
    dated = sorted((key for key in known if key[0] or key[1]), key=lambda key: tuple(part or "" for part in key))
    return {key: f"period_{number}" for number, key in enumerate(dated, 1)}


def _events(material: Material, version: Version, references: tuple[Reference, ...]) -> Iterator[Event]:
    act = material.act
    begins, ends = act["in_force_from"], act["in_force_to"]
    own = [unit for unit in material.units if unit.language == version.language]
    days = {day for unit in own for day in (unit.valid_from, unit.valid_to) if day}
    days |= {str(day) for day in (act["adopted_on"], begins, ends) if day}
    for number, day in enumerate(sorted(days), 1):
        eid = f"event_{number}"
        if day == ends:
            yield Event(eid, day, "repeal", _text(act["in_force_to_basis"]), _source(material, references, day, True))
        elif day in (begins, act["adopted_on"]):
            basis = _text(act["in_force_from_basis"]) if day == begins else None
            yield Event(eid, day, "generation", basis, ORIGINAL)
        else:
            yield Event(eid, day, "amendment", None, _source(material, references, day, False))


def _source(material: Material, references: tuple[Reference, ...], day: str, repeal: bool) -> str:
    """The act that did it, by the day on which it took effect; a repeal may be known by several days."""
    acts = {(row["type"], row["from_act_uri"]) for row in material.passive if row["effective_on"] == day}
    doers = [reference for reference in references if reference.tag == "passiveRef"]
    wanted = [doer for doer in doers if (doer.type in ("repeals", "replaces")) == repeal]
    named = [doer for doer in wanted if (doer.type, doer.uri) in acts] or (wanted if repeal else [])
    return named[0].eid if named else EDITOR


def _text(value: object) -> str | None:
    return None if value is None else str(value)
