"""Requirement blocks: level headings, category lines, shared lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.blocks import Piece, cut_piece, report_end
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.ledger import Ledger
from biliktilik.parsers.model import (
    Alternative,
    BlockKind,
    Category,
    Item,
    Level,
    SegmentKind,
    Severity,
    Span,
)
from biliktilik.parsers.requirements import Carried, read_alternatives
from biliktilik.parsers.text.spaces import Folded, fold_span
from biliktilik.parsers.units import Unit

_NO_LABEL: Final = 0


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the block: its level, its category, and where the text after the label starts."""

    piece: Piece
    folded: Folded
    level: Level | None
    category: Category | None
    label_end: int
    rule: str


def read_requirements(
    desk: Desk, unit: Unit, section: str | None, position_eid: str | None, point: str | None
) -> list[Item]:
    """Items of one requirement block with their alternatives."""
    rows = _rows(desk, unit)
    items: list[Item] = []
    carried = Carried()
    for ordinal, row in enumerate(rows, 1):
        alternatives = read_alternatives(desk, row.folded, row.label_end, carried)
        if row.category is None and len(rows) > 1:
            carried = _carry(alternatives)
        _report(desk, row, alternatives)
        eid = f"{unit.eid}__item_{ordinal}"
        desk.mark(row.piece.span, SegmentKind.TEXT, eid, row.rule)
        items.append(
            Item(
                block=BlockKind.REQUIREMENTS,
                position_eid=position_eid,
                section=section,
                point=point,
                block_eid=unit.eid,
                eid=eid,
                ordinal=ordinal,
                text=row.folded.text,
                span=row.piece.span,
                rule=row.rule,
                level=row.level,
                category=row.category,
                alternatives=alternatives,
            )
        )
    return items


def _rows(desk: Desk, unit: Unit) -> list[_Row]:
    level: Level | None = None
    rows: list[_Row] = []
    loose: list[Span] = []  # lines without a category before the first category line
    for paragraph in unit.body:
        span, stated = _take_level(desk, unit, paragraph)
        level = stated or level
        if span is None:
            continue
        label = desk.grammar.match("category", desk.fold(span))
        if label is None:
            loose.append(span)
            continue
        rows += _loose_rows(desk, loose, level)
        loose = []
        rows.append(_row(desk, span, level, Category(label.rule.value), label.match.end(), label.rule.id))
    return rows + _loose_rows(desk, loose, level)


def _take_level(desk: Desk, unit: Unit, paragraph: Span) -> tuple[Span | None, Level | None]:
    """Cut a level heading off the front of a paragraph; it may share its line with the first category."""
    folded = fold_span(desk.text, paragraph)
    heading = desk.grammar.match("level", folded.text)
    if heading is None:
        return paragraph, None
    after = heading.match.end()
    desk.mark(folded.raw(0, after), SegmentKind.LABEL, unit.eid, heading.rule.id)
    rest = folded.text[after:].strip()
    if not rest:
        return None, Level(heading.rule.value)
    start = folded.raw(len(folded.text) - len(rest), len(folded.text)).start
    return Span(start, paragraph.end), Level(heading.rule.value)


def _loose_rows(desk: Desk, spans: list[Span], level: Level | None) -> list[_Row]:
    """Lines without a known category: one item when they are the sentences of a plain block, else one each."""
    if not spans:
        return []
    unknown = [desk.grammar.match("category.unknown", desk.fold(span)) for span in spans]
    if any(unknown):
        return [
            _row(desk, span, level, None, label.match.end() if label else _NO_LABEL, "requirement.line")
            for span, label in zip(spans, unknown, strict=True)
        ]
    whole = Span(spans[0].start, spans[-1].end)
    return [_row(desk, whole, level, None, _NO_LABEL, "requirement.sentence")]


def _row(desk: Desk, span: Span, level: Level | None, category: Category | None, label_end: int, rule: str) -> _Row:
    piece = cut_piece(desk, span)
    return _Row(piece, fold_span(desk.text, piece.span), level, category, label_end, rule)


def _carry(alternatives: tuple[Alternative, ...]) -> Carried:
    first = alternatives[0] if alternatives else None
    if first is None or not first.education:
        return Carried()
    return Carried(first.education, first.fields, first.fields_printed)


def _report(desk: Desk, row: _Row, alternatives: tuple[Alternative, ...]) -> None:
    report_end(desk, row.piece)
    if row.rule == "requirement.line" and row.label_end:
        message = f"the category «{row.folded.text[: row.label_end].rstrip(' :')}» is in no list; it is kept as printed"
        desk.find("unknown_category", Severity.WARNING, message, row.piece.span)
    if any(not alternative.education for alternative in alternatives):
        message = "no education was read in this requirement"
        desk.find("no_education_read", Severity.WARNING, message, row.piece.span)
    if all(a.min_years is None and a.no_experience_required is None for a in alternatives):
        message = "the requirement states neither a length of service nor that none is required"
        desk.find("no_service_stated", Severity.INFO, message, row.piece.span)


def reread(grammar: Grammar, item: Item, text: str, span: Span) -> Item:
    """A requirement item whose words an amendment changed: the new text read like a printed one.

    ``span`` is the place of the instruction; it is the place of the alternatives too, since no text prints them.
    """
    desk = Desk(text, grammar, Ledger(text))
    folded = fold_span(text, Span(0, len(text)))
    label = grammar.match("category", text)
    carried = _carry(item.alternatives)
    read = read_alternatives(desk, folded, label.match.end() if label else _NO_LABEL, carried)
    alternatives = tuple(replace(alternative, span=span) for alternative in read)
    category = Category(label.rule.value) if label else None
    return replace(item, text=folded.text, span=span, category=category, alternatives=alternatives)
