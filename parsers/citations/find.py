"""Mentions of acts in one folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.citations.clean import issuer_of, nominative, short_name, with_registration
from biliktilik.parsers.citations.phrases import Part, read_parts, run_after, run_before
from biliktilik.parsers.citations.tokens import Token, scan
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import ActReference

_BEFORE_REGISTRATION: Final = re.compile(r"[\s,]*(?:бекітілген)?[\s,]*")
_LISTED_NAME: Final = re.compile(r"(?<!\w)(?!Кодекс)(?P<name>[А-ЯӘҒҚҢӨҰҮҺІ][\w-]*)")
_CODE: Final = "кодекс"  # the same word in both languages
_NAME_PARTS: Final = frozenset({"republic", "date", "number"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention at ``[start, end)`` of a folded text.

    ``back`` is the word by which it may point back to an earlier one (a short name; with ``said``, "the said order"),
    and then ``act`` holds only its kind. ``short`` is the name that it introduces, up to ``short_end``. ``capital``:
    nothing but the capital letter at the start of an item tells it from a general word.
    """

    act: ActReference
    start: int
    end: int
    rule: str
    also_numbered: tuple[str, ...] = ()
    back: str | None = None
    said: bool = False
    short: str | None = None
    short_end: int = 0
    capital: bool = False


def find_mentions(grammar: Grammar, text: str) -> list[Mention]:
    """All mentions in a folded text, in order; a list of titles that share one noun gives one per title."""
    tokens = scan(grammar, text)
    noun_last = grammar.number("citation", "noun_last") == 1
    found: list[Mention] = []
    for index, token in enumerate(tokens):
        if token.role == "noun":
            run = run_before(text, tokens, index) if noun_last else run_after(text, tokens, index)
            found += _introduced(grammar, text, tokens, index, run, list(_named(grammar, text, token, run)))
        elif token.role in ("whole", "item"):
            run = _name_run(text, tokens, index, noun_last)
            found += _introduced(grammar, text, tokens, index, run, [_whole(grammar, text, token, run)])
        elif token.role == "list":
            found += _listed(grammar, token)
        elif token.role == "said":
            act = ActReference(token.kind, None, None)
            found.append(Mention(act, token.start, token.end, token.rule, back=token.text, said=True))
    return found


def _named(grammar: Grammar, text: str, noun: Token, run: list[Token]) -> Iterator[Mention]:
    """One mention per title or number around a noun; a capital noun with neither points back to a short name."""
    parts = read_parts(grammar, text, [token for token in run if token.role != "joint"])
    if not parts:
        if noun.text[0].isupper():
            act = ActReference(noun.kind, None, None)
            yield Mention(act, noun.start, noun.end, noun.rule, back=noun.text)
        return
    also: tuple[str, ...] = ()
    if any(token.role == "joint" for token in run):
        also = tuple(number for part in parts[1:] if (number := part.number))
        parts = parts[:1]
    issuer = issuer_of(grammar, _first_body(run))
    for place, part in enumerate(parts):
        act = ActReference(noun.kind, part.number, part.day, part.title, issuer)
        start, end = _extent(noun, run, parts, place)
        yield Mention(act, start, end, part.rule or noun.rule, also)


def _first_body(run: list[Token]) -> list[Token]:
    """The tokens up to the first issuer: of a joint order the first body counts."""
    at = next((i for i, token in enumerate(run) if token.role == "issuer"), len(run))
    after = run[at + 1 : at + 2]
    return run[: at + 1] + [token for token in after if token.role == "republic"]


def _extent(noun: Token, run: list[Token], parts: list[Part], place: int) -> tuple[int, int]:
    """Of several titles each takes its own words; the noun goes with the one next to it."""
    outer = [*run, noun]
    whole = min(token.start for token in outer), max(token.end for token in outer)
    if len(parts) == 1:
        return whole
    part = parts[place]
    if noun.start > part.start:
        return part.start, noun.end if place == len(parts) - 1 else part.end
    return noun.start if place == 0 else part.start, part.end


def _name_run(text: str, tokens: list[Token], index: int, noun_last: bool) -> list[Token]:
    """The Republic, day and number that stand right beside a name that carries its noun."""
    step = -1 if noun_last else 1
    run: list[Token] = []
    at = index + step
    while 0 <= at < len(tokens) and tokens[at].role in _NAME_PARTS:
        left, right = (tokens[at], tokens[at + 1]) if noun_last else (tokens[at - 1], tokens[at])
        if text[left.end : right.start].strip():
            break
        run.append(tokens[at])
        at += step
    return sorted(run, key=lambda token: token.start)


def _whole(grammar: Grammar, text: str, token: Token, run: list[Token]) -> Mention:
    parts = read_parts(grammar, text, run)
    number, day = (parts[0].number, parts[0].day) if parts else (None, None)
    act = ActReference(token.kind, number, day, nominative(grammar, token.text))
    outer = [*run, token]
    start, end = min(one.start for one in outer), max(one.end for one in outer)
    return Mention(act, start, end, token.rule, capital=token.role == "item")


def _listed(grammar: Grammar, token: Token) -> Iterator[Mention]:
    """One mention per name of a list of codes that share their noun; the last one takes the noun along."""
    names = list(_LISTED_NAME.finditer(token.text))
    for place, match in enumerate(names):
        name = nominative(grammar, f"{match['name']} {_CODE}")
        start = token.start + match.start("name")
        end = token.end if place == len(names) - 1 else token.start + match.end("name")
        yield Mention(ActReference(token.kind, None, None, name), start, end, token.rule)


def _introduced(
    grammar: Grammar, text: str, tokens: list[Token], index: int, run: list[Token], found: list[Mention]
) -> list[Mention]:
    """Add to the last mention the registration and the short name that follow it in brackets."""
    after = index + 1
    while after < len(tokens) and tokens[after] in run:
        after += 1
    if not found or after >= len(tokens):
        return found
    last = found[-1]
    end = max(last.end, tokens[after - 1].end)
    if tokens[after].role == "registered" and _BEFORE_REGISTRATION.fullmatch(text, end, tokens[after].start):
        last = replace(last, act=with_registration(grammar, last.act, tokens[after]))
        end, after = tokens[after].end, after + 1
    if after < len(tokens) and tokens[after].role == "short" and not text[end : tokens[after].start].strip():
        last = replace(last, short=short_name(grammar, tokens[after]), short_end=tokens[after].end)
    return [*found[:-1], last]
