"""Texts that a spreadsheet would take for something else, made harmless by an apostrophe in front.

A cell that begins with ``=``, ``+``, ``-`` or ``@`` is a formula to a spreadsheet, even when it was quoted in the file;
``10-1`` is a day, ``007`` is 7, and ``1.10`` is a number or a day. An apostrophe in front keeps them what they are.
"""

from __future__ import annotations

import re
from typing import Final

APOSTROPHE: Final = "'"

# With the full-width forms that East Asian versions take for the same, and the blanks that an import may strip.
DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# What a spreadsheet shows differently: numbers joined by marks, leading zeros, more digits than a float holds, 1e5.
_MISREAD: Final = re.compile(r"\d+(?:[-–./:,\s]+\d+)+|0\d+|\d{16,}|\d+[eE]\d+")


def neutralise(text: str) -> str:
    """``text`` as a spreadsheet keeps it; a text with an apostrophe of its own in front gets another one."""
    if text.startswith((APOSTROPHE, *DANGEROUS)) or _MISREAD.fullmatch(text):
        return APOSTROPHE + text
    return text


def restore(text: str) -> str:
    """The text that ``neutralise`` was given: without its first apostrophe, if it begins with one."""
    return text.removeprefix(APOSTROPHE)
