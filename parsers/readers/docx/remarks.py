"""What a reader of the data must know of a document that its text alone does not tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.model import Finding, Severity, Span

_EXCERPT: Final = 200
_MOST: Final = 50  # remarks of one kind; a document with more of them is described well enough


def excerpt(text: str) -> str:
    """The beginning of a text on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + " …"


@dataclass(slots=True)
class Remarks:
    """Collects findings while a document is read; ``deleted`` and ``inserted`` count tracked changes."""

    findings: list[Finding] = field(default_factory=list)
    deleted: int = 0
    inserted: int = 0
    pictures: int = 0
    _counts: dict[str, int] = field(default_factory=dict)

    def add(self, code: str, severity: Severity, message: str, span: Span | None = None) -> None:
        """Report one thing; after the fiftieth of its kind the rest is only counted."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] <= _MOST:
            self.findings.append(Finding(code, severity, message, span))

    def close(self) -> tuple[Finding, ...]:
        """All findings, with what could only be said at the end."""
        if self.deleted or self.inserted:
            message = (
                f"the document tracks changes that nobody has accepted: {self.inserted} insertions are read as text, "
                f"{self.deleted} deletions are left out; see that this is the wording adopted"
            )
            self.findings.append(Finding("tracked_changes", Severity.WARNING, message))
        for code, count in sorted(self._counts.items()):
            if count > _MOST:
                message = f"{count - _MOST} more findings of this kind are not listed"
                self.findings.append(Finding(code, Severity.WARNING, message))
        return tuple(self.findings)
