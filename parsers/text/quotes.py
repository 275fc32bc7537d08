"""Quotations inside one sentence, found although inner and outer marks may be the same character."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

MASK: Final = "\u00a4"  # stands for each character of a quotation, its marks included
OPENING: Final = "«“„"
CLOSING: Final = "»”"
MARKS: Final = '"' + OPENING + CLOSING
_BEFORE_OPENING: Final = ' (["«“„'


def masked(text: str, ends: Callable[[int], bool]) -> str | None:
    """``text`` with every outermost quotation replaced by ``MASK``, as long as before; None where marks do not pair.

    A straight mark opens after a blank or another opening mark and closes otherwise. Where that does not come out even
    (one closing mark for two quotations), ``ends`` tells of an offset whether only the outermost one can end there.
    """
    for closes_all in (lambda _at: False, ends):
        spans = _spans(text, closes_all)
        if spans is not None:
            break
    else:
        return None
    for start, end in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _spans(text: str, closes_all: Callable[[int], bool]) -> list[tuple[int, int]] | None:
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for at, letter in enumerate(text):
        if letter not in MARKS:
            continue
        if _opens(text, at, depth):
            start = start if depth else at
            depth += 1
        elif depth:
            depth = 0 if closes_all(at + 1) else depth - 1
            if not depth:
                spans.append((start, at + 1))
        else:
            return None
    return spans if not depth else None


def _opens(text: str, at: int, depth: int) -> bool:
    letter = text[at]
    if letter in OPENING or letter in CLOSING:
        return letter in OPENING
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before in _BEFORE_OPENING and after not in " ,;.:)") or not depth


def unquoted(quotation: str) -> str:
    """A quotation without its marks; a closing mark that also ends an inner quotation stays with that one."""
    inner = quotation[1:-1].strip()
    odd = sum(letter in MARKS for letter in inner) % 2
    return inner + quotation[-1] if odd else inner
