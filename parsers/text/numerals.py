"""Numbers as the texts write them: digits, words, Roman numerals."""

from __future__ import annotations

from typing import Final

from biliktilik.parsers.grammar import Grammar

_HALF: Final = 0.5


def number_of(grammar: Grammar, printed: str) -> float | None:
    """``"3"`` or ``"бір"``/``"трех"`` → a number; ``"екі жарым"`` → 2.5; None when the words are no number.

    Of two words the whole is tried first, then the first alone (``"бес толық"``).
    """
    if printed.isdigit():
        return int(printed)
    for ending in grammar.words.get("halves", {}):
        if printed.endswith(ending):
            base = grammar.number("numerals", printed.removesuffix(ending))
            return None if base is None else base + _HALF
    whole = grammar.number("numerals", printed)
    return whole if whole is not None else grammar.number("numerals", printed.split(" ", maxsplit=1)[0])


def section_number(printed: str) -> int | None:
    """The leading integer of a printed number (``"10-1"`` → 10); None for a Roman one."""
    head = printed.split("-", maxsplit=1)[0]
    return int(head) if head.isdigit() else None
