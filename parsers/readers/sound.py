"""What any reader's text has to be before it is parsed: of bearable length, and storable as Unicode text."""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.readers.errors import UnreadableSource

# Fifty times the longest order known; what a small file can be blown up to is far more.
LONGEST_TEXT: Final = 10_000_000
# Control characters other than white space, halves of surrogate pairs, and what Unicode says is no character:
# a terminal obeys the first, no encoding can write the second, no XML can hold any of them.
_UNFIT: Final = re.compile("[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"


def sound_text(text: str) -> str:
    """``text``, fit to be stored and shown: a character that cannot be either becomes U+FFFD in its place.

    Raises :class:`UnreadableSource` for a text that is blank, too long, or holds NUL characters.
    """
    if len(text) > LONGEST_TEXT:
        raise UnreadableSource(
            f"the text has more than {LONGEST_TEXT // 1_000_000} million characters, and no order has; "
            "see what it is, and add the text of the act alone"
        )
    if not text.strip():
        raise UnreadableSource("the file is empty: it has no character but blanks")
    if "\0" in text:
        raise UnreadableSource(
            f"the text holds a NUL at character {text.index(chr(0))}, which no text document has; save it anew"
        )
    return _UNFIT.sub(UNREADABLE, text)
