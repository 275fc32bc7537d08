"""The partition of the repaired text as a partition of the raw one: the owner of each character keeps it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from biliktilik.parsers.model import Segment, SegmentKind, Span
from biliktilik.parsers.repair.offsets import Offsets, RepairedLine
from biliktilik.parsers.text.spaces import trim

_NOBODY: Final = -1


class _Stretch(NamedTuple):
    """Raw characters ``[start, end)`` that one segment (its number) owns."""

    start: int
    end: int
    owner: int


def relocate_segments(segments: Sequence[Segment], offsets: Offsets, raw: str) -> tuple[Segment, ...]:
    """Segments of the raw text; a segment whose words lie apart there comes in several pieces."""
    if not offsets.lines:
        return tuple(segments)
    stretches = [
        _Stretch(span.start, span.end, number)
        for number, segment in enumerate(segments)
        for span in offsets.plain(segment.span)
    ]
    starts = [segment.span.start for segment in segments]
    for line in offsets.lines:
        stretches += _runs(line, _owners(line, segments, starts))
    stretches.sort()
    return tuple(_as_segments(_joined(stretches), segments, raw))


def _owners(line: RepairedLine, segments: Sequence[Segment], starts: Sequence[int]) -> list[int]:
    """For each raw character of the line the segment that owns it; nobody owns a blank."""
    owners = [_NOBODY] * (line.raw.end - line.raw.start)
    number = max(0, bisect_right(starts, line.repaired.start) - 1)
    while number < len(segments) and segments[number].span.start < line.repaired.end:
        span = segments[number].span
        for place in line.solid(span.start, span.end):
            owners[place - line.raw.start] = number
        number += 1
    return owners


def _runs(line: RepairedLine, owners: Sequence[int]) -> Iterator[_Stretch]:
    """Runs of characters with one owner; blanks between two of its characters are its own, too."""
    at = line.raw.start
    solid = [(place, owner) for place, owner in enumerate(owners, at) if owner != _NOBODY]
    for owner, members in groupby(solid, key=lambda pair: pair[1]):
        places = [place for place, _ in members]
        if at < places[0]:
            yield _Stretch(at, places[0], _NOBODY)
        at = places[-1] + 1
        yield _Stretch(places[0], at, owner)
    if at < line.raw.end:
        yield _Stretch(at, line.raw.end, _NOBODY)


def _joined(stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Stretches in order, with neighbours of one owner, and what nobody owns between them, made one."""
    held: _Stretch | None = None
    gap: _Stretch | None = None
    for stretch in stretches:
        if stretch.owner == _NOBODY:
            gap = _Stretch(gap.start if gap else stretch.start, stretch.end, _NOBODY)
            continue
        if held and held.owner == stretch.owner:
            held = _Stretch(held.start, stretch.end, held.owner)
        else:
            yield from (one for one in (held, gap) if one)
            held = stretch
        gap = None
    yield from (one for one in (held, gap) if one)


def _as_segments(stretches: Iterable[_Stretch], segments: Sequence[Segment], raw: str) -> Iterator[Segment]:
    """Each stretch as a segment without blanks at its ends, and the blanks between them."""
    at = 0
    for start, end, owner in stretches:
        if owner == _NOBODY or segments[owner].kind is SegmentKind.BLANK:
            continue
        old = segments[owner]
        whole = old.span.start == start and old.span.end == end
        inner = old.span if whole else trim(raw, start, end)
        if inner.start == inner.end:
            continue
        if at < inner.start:
            yield _blank(at, inner.start)
        yield old if whole else Segment(inner, old.kind, old.eid, old.rule)
        at = inner.end
    if at < len(raw):
        yield _blank(at, len(raw))


def _blank(start: int, end: int) -> Segment:
    return Segment(Span(start, end), SegmentKind.BLANK, None, "blank")
