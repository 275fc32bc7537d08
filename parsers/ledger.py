"""The account of every character: marks made by the parsers, completed to a partition of the source."""

from __future__ import annotations

import re
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

    def mark(self, span: Span, kind: SegmentKind, eid: str | None, rule: str) -> None:
        """Claim the non-blank extent of ``span``."""
        kept = trim(self._text, span.start, span.end)
        if kept.start < kept.end:
            self._marks.append(Segment(kept, kind, eid, rule))

    def unit_before(self, place: int) -> str | None:
        """The unit whose marked text starts last before ``place``; None where there is none."""
        above = [mark for mark in self._marks if mark.eid is not None and mark.span.start < place]
        return max(above, key=lambda mark: (mark.span, mark.eid)).eid if above else None

    def close(self) -> tuple[tuple[Segment, ...], tuple[Finding, ...]]:
        """The partition in order, and a finding for each stretch that no parser understood.

        Where two marks overlap the earlier start keeps the characters, so that the result is a partition whatever
        the marks were.
        """
        segments: list[Segment] = []
        findings: list[Finding] = []
        at = 0
        for mark in sorted(self._marks, key=lambda mark: (mark.span.start, -mark.span.end)):
            start = max(mark.span.start, at)
            if start >= mark.span.end:
                continue
            self._fill(at, start, segments, findings)
            segments.append(Segment(Span(start, mark.span.end), mark.kind, mark.eid, mark.rule))
            at = mark.span.end
        self._fill(at, len(self._text), segments, findings)
        return tuple(segments), tuple(findings)

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
