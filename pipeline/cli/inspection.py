"""A parsed document as a report for a person, rows for a spreadsheet, or values for a program."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from biliktilik.parsers.model import Body, Finding, ParsedDocument, Provision, ProvisionKind, SegmentKind, Severity
from biliktilik.pipeline.cli.inspected_parts import card_lines, citation_lines, repair_lines
from biliktilik.pipeline.rows.sources import line_starts, solid_chars
from biliktilik.pipeline.store.table import Table

_INDENT: Final = "  "
_GRAVEST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Inspection:
    """What there is to say of one document."""

    def __init__(self, document: ParsedDocument) -> None:
        self.document = document
        text = document.source.text
        self._line_starts = line_starts(text)
        self._solid: Counter[str] = Counter()
        for segment in document.segments:
            self._solid[segment.kind] += solid_chars(text[segment.span.start : segment.span.end])

    @property
    def coverage(self) -> float | None:
        """Share of the non-blank characters in segments other than ``unparsed``; None for a blank text."""
        total = solid_chars(self.document.source.text)
        attributed = self._solid.total() - self._solid[SegmentKind.UNPARSED]
        return attributed / total if total else None

    def shares(self) -> list[tuple[str, int, float]]:
        """For each segment kind, the largest first: how many segments, and their share of the non-blank characters."""
        counts = Counter(str(segment.kind) for segment in self.document.segments)
        total = self._solid.total() or 1
        largest_first = sorted(counts, key=lambda kind: (-self._solid[kind], kind))
        return [(kind, counts[kind], self._solid[kind] / total) for kind in largest_first]

    def units(self) -> Table:
        """One row per provision, of the act itself and of acts that it quotes."""
        columns = ("act", "eid", "parent_eid", "kind", "label", "heading", "text", "items", "line")
        rows = []
        for act, body in self._bodies():
            items = Counter(item.block_eid for item in body.items)
            for p in body.provisions:
                found = (items[p.eid], self._line(p.span.start))
                rows.append((act, p.eid, p.parent_eid, str(p.kind), p.label, p.heading, p.text, *found))
        return Table(columns, rows)

    def findings(self) -> list[tuple[Finding, int | None]]:
        """The findings, the gravest first, each with its line (None when the whole document is meant)."""
        ordered = sorted(self.document.findings, key=_gravity)
        return [(finding, self._line(finding.span.start) if finding.span else None) for finding in ordered]

    def everything(self) -> dict[str, Any]:
        """The whole document but its text, with coverage, shares of segment kinds, and findings with their lines."""
        document = asdict(self.document)
        del document["source"]["text"]
        return {
            **document,
            "coverage": self.coverage,
            "segment_kinds": [{"kind": kind, "segments": n, "share": share} for kind, n, share in self.shares()],
            "findings": [{**asdict(finding), "line": line} for finding, line in self.findings()],
        }

    def report(self) -> Iterator[str]:
        """The lines that a person reads."""
        yield from self._head()
        for act, body in self._bodies():
            yield f"\nunits{f' of {act}, quoted' if act else ''}: {len(body.provisions)}, {_counts(body)}"
            yield from _tree(body)
        yield from card_lines(self.document.cards)
        yield from repair_lines(self.document.repairs, self._line)
        yield from citation_lines(tuple(citation for _, body in self._bodies() for citation in body.citations))
        yield "\nsegments (share of the characters that are no blanks)"
        yield from (f"  {kind:<12} {count:>6} {share:>8.2%}" for kind, count, share in self.shares())
        yield f"\nfindings: {len(self.document.findings)}"
        for finding, line in self.findings():
            place = "whole document" if line is None else f"line {line}"
            yield f"  {finding.severity} {finding.code}, {place}: {finding.message}"

    def _head(self) -> Iterator[str]:
        document, act = self.document, self.document.header.act
        coverage = "-" if self.coverage is None else f"{self.coverage:.2%}"
        yield f"{document.source.source_file}: {document.source.media_type}, {document.source.encoding}"
        yield f"kind: {document.kind or 'unknown'}; language: {document.language or 'unknown'}; coverage: {coverage}"
        issuer = act.issuer or "no issuer"
        yield f"act: {act.kind or '-'} № {act.number or '-'}, {act.adopted_on or 'no date'}, {issuer}"
        if act.registration_number:
            yield f"registered: № {act.registration_number}, {act.registered_on or 'no date'}"
        yield f"title: {act.title or '-'}"
        if document.header.status:
            yield f"status: {document.header.status}"
        parts = {name: len(getattr(document, name)) for name in ("amendments", "notes", "definitions", "cards")}
        yield ", ".join(f"{name}: {count}" for name, count in parts.items())

    def _bodies(self) -> Iterator[tuple[str | None, Body]]:
        yield None, self.document.body
        for island in self.document.islands:
            yield f"№ {island.target.number or '-'}", island.body

    def _line(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset)


def _tree(body: Body) -> Iterator[str]:
    """The provisions, indented below their parents; items are counted, not listed."""
    items = Counter(item.block_eid for item in body.items)
    depths: dict[str | None, int] = {None: 0}
    for provision in body.provisions:
        depths[provision.eid] = depths.get(provision.parent_eid, 0) + 1
        if provision.kind is not ProvisionKind.ITEM:
            yield _INDENT * depths[provision.eid] + _named(provision, items[provision.eid])


def _named(provision: Provision, items: int) -> str:
    name = " ".join(part for part in (provision.label, provision.heading) if part)
    counted = f"  ({items} items)" if items else ""
    return f"{provision.eid}  {provision.kind}{f'  {name}' if name else ''}{counted}"


def _counts(body: Body) -> str:
    blocks = Counter(str(item.block) for item in body.items)
    listed = [f"positions: {len(body.positions)}", *(f"{block}: {count}" for block, count in sorted(blocks.items()))]
    return ", ".join(listed)


def _gravity(finding: Finding) -> tuple[int, int, str]:
    return _GRAVEST_FIRST.index(finding.severity), finding.span.start if finding.span else -1, finding.code
