"""The act that a line of an amending order names as the one it amends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.grammar import Grammar, Reading
from biliktilik.parsers.header import nominative_issuer
from biliktilik.parsers.model import ActReference
from biliktilik.parsers.sentences import quotations_masked
from biliktilik.parsers.text.dates import date_in
from biliktilik.parsers.text.quotes import MASK

_WORD_END: Final = re.compile(r"\w*")


@dataclass(frozen=True, slots=True)
class NamedAct:
    """The act, and where the line names it: ``span`` holds title, issuer, date and number, with the noun's ending."""

    act: ActReference
    span: tuple[int, int]


def named_act(grammar: Grammar, text: str) -> NamedAct | None:
    """The first act that ``text`` names by kind, issuer, date and number outside of quoted words."""
    reading = grammar.search("amend.target-act", text)
    if reading is None:
        return None
    covered = quotations_masked(grammar, text)
    if covered is not None and covered[reading.match.start("number")] == MASK:
        return None
    end = _WORD_END.match(text, reading.match.end())
    return NamedAct(_reference(grammar, text, reading), (reading.match.start(), end.end() if end else len(text)))


def _reference(grammar: Grammar, text: str, reading: Reading) -> ActReference:
    match = reading.match
    registered = grammar.search("amend.registered", text, match.end())
    groups = registered.match.groupdict() if registered else {}
    printed_on = groups.get("date")
    return ActReference(
        kind=reading.rule.value,
        number=match["number"],
        adopted_on=date_in(grammar, match["date"]),
        title=match["title"],
        issuer=nominative_issuer(grammar, match["issuer"]),
        registration_number=groups.get("number"),
        registered_on=date_in(grammar, printed_on) if printed_on else None,
    )
