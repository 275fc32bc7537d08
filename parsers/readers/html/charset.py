"""The bytes of a page → characters: mark, UTF-8, what the page declares, what the letters tell."""

from __future__ import annotations

import codecs
import re
from typing import Final

from biliktilik.parsers.readers.text import decode

_HEAD: Final = 4_096  # bytes in which browsers, too, look for the declaration
_DECLARED: Final = re.compile(rb"(?i)<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
_XML: Final = re.compile(rb"(?i)\A\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
# What Kazakh letters of their own code pages become in the Russian one, which many Kazakh pages declare.
_FOREIGN: Final = re.compile("[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇЅјґєїѕ]")


def decode_page(data: bytes) -> tuple[str, str]:
    """``(characters, encoding)``; a NUL, at which a parser could stop, becomes U+FFFD.

    UTF-8 comes before the declaration because a page saved anew keeps the old one. Raises
    :class:`~biliktilik.parsers.readers.errors.UnreadableSource` where nothing fits.
    """
    text, encoding = _declared(data) or decode(data)
    return text.replace("\0", "\ufffd"), encoding


def _declared(data: bytes) -> tuple[str, str] | None:
    """The page in the encoding that it declares; None where that is not needed, not known or does not fit."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_utf8(data):
        return None
    found = _DECLARED.search(data[:_HEAD]) or _XML.search(data[:_HEAD])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        text = str(data, name)
    except (LookupError, ValueError):
        return None
    return None if _FOREIGN.search(text) else (text, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
