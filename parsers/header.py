"""The head of a document: title, publisher's status, requisites (kind, issuer, date, number, registration)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import Grammar, Reading
from biliktilik.parsers.lines import HEADINGS, Line, LineKind
from biliktilik.parsers.model import ActReference, Header, SegmentKind, Severity, Span
from biliktilik.parsers.text.dates import date_in

_HEAD_LINES: Final = 40  # paragraphs among which requisites are looked for; a head is never longer
_REQUISITES_LENGTH: Final = 1_200  # characters; a longer line is an act written without line breaks
_WRAPPED_LINES: Final = 8  # visual lines over which requisites may run in a wrapped text
_STATUS_LENGTH: Final = 60  # characters of the publisher's status
_BODY: Final = frozenset({*HEADINGS, LineKind.POINT, LineKind.BLOCK, LineKind.SUBPOINT, LineKind.CARD})


@dataclass(frozen=True, slots=True)
class _Requisites:
    reading: Reading
    text: str
    span: Span
    first: int
    after: int


def read_header(desk: Desk, lines: list[Line]) -> tuple[Header, int]:
    """``(header, index of the first line of the body)``.

    Without requisites the act has no identity: its parts are None, and a finding says so where the rest of the text
    looks like an act.
    """
    found = _find_requisites(desk, lines)
    if found is None:
        return _without_requisites(desk, lines)
    title_lines, status = _read_title(desk, lines[: found.first])
    desk.mark(found.span, SegmentKind.REQUISITES, None, found.reading.rule.id)
    title_span = Span(title_lines[0].span.start, title_lines[-1].span.end) if title_lines else None
    title = desk.fold(title_span).rstrip(".") if title_span else None
    return Header(_act(desk.grammar, found, title), title_span, found.span, status), found.after


def _find_requisites(desk: Desk, lines: list[Line]) -> _Requisites | None:
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if line.kind in _BODY and index > 0:
            return None
        for count in range(1, _WRAPPED_LINES + 1):
            group = lines[index : index + count]
            if len(group) < count or (count > 1 and not _goes_on(group)):
                break
            if count > 1 and desk.grammar.match("header.requisites", group[-1].text):
                break  # the requisites stand on that line alone: what stands above them is the title
            span = Span(group[0].span.start, group[-1].span.end)
            text = desk.fold(span)
            reading = desk.grammar.match("header.requisites", text) if len(text) <= _REQUISITES_LENGTH else None
            if reading and (count == 1 or _starts_like_requisites(desk.grammar, line.text)):
                return _extend(desk, lines, index, index + count, reading)
    return None


def _goes_on(group: list[Line]) -> bool:
    last = group[-1]
    return last.kind is LineKind.TEXT and not last.paragraph.indented and not last.paragraph.after_blank


def _starts_like_requisites(grammar: Grammar, text: str) -> bool:
    return grammar.match("header.requisites.start", text) is not None


def _extend(desk: Desk, lines: list[Line], first: int, after: int, reading: Reading) -> _Requisites:
    """A wrapped head goes on to the next blank line: registration and loss of force follow the number."""
    while (
        desk.wrapped
        and after < len(lines)
        and _goes_on(lines[first : after + 1])
        and not _is_status(desk.grammar, lines[after])
    ):
        after += 1
    span = Span(lines[first].span.start, lines[after - 1].span.end)
    text = desk.fold(span)
    again = desk.grammar.match("header.requisites", text)
    return _Requisites(again or reading, text, span, first, after)


def _is_status(grammar: Grammar, line: Line) -> bool:
    return grammar.match("header.status", line.text) is not None


def _read_title(desk: Desk, lines: list[Line]) -> tuple[list[Line], str | None]:
    title: list[Line] = []
    status = None
    for line in lines:
        if reading := desk.grammar.match("header.status", line.text):
            status = reading.rule.value
            desk.mark(line.span, SegmentKind.STATUS, None, reading.rule.id)
        elif title and _stands_like_status(desk, line):
            desk.mark(line.span, SegmentKind.STATUS, None, "status.unknown")
            message = f"the publisher's status «{line.text}» has no meaning here yet; nothing is concluded from it"
            desk.find("status_unknown", Severity.WARNING, message, line.span)
        else:
            title.append(line)
            desk.mark(line.span, SegmentKind.TITLE, None, "title")
    return title, status


def _stands_like_status(desk: Desk, line: Line) -> bool:
    """A few words behind a tab, under an empty line: so the portal's text form sets its status below the title."""
    start = line.span.start
    tabbed = start > 0 and desk.text[start - 1] == "\t"
    return tabbed and line.paragraph.after_blank and len(line.text) <= _STATUS_LENGTH


def _act(grammar: Grammar, found: _Requisites, title: str | None) -> ActReference:
    groups = found.reading.match.groupdict()
    registration = grammar.search("header.registration", found.text)
    registered = registration.match if registration else None
    return ActReference(
        kind=found.reading.rule.value,
        number=groups["number"].rstrip(".,;"),
        adopted_on=date_in(grammar, groups["date"]),
        title=title,
        issuer=nominative_issuer(grammar, groups["issuer"]),
        registration_number=registered["number"] if registered else None,
        registered_on=date_in(grammar, registered["date"]) if registered else None,
    )


def nominative_issuer(grammar: Grammar, printed: str) -> str:
    """The issuer's name without the genitive ending that the requisites give it."""
    reading = grammar.search("issuer.genitive", printed)
    if reading is None:
        return printed
    match = reading.match
    return printed[: match.start()] + match["name"] + reading.rule.value + printed[match.end() :]


def _without_requisites(desk: Desk, lines: list[Line]) -> tuple[Header, int]:
    """Take the lines before the first unit as a title, if there is a unit at all."""
    first = next((index for index, line in enumerate(lines) if line.kind in _BODY), None)
    if first is None or not any(line.kind in (LineKind.BLOCK, LineKind.CARD) for line in lines):
        return Header(ActReference(None, None, None), None, None), len(lines)
    title_lines, status = _read_title(desk, lines[:first])
    span = Span(title_lines[0].span.start, title_lines[-1].span.end) if title_lines else None
    message = "no requisites (kind, date and number of the act) were found; its place in the corpus is not known"
    desk.find("header_not_read", Severity.ERROR, message, span)
    return Header(ActReference(None, None, None, desk.fold(span) if span else None), span, None, status), first
