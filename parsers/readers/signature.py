"""What kind of file is this? Decided by its first bytes."""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.readers.errors import UnreadableSource

_BINARY: Final[tuple[tuple[bytes, str], ...]] = (
    (b"PK\x03\x04", "a ZIP container (DOCX, XLSX or an archive); save the document as plain text and add that"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save the document as plain text and add that"),
    (b"\x89PNG", "a picture; a scan has no text to read"),
    (b"\xff\xd8\xff", "a picture; a scan has no text to read"),
    (b"{\\rtf", "an RTF file; save the document as plain text and add that"),
    (b"SQLite format 3", "an SQLite database, not a document"),
)
_HTML: Final = re.compile(rb"(?is)\A\s*(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b")
_SHELL: Final = re.compile(rb"(?i)<div\s+id=[\"']?(?:root|app)[\"']?\s*>\s*</div>")
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
    if _HTML.match(data):
        raise UnreadableSource(_why_html(data))
    if _CONTROL.search(data[:_SAMPLE]) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableSource("the file is binary: it holds control characters that no text document has")
    return "text/plain"


def _is_pdf(data: bytes) -> bool:
    """Does the file say so at its start, or behind some bytes that are no text of a document about PDF files?"""
    if data.startswith(_PDF):
        return True
    at = data.find(_PDF, 0, _PDF_REACH)
    return at > 0 and re.match(rb"%PDF-\d\.\d\s*(?:%|\d+\s+\d+\s+obj)", data[at : at + 64]) is not None


def _why_html(data: bytes) -> str:
    if _SHELL.search(data):
        return (
            "the file is a JavaScript shell page: it holds no text of an act, because the portal fills it in the "
            "browser; download the act as DOCX or PDF there, or copy its text, and add that"
        )
    return "the file is an HTML page, which is not read yet; save the act as plain text and add that"
