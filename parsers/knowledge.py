"""Which items of a knowledge list hold only names of legal acts."""

from __future__ import annotations

from typing import Final

from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import KnowledgeKind

_REACH: Final = 2_000  # characters that a name which begins there may need
_OPENING: Final = 120  # characters within which the list of acts of a prose block begins


def knowledge_kinds(grammar: Grammar, texts: list[str], *, prose: bool) -> list[KnowledgeKind]:
    """The kind of each item of one block.

    ``acts`` for an item that holds only names of acts, and for the list of acts that opens a block of prose. Rules and
    standards named by nothing but a capital letter count only among items that start with small ones.
    """
    small = sum(text[:1].islower() for text in texts)
    capitals_tell = small * 2 > len(texts)
    return [
        KnowledgeKind.ACTS
        if _names_acts(grammar, text, opens_prose=prose and index == 0, capitals_tell=capitals_tell)
        else KnowledgeKind.SUBJECT
        for index, text in enumerate(texts)
    ]


def _names_acts(grammar: Grammar, text: str, *, opens_prose: bool, capitals_tell: bool) -> bool:
    if opens_prose:
        first = grammar.search("act.name", text[:_REACH])
        return first is not None and first.match.start() <= _OPENING
    return _only_acts(grammar, text) or (capitals_tell and grammar.match("act.rules", text) is not None)


def _only_acts(grammar: Grammar, text: str) -> bool:
    """Is the whole text made of names of acts and the words between them?"""
    at, named = 0, False
    while at < len(text):
        reading = _longest(grammar, "act.name", text, at)
        if reading:
            named = True
        else:
            reading = _longest(grammar, "act.filler", text, at)
        if not reading:
            return False
        at += reading
    return named


def _longest(grammar: Grammar, role: str, text: str, at: int) -> int:
    return max((len(m.group()) for rule in grammar.rules(role) if (m := rule.pattern.match(text, at))), default=0)
