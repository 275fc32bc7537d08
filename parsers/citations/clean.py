"""What the pieces of a mention say: nominative names, dates, numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from biliktilik.parsers.citations.tokens import Token
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.header import nominative_issuer
from biliktilik.parsers.model import ActReference
from biliktilik.parsers.text.dates import date_in
from biliktilik.parsers.text.quotes import MARKS

_DIGITS: Final = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")


def title_of(token: Token) -> str:
    """The words between the quotation marks."""
    return token.text.strip(MARKS + " ,")


def nominative(grammar: Grammar, name: str) -> str:
    """The name of an act with its first word, or its last, in the nominative and a capital at its start."""
    name = name[:1].upper() + name[1:]
    for rule in grammar.rules("cite.nominative"):
        if found := rule.pattern.search(name):
            return name[: found.start()] + rule.value + name[found.end() :]
    return name


def number_of(token: Token) -> str:
    """The number without its sign."""
    return token.text.removeprefix("№").strip().rstrip("-")


def day_of(grammar: Grammar, printed: str) -> date | None:
    """The day that a date in words or digits names; None for one that is in no calendar."""
    digits = _DIGITS.search(printed)
    if digits is None:
        return date_in(grammar, printed)
    try:
        return date(int(digits[3]), int(digits[2]), int(digits[1]))
    except ValueError:  # a slip of the text
        return None


def issuer_of(grammar: Grammar, tokens: list[Token]) -> str | None:
    """The issuing body in the nominative, with the Republic where the text puts it."""
    if not any(token.role == "issuer" for token in tokens):
        return None
    printed = " ".join(token.text for token in tokens if token.role in ("issuer", "republic"))
    for rule in grammar.rules("cite.issuer.full"):
        printed = rule.pattern.sub(rule.value, printed)
    return printed if grammar.match("cite.issuer.acting", printed) else nominative_issuer(grammar, printed)


def with_registration(grammar: Grammar, act: ActReference, token: Token) -> ActReference:
    """``act`` with the number and day of state registration that ``token`` states."""
    reading = grammar.search("cite.registered", token.text)
    if reading is None:
        return act
    printed_on = reading.match["date"]
    day = date_in(grammar, printed_on) if printed_on else None
    return replace(act, registration_number=reading.match["number"], registered_on=day)


def short_name(grammar: Grammar, token: Token) -> str:
    """The name that ``(hereinafter – …)`` introduces."""
    reading = grammar.match("cite.short", token.text)
    return reading.match["name"].strip(MARKS + " ") if reading else ""
