"""Requirement blocks: level headings, category lines, shared lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.blocks import SENTENCE_END, Piece, cut_piece, report_end
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
from biliktilik.parsers.text.brackets import semicolons_outside
from biliktilik.parsers.text.spaces import Folded, fold_span
from biliktilik.parsers.units import Unit

_NO_LABEL: Final = 0
_LABEL_REACH: Final = 200  # characters within which the label of a category line ends


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the block: its level, its category, and where the text after the label starts."""

    piece: Piece
    folded: Folded
    level: Level | None
    category: Category | None
    label_end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Label:
    """What opens a line: the level and category that it states, where it ends, and the rule that read it."""

    level: Level | None
    category: Category | None
    end: int
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
    loose: list[Span] = []  # lines without a category, all of one level
    for line in (piece for paragraph in unit.body for piece in _cut_at_labels(desk, paragraph)):
        span, stated = _take_level(desk, unit, line)
        if stated and stated is not level:
            rows += _loose_rows(desk, loose, level)
            loose, level = [], stated
        if span is None:
            continue
        label = _category_label(desk, span)
        if label is None:
            loose.append(span)
            continue
        rows += _loose_rows(desk, loose, level)
        loose = []
        rows.append(_row(desk, span, label.level or level, label))
    return rows + _loose_rows(desk, loose, level)


def _cut_at_labels(desk: Desk, paragraph: Span) -> list[Span]:
    """One paragraph may print several category lines: each begins at its label, behind a semicolon or full stop.

    A label that is in no list counts only where the paragraph itself begins with a label.
    """
    text = desk.text[paragraph.start : paragraph.end]
    last_label = text.rfind(":")
    semicolons = [at + 1 for at in semicolons_outside(text[:last_label])] if ";" in text[:last_label] else []
    stops = [match.end() for match in SENTENCE_END.finditer(text, 0, max(last_label, 0))]
    if not semicolons and not stops:
        return [paragraph]
    listed = _is_labelled(desk, paragraph, unknown=True)
    ends = dict.fromkeys(stops, False) | dict.fromkeys(semicolons, listed)
    starts = [paragraph.start]
    for at, unknown in sorted(ends.items()):
        if _is_labelled(desk, Span(paragraph.start + at, paragraph.end), unknown=unknown):
            starts.append(paragraph.start + at)
    return [Span(left, right) for left, right in zip(starts, [*starts[1:], paragraph.end], strict=True)]


def _is_labelled(desk: Desk, span: Span, *, unknown: bool) -> bool:
    text = desk.fold(Span(span.start, min(span.end, span.start + _LABEL_REACH)))
    text = text[_enumerator_end(desk.grammar, text) :]
    roles = ("level", "level.before-category", "category", *(["category.unknown"] if unknown else []))
    return any(desk.grammar.match(role, text) for role in roles)


def _category_label(desk: Desk, span: Span) -> _Label | None:
    """The category that opens a line, with the level where the label itself states it (``… I категории:``)."""
    text = desk.fold(span)
    at = _enumerator_end(desk.grammar, text)
    level = desk.grammar.match("level.before-category", text[at:])
    at += level.match.end() if level else 0
    label = desk.grammar.match("category", text[at:])
    if label is None:
        return None
    stated = Level(level.rule.value) if level else None
    return _Label(stated, Category(label.rule.value), at + label.match.end(), label.rule.id)


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
    ends = [_unknown_label_end(desk.grammar, desk.fold(span)) for span in spans]
    if any(end != _NO_LABEL for end in ends):
        return [
            _row(desk, span, level, _Label(None, None, end, "requirement.line"))
            for span, end in zip(spans, ends, strict=True)
        ]
    whole = Span(spans[0].start, spans[-1].end)
    return [_row(desk, whole, level, _Label(None, None, _NO_LABEL, "requirement.sentence"))]


def unknown_category(grammar: Grammar, text: str) -> str | None:
    """The words of the label that opens a requirement line, where it has one that looks like a category's."""
    label = grammar.match("category.unknown", text[_enumerator_end(grammar, text) :])
    return label.match["label"].strip() if label else None


def _unknown_label_end(grammar: Grammar, text: str) -> int:
    at = _enumerator_end(grammar, text)
    label = grammar.match("category.unknown", text[at:])
    return at + label.match.end() if label else _NO_LABEL


def _enumerator_end(grammar: Grammar, text: str) -> int:
    """A list may print a number or a dash before the label of a line."""
    enumerator = grammar.match("item.enumerator", text)
    return enumerator.match.end() if enumerator else 0


def _row(desk: Desk, span: Span, level: Level | None, label: _Label) -> _Row:
    piece = cut_piece(desk, span)
    return _Row(piece, fold_span(desk.text, piece.span), level, label.category, label.end, label.rule)


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
