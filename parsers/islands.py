"""The wording that an amending act quotes, read by the same builder as a whole act: a known island of its target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.assembly import assemble
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.instructions import Scope
from biliktilik.parsers.lines import Line, classify
from biliktilik.parsers.model import Body, ContentKind, Position, ProvisionKind, Span
from biliktilik.parsers.structure import Builder
from biliktilik.parsers.text.paragraphs import Paragraph
from biliktilik.parsers.text.spaces import trim
from biliktilik.parsers.units import Unit

_CLOSING: Final = '"»”;., '
_TOP: Final = (ProvisionKind.POINT, ProvisionKind.PARAGRAF, ProvisionKind.CHAPTER, ProvisionKind.SECTION)


@dataclass(frozen=True, slots=True)
class QuotedUnit:
    """One unit of a quotation: its wording with label and number, without the enclosing marks."""

    eid: str
    number: str | None
    text: str
    content: ContentKind
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """All units of one quotation and the body that they make."""

    units: tuple[QuotedUnit, ...]
    body: Body

    def unit_for(self, number: str, *, alone: bool) -> QuotedUnit | None:
        """The quoted unit of that number; the only one, whatever its number, when it answers the only target."""
        for unit in self.units:
            if unit.number == number:
                return unit
        return self.units[0] if alone and len(self.units) == 1 else None


def build_island(desk: Desk, quoted: list[Line], scope: Scope, targets: int) -> Quotation:
    """Read the quoted lines inside their scope. Several points replaced together are one position without a title."""
    lines = _unquoted(desk, quoted)
    builder = Builder(desk, scope.prefix, _root(scope))
    builder.read(lines)
    end = lines[-1].span.end
    units = _quoted_units(desk, builder.units, end)
    body = assemble(desk, builder.units, bare_paragrafs=True)
    return Quotation(tuple(units), _with_run(body, builder.units) if targets > 1 else body)


def _root(scope: Scope) -> Unit | None:
    """The heading that the instruction names: it holds the quoted units but is not quoted itself."""
    nowhere = Span(0, 0)
    root = Unit(ProvisionKind.ANNEX, f"att_{scope.annex}", None, "scope", nowhere) if scope.annex else None
    for kind, name, number in (
        (ProvisionKind.SECTION, "sec", scope.section),
        (ProvisionKind.CHAPTER, "chp", scope.chapter),
        (ProvisionKind.PARAGRAF, "prg", scope.paragraf),
    ):
        if number is not None:
            eid = f"{root.eid}__{name}_{number}" if root else f"{name}_{number}"
            root = Unit(kind, eid, root, "scope", nowhere, number)
    return root


def _unquoted(desk: Desk, quoted: list[Line]) -> list[Line]:
    """The quoted paragraphs without the marks around the whole, classified anew."""
    lines = []
    for index, line in enumerate(quoted):
        start, end = line.span.start, line.span.end
        if index == 0:
            start += 1
        if index == len(quoted) - 1:
            end = _before_closing(desk.text, start, end)
        inner = trim(desk.text, start, end)
        if inner.start < inner.end:
            paragraph = Paragraph(
                inner.start,
                inner.end,
                desk.text[inner.start : inner.end],
                line.paragraph.indented,
                line.paragraph.after_blank,
            )
            lines.append(classify(desk.text, paragraph, desk.grammar))
    return lines


def _before_closing(text: str, start: int, end: int) -> int:
    """Offset of the closing quotation mark of ``text[start:end]``; ``end`` where there is none."""
    tail = end
    while tail > start and text[tail - 1] in _CLOSING:
        tail -= 1
        if text[tail] in '"»”':
            return tail
    return end


def _quoted_units(desk: Desk, units: list[Unit], end: int) -> list[QuotedUnit]:
    tops = [unit for unit in units if unit.kind in _TOP]
    rows = []
    for index, unit in enumerate(tops):
        stop = tops[index + 1].span.start if index + 1 < len(tops) else end
        span = trim(desk.text, unit.span.start, stop)
        rows.append(QuotedUnit(unit.eid, unit.number, desk.fold(span), _content(unit), span))
    return rows


def _content(unit: Unit) -> ContentKind:
    if unit.block is not None:
        return ContentKind(unit.block.value)
    return ContentKind.OTHER if unit.kind is ProvisionKind.POINT else ContentKind.HEADING


def _with_run(body: Body, units: list[Unit]) -> Body:
    """Points replaced together without a heading: one position whose number and title nobody states."""
    points = [unit for unit in units if unit.kind is ProvisionKind.POINT and unit.block is not None]
    if body.positions or len(points) < 2:
        return body
    first, last = points[0], points[-1]
    holder = f"{first.parent.eid}__" if first.parent else ""
    eid = f"{holder}points_{first.number}-{last.number}"
    section = next((item.section for item in body.items), None)
    position = Position(eid, section, None, None, None, Span(first.span.start, last.span.end), "run")
    items = tuple(replace(item, position_eid=eid) for item in body.items)
    return Body(body.provisions, (position,), items)
