"""Numbers as the texts write them: digits, words, Roman numerals."""

from __future__ import annotations

from biliktilik.parsers.grammar import Grammar


def number_of(grammar: Grammar, printed: str) -> int | None:
    """``"3"`` or ``"бір"``/``"трех"`` → an integer; None when the word is no number.

    Of two words the whole is tried first, then the first alone (``"бес толық"``).
    """
    if printed.isdigit():
        return int(printed)
    whole = grammar.number("numerals", printed)
    return whole if whole is not None else grammar.number("numerals", printed.split(" ", maxsplit=1)[0])


def section_number(printed: str) -> int | None:
    """The leading integer of a printed number (``"10-1"`` → 10); None for a Roman one."""
    head = printed.split("-", maxsplit=1)[0]
    return int(head) if head.isdigit() else None
