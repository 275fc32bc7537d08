"""A source text, its stretches, and what is remarked on them."""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.parsers.model.vocabulary import SegmentKind, Severity


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch ``[start, end)`` of code points of one source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a text that a document links to a target, as the document writes it (path, fragment or URL)."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document as text. ``source_file`` is its path below the raw folder, with forward slashes.

    ``links`` are those that the format of the document knows, in the order of the text.
    """

    source_file: str
    text: str
    sha256: str
    media_type: str
    encoding: str
    reader: str
    links: tuple[Link, ...] = ()

    @property
    def may_wrap(self) -> bool:
        """Can its lines be those of a page? Only of plain text nobody knows where its paragraphs end."""
        return self.media_type == "text/plain"


@dataclass(frozen=True, slots=True)
class Segment:
    """One cell of the partition of a source."""

    span: Span
    kind: SegmentKind
    eid: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A visual line that was mended before it was read; ``raw`` and ``repaired`` differ in order and blanks only."""

    span: Span
    raw: str
    repaired: str
    rule: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader of the data must know. ``span`` is None when the whole document is meant."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
