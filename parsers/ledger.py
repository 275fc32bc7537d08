"""The account of every character: marks made by the parsers, completed to a partition of the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from biliktilik.parsers.model import Finding, Segment, SegmentKind, Severity, Span
from biliktilik.parsers.text.spaces import fold, trim

_PUNCTUATION: Final = re.compile(r"[\s.,;:!?\"«»“”„()\[\]–—-]+\Z")
_EXCERPT: Final = 60


class Ledger:
    """Collects marks in any order; :meth:`close` turns them into the partition."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks: list[Segment] = []
        self._asides: list[Segment] = []

    def mark(self, span: Span, kind: SegmentKind, eid: str | None, rule: str) -> None:
        """Claim the non-blank extent of ``span``."""
        kept = trim(self._text, span.start, span.end)
        if kept.start < kept.end:
            self._marks.append(Segment(kept, kind, eid, rule))

    def set_aside(self, span: Span, kind: SegmentKind, eid: str | None, rule: str) -> None:
        """Claim a line that is lifted out of the text: whatever is marked around it leaves it out."""
        self._asides.append(Segment(span, kind, eid, rule))

    def units(self) -> list[tuple[int, str]]:
        """Where each marked text of a unit starts, in order."""
        return sorted((mark.span.start, mark.eid) for mark in self._marks if mark.eid is not None)

    def close(self) -> tuple[tuple[Segment, ...], tuple[Finding, ...]]:
        """The partition in order, and a finding for each stretch that no parser understood.

        Where two marks overlap the earlier start keeps the characters, so that the result is a partition whatever
        the marks were.
        """
        segments: list[Segment] = []
        findings: list[Finding] = []
        at = 0
        for mark in sorted(self._cut_marks(), key=lambda mark: (mark.span.start, -mark.span.end)):
            start = max(mark.span.start, at)
            if start >= mark.span.end:
                continue
            self._fill(at, start, segments, findings)
            segments.append(Segment(Span(start, mark.span.end), mark.kind, mark.eid, mark.rule))
            at = mark.span.end
        self._fill(at, len(self._text), segments, findings)
        return tuple(segments), tuple(findings)

    def _cut_marks(self) -> list[Segment]:
        """The marks with their pieces before and behind each line that is set aside."""
        if not self._asides:
            return self._marks
        asides = sorted(self._asides, key=lambda aside: aside.span)
        starts = [aside.span.start for aside in asides]
        pieces = list(asides)
        for mark in self._marks:
            at = mark.span.start
            for aside in asides[bisect_left(starts, at) : bisect_left(starts, mark.span.end)]:
                pieces.append(replace(mark, span=trim(self._text, at, aside.span.start)))
                at = aside.span.end
            pieces.append(replace(mark, span=trim(self._text, at, mark.span.end)))
        return [piece for piece in pieces if piece.span.start < piece.span.end]

    def _fill(self, start: int, end: int, segments: list[Segment], findings: list[Finding]) -> None:
        if start == end:
            return
        piece = self._text[start:end]
        if piece.isspace():
            segments.append(Segment(Span(start, end), SegmentKind.BLANK, None, "blank"))
        elif _PUNCTUATION.match(piece):
            self._split(start, end, SegmentKind.PUNCTUATION, "punctuation", segments)
        else:
            self._split(start, end, SegmentKind.UNPARSED, "unparsed", segments)
            span = trim(self._text, start, end)
            excerpt = fold(self._text[span.start : span.end])[:_EXCERPT]
            message = f"no rule reads this text; it is kept as it stands: «{excerpt}»"
            findings.append(Finding("unparsed_text", Severity.ERROR, message, span))

    def _split(self, start: int, end: int, kind: SegmentKind, rule: str, segments: list[Segment]) -> None:
        inner = trim(self._text, start, end)
        if start < inner.start:
            segments.append(Segment(Span(start, inner.start), SegmentKind.BLANK, None, "blank"))
        segments.append(Segment(inner, kind, None, rule))
        if inner.end < end:
            segments.append(Segment(Span(inner.end, end), SegmentKind.BLANK, None, "blank"))
