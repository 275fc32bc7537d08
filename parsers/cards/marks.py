"""Where the labels of a role stand in a cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.grammar import Grammar

_BEFORE: Final = " \t\n\xa0.;:"


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at ``[start, end)`` of a cell's text. ``value`` says which; ``number`` is printed with it, or None."""

    start: int
    end: int
    value: str
    number: int | None = None


def find_marks(grammar: Grammar, role: str, text: str, at: int = 0) -> list[Mark]:
    """All labels of ``role`` from ``at`` on, in order; where two overlap the earlier and longer one counts.

    A label stands at the start of the text, after a blank or after a full stop, semicolon or colon.
    """
    found: list[Mark] = []
    for rule in grammar.rules(role):
        for match in rule.pattern.finditer(text, at):
            if match.start() and text[match.start() - 1] not in _BEFORE:
                continue
            number = match.groupdict().get("number")
            found.append(Mark(match.start(), match.end(), rule.value, int(number) if number else None))
    found.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def stretches(marks: list[Mark], at: int, end: int) -> Iterator[tuple[Mark | None, int, int]]:
    """``(label, start, end)`` of what stands before the first label (None), and behind each one up to the next."""
    for mark, stop in zip((None, *marks), (*(mark.start for mark in marks), end), strict=True):
        yield mark, mark.end if mark else at, stop
