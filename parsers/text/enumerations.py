"""Lists of numbers as instructions print them: digits, ordinals in words, ranges in every spelling."""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.grammar import Grammar

LAST: Final = "last"
_PIECE: Final = re.compile(r"(?P<number>\d+(?:-\d+)?)|(?P<dash>[–—-])|(?P<word>[^\W\d_]+)")
_PAIR: Final = re.compile(r"(\d+)-\d+")  # its first number: "3-1, 3-2" are no ranges
_LAST_ORDINAL: Final = -1  # how the grammar files write "the last one"
_LONGEST: Final = 200  # units that one range may name; a longer one is a slip


class _List:
    """A list under way: items, whether a range is open, and an ordinal of two words."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self.open = False
        self.tens = 0

    def add(self, item: str) -> bool:
        """Take the next item; False where it closes a range that makes no sense."""
        if self.open and self.items:
            self.open = False
            between = numbers_between(self.items.pop(), item)
            self.items += between
            return bool(between)
        self.items.append(item)
        return True


def read_numbers(grammar: Grammar, printed: str, *, plural: bool) -> tuple[str, ...]:
    """``52, 53 және 54`` → three numbers, ``второй – четвертый`` → ``2, 3, 4``; empty where it is no such list.

    ``plural``: the noun stands in the plural, so that ``5-7`` may be a range (``пункты 5-7``) and not one number.
    """
    numbers = _PAIR.findall(printed)
    distinct = len(set(numbers)) == len(numbers)
    items = _read(grammar, printed, ranges=plural and distinct)
    return items if len(set(items)) == len(items) else _read(grammar, printed, ranges=False)


def _read(grammar: Grammar, printed: str, *, ranges: bool) -> tuple[str, ...]:
    found = _List()
    for piece in _PIECE.finditer(printed):
        if not _take(grammar, found, piece, ranges=ranges):
            return ()
    return tuple(found.items)


def _take(grammar: Grammar, found: _List, piece: re.Match[str], *, ranges: bool) -> bool:
    if number := piece["number"]:
        first, _, last = number.partition("-")
        if ranges and last and int(last) > int(first):
            return found.add(first) and _closed(found, last)
        return found.add(number)
    if piece["dash"]:
        found.open = bool(found.items) and _number_follows(grammar, piece)
        return True
    return _take_word(grammar, found, piece["word"].lower())


def _closed(found: _List, last: str) -> bool:
    found.open = True
    return found.add(last)


def _number_follows(grammar: Grammar, piece: re.Match[str]) -> bool:
    following = _PIECE.search(piece.string, piece.end())
    if following is None or following["dash"]:
        return False
    word = (following["word"] or "").lower()
    return (
        bool(following["number"]) or ordinal_of(grammar, word) is not None or grammar.number("tens", word) is not None
    )


def _take_word(grammar: Grammar, found: _List, word: str) -> bool:
    if tens := grammar.number("tens", word):
        found.tens = tens
        return True
    value = ordinal_of(grammar, word)
    if value is not None:
        total, found.tens = found.tens + value, 0
        return found.add(LAST if value == _LAST_ORDINAL else str(total))
    if grammar.number("range-opens", word) is not None:
        found.open = bool(found.items)
    elif grammar.number("range-closes", word) is not None and len(found.items) > 1:
        last = found.items.pop()
        return _closed(found, last)
    return True


def ordinal_of(grammar: Grammar, word: str) -> int | None:
    """The number that an ordinal in any case and gender says; -1 for "last", None for any other word."""
    for length in range(len(word), 1, -1):
        value = grammar.number("ordinals", word[:length])
        if value is not None:
            return value
    return None


def numbers_between(first: str, last: str) -> list[str]:
    """``5, 7`` → ``5, 6, 7``; ``5-1, 5-3`` → ``5-1, 5-2, 5-3``; nothing where the two make no range."""
    head, _, low = first.rpartition("-")
    other, _, high = last.rpartition("-")
    if head != other or not (low.isdigit() and high.isdigit()) or not 0 < int(high) - int(low) <= _LONGEST:
        return []
    prefix = f"{head}-" if head else ""
    return [f"{prefix}{number}" for number in range(int(low), int(high) + 1)]
