"""All mentions of one document, each in the unit that mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from biliktilik.parsers.citations.find import Mention, find_mentions
from biliktilik.parsers.citations.places import Places
from biliktilik.parsers.citations.resolve import Memory
from biliktilik.parsers.citations.tokens import anchor
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.identity import fold_number, fold_title
from biliktilik.parsers.model import (
    ActReference,
    Body,
    Card,
    Citation,
    Header,
    Island,
    Segment,
    SegmentKind,
    Span,
)
from biliktilik.parsers.text.spaces import Folded, fold_span

_READ = frozenset(
    {
        SegmentKind.REQUISITES,
        SegmentKind.NOTE,
        SegmentKind.PREAMBLE,
        SegmentKind.HEADING,
        SegmentKind.TEXT,
        SegmentKind.INSTRUCTION,
        SegmentKind.CELL,
    }
)


@dataclass(frozen=True)
class _Piece:
    segment: Segment
    folded: Folded


def attach_citations(
    desk: Desk,
    header: Header,
    segments: tuple[Segment, ...],
    body: Body,
    islands: tuple[Island, ...],
    cards: tuple[Card, ...] = (),
) -> tuple[Body, tuple[Island, ...]]:
    """``body`` and ``islands`` with their citations; each citation goes to the act whose unit mentions."""
    places = Places(body, islands, cards)
    memory: Memory[_Piece] = Memory(desk.grammar)
    own_names = _own_names(header, body)
    cited = [
        _citation(piece, mention, places)
        for piece, mention in memory.resolve(_mentions(desk, header, segments))
        if _counts(piece, mention, header, own_names, places)
    ]
    held: dict[int | None, list[Citation]] = {}
    for one in cited:
        held.setdefault(places.island_of(one), []).append(one)
    quoted = [
        replace(island, body=replace(island.body, citations=tuple(held.get(number, ()))))
        for number, island in enumerate(islands)
    ]
    return replace(body, citations=tuple(held.get(None, ()))), tuple(quoted)


def _mentions(desk: Desk, header: Header, segments: tuple[Segment, ...]) -> Iterator[tuple[_Piece, Mention]]:
    """Mentions in order of the text; abbreviations are looked for once all of them are known."""
    found = [
        (piece, mention)
        for piece in _pieces(desk, header, segments, anchor(desk.grammar.language))
        for mention in find_mentions(desk.grammar, piece.folded.text)
    ]
    shorts = {mention.short: mention.act for _, mention in found if mention.short}
    names = [name for name in shorts if desk.grammar.match("cite.abbreviation", name)]
    if names:
        words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
        for piece in _pieces(desk, header, segments, words):
            found += [(piece, mention) for mention in _abbreviated(words, piece, shorts, found)]
    yield from sorted(found, key=lambda pair: (pair[0].segment.span, pair[1].start))


def _abbreviated(
    words: re.Pattern[str], piece: _Piece, shorts: dict[str, ActReference], found: list[tuple[_Piece, Mention]]
) -> Iterator[Mention]:
    taken = [
        (mention.start, max(mention.end, mention.short_end))
        for other, mention in found
        if other.segment == piece.segment
    ]
    for match in words.finditer(piece.folded.text):
        if not any(start <= match.start() < end for start, end in taken):
            act = ActReference(shorts[match.group()].kind, None, None)
            yield Mention(act, match.start(), match.end(), "cite.abbreviation", back=match.group())


def _pieces(
    desk: Desk, header: Header, segments: tuple[Segment, ...], words: re.Pattern[str] | None
) -> Iterator[_Piece]:
    """The folded text of every stretch that holds one of ``words``; a title that runs over lines is one stretch."""
    kept = [segment for segment in segments if segment.kind in _READ]
    if header.title_span is not None:
        kept.insert(0, Segment(header.title_span, SegmentKind.TITLE, None, "title"))
    starts = [segment.span.start for segment in kept]
    done = -1
    for match in words.finditer(desk.text) if words else ():
        index = bisect_right(starts, match.start()) - 1
        if index > done and match.start() < kept[index].span.end:
            done = index
            yield _Piece(kept[index], fold_span(desk.text, kept[index].span))


def _own_names(header: Header, body: Body) -> str:
    """The folded title of the act and headings of its annexes: what they hold is no other act."""
    names = [header.act.title, *(unit.heading for unit in body.provisions if unit.parent_eid is None)]
    return "\n".join(fold_title(name) or "" for name in names)


def _counts(piece: _Piece, mention: Mention, header: Header, own_names: str, places: Places) -> bool:
    """Is this another act than the one that mentions, and more than a general word with a capital letter?"""
    act, own = mention.act, header.act
    if mention.capital and not places.capitals_tell(piece.segment.eid):
        return False
    if act.number:
        return (fold_number(act.number), act.adopted_on) != (fold_number(own.number), own.adopted_on)
    title = fold_title(act.title)
    return act.adopted_on is not None or title is None or title not in own_names


def _citation(piece: _Piece, mention: Mention, places: Places) -> Citation:
    span: Span = piece.folded.raw(mention.start, mention.end)
    cited_in, eid, ordinal = places.of(piece.segment, span)
    return Citation(
        cited_in=cited_in,
        eid=eid,
        ordinal=ordinal,
        act=mention.act,
        also_numbered=mention.also_numbered,
        as_printed=piece.folded.text[mention.start : mention.end],
        span=span,
        rule=mention.rule,
    )
