"""The parse of one document, from its text to everything that it states."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from biliktilik.parsers.amendments import read_amendments, split_regions
from biliktilik.parsers.asides import Aside, lift_asides, place_asides
from biliktilik.parsers.assembly import assemble
from biliktilik.parsers.cards import read_cards
from biliktilik.parsers.checks import (
    check_balance,
    check_blocks,
    check_ending,
    check_letters,
    check_numbers,
    check_titles,
    check_units,
)
from biliktilik.parsers.citations import attach_citations
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.events import read_events
from biliktilik.parsers.force import read_force_clauses
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.header import read_header
from biliktilik.parsers.language import detect_language
from biliktilik.parsers.ledger import Ledger
from biliktilik.parsers.lines import Line, LineKind, breaker, classify
from biliktilik.parsers.model import (
    ActReference,
    Body,
    Finding,
    Header,
    ParsedDocument,
    Provision,
    ProvisionKind,
    Segment,
    SegmentKind,
    Severity,
    SourceText,
    Span,
)
from biliktilik.parsers.notes import settle_notes
from biliktilik.parsers.parts import Annex, split_parts
from biliktilik.parsers.repair import relocate, repair_text
from biliktilik.parsers.standard import read_passport, read_terms
from biliktilik.parsers.structure import Builder
from biliktilik.parsers.text.paragraphs import is_wrapped, split_paragraphs
from biliktilik.parsers.units import Unit

_PAST: Final = (
    "the page is marked as an edition of the past and does not print its day: the wording is not the one in force "
    "today; add the page of the current edition, which is then used instead"
)


def parse_document(source: SourceText) -> ParsedDocument:
    """Read one source. Never raises for odd content: what is not understood is kept as ``unparsed`` and reported."""
    language = detect_language(source.text)
    document = _mended(source, language) if source.may_wrap else _parse(source, language)
    if not source.findings:
        return document
    findings = tuple(sorted({*document.findings, *source.findings}, key=_reading_order))
    return replace(document, findings=findings)


def _mended(source: SourceText, language: str | None) -> ParsedDocument:
    """The reading of a text whose lines may have lost words: only those of a page do."""
    repaired = repair_text(source.text, language)
    return relocate(_parse(replace(source, text=repaired.text), language), source, repaired)


def _parse(source: SourceText, language: str | None) -> ParsedDocument:
    """Read a text that is sound; places are those of ``source.text``."""
    grammar = grammar_for(language)
    text, asides = lift_asides(source.text, grammar)
    desk = Desk(text, grammar, Ledger(source.text), wrapped=source.may_wrap and is_wrapped(text))
    paragraphs = split_paragraphs(text, breaker(grammar), may_wrap=source.may_wrap)
    lines = _without_furniture(desk, [classify(text, paragraph, grammar) for paragraph in paragraphs])
    header, first = read_header(desk, lines)
    if header.requisites_span is None and first == len(lines):
        return _unknown(desk, source, language, header)
    return _known(desk, source, language, header, lines[first:], asides)


def _known(
    desk: Desk,
    source: SourceText,
    language: str | None,
    header: Header,
    lines: list[Line],
    asides: tuple[Aside, ...],
) -> ParsedDocument:
    parts = split_parts(desk, lines)
    own, regions = split_regions(desk, parts.order)
    order = Builder(desk, "", None)
    order.read(own)
    points = {unit.number: unit for unit in order.units if unit.kind is ProvisionKind.POINT and unit.number}
    amendments, islands = read_amendments(desk, regions, points)
    above = sum(unit.parent is None for unit in order.units)
    units = order.units + _read_annexes(desk, parts.annexes, above)
    body = assemble(desk, units)
    _check(desk, body, [island.body for island in islands])
    check_units(desk, body, header.requisites_span)
    cards = read_cards(desk, units)
    events = read_events(desk, units)
    place_asides(desk, source.text, asides)
    notes = settle_notes(desk, events)
    segments, unread = desk.ledger.close()
    body = replace(body, provisions=body.provisions + unparsed_units(desk, segments))
    body, islands = attach_citations(desk, header, segments, body, islands, cards)
    if source.past:
        desk.find("past_edition", Severity.WARNING, _PAST, header.title_span)
    findings = sorted({*desk.findings, *unread}, key=_reading_order)
    return ParsedDocument(
        source=source,
        language=language,
        kind=header.act.kind,
        header=header,
        body=body,
        islands=islands,
        amendments=amendments,
        notes=notes,
        events=events,
        force=read_force_clauses(desk.grammar, body.provisions),
        definitions=read_terms(desk, units, "definitions"),
        abbreviations=read_terms(desk, units, "abbreviations"),
        passport=read_passport(desk, units),
        cards=cards,
        segments=segments,
        findings=tuple(findings),
    )


def _without_furniture(desk: Desk, lines: list[Line]) -> list[Line]:
    """Account for what belongs to the pages and not to the act; the other lines are returned."""
    kept = []
    for line in lines:
        if line.kind is LineKind.FURNITURE:
            desk.mark(line.span, SegmentKind.FURNITURE, None, line.rule)
        else:
            kept.append(line)
    return kept


def _read_annexes(desk: Desk, annexes: list[Annex], above: int) -> list[Unit]:
    """The annexes with all their units; ``above``: units of the order itself, behind which they are counted."""
    units: list[Unit] = []
    for number, annex in enumerate(annexes, 1):
        eid = f"att_{number}"
        title = annex.title or annex.body[:1]
        span = Span(title[0].span.start, title[-1].span.end) if title else Span(0, 0)
        root = Unit(ProvisionKind.ANNEX, eid, None, "annex", span, ordinal=above + number)
        if annex.title:
            root.heading = desk.fold(span).rstrip(".")
            desk.mark(span, SegmentKind.HEADING, eid, "annex.title")
        builder = Builder(desk, f"{eid}__", root)
        builder.read(annex.body)
        units += [root, *builder.units]
    return units


def _check(desk: Desk, body: Body, islands: list[Body]) -> None:
    for one in (body, *islands):
        check_balance(desk, one)
    check_blocks(desk, body)
    check_numbers(desk, body)
    check_titles(desk, body.positions)
    check_letters(desk)
    check_ending(desk)


def _unknown(desk: Desk, source: SourceText, language: str | None, header: Header) -> ParsedDocument:
    """A text without requisites and without a unit of an act: nothing of it is guessed."""
    desk = replace(desk, text=source.text, ledger=Ledger(source.text))
    message = (
        "this is no legal act of a known kind: no requisites, no points, no blocks; "
        "remove it, or see whether the text was saved completely"
    )
    segments, unread = desk.ledger.close()
    finding = Finding("unknown_document", Severity.ERROR, message, None)
    act = ActReference(None, None, None)
    body = Body(unparsed_units(desk, segments))
    return ParsedDocument(
        source, language, None, replace(header, act=act), body, segments=segments, findings=(finding, *unread)
    )


def unparsed_units(desk: Desk, segments: tuple[Segment, ...]) -> tuple[Provision, ...]:
    """What no rule reads is kept as a unit of its own: nothing of a text is dropped."""
    unread = [segment for segment in segments if segment.kind is SegmentKind.UNPARSED]
    return tuple(
        Provision(
            eid=f"unparsed_{number}",
            parent_eid=None,
            kind=ProvisionKind.UNPARSED,
            label=None,
            heading=None,
            text=desk.fold(segment.span),
            ordinal=number,
            span=segment.span,
            rule=segment.rule,
        )
        for number, segment in enumerate(unread, 1)
    )


def _reading_order(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span or Span(-1, -1)
    return span.start, span.end, finding.code, finding.message
