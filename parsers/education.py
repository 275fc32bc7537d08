"""Education in a requirement sentence: which level, in which fields, and where the phrase ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import Education, Severity
from biliktilik.parsers.text.quotes import MARKS
from biliktilik.parsers.text.spaces import Folded

_BRACKET: Final = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_WORD: Final = re.compile(r",?\s+([\w-]+)")
_NAMED: Final = 3  # adjectives that may stand between an education and its noun


@dataclass(frozen=True, slots=True)
class EducationPhrase:
    """``[start, end)`` of the folded item: the education's name with its gloss, fields and noun."""

    start: int
    end: int
    education: tuple[Education, ...]
    fields: tuple[str, ...]
    fields_printed: tuple[str, ...]
    rule: str


def find_educations(desk: Desk, folded: Folded, start: int, end: int) -> list[EducationPhrase]:
    """All educations that an item names between ``start`` and ``end``, in order."""
    found: list[EducationPhrase] = []
    at = start
    while reading := desk.grammar.search("education", folded.text, at):
        if reading.match.start() >= end:
            break
        codes = tuple(Education(code) for code in reading.rule.value.split(","))
        phrase = _phrase(desk, folded, reading.match.span(), codes, reading.rule.id, at, end)
        found.append(phrase)
        at = phrase.end
    return found


def _phrase(
    desk: Desk,
    folded: Folded,
    name: tuple[int, int],
    codes: tuple[Education, ...],
    rule: str,
    floor: int,
    end: int,
) -> EducationPhrase:
    grammar, text = desk.grammar, folded.text
    printed: list[str] = []
    start, at = name
    before = _named_before(grammar, text, floor, start)
    if before:
        start = before[0]
        printed += split_fields(grammar, before[1])
    at = _take_bracket(grammar, text, at, printed)
    at = _take_adjectives(grammar, text, at, printed)
    at = _take_noun(grammar, text, at)
    at = _take_bracket(grammar, text, at, printed)
    after = grammar.match("specialities", text[at:].lstrip())
    if after:
        printed += split_fields(grammar, after.match["fields"])
        at = len(text) - len(text[at:].lstrip()) + after.match.end()
    at = _take_tail(grammar, text, at)
    fields = tuple(_code(desk, folded, word, start, at) for word in printed)
    return EducationPhrase(start, min(at, end), codes, fields, tuple(printed), rule)


def _named_before(grammar: Grammar, text: str, floor: int, start: int) -> tuple[int, str] | None:
    """Specialities named in quotation marks right before the education."""
    reading = grammar.search("specialities", text, floor)
    if reading and reading.match.end() <= start and not text[reading.match.end() : start].strip():
        return reading.match.start(), reading.match["fields"]
    return None


def _take_bracket(grammar: Grammar, text: str, at: int, printed: list[str]) -> int:
    match = _BRACKET.match(text, at)
    if match is None:
        return at
    if grammar.match("education.gloss", match[1].strip()):
        return match.end()
    printed += split_fields(grammar, match[1])
    return match.end()


def _take_adjectives(grammar: Grammar, text: str, at: int, printed: list[str]) -> int:
    """``медициналық білім``: words between the education and its noun are fields, unless they start something else."""
    words: list[str] = []
    here = at
    for _ in range(_NAMED + 1):
        if grammar.match("education.noun", text[here:].lstrip()):
            printed += words
            return here if words else at
        match = _WORD.match(text, here)
        if match and words and grammar.match("field.joiner", match[1]):
            match = _WORD.match(text, match.end())
            if match and not grammar.match("field", match[1]):
                return at
        if match is None or grammar.match("education.connective", match[1]):
            return at
        words.append(match[1])
        here = match.end()
    return at


def _take_noun(grammar: Grammar, text: str, at: int) -> int:
    rest = text[at:]
    noun = grammar.match("education.noun", rest.lstrip())
    if noun is None:
        return at
    return at + len(rest) - len(rest.lstrip()) + noun.match.end()


def _take_tail(grammar: Grammar, text: str, at: int) -> int:
    """Words such as «по специальности» right after the noun: they belong to the education and name no field."""
    tail = grammar.match("education.tail", text[at:])
    return at + tail.match.end() if tail else at


def split_fields(grammar: Grammar, printed: str) -> list[str]:
    """``әлеуметтік, медициналық немесе заң`` → its members as printed; a missing comma between two fields is seen."""
    separator = grammar.rules("field.separator")[0].pattern
    members: list[str] = []
    for piece in _split_outside_quotes(printed, separator):
        word = piece.strip(MARKS + " .")
        parts = word.split(" ")
        if len(parts) > 1 and not grammar.match("field", word) and all(grammar.match("field", p) for p in parts):
            members += parts
        elif word:
            members.append(word)
    return members


def _split_outside_quotes(printed: str, separator: re.Pattern[str]) -> list[str]:
    pieces, start = [], 0
    for match in separator.finditer(printed):
        if printed[: match.start()].count('"') % 2 == 0:
            pieces.append(printed[start : match.start()])
            start = match.end()
    return [*pieces, printed[start:]]


def _code(desk: Desk, folded: Folded, word: str, start: int, end: int) -> str:
    reading = desk.grammar.match("field", word)
    if reading:
        return reading.rule.value
    message = f"the field of education «{word}» is in no list; it is kept as printed"
    desk.find("unknown_field", Severity.WARNING, message, folded.raw(start, end))
    return word
