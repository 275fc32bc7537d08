"""What the parsers of one document share: the text, its grammar, the account of characters, notes and findings."""

from __future__ import annotations

from dataclasses import dataclass, field

from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.ledger import Ledger
from biliktilik.parsers.model import Finding, Note, SegmentKind, Severity, Span
from biliktilik.parsers.text.spaces import fold


@dataclass
class Desk:
    """One document under work. Lives only inside one call of ``parse_document``."""

    text: str
    grammar: Grammar
    ledger: Ledger
    wrapped: bool = False
    findings: list[Finding] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def fold(self, span: Span) -> str:
        """Folded text of a stretch of the source."""
        return fold(self.text[span.start : span.end])

    def mark(self, span: Span, kind: SegmentKind, eid: str | None, rule: str) -> None:
        """Account for a stretch."""
        self.ledger.mark(span, kind, eid, rule)

    def find(self, code: str, severity: Severity, message: str, span: Span | None) -> None:
        """Report something that a reader of the data must know."""
        self.findings.append(Finding(code, severity, message, span))
