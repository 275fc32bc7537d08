"""Cards of a professional standard: the whole of each, and what sets one apart from the others."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from biliktilik.parsers.cards.cells import Piece, split_rows
from biliktilik.parsers.cards.experience import read_experience
from biliktilik.parsers.cards.fields import Field, Fields
from biliktilik.parsers.cards.items import read_functions, read_items, read_skills
from biliktilik.parsers.cards.lists import (
    CODE,
    clean,
    read_competences,
    read_education,
    read_function_list,
    read_names,
    read_related,
)
from biliktilik.parsers.cards.references import read_references
from biliktilik.parsers.cards.slots import settle
from biliktilik.parsers.cards.walk import Walk
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.model import Card, ProvisionKind, Severity
from biliktilik.parsers.units import Unit

_LEVELS: Final = re.compile(r"(\d{1,2})(?:[.,]\d)?(?:\s*[-–—]\s*(\d{1,2}))?")
_QUOTES: Final = '"«»“”'
_INFO: Final = frozenset({"card_numbering", "card_cell_moved", "card_skills_unusual"})
_EXPECTED_SHARE: Final = 0.5  # of the cards print a row that is then missed in the others


def read_cards(desk: Desk, units: list[Unit]) -> tuple[Card, ...]:
    """All cards of a document with their fields, functions, skills and lists."""
    found = [(unit, *_read(desk, unit)) for unit in units if unit.kind is ProvisionKind.CARD]
    _compare_rows(desk, [(unit, fields) for unit, _, fields in found])
    _compare_skills(desk, [card for _, card, _ in found])
    return tuple(card for _, card, _ in found)


class _Reporter:
    """Turns what a step reports of one card into findings."""

    def __init__(self, desk: Desk, unit: Unit) -> None:
        self._desk = desk
        self._unit = unit

    def __call__(self, code: str, message: str, place: Piece | None) -> None:
        severity = Severity.INFO if code in _INFO else Severity.WARNING
        span = place.span if place else self._unit.span
        self._desk.find(code, severity, f"card {self._unit.label or self._unit.eid}: {message}", span)


def _read(desk: Desk, unit: Unit) -> tuple[Card, Fields]:
    report = _Reporter(desk, unit)
    walk = Walk(desk.grammar).read(split_rows(desk.text, unit.texts))
    _settle_fields(walk, report)
    table = settle(walk.labour.events, report)
    grammar, fields = desk.grammar, walk.fields
    level = _LEVELS.match(fields.text("level") or "")
    listed = tuple(read_function_list(grammar, fields.all("function_list")))
    functions = tuple(read_functions(grammar, table, unit.span))
    if listed and functions and len(listed) != len(functions):
        message = f"the list at the head names {len(listed)} functions, {len(functions)} have a block below"
        report("card_function_without_block", message, fields.all("function_list")[0].label)
    name = fields.text("name") or (fields.text("card") or "").strip(_QUOTES)
    card = Card(
        eid=unit.eid,
        label=unit.label,
        title=unit.heading or "",
        name=clean(grammar, name) if name else None,
        span=unit.whole,
        rule=unit.rule,
        group_code=fields.text("group_code"),
        occupation_code=fields.text("occupation_code"),
        level_min=int(level[1]) if level else None,
        level_max=int(level[2] or level[1]) if level else None,
        sublevel=fields.text("sublevel"),
        qualification_text=fields.text("qualification"),
        experience=fields.text("experience"),
        informal_education=fields.text("informal"),
        purpose=fields.text("purpose"),
        education=tuple(read_education(grammar, fields.all("education"))),
        names=tuple(read_names(grammar, fields.all("names"))),
        function_list=listed,
        functions=functions,
        skills=tuple(read_skills(grammar, table)),
        abilities=tuple(read_items(grammar, table, "ability", report)),
        knowledge=tuple(read_items(grammar, table, "knowledge", report)),
        competences=tuple(read_competences(grammar, fields.all("competences"))),
        related=tuple(read_related(grammar, fields.all("related"))),
        experience_lines=tuple(read_experience(desk, fields.all("experience"))),
        references=read_references(desk, fields.all("qualification")),
    )
    return card, fields


def _settle_fields(walk: Walk, report: _Reporter) -> None:
    """Put right what the labels of one card get wrong, and say so."""
    for piece in walk.moved:
        report("card_cell_moved", "these words stand above the label of their row; a page break cut them off", piece)
    for piece in walk.unknown:
        report("card_label_unknown", f"no rule knows the row «{piece.text}»; it is kept as it stands", piece)
    _settle_purposes(walk, report)
    _settle_related(walk, report)


def _settle_purposes(walk: Walk, report: _Reporter) -> None:
    """A second row *purpose* that begins with a code of an occupation holds the other names."""
    purposes = walk.fields.all("purpose")
    if len(purposes) < 2:
        return
    for one in purposes:
        if CODE.match(one.text or "") and walk.fields.first("names") is None:
            one.name = "names"
            report("card_label_repeated", "the label of this row is that of another; it holds other names", one.label)
            return
    report("card_label_repeated", "a label is printed twice in one card", purposes[1].label)


def _settle_related(walk: Walk, report: _Reporter) -> None:
    """Rows of level and name under the label before them: the label of related occupations is missing."""
    if walk.fields.first("related") is not None:
        return
    for one in walk.fields.all("regulations"):
        level = next((p for p in one.pieces if p.cell.row != one.label.cell.row and _LEVELS.fullmatch(p.text)), None)
        if level is None:
            continue
        moved = [piece for piece in one.pieces if piece.cell.row >= level.cell.row]
        one.pieces = [piece for piece in one.pieces if piece.cell.row < level.cell.row]
        walk.fields.found.append(Field("related", level, moved))
        report("card_label_missing", "level and name of a related occupation stand under no label", level)


def _compare_rows(desk: Desk, cards: list[tuple[Unit, Fields]]) -> None:
    """A row that most cards of the document print and this one does not."""
    rows = [{one.name: one.label.text.rstrip(" :") for one in fields.found} for _, fields in cards]
    printed = Counter(name for row in rows for name in row)
    usual = sorted(name for name, count in printed.items() if count > _EXPECTED_SHARE * len(cards))
    for (unit, _), row in zip(cards, rows, strict=True):
        for name in (name for name in usual if name not in row):
            label = Counter(other[name] for other in rows if name in other).most_common(1)[0][0]
            message = f"the row «{label}» of the other cards is missing"
            _Reporter(desk, unit)("card_label_missing", message, None)


def _compare_skills(desk: Desk, cards: list[Card]) -> None:
    """A function with another number of skills than is usual in the document."""
    counts = [
        (card, number, count)
        for card in cards
        for number, count in sorted(Counter(skill.function_number for skill in card.skills).items())
    ]
    if not counts:
        return
    usual = Counter(count for _, _, count in counts).most_common(1)[0][0]
    for card, number, count in counts:
        if count != usual:
            message = f"card {card.label or card.eid}: function {number} has {count} skills, {usual} are usual here"
            span = next(one.span for one in card.functions if one.number == number)
            desk.find("card_skills_unusual", Severity.INFO, message, span)
