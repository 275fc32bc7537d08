"""The wording that an amending act quotes, read by the same builder as a whole act: a known island of its target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.addresses import HEADINGS, INDENTS, UNIT_KINDS, Address, eid_of, step_of
from biliktilik.parsers.assembly import assemble
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.lines import Line, LineKind
from biliktilik.parsers.model import (
    Body,
    ContentKind,
    Position,
    Provision,
    ProvisionKind,
    SegmentKind,
    Span,
    Step,
    StepKind,
)
from biliktilik.parsers.quotations import unquoted_lines
from biliktilik.parsers.structure import Builder
from biliktilik.parsers.text.spaces import trim
from biliktilik.parsers.units import Unit

_LINES: Final = INDENTS | {StepKind.SENTENCE}
_HEADING_KINDS: Final = {
    StepKind.SECTION: ProvisionKind.SECTION,
    StepKind.CHAPTER: ProvisionKind.CHAPTER,
    StepKind.PARAGRAF: ProvisionKind.PARAGRAF,
}


@dataclass(frozen=True, slots=True)
class QuotedUnit:
    """A stretch of a quotation: its wording with label and number, without the enclosing marks.

    ``kind``, ``eid`` and ``number`` are None where it is no unit of its own. ``inner``: it lies in another quoted unit.
    """

    kind: StepKind | None
    eid: str | None
    number: str | None
    text: str
    content: ContentKind
    span: Span
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: its units, its paragraphs, all of it as one piece, and the body that the units make."""

    units: tuple[QuotedUnit, ...]
    paragraphs: tuple[QuotedUnit, ...]
    whole: QuotedUnit
    body: Body | None

    def of_kind(self, kind: StepKind) -> list[QuotedUnit]:
        """The quoted units of one kind."""
        return [unit for unit in self.units if unit.kind is kind]

    def unit_for(self, address: Address, *, alone: bool) -> QuotedUnit | None:
        """The quoted unit at ``address``; the only one, whatever its number, when it answers the only target."""
        outermost = [unit for unit in self.units if not unit.inner]
        last = address[-1]
        if last.kind in (*INDENTS, StepKind.HEADING, StepKind.SENTENCE, StepKind.PREAMBLE):
            return (outermost[0] if len(outermost) == 1 else self.whole) if alone else None
        for unit in self.units:
            if unit.kind is last.kind and unit.number == last.number:
                return unit
        if not alone or len(outermost) > 1:
            return None
        return outermost[0] if outermost else self.whole


def build_island(desk: Desk, quoted: list[Line], addresses: list[Address]) -> Quotation:
    """Read the quoted lines as units at ``addresses``. Points replaced together are one position without a title."""
    lines = unquoted_lines(desk, quoted)
    units = _units(desk, lines, addresses[0])
    whole = Span(lines[0].span.start, lines[-1].span.end) if lines else quoted[0].span
    body = None
    if units:
        body = assemble(desk, units, bare_paragrafs=True)
        body = _with_run(body, units) if len(addresses) > 1 else body
    else:
        for line in lines:
            desk.mark(line.span, SegmentKind.TEXT, eid_of(addresses[0]), "quoted")
    paragraphs = tuple(_stretch(desk, line.span) for line in lines)
    return Quotation(tuple(_quoted_units(desk, units, whole.end)), paragraphs, _stretch(desk, whole), body)


def _stretch(desk: Desk, span: Span) -> QuotedUnit:
    return QuotedUnit(None, None, None, desk.fold(span), ContentKind.OTHER, span)


def _units(desk: Desk, lines: list[Line], address: Address) -> list[Unit]:
    """The units that the lines print; none for a text without the number or heading of a unit."""
    if not lines:
        return []
    last, first = address[-1].kind, lines[0].kind
    if last is StepKind.SUBPOINT or (last in _LINES and first is LineKind.SUBPOINT):
        return _subpoints(desk, lines, address) if first is LineKind.SUBPOINT else []
    if last is not StepKind.PREAMBLE and first is LineKind.TEXT:
        return []
    annex = step_of(address, StepKind.ANNEX)
    prefix = f"att_{annex.number}__" if annex else ""
    builder = Builder(desk, prefix, _root(address))
    builder.read(lines)
    return builder.units


def _root(address: Address) -> Unit | None:
    """The heading that the instruction names: it holds the quoted units but is not quoted itself."""
    nowhere = Span(0, 0)
    unit = tuple(step for step in address if step.kind is not StepKind.HEADING)
    annex = step_of(unit[:-1], StepKind.ANNEX)
    root = Unit(ProvisionKind.ANNEX, f"att_{annex.number}", None, "scope", nowhere) if annex else None
    for step in unit[:-1]:
        if step.kind in HEADINGS:
            name = f"{HEADINGS[step.kind]}_{step.number}"
            eid = f"{root.eid}__{name}" if root else name
            root = Unit(_HEADING_KINDS[step.kind], eid, root, "scope", nowhere, step.number)
    return root


def _subpoints(desk: Desk, lines: list[Line], address: Address) -> list[Unit]:
    """Subpoints quoted without their point."""
    holder = tuple(step for step in address if step.kind not in (*_LINES, StepKind.SUBPOINT))
    point = Unit(ProvisionKind.POINT, eid_of(holder) or "", None, "scope", Span(0, 0), holder[-1].number)
    units: list[Unit] = []
    for line in lines:
        if line.kind is LineKind.SUBPOINT:
            eid = eid_of((*holder, Step(StepKind.SUBPOINT, line.number or "")))
            label = f"{line.number})"
            unit = Unit(ProvisionKind.SUBPOINT, eid or "", point, line.rule, line.span, line.number, label)
            unit.ordinal = len(units) + 1
            units.append(unit)
            desk.mark(Span(line.span.start, line.rest_span.start), SegmentKind.LABEL, unit.eid, line.rule)
        text = line.rest_span if line.kind is LineKind.SUBPOINT else line.span
        units[-1].texts.append(text)
        units[-1].span = Span(units[-1].span.start, line.span.end)
        desk.mark(text, SegmentKind.TEXT, units[-1].eid, line.rule)
    return units


def _quoted_units(desk: Desk, units: list[Unit], end: int) -> list[QuotedUnit]:
    """Every numbered unit with all that stands below it."""
    rows = []
    for index, unit in enumerate(units):
        if unit.kind not in UNIT_KINDS:
            continue
        after = next((other for other in units[index + 1 :] if not _holds(unit, other)), None)
        holds = index + 1 < len(units) and _holds(unit, units[index + 1])
        span = trim(desk.text, unit.span.start, after.span.start if after else end)
        inner = any(_holds(other, unit) for other in units[:index])
        kind = UNIT_KINDS[unit.kind]
        rows.append(QuotedUnit(kind, unit.eid, unit.number, desk.fold(span), _content(unit, holds), span, inner))
    return rows


def _holds(unit: Unit, other: Unit) -> bool:
    above = other.parent
    while above is not None and above is not unit:
        above = above.parent
    return above is unit


def _content(unit: Unit, holds: bool) -> ContentKind:
    if unit.block is not None:
        return ContentKind(unit.block.value)
    heading = UNIT_KINDS[unit.kind] in HEADINGS and not holds
    return ContentKind.HEADING if heading else ContentKind.OTHER


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
    return replace(body, positions=(position,), items=items)


def renamed(body: Body, old: str, new: str) -> Body:
    """``body`` with the unit ``old`` and all below it called ``new``."""

    def name(eid: str) -> str:
        return new + eid[len(old) :] if eid == old or eid.startswith(f"{old}__") else eid

    def provision(unit: Provision) -> Provision:
        parent = name(unit.parent_eid) if unit.parent_eid else None
        return replace(unit, eid=name(unit.eid), parent_eid=parent)

    items = tuple(replace(item, eid=name(item.eid), block_eid=name(item.block_eid)) for item in body.items)
    return replace(body, provisions=tuple(map(provision, body.provisions)), items=items)
