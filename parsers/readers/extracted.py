"""What a reader gets out of the bytes of a document."""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.parsers.model import Finding, Link


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a document with the links that its format knows; ``encoding`` is that of the bytes it was read from.

    Whatever the format, the text is laid out as the portal's own text form: one paragraph a line, indented by blanks,
    headings indented by one, a table row as one line with tabs between its cells. ``findings`` say what the text alone
    does not tell of the document, with places in the text. ``past``: the format says
    that this is an edition of the past.
    """

    text: str
    encoding: str
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    past: bool = False
