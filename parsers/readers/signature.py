"""What kind of file is this? Decided by its first bytes."""

from __future__ import annotations

import codecs
import re
from typing import Final

from biliktilik.parsers.readers.container import container_type, why_compound
from biliktilik.parsers.readers.errors import UnreadableSource

_BINARY: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG", "a picture; a scan has no text to read"),
    (b"\xff\xd8\xff", "a picture; a scan has no text to read"),
    (b"{\\rtf", "an RTF file; save the document as plain text and add that"),
    (b"SQLite format 3", "an SQLite database, not a document"),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
# The first element of a page or of a saved part of one. The group of comments is atomic: they are passed over once.
_HTML: Final = re.compile(
    r"\A\ufeff?\s*(?:<\?xml\b[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)"
    r"<(?:!doctype\s+html|html|head|body|meta|title|main|article|section|div|table|h[1-6]|p)\b[^<]*>",
    re.IGNORECASE | re.DOTALL,
)
# A first line that is a title in Markdown, and a second mark of it further on: plain text never has both.
_MARKDOWN_TITLE: Final = re.compile(r"\A\ufeff?\s*#{1,3} [^\W\d_\"«“„]|\A\ufeff?\s*#{1,3} [\"«“„*]+[^\W\d_]")
_MARKDOWN_MARK: Final = re.compile(
    r"^(?:#{1,6} \S|> ?\S|\|.*\|[ \t]*$|[ \t]*<table\b)|\[[^\[\]\n]{1,500}\]\([^()\s]{1,500}\)", re.MULTILINE
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PDF: Final = b"%PDF-"
_PDF_REACH: Final = 1_024  # bytes within which a PDF file must say what it is; mail programs write lines before it
_SAMPLE: Final = 65_536  # enough to meet a control character of any binary format


def media_type_of(data: bytes) -> str:
    """Media type of a readable file; raises :class:`UnreadableSource` for the others."""
    if not data.strip():
        raise UnreadableSource("the file is empty: it has no character but blanks")
    for signature, explanation in _BINARY:
        if data.startswith(signature):
            raise UnreadableSource(f"the file is {explanation}")
    if _is_pdf(data):
        return "application/pdf"
    if data.startswith(_ZIP):
        return container_type(data)
    if data.startswith(_COMPOUND):
        raise UnreadableSource(f"the file is {why_compound(data)}")
    if _HTML.match(_opening(data)):
        return "text/html"
    if _CONTROL.search(data[:_SAMPLE]) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableSource("the file is binary: it holds control characters that no text document has")
    return "text/markdown" if _is_markdown(_opening(data)) else "text/plain"


def _is_markdown(text: str) -> bool:
    title = _MARKDOWN_TITLE.match(text)
    if title is None:
        return False
    return _MARKDOWN_MARK.search(text, text.find("\n", title.end()) + 1 or len(text)) is not None


def _opening(data: bytes) -> str:
    """The beginning as characters; letters do not matter, only the marks of a format, which are ASCII."""
    sample = data[:_SAMPLE]
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return sample.decode("utf-16", "replace")
    return sample.decode("utf-8", "replace")


def _is_pdf(data: bytes) -> bool:
    """Does the file say so at its start, or behind some bytes that are no text of a document about PDF files?"""
    if data.startswith(_PDF):
        return True
    at = data.find(_PDF, 0, _PDF_REACH)
    return at > 0 and re.match(rb"%PDF-\d\.\d\s*(?:%|\d+\s+\d+\s+obj)", data[at : at + 64]) is not None
