"""An amending sentence cut into what it is made of: units in their cases, quoted words, verbs, references.

Nothing is skipped: what no rule of the grammar files reads is the *residue* of the sentence, and an instruction that
leaves a residue counts as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from biliktilik.parsers.grammar import Grammar, Reading
from biliktilik.parsers.model import StepKind
from biliktilik.parsers.text.enumerations import LAST, read_numbers
from biliktilik.parsers.text.quotes import MASK, masked, unquoted

_QUOTED: Final = re.compile(f"{MASK}+")
_REST: Final = re.compile(rf"[\w{MASK}№%()]+(?:[ -][\w{MASK}№%()]+)*")
_MANY: Final = "_many"


class Case(StrEnum):
    """What a unit or a quotation does in its sentence."""

    OBJECT = "object"
    OF = "of"
    AT = "at"
    BY = "by"
    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Mention:
    """Units of one kind. ``kind``: that of a step, ``act``, or ``text`` (the whole text of what is named)."""

    kind: str
    numbers: tuple[str, ...]
    case: Case
    start: int
    end: int
    loose: bool = False  # a genitive that may be a plural object: "главы 3 и 4"


@dataclass(frozen=True, slots=True)
class Words:
    """Quoted words with the noun that governs them ("слова «…»", "деген сөздермен")."""

    words: tuple[str, ...]
    case: Case
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verb:
    """What is to be done; ``value`` as in the grammar files."""

    value: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """``согласно приложению 2 к настоящему приказу``: where the new wording stands."""

    annex: str
    start: int
    end: int


Token = Mention | Words | Verb | Reference


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence in order, and the words that no rule reads."""

    text: str
    tokens: tuple[Token, ...]
    residue: tuple[str, ...]


def quotations_masked(grammar: Grammar, text: str) -> str | None:
    """``text`` with its outermost quotations masked; None where their marks do not pair."""
    return masked(text, lambda at: grammar.match("amend.quote.end", text[at:]) is not None)


def read_sentence(grammar: Grammar, text: str, hidden: tuple[int, int] | None = None) -> Sentence | None:
    """Cut ``text`` (folded) into tokens; None where its quotation marks do not pair. ``hidden`` is left out."""
    covered = quotations_masked(grammar, text)
    if covered is None:
        return None
    if hidden is not None:
        covered = covered[: hidden[0]] + " " * (hidden[1] - hidden[0]) + covered[hidden[1] :]
    covered = _lowered(covered)
    tokens = tuple(_tokens(grammar, text, covered))
    for token in tokens:
        covered = covered[: token.start] + " " * (token.end - token.start) + covered[token.end :]
    for rule in grammar.rules("amend.filler"):
        covered = rule.pattern.sub(lambda match: " " * len(match.group()), covered)
    residue = tuple(text[rest.start() : rest.end()] for rest in _REST.finditer(covered))
    return Sentence(text, tokens, residue)


def _lowered(text: str) -> str:
    return "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)


def _tokens(grammar: Grammar, text: str, covered: str) -> Iterator[Token]:
    """The leftmost, then longest token of those that overlap."""
    found = sorted(_candidates(grammar, text, covered), key=lambda token: (token.start, -token.end))
    end = 0
    for token in found:
        if token.start >= end:
            yield token
            end = token.end


def _candidates(grammar: Grammar, text: str, covered: str) -> Iterator[Token]:
    for role in ("amend.unit", "amend.words", "amend.verb", "amend.reference"):
        for rule in grammar.rules(role):
            for match in rule.pattern.finditer(covered):
                token = _READ[role](grammar, text, Reading(rule, match))
                if token is not None:
                    yield token


def _verb(_grammar: Grammar, _text: str, reading: Reading) -> Token:
    return Verb(reading.rule.value, reading.rule.id, *reading.match.span())


def _reference(_grammar: Grammar, _text: str, reading: Reading) -> Token:
    return Reference(reading.match["number"] or "1", *reading.match.span())


def _words(_grammar: Grammar, text: str, reading: Reading) -> Token:
    start, end = reading.match.span()
    quoted = tuple(
        unquoted(text[one.start() + start : one.end() + start]) for one in _QUOTED.finditer(reading.match[0])
    )
    return Words(quoted, _case(reading)[0], start, end)


def _mention(grammar: Grammar, _text: str, reading: Reading) -> Token | None:
    match, kind = reading.match, reading.rule.value
    case, plural, loose = _case(reading)
    printed = match.groupdict().get("numbers") or ""
    numbers = read_numbers(grammar, printed, plural=plural) if printed else ()
    if printed and not numbers:
        return None
    if not numbers:
        numbers = _unnumbered(kind, case)
    return Mention(kind, numbers, case, match.start(), match.end(), loose)


def _unnumbered(kind: str, case: Case) -> tuple[str, ...]:
    """An annex without a number is the only one; a new indent without one comes last."""
    if kind == StepKind.ANNEX:
        return ("1",)
    return (LAST,) if kind == StepKind.INDENT and case is Case.BY else ("",)


def _case(reading: Reading) -> tuple[Case, bool, bool]:
    """``(case, plural, loose)`` by the named groups of the rule; ``many`` alone is a plural object."""
    names = [name for name, value in reading.match.groupdict().items() if value is not None and name != "numbers"]
    plural = any(name.endswith("many") for name in names)
    loose = any(name.startswith("loose") for name in names)
    cases = {name.removesuffix(_MANY) for name in names}
    for case in (Case.AFTER, Case.BEFORE, Case.AT, Case.BY, Case.OF):
        if case in cases or (case is Case.OF and loose):
            return case, plural, loose
    return Case.OBJECT, plural, loose


_READ: Final = {"amend.unit": _mention, "amend.words": _words, "amend.verb": _verb, "amend.reference": _reference}
