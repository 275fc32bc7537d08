"""Which unit of which act a stretch of a document belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from biliktilik.parsers.model import (
    Body,
    Card,
    Citation,
    CitedIn,
    Island,
    Item,
    ProvisionKind,
    Segment,
    SegmentKind,
    Span,
)

_BY_SEGMENT: Final = {
    SegmentKind.TITLE: CitedIn.TITLE,
    SegmentKind.REQUISITES: CitedIn.REQUISITES,
    SegmentKind.NOTE: CitedIn.NOTE,
    SegmentKind.PREAMBLE: CitedIn.PREAMBLE,
    SegmentKind.HEADING: CitedIn.HEADING,
    SegmentKind.CELL: CitedIn.CARD,
}
_BY_PROVISION: Final = {
    ProvisionKind.PREAMBLE: CitedIn.PREAMBLE,
    ProvisionKind.DUTIES: CitedIn.DUTIES,
    ProvisionKind.KNOWLEDGE: CitedIn.KNOWLEDGE,
    ProvisionKind.REQUIREMENTS: CitedIn.REQUIREMENTS,
    ProvisionKind.CARD: CitedIn.CARD,
}


class Places:
    """The units of one document: its own and those that it quotes of other acts; ``cards`` are its own."""

    def __init__(self, body: Body, islands: tuple[Island, ...], cards: tuple[Card, ...] = ()) -> None:
        bodies = [body, *(island.body for island in islands)]
        self._items = {item.eid: item for one in bodies for item in one.items}
        self._kinds = {unit.eid: unit.kind for one in bodies for unit in one.provisions}
        self._quoted = [_extent(island.body) for island in islands]
        self._cards = {card.eid: card for card in cards}
        self._small = _small_starts(self._items.values())

    def of(self, segment: Segment, span: Span) -> tuple[CitedIn, str | None, int | None]:
        """Part of the act, eId of the unit and number of the item of a stretch inside ``segment``."""
        eid = segment.eid
        card = self._cards.get(eid or "") if segment.kind is SegmentKind.CELL else None
        if card is not None:
            cited_in, ordinal = _in_card(card, span)
            return cited_in, eid, ordinal
        if segment.kind in _BY_SEGMENT:
            return _BY_SEGMENT[segment.kind], eid, None
        item = self._items.get(eid or "")
        if item is not None:
            return CitedIn(item.block.value), eid, item.ordinal
        return _BY_PROVISION.get(self._kinds.get(eid or "", ProvisionKind.POINT), CitedIn.POINT), eid, None

    def island_of(self, citation: Citation) -> int | None:
        """The number of the quoted wording that holds a citation; None for the document's own."""
        if citation.cited_in in (CitedIn.TITLE, CitedIn.REQUISITES, CitedIn.PREAMBLE):
            return None
        held = (n for n, extent in enumerate(self._quoted) if extent.start <= citation.span.start < extent.end)
        return next(held, None)

    def capitals_tell(self, eid: str | None) -> bool:
        """Do most items of this item's block start with a small letter, so that a capital one means a name?"""
        item = self._items.get(eid or "")
        return item is not None and self._small[item.block_eid]


def _extent(body: Body) -> Span:
    spans = [unit.span for unit in body.provisions] + [item.span for item in body.items]
    return Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))


def _in_card(card: Card, span: Span) -> tuple[CitedIn, int | None]:
    """The ability or thing to know that holds a stretch; of several the shortest."""
    found = [
        (item.span.end - item.span.start, cited_in.value, item.ordinal)
        for cited_in, items in ((CitedIn.CARD_ABILITY, card.abilities), (CitedIn.CARD_KNOWLEDGE, card.knowledge))
        for item in items
        if item.span.start <= span.start and span.end <= item.span.end
    ]
    if not found:
        return CitedIn.CARD, None
    _, cited_in_value, ordinal = min(found)
    return CitedIn(cited_in_value), ordinal


def _small_starts(items: Iterable[Item]) -> dict[str, bool]:
    starts: dict[str, list[bool]] = {}
    for item in items:
        starts.setdefault(item.block_eid, []).append(item.text[:1].islower())
    return {block: sum(small) * 2 > len(small) for block, small in starts.items()}
