"""Soft line breaks: which of them end a line of the text, and which only shape it on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from biliktilik.parsers.readers.docx.strips import SOFT, Strip

# A numbered unit, a member of a list or a note begins here.
_OPENING: Final = re.compile(r"(?:\d{1,3}(?:[.-]\d{1,3})*[.)]|[a-zа-яёәғқңөұүһі]\)|[-–—•▪*])\s", re.IGNORECASE)
_ENDS: Final = (".", ";", ":", "!", "?")


def split_all(strip: Strip) -> Iterator[Strip]:
    """One strip per printed line, empty ones left out."""
    start = 0
    text = strip.text
    while start <= len(text):
        end = text.find(SOFT, start)
        end = len(text) if end < 0 else end
        line = strip.cut(start, end)
        if line.text:
            yield line
        start = end + 1


def split_ended(strip: Strip) -> Iterator[Strip]:
    """One strip per line that ends like a sentence or a member of a list, or before one that begins like a member.

    Other breaks stand in the middle of a sentence: they become blanks.
    """
    text = strip.text
    if SOFT not in text:
        yield strip.cut(0, len(text))
        return
    joined = strip.replaced({ord(SOFT): " "})
    start = at = 0
    while (at := text.find(SOFT, at)) >= 0:
        if text[max(start, at - 20) : at].rstrip().endswith(_ENDS) or _OPENING.match(text, at + 1):
            if (line := joined.cut(start, at)).text:
                yield line
            start = at + 1
        at += 1
    if (line := joined.cut(start, len(text))).text:
        yield line
