"""The pieces of a mention: titles, nouns of kinds, dates, numbers, issuers; one pass over a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from biliktilik.parsers.grammar import Grammar, Rule, grammar_for


@dataclass(frozen=True, slots=True)
class Token:
    """One piece at ``[start, end)`` of a folded text; ``role`` and ``kind`` are the two halves of the rule's value."""

    role: str
    kind: str
    text: str
    start: int
    end: int
    rule: str


@cache
def _scanner(language: str) -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    grammar = grammar_for(language or None)
    rules = grammar.rules("cite.token")
    starts = "|".join(rule.source for rule in grammar.rules("cite.start"))
    return re.compile(f"(?={starts})(?:{'|'.join(f'({rule.source})' for rule in rules)})"), rules


def scan(grammar: Grammar, text: str) -> list[Token]:
    """All tokens of a folded text, in order; where two rules fit, the earlier one of the grammar file wins."""
    pattern, rules = _scanner(grammar.language)
    tokens = []
    for match in pattern.finditer(text) if rules else ():
        rule = rules[(match.lastindex or 1) - 1]
        role, _, kind = rule.value.partition(".")
        tokens.append(Token(role, kind, match.group(), match.start(), match.end(), rule.id))
    return tokens


@cache
def anchor(language: str) -> re.Pattern[str] | None:
    """What a text must hold to mention an act at all; None for a language without rules."""
    rules = grammar_for(language or None).rules("cite.anchor")
    return re.compile("|".join(rule.source for rule in rules)) if rules else None
