"""References of a card to other acts: the order that its qualification level is taken from."""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.cards.cells import joined, whole
from biliktilik.parsers.cards.fields import Field
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.model import ActReference, CardReference
from biliktilik.parsers.text.dates import date_in

_TITLE: Final = re.compile(r"[\"«“](?P<title>[^\"«»“”]{10,})[\"»”]")


def read_references(desk: Desk, fields: list[Field]) -> tuple[CardReference, ...]:
    """One reference per act that the row names by number and day; the paragraf after it is the unit."""
    pieces = [piece for one in fields for piece in one.pieces]
    text = joined(pieces)
    found = [match for rule in desk.grammar.rules("card.reference") for match in rule.pattern.finditer(text)]
    found.sort(key=lambda match: match.start())
    references = []
    for index, match in enumerate(found):
        start = found[index - 1].end() if index else 0
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        act = _act(desk, text, start, match, end)
        references.append(CardReference(act, _unit(desk, text[match.end() : end]), text, whole(pieces)))
    return tuple(references)


def _act(desk: Desk, text: str, start: int, match: re.Match[str], end: int) -> ActReference:
    titles = list(_TITLE.finditer(text, start, match.end())) or list(_TITLE.finditer(text, match.end(), end))
    registration = desk.grammar.search("card.reference.registration", text[match.end() : end])
    return ActReference(
        kind="order",
        number=match["number"],
        adopted_on=date_in(desk.grammar, match["date"]),
        title=titles[-1]["title"] if titles else None,
        registration_number=registration.match["number"] if registration else None,
    )


def _unit(desk: Desk, text: str) -> str | None:
    reading = desk.grammar.search("card.reference.paragraf", text)
    if reading is None:
        return None
    groups = reading.match.groupdict()
    return f"prg_{groups['number'] or groups.get('after')}"
