"""The page of an act as others cite it: is it still in force, who must know it, and in which words it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

from biliktilik.pipeline.pages.excerpts import Excerpt, Shelf
from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.acts import ActHead, find_act
from biliktilik.pipeline.store.database import Reader

# The tables, not their views: the views name the citing act by its number, and two acts may have the same one.
_MENTIONS: Final = """
SELECT a.act_uri, a.number, a.adopted_on, n.title AS act_title_kk, m.title AS act_title_ru, c.language, c.eid,
       c.item_kind, c.item_ordinal, c.as_printed, c.resolved, c.source_file, c.char_start, c.char_end,
       p.eid AS position_eid, p.title AS position_title, p.section, p.position, p.valid_from, p.valid_to,
       d.eid AS card_eid, coalesce(d.name, d.title) AS card_title, d.label AS card_label
FROM citations AS c
JOIN acts AS a ON a.act_uri = c.act_uri
LEFT JOIN act_names AS n ON n.act_uri = a.act_uri AND n.language = 'kk'
LEFT JOIN act_names AS m ON m.act_uri = a.act_uri AND m.language = 'ru'
LEFT JOIN items AS i ON i.act_uri = c.act_uri AND i.language = c.language AND i.eid = c.eid
                    AND i.source_file = c.source_file AND i.char_start <= c.char_start AND c.char_end <= i.char_end
LEFT JOIN positions AS p ON p.wording_id = i.position_wording_id
LEFT JOIN cards AS d ON d.act_uri = c.act_uri AND d.language = c.language AND d.eid = c.eid AND d.wording_known
                    AND c.item_kind <> 'note'
WHERE c.cited_act_uri = :act_uri
GROUP BY c.citation_id
ORDER BY a.adopted_on, a.act_uri, c.source_file, c.char_start, c.citation_id
"""
_KNOWN_BY: Final = ("knowledge", "card_knowledge")


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention of the act, in a position, in a card, or elsewhere in the citing act."""

    act_uri: str
    number: str | None
    adopted_on: str | None
    act_title_kk: str | None
    act_title_ru: str | None
    language: str
    eid: str | None
    item_kind: str
    item_ordinal: int | None
    as_printed: str
    resolved: bool
    source_file: str
    char_start: int
    char_end: int
    position_eid: str | None
    position_title: str | None
    section: str | None
    position: str | None
    valid_from: str | None
    valid_to: str | None
    card_eid: str | None
    card_title: str | None
    card_label: str | None


@dataclass(frozen=True, slots=True)
class PlacedNaming:
    """A mention with its place in the source."""

    naming: Naming
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Holder:
    """A position or card (``page``) whose holder must know the act; ``titles`` are (language, title)."""

    page: str
    eid: str
    section: str | None
    label: str | None
    titles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CitingAct:
    """An act that cites this one: who must know it there, and every mention."""

    act_uri: str
    number: str | None
    adopted_on: str | None
    title_kk: str | None
    title_ru: str | None
    holders: tuple[Holder, ...]
    mentions: tuple[PlacedNaming, ...]


@dataclass(frozen=True, slots=True)
class CitedPage:
    """All that the page of a cited act shows.

    ``ended`` is a day from which the act is known not to be in force; ``known`` is false when the database knows
    neither a beginning nor an end, so that it cannot say whether the act is in force.
    """

    act: ActHead
    kind: str | None
    known: bool
    ended: str | None
    citing: tuple[CitingAct, ...]
    holders: int
    mentions: int


def cited_page(reader: Reader, act_uri: str) -> CitedPage:
    """The page of an act as others cite it; BiliktilikError, with near matches, when there is no such act."""
    act = find_act(reader, act_uri)
    kind = reader.ask("SELECT kind FROM v_acts WHERE act_uri = :uri", {"uri": act.act_uri}).rows[0][0]
    namings = read_rows(reader, Naming, _MENTIONS, act_uri=act.act_uri)
    shelf = Shelf(reader)
    citing = tuple(_citing(shelf, list(group)) for _, group in groupby(namings, key=attrgetter("act_uri")))
    return CitedPage(
        act=act,
        kind=None if kind is None else str(kind),
        known=bool(act.in_force_from or act.in_force_to),
        ended=act.in_force_to,
        citing=citing,
        holders=sum(len(group.holders) for group in citing),
        mentions=len(namings),
    )


def _citing(shelf: Shelf, namings: Sequence[Naming]) -> CitingAct:
    first = namings[0]
    placed = (PlacedNaming(n, shelf.excerpt(n.source_file, n.char_start, n.char_end)) for n in namings)
    return CitingAct(
        first.act_uri,
        first.number,
        first.adopted_on,
        first.act_title_kk,
        first.act_title_ru,
        _holders(namings),
        tuple(placed),
    )


def _holders(namings: Sequence[Naming]) -> tuple[Holder, ...]:
    """Positions and cards that name the act among what must be known, in the order of the text, each once."""
    groups: dict[tuple[str, str], list[Naming]] = {}
    for naming in namings:
        if naming.item_kind in _KNOWN_BY and (eid := naming.position_eid or naming.card_eid):
            groups.setdefault(("position" if naming.position_eid else "card", eid), []).append(naming)
    return tuple(_holder(page, eid, group) for (page, eid), group in groups.items())


def _holder(page: str, eid: str, namings: Sequence[Naming]) -> Holder:
    titles: dict[str, str] = {}
    for naming in namings:
        if title := naming.position_title or naming.card_title:
            titles.setdefault(naming.language, title)
    first = namings[0]
    return Holder(page, eid, first.section, first.position or first.card_label, tuple(titles.items()))
