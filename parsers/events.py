"""What the publisher's notes tell of changes: verb, unit, changing act, entry into force.

A note names its unit loosely ("4-тарауға", "Глава 4" for a position of that number): the place of the note decides.
The unit is looked for among those that hold the note, then among those of the right kind after it.
"""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.force import printed_date, read_force
from biliktilik.parsers.grammar import Grammar, Reading
from biliktilik.parsers.header import nominative_issuer
from biliktilik.parsers.model import ActReference, Event, EventKind, Note, ProvisionKind
from biliktilik.parsers.units import Unit

_NUMBER: Final = re.compile(r"\d+(?:-\d+)?")
_CLAUSE: Final = re.compile(r";(?![^()]*\))")
_KINDS: Final = {
    "point": (ProvisionKind.POINT, ProvisionKind.CARD),
    "subpoint": (ProvisionKind.SUBPOINT,),
    "chapter": (ProvisionKind.CHAPTER,),
    "section": (ProvisionKind.SECTION,),
    "paragraf": (ProvisionKind.PARAGRAF,),
    "article": (ProvisionKind.ARTICLE,),
    "annex": (ProvisionKind.ANNEX,),
}


def read_events(desk: Desk, units: list[Unit]) -> tuple[Event, ...]:
    """The events of all notes of a document, in order of their places."""
    by_eid = {unit.eid: unit for unit in units}
    events: list[Event] = []
    for note in sorted(desk.notes, key=lambda note: note.span):
        events += _events_of(desk.grammar, note, by_eid, units)
    return tuple(events)


def _events_of(grammar: Grammar, note: Note, by_eid: dict[str, Unit], units: list[Unit]) -> list[Event]:
    events: list[Event] = []
    kind: EventKind | None = None
    rule, by, eids = note.rule, None, (None,)  # type: str, ActReference | None, tuple[str | None, ...]
    for clause in _CLAUSE.split(note.text):
        verb = grammar.search("note.event", clause)
        again = grammar.search("note.by.again", clause)
        if verb is not None:
            kind, rule = EventKind(verb.rule.value), verb.rule.id
            by = _changing_act(grammar, clause)
            eids = _units_of(grammar, clause, kind, note, by_eid, units)
        elif again is not None and kind is not None and by is not None:
            by = _reference(grammar, again, by.kind, by.issuer)
        else:
            continue
        force = read_force(grammar, clause)
        events += [Event(kind, eid, by, force, clause.strip(), note.span, rule) for eid in eids]
    return events


def _changing_act(grammar: Grammar, clause: str) -> ActReference | None:
    reading = grammar.search("note.by", clause)
    if reading is None:
        return None
    return _reference(grammar, reading, reading.rule.value, nominative_issuer(grammar, reading.match["issuer"]))


def _reference(grammar: Grammar, reading: Reading, kind: str | None, issuer: str | None) -> ActReference:
    number = reading.match["number"].rstrip(".,")
    return ActReference(kind, number, printed_date(grammar, reading), issuer=issuer)


def _units_of(
    grammar: Grammar, clause: str, kind: EventKind, note: Note, by_eid: dict[str, Unit], units: list[Unit]
) -> tuple[str | None, ...]:
    """EIds of the units that a clause speaks of; the note's own unit (None: the act) where it names none."""
    reading = grammar.search("note.unit.inserted", clause) if kind is EventKind.INSERTED else None
    reading = reading or grammar.search("note.unit", clause)
    if reading is None:
        return (note.eid,)
    word = grammar.match("unit.word", reading.match["unit"])
    kinds = _KINDS[word.rule.value] if word else ()
    holder = by_eid.get(note.eid or "")
    numbers = _NUMBER.findall(reading.match["numbers"])
    return tuple(_unit_for(number, kinds, holder, note, units) or note.eid for number in numbers)


def _unit_for(
    number: str, kinds: tuple[ProvisionKind, ...], holder: Unit | None, note: Note, units: list[Unit]
) -> str | None:
    unit = holder
    while unit is not None:
        if unit.number == number:
            return unit.eid
        unit = unit.parent
    fitting = [unit for unit in units if unit.kind in kinds and unit.number == number]
    after = [unit for unit in fitting if unit.span.start >= note.span.end]
    nearest = after[0] if after else fitting[-1] if fitting else None
    return nearest.eid if nearest else None
