"""Which tokens around a noun belong to it, and what they say of each act that it names.

In Kazakh the noun closes the phrase, in Russian it opens it; a comma joins the titles of a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from biliktilik.parsers.citations.clean import day_of, number_of, title_of
from biliktilik.parsers.citations.tokens import Token
from biliktilik.parsers.grammar import Grammar

_MODIFIERS: Final = frozenset({"title", "date", "number", "republic", "issuer", "joint", "aside"})
_GAP: Final = re.compile(r"(?P<stop>\.?)\s*(?P<comma>,?)\s*(?P<and>(?:және|мен|бен|пен|и)\s)?\s*")
_DATED: Final = frozenset({"date", "number"})
_BODY: Final = frozenset({"republic", "issuer"})


@dataclass
class Part:
    """What one title, or one number without a title, says."""

    start: int
    end: int
    title: str | None = None
    number: str | None = None
    day: date | None = None
    rule: str | None = None


def run_before(text: str, tokens: list[Token], index: int) -> list[Token]:
    """The modifiers that stand before the noun at ``index``, in reading order."""
    first = index
    while first and tokens[first - 1].role in _MODIFIERS and _joins(text, tokens, first - 1):
        first -= 1
    run = tokens[first:index]
    while run and run[0].role == "aside":
        run = run[1:]
    return run


def _joins(text: str, tokens: list[Token], left: int) -> bool:
    one, two = tokens[left], tokens[left + 1]
    gap = _GAP.fullmatch(text, one.end, two.start)
    if gap is None or (one.role == "aside" and two.role not in ("noun", "aside")):
        return False
    if gap["stop"]:
        return one.role == "title" and two.role in _BODY
    if gap["comma"] or gap["and"]:
        return (one.role == "title" and two.role not in _BODY) or (one.role == "number" and two.role != "noun")
    return True


def run_after(text: str, tokens: list[Token], index: int) -> list[Token]:
    """The modifiers that follow the noun at ``index``, and the word "joint" before it."""
    joint = index > 0 and tokens[index - 1].role == "joint"
    last = index
    while last + 1 < len(tokens) and tokens[last + 1].role in _MODIFIERS - {"joint", "aside"}:
        gap = _GAP.fullmatch(text, tokens[last].end, tokens[last + 1].start)
        if gap is None or gap["stop"]:
            break
        if (gap["comma"] or gap["and"]) and not _continues(tokens, last + 1, joint):
            break
        last += 1
    return ([tokens[index - 1]] if joint else []) + tokens[index + 1 : last + 1]


def _continues(tokens: list[Token], at: int, joint: bool) -> bool:
    """After a comma a title goes on the list, and so does a day with a title; in a joint order another body, too."""
    if tokens[at].role == "title" or (joint and tokens[at].role in _BODY):
        return True
    following = next((token.role for token in tokens[at:] if token.role not in _DATED), None)
    return tokens[at].role in _DATED and following == "title"


def read_parts(grammar: Grammar, text: str, run: list[Token]) -> list[Part]:
    """The acts that a run names. A day or number belongs to the title that it stands next to without a comma."""
    parts: list[Part] = []
    open_part: Part | None = None
    waiting: list[Part] = []
    for place, token in enumerate(run):
        if place and text[run[place - 1].end : token.start].strip(" ."):
            open_part = None
        if token.role == "title":
            open_part = _titled(token, waiting, parts)
            waiting = []
        elif token.role in _DATED:
            holder = open_part if open_part is not None and _lacks(open_part, token) else _waiting_for(token, waiting)
            _fill(grammar, holder, token)
    return parts + [part for part in waiting if part.number or part.day]


def _titled(token: Token, waiting: list[Part], parts: list[Part]) -> Part:
    """A part for a title; the day and number that wait right before it are its own."""
    parts += waiting[:-1]
    part = waiting[-1] if waiting else Part(token.start, token.end)
    part.title, part.end, part.rule = title_of(token), token.end, token.rule
    parts.append(part)
    return part


def _waiting_for(token: Token, waiting: list[Part]) -> Part:
    if not waiting or not _lacks(waiting[-1], token) or waiting[-1].number:
        waiting.append(Part(token.start, token.end))
    return waiting[-1]


def _lacks(part: Part, token: Token) -> bool:
    return (part.day if token.role == "date" else part.number) is None


def _fill(grammar: Grammar, part: Part, token: Token) -> None:
    if token.role == "date":
        part.day = day_of(grammar, token.text)
    else:
        part.number = number_of(token)
        part.rule = part.rule or token.rule
    part.end = max(part.end, token.end)
