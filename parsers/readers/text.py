"""Plain text in any encoding that the portal or an office program writes."""

from __future__ import annotations

import codecs
from typing import Final

from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.extracted import Extracted

_BYTE_ORDER_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY: Final = ("kz1048", "ptcp154", "cp1251")  # the Kazakh code pages before the Russian one: they share its letters


def extract(data: bytes) -> Extracted:
    """The text as it is; plain text has no links. Raises :class:`UnreadableSource` as :func:`decode` does."""
    text, encoding = decode(data)
    return Extracted(text, encoding)


def decode(data: bytes) -> tuple[str, str]:
    r"""``(text, encoding)``; line ends become ``\\n``, nothing else changes.

    UTF-8 is tried first because a false hit is next to impossible; a file in a legacy code page is then told apart
    by charset-normalizer. Raises :class:`UnreadableSource` where neither reads the bytes as Cyrillic text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _newlines(_strict(data, encoding)), encoding
    try:
        return _newlines(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"the file claims to be {encoding} but byte {error.start} is not; save it anew"
        ) from error


def _legacy(data: bytes, utf8_error: UnicodeDecodeError) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # heavy to import, and seldom needed

    # A declaration inside the bytes is not heeded: who calls has looked at it, and pages declare the Russian code page.
    best = from_bytes(data, cp_isolation=list(_LEGACY), threshold=0.5, preemptive_behaviour=False).best()
    if best is None:
        raise UnreadableSource(
            f"the encoding is not known: byte {utf8_error.start} is not UTF-8 and no Kazakh or Russian code page "
            "fits; save the file as UTF-8"
        )
    return _newlines(str(best)), best.encoding


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
