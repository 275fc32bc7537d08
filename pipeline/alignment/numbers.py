"""What items say in numbers and codes, told alike in both languages, and where the two languages differ in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.grammar import Grammar, grammar_for
from biliktilik.parsers.model import Alternative, Item
from biliktilik.parsers.text.dates import date_of

NO_EXPERIENCE: Final = "no experience required"
NOT_STATED: Final = "not stated"
# The letters after the number of an order are those of its language (№ 28-ө, № 28-п), so only its digits are compared.
_ACT_NUMBER: Final = re.compile(r"№\s*(\d+(?:-\d+)*)")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """What two texts say differently: ``about`` names it, with both readings.

    ``exact``: numbers or codes differ, and the readings are written alike in both languages; else only words do.
    """

    about: str
    kk: str
    ru: str
    exact: bool = True


def differences(kk: Sequence[Item], ru: Sequence[Item]) -> tuple[Difference, ...]:
    """Where groups of items that translate each other differ in numbers or codes.

    Of requirements the read alternatives are compared (education, fields, length of service) and the label's category;
    of all other items days (ISO), numbers of acts, and numbers in digits. A number in digits agrees with the same one
    in words; numbers that both languages write in words are not compared: «бір» is as often an article.
    """
    if any(item.alternatives or item.category for item in (*kk, *ru)):
        return tuple(_in_requirements(kk, ru))
    return tuple(_in_text(kk, ru))


def _in_requirements(kk: Sequence[Item], ru: Sequence[Item]) -> Iterator[Difference]:
    sides = [[alternative for item in side for alternative in item.alternatives] for side in (kk, ru)]
    yield from _differ("category", *(_categories(side) for side in (kk, ru)))
    yield from _differ("education", *(sorted(",".join(one.education) for one in side) for side in sides))
    yield from _differ(
        "fields of education", *(sorted({code for one in side for code in one.fields}) for side in sides)
    )
    yield from _differ("length of service", *([_service(one) for one in _by_education(side)] for side in sides))


def _categories(items: Iterable[Item]) -> list[str]:
    return [item.category.value for item in items if item.category]


def _by_education(alternatives: Iterable[Alternative]) -> list[Alternative]:
    return sorted(alternatives, key=lambda one: (one.education, one.min_years or 0.0))


def _service(alternative: Alternative) -> str:
    if alternative.min_years is not None:
        return f"{alternative.min_years:g} year{'' if alternative.min_years == 1 else 's'}"
    return NO_EXPERIENCE if alternative.no_experience_required else NOT_STATED


def _differ(about: str, kk: Sequence[str], ru: Sequence[str]) -> Iterator[Difference]:
    if kk != ru:
        readings = ["; ".join(value or NOT_STATED for value in side) or NOT_STATED for side in (kk, ru)]
        yield Difference(about, readings[0], readings[1])


@dataclass(frozen=True, slots=True)
class _Told:
    """The numbers of a text: ISO days, digits of numbers of acts, other numbers in digits and in words."""

    days: frozenset[str]
    acts: frozenset[str]
    digits: frozenset[str]
    words: frozenset[str]


def _in_text(kk: Sequence[Item], ru: Sequence[Item]) -> Iterator[Difference]:
    one, other = _read(grammar_for("kk"), kk), _read(grammar_for("ru"), ru)
    yield from _differ("date", sorted(one.days), sorted(other.days))
    yield from _differ("number of an act", sorted(one.acts, key=_natural), sorted(other.acts, key=_natural))
    odd = (one.digits - other.digits - other.words) | (other.digits - one.digits - one.words)
    if odd:
        yield from _differ("number", *(sorted(side.digits, key=_natural) for side in (one, other)))


def _natural(number: str) -> tuple[int, str]:
    return len(number), number


def _read(grammar: Grammar, items: Iterable[Item]) -> _Told:
    text = " ; ".join(item.text for item in items)
    days, rest = _take_days(grammar, text)
    acts = frozenset(match[1] for match in _ACT_NUMBER.finditer(rest))
    plain = _ACT_NUMBER.sub(" ", rest)
    digits = frozenset(number.replace(",", ".") for number in _NUMBER.findall(plain))
    values = (grammar.number("numerals", word) for word in _WORD.findall(plain))
    return _Told(days, acts, digits, frozenset(str(value) for value in values if value is not None))


def _take_days(grammar: Grammar, text: str) -> tuple[frozenset[str], str]:
    """The days that a text writes out, and the text without them."""
    days, rest, at = set(), [], 0
    while reading := grammar.search("date", text, at):
        day = date_of(grammar, reading)
        days.add(day.isoformat() if day else reading.match[0])  # no such day in the calendar: told by its words
        rest.append(text[at : reading.match.start()])
        at = reading.match.end()
    return frozenset(days), " ".join([*rest, text[at:]])
