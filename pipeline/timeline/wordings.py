"""Histories → wordings: for each interval, the units of one body that are in force then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from biliktilik.parsers.model import Body, Card, Position, Provision, ProvisionKind, Span
from biliktilik.pipeline.corpus import Wording
from biliktilik.pipeline.timeline.history import History, Interval


def number_islands(history: History) -> None:
    """Give the known units of an act that is not at hand the order in which amendments quote them.

    Each quotation counts its own units from 1; below one heading they would all be the first.
    """
    counted: dict[str | None, int] = {}
    ordinals: dict[str, int] = {}
    places = {unit.eid: unit for edition in history.editions for unit in edition.body.provisions}
    for eid in sorted(places, key=lambda eid: (places[eid].span, eid)):
        unit = places[eid]
        if unit.kind is not ProvisionKind.ITEM:
            counted[unit.parent_eid] = counted.get(unit.parent_eid, 0) + 1
            ordinals[eid] = counted[unit.parent_eid]
    history.renumber(ordinals)


def wordings_of(history: History, act_key: str, act_uri: str | None, language: str | None) -> Iterator[Wording]:
    """One wording per body and interval, and one per place that tells of an unknown wording."""
    groups: dict[Interval, set[str]] = {}
    for eid, interval in history.rows():
        groups.setdefault(interval, set()).add(eid)
    for interval, eids in sorted(groups.items(), key=lambda group: _order(group[0])):
        if interval.origin is not None:
            edition = history.editions[interval.origin]
            body, source_file = _part(edition.body, eids), edition.source_file
        elif interval.told is not None:
            source_file, span = interval.told
            body = _unknown(history, eids, span)
        else:
            continue
        yield Wording(
            act_key,
            act_uri,
            language,
            source_file,
            body,
            valid_from=interval.start,
            valid_to=interval.end,
            valid_basis=interval.basis,
            known=interval.origin is not None,
        )


def _order(interval: Interval) -> tuple[int, str, str, str]:
    origin = -1 if interval.origin is None else interval.origin
    return origin, interval.start or "", interval.end or "~", repr(interval.told)


def _part(body: Body, eids: set[str]) -> Body:
    """What of a body is in force in one interval. A position without a unit of its own goes with its items."""
    units = {unit.eid for unit in body.provisions}
    items = tuple(item for item in body.items if _holder(item.eid, units) in eids)
    run = {item.position_eid for item in items if item.position_eid not in units}
    return replace(
        body,
        provisions=tuple(unit for unit in body.provisions if unit.eid in eids),
        positions=tuple(position for position in body.positions if position.eid in eids or position.eid in run),
        items=items,
        cards=tuple(card for card in body.cards if _holder(card.eid, units) in eids),
        definitions=tuple(term for term in body.definitions if term.eid in eids),
        abbreviations=tuple(term for term in body.abbreviations if term.eid in eids),
    )


def _holder(eid: str, units: set[str]) -> str:
    """The unit that something stands in: a unit of its own, else the nearest one above it."""
    while eid not in units and "__" in eid:
        eid = eid.rpartition("__")[0]
    return eid


def _unknown(history: History, eids: Iterable[str], span: Span) -> Body:
    """The units without their words: label and place in the act stay, text and title are not known."""
    wanted = set(eids)
    bodies = [edition.body for edition in history.editions]
    positions = {p.eid: p for body in bodies for p in body.positions if p.eid in wanted}
    cards = {c.eid: c for body in bodies for c in body.cards if c.eid in wanted}
    terms = {t.eid: t for body in bodies for t in body.abbreviations if t.eid in wanted}
    return Body(
        provisions=tuple(_wordless(history.units[eid], span) for eid in sorted(wanted)),
        positions=tuple(_titleless(positions[eid], span) for eid in sorted(positions)),
        cards=tuple(Card(eid, cards[eid].label, None, None, span, cards[eid].rule) for eid in sorted(cards)),
        abbreviations=tuple(replace(terms[eid], term=None, definition=None, span=span) for eid in sorted(terms)),
    )


def _wordless(unit: Provision, span: Span) -> Provision:
    return replace(unit, heading=None, text=None, span=span)


def _titleless(position: Position, span: Span) -> Position:
    return replace(position, title=None, span=span)
