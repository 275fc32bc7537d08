"""The way from a place in the repaired text back to the raw one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.model import Span

NOWHERE: Final = -1


@dataclass(frozen=True, slots=True)
class RepairedLine:
    """A line in both texts. ``places``: for each character of ``text``, the repaired line, its place in the raw line.

    The place of a blank means nothing; those at the end have none.
    """

    repaired: Span
    raw: Span
    text: str
    places: tuple[int, ...]

    def solid(self, start: int, end: int) -> list[int]:
        """Raw offsets of the characters, blanks left out, of the repaired stretch ``[start, end)``."""
        begin, base = self.repaired.start, self.raw.start
        first = max(0, start - begin)
        return [
            base + self.places[first + number]
            for number, char in enumerate(self.text[first : max(0, end - begin)])
            if char != " "
        ]


class Offsets:
    """Maps spans of a repaired text to spans of the raw one; the identity when no line was repaired."""

    def __init__(self, lines: Sequence[RepairedLine] = ()) -> None:
        self.lines = tuple(lines)
        self._starts = [line.repaired.start for line in lines]
        self._ends = [line.repaired.end for line in lines]

    def raw(self, span: Span) -> Span:
        """The smallest raw span that holds all characters (blanks apart) of a repaired one."""
        first = bisect_right(self._ends, span.start)
        shift = self._shift(first)
        if first == len(self.lines) or span.end <= self.lines[first].repaired.start:
            return span if shift == 0 else Span(span.start + shift, span.end + shift)
        return self._joined(span, first, shift)

    def _joined(self, span: Span, first: int, shift: int) -> Span:
        """``span`` touches repaired lines from number ``first`` on; only the outer ones of them decide."""
        last = max(first, bisect_left(self._starts, span.end) - 1)
        low, high = self.lines[first], self.lines[last]
        places: list[int] = []
        if span.start < low.repaired.start:
            places.append(span.start + shift)
        else:
            places += low.solid(span.start, span.end) or [low.raw.end] * (span.end > low.repaired.end)
        if span.end > high.repaired.end:
            places.append(span.end + self._shift(last + 1) - 1)
        else:
            places += high.solid(span.start, span.end) or [high.raw.start - 1] * (span.start < high.repaired.start)
        return Span(min(places), max(places) + 1) if places else self._empty(span.start, first)

    def _empty(self, at: int, number: int) -> Span:
        """The place of a stretch without a character: behind the last one before it."""
        line = self.lines[number]
        before = line.solid(line.repaired.start, at)
        place = before[-1] + 1 if before else line.raw.start
        return Span(place, place)

    def _shift(self, number: int) -> int:
        """What to add between repaired line ``number - 1`` and the next one."""
        return self.lines[number - 1].raw.end - self.lines[number - 1].repaired.end if number else 0

    def plain(self, span: Span) -> Iterator[Span]:
        """The raw spans of what ``span`` covers outside the repaired lines, in order."""
        at, end = span.start, span.end
        number = bisect_right(self._ends, at)
        while at < end:
            shift = self._shift(number)
            stop = min(end, self.lines[number].repaired.start) if number < len(self.lines) else end
            if at < stop:
                yield Span(at + shift, stop + shift) if shift or stop - at < span.end - span.start else span
            if stop == end:
                return
            at = max(at, self.lines[number].repaired.end)
            number += 1
