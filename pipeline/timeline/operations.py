"""Amendments applied to the history of their act. An operation that cannot be carried out changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.model import Action, Amendment, Body, Provision, Severity, Span
from biliktilik.pipeline.corpus import CorpusFinding
from biliktilik.pipeline.timeline.days import Day
from biliktilik.pipeline.timeline.history import Edition, History
from biliktilik.pipeline.timeline.words import reword

APPLIED: Final = "applied"
BASE_UNKNOWN: Final = "base_unknown"
DISPUTED: Final = "disputed"
PENDING: Final = "pending"
_UNIT_ALONE: Final = frozenset({Action.REPLACE_HEADING, Action.REPLACE_INDENT})


@dataclass(frozen=True, slots=True)
class Operation:
    """One amendment with its day, the file that prints it and the body that it quotes (None: it quotes none)."""

    amendment: Amendment
    day: Day
    source_file: str
    quoted: Body | None
    target_uri: str

    @property
    def told(self) -> tuple[str, Span]:
        """The place of the instruction."""
        return self.source_file, self.amendment.span


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an operation, with a finding where it could not be carried out."""

    status: str
    finding: CorpusFinding | None = None


def quote_unknown_base(history: History, operation: Operation) -> Outcome:
    """The act's own text is not at hand: its new wording is an island, its old one is known to have existed."""
    amendment, eid = operation.amendment, operation.amendment.target_eid
    unit = _quoted_unit(operation, eid)
    if operation.day.on is None:
        if unit is not None and operation.quoted is not None and eid is not None and history.current(eid) is None:
            origin = history.add_edition(Edition(operation.source_file, operation.quoted))
            history.open_all(origin, _subtree(operation.quoted, eid), operation.day)
        why = "its day of entry into force is not known; what the act said before and since when is open"
        undated = _refused(operation, BASE_UNKNOWN, "amendment_undated", why)
        return Outcome(DISPUTED if amendment.disputed else BASE_UNKNOWN, undated.finding)
    if unit is not None and operation.quoted is not None and eid is not None:
        origin = history.add_edition(Edition(operation.source_file, operation.quoted))
        if history.current(eid) is not None:
            history.end_at(history.subtree(eid), operation.day)
        elif amendment.action is not Action.INSERT:
            history.unknown_until(unit, operation.day, operation.told)
        history.open_all(origin, _subtree(operation.quoted, eid), operation.day)
    elif amendment.action is Action.REPEAL and eid is not None and history.current(eid) is not None:
        history.end_at(history.subtree(eid), operation.day)
    status = DISPUTED if amendment.disputed else BASE_UNKNOWN
    return Outcome(status, _only_part(operation) if amendment.action is Action.REPLACE_INDENT else None)


def _only_part(operation: Operation) -> CorpusFinding:
    """One indent of a unit is quoted: nobody prints what stands below it."""
    amendment = operation.amendment
    message = (
        f"of {amendment.target_eid} only the replaced indent is known («{amendment.new_text}»); what follows it in the "
        "act is not at hand"
    )
    place = (operation.target_uri, operation.source_file, amendment.span)
    return CorpusFinding("wording_in_part", Severity.WARNING, message, *place)


def apply(history: History, operation: Operation) -> Outcome:
    """Carry one operation out on an act whose text is at hand."""
    if operation.amendment.action is Action.REPEAL and operation.amendment.target_eid is None:
        return Outcome(APPLIED)  # the whole act: its own interval says it
    obstacle = _obstacle(history, operation)
    if obstacle is not None:
        return obstacle
    amendment, eid, day = operation.amendment, operation.amendment.target_eid or "", operation.day
    done = Outcome(DISPUTED if amendment.disputed else APPLIED)
    if amendment.action is Action.REPEAL:
        history.end_at(history.subtree(eid), day)
        return done
    if amendment.action is Action.REPLACE_WORDS:
        return _edit_words(history, operation, done)
    quoted = _adopted(history, operation)
    if quoted is None:
        return _refused(
            operation, PENDING, "wording_not_quoted", "the new wording is not quoted in a form that is read"
        )
    members = [eid] if amendment.action in _UNIT_ALONE else _subtree(quoted, eid)
    if amendment.action is Action.REPLACE_INDENT and _same_wording(history, quoted, members):
        return done  # the indent says what it said before: there is nothing to change
    if amendment.action is not Action.INSERT and _same_wording(history, quoted, members):
        history.begin_later(eid, day, operation.told, unknown_before=True)
        return done
    ended = [eid] if amendment.action in _UNIT_ALONE else history.subtree(eid)
    if amendment.action is not Action.INSERT:
        history.end_at(ended, day)
    origin = history.add_edition(Edition(operation.source_file, quoted))
    history.open_all(origin, members, day)
    return done


def _obstacle(history: History, operation: Operation) -> Outcome | None:
    """Why an operation cannot be carried out; None when nothing is in its way."""
    amendment, day = operation.amendment, operation.day
    eid = amendment.target_eid
    if day.on is None:
        return _refused(operation, PENDING, "amendment_undated", "its day of entry into force is not known")
    if history.start.on and day.on <= history.start.on:
        why = f"it takes effect on {day.on}, no later than the act itself ({history.start.on})"
        return _refused(operation, PENDING, "amendment_before_act", why)
    if history.end.on and day.on >= history.end.on:
        why = f"it takes effect on {day.on}, when the act has already lost force ({history.end.on})"
        return _refused(operation, PENDING, "amendment_after_repeal", why)
    if eid is None and amendment.action is Action.REPLACE_WORDS:
        return None
    if eid is None:
        return _refused(operation, PENDING, "amendment_target_missing", "its target was not understood")
    current = history.current(eid)
    if amendment.action is Action.INSERT:
        if current is not None and current.origin is not None and not _is_same_insert(history, operation):
            return _refused(operation, DISPUTED, "amendments_collide", f"{eid} is there already")
        return None
    if current is None or current.origin is None:
        return _refused(operation, PENDING, "amendment_target_missing", f"the act's text has no {eid}")
    if current.start == day.on and history.start.on != day.on:
        why = f"another amendment gave {eid} a new wording on the same day ({day.on})"
        return _refused(operation, DISPUTED, "amendments_collide", why)
    if current.end is not None and current.end <= day.on and current.end != history.end.on:
        why = f"{eid} was not in force any more on {day.on}"
        return _refused(operation, PENDING, "amendment_of_ended_unit", why)
    return None


def _edit_words(history: History, operation: Operation, done: Outcome) -> Outcome:
    """Change words inside the units that hold them; none holding them is an obstacle, not an edit."""
    reworded = reword(history, operation.amendment)
    if not reworded.provisions:
        why = f"no unit holds the words «{operation.amendment.old_words}»"
        return _refused(operation, PENDING, "amendment_target_missing", why)
    eids = [unit.eid for unit in reworded.provisions]
    history.end_at(eids, operation.day)
    origin = history.add_edition(Edition(operation.source_file, reworded))
    history.open_all(origin, eids, operation.day)
    return done


def _refused(operation: Operation, status: str, code: str, why: str) -> Outcome:
    amendment = operation.amendment
    message = f"the amendment of {amendment.target_eid or amendment.target_printed} is not carried out: {why}"
    finding = CorpusFinding(
        code, Severity.WARNING, message, operation.target_uri, operation.source_file, amendment.span
    )
    return Outcome(status, finding)


def _is_same_insert(history: History, operation: Operation) -> bool:
    eid = operation.amendment.target_eid or ""
    return operation.quoted is not None and _same_wording(history, operation.quoted, _subtree(operation.quoted, eid))


def _quoted_unit(operation: Operation, eid: str | None) -> Provision | None:
    quoted = operation.quoted.provisions if operation.quoted else ()
    return next((unit for unit in quoted if unit.eid == eid), None)


def _subtree(body: Body, eid: str) -> list[str]:
    """The unit and all below it in a quoted body."""
    found = {eid}
    for unit in body.provisions:  # a parent stands before its children
        if unit.parent_eid in found:
            found.add(unit.eid)
    return [unit.eid for unit in body.provisions if unit.eid in found]


def _same_wording(history: History, quoted: Body, members: Sequence[str]) -> bool:
    """Does the text at hand hold the new wording already (an edition made after the amendment)?"""
    new = {unit.eid: (unit.heading, unit.text) for unit in quoted.provisions if unit.eid in set(members)}
    old = {eid: (unit.heading, unit.text) for eid in members if (unit := history.units.get(eid)) is not None}
    return bool(new) and new == old


def _adopted(history: History, operation: Operation) -> Body | None:
    """The quoted body with its place in the act: parents and positions as the act's own text has them."""
    quoted, eid = operation.quoted, operation.amendment.target_eid
    if quoted is None or eid is None or _quoted_unit(operation, eid) is None:
        return None
    positions = dict(_positions_of(history))
    provisions = tuple(_adopted_unit(history, unit) for unit in quoted.provisions)
    items = tuple(replace(item, position_eid=positions.get(item.block_eid, item.position_eid)) for item in quoted.items)
    known = tuple(position for position in quoted.positions if position.eid in {unit.eid for unit in provisions})
    return replace(quoted, provisions=provisions, positions=known, items=items)


def _adopted_unit(history: History, unit: Provision) -> Provision:
    own = history.units.get(unit.eid)
    return unit if own is None else replace(unit, parent_eid=own.parent_eid, ordinal=own.ordinal)


def _positions_of(history: History) -> Iterator[tuple[str, str]]:
    """Which position each block of the act's own text belongs to."""
    for edition in history.editions:
        for item in edition.body.items:
            if item.position_eid is not None:
                yield item.block_eid, item.position_eid
