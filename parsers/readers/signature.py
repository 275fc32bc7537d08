"""What kind of file is this? Decided by its first bytes."""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.readers.container import container_type, why_compound
from biliktilik.parsers.readers.errors import UnreadableSource

_BINARY: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "a PDF file; save the act as text (or its text layer) and add that"),
    (b"\x89PNG", "a picture; a scan has no text to read"),
    (b"\xff\xd8\xff", "a picture; a scan has no text to read"),
    (b"{\\rtf", "an RTF file; save the document as plain text and add that"),
    (b"SQLite format 3", "an SQLite database, not a document"),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_HTML: Final = re.compile(rb"(?is)\A\s*(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b")
_SHELL: Final = re.compile(rb"(?i)<div\s+id=[\"']?(?:root|app)[\"']?\s*>\s*</div>")
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE: Final = 65_536  # enough to meet a control character of any binary format


def media_type_of(data: bytes) -> str:
    """Media type of a readable file; raises :class:`UnreadableSource` for the others."""
    if not data.strip():
        raise UnreadableSource("the file is empty: it has no character but blanks")
    for signature, explanation in _BINARY:
        if data.startswith(signature):
            raise UnreadableSource(f"the file is {explanation}")
    if data.startswith(_ZIP):
        return container_type(data)
    if data.startswith(_COMPOUND):
        raise UnreadableSource(f"the file is {why_compound(data)}")
    if _HTML.match(data):
        raise UnreadableSource(_why_html(data))
    if _CONTROL.search(data[:_SAMPLE]) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableSource("the file is binary: it holds control characters that no text document has")
    return "text/plain"


def _why_html(data: bytes) -> str:
    if _SHELL.search(data):
        return (
            "the file is a JavaScript shell page: it holds no text of an act, because the portal fills it in the "
            "browser; download the act as DOCX or PDF there, or copy its text, and add that"
        )
    return "the file is an HTML page, which is not read yet; save the act as plain text and add that"
