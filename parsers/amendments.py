"""Amending acts: instructions, what they aim at, and the new wording that they quote."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.header import nominative_issuer
from biliktilik.parsers.instructions import Scope, Target, read_scope, read_targets
from biliktilik.parsers.islands import Quotation, build_island
from biliktilik.parsers.lines import Line, LineKind
from biliktilik.parsers.model import (
    Action,
    ActReference,
    Amendment,
    ContentKind,
    Island,
    SegmentKind,
    Severity,
    Span,
)
from biliktilik.parsers.text.dates import date_in
from biliktilik.parsers.text.numerals import section_number
from biliktilik.parsers.units import Unit

_QUOTES: Final = '"«“„'
_CLOSED: Final = ('"', '";', '".', '",', "»", "»;", "».", '" ;', '" .')


@dataclass
class _Instruction:
    """One instruction with the lines that it quotes and the scope that it stands in."""

    line: Line
    scope: Scope
    quoted: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Region:
    """Lines of one amending point below its own first line."""

    point: Line
    lines: list[Line]


def split_regions(desk: Desk, lines: list[Line]) -> tuple[list[Line], list[Region]]:
    """The order's own lines, and apart from them what stands below each point that amends an act."""
    own: list[Line] = []
    regions: list[Region] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        own.append(line)
        index += 1
        if line.kind is LineKind.POINT and desk.grammar.match("amend.intro", line.text):
            end = _region_end(lines, index, line)
            regions.append(Region(line, lines[index:end]))
            index = end
    return own, regions


def _region_end(lines: list[Line], index: int, point: Line) -> int:
    """The region ends at the next point of the order itself, outside every quotation."""
    following = (section_number(point.number or "") or 0) + 1
    while index < len(lines):
        line = lines[index]
        if line.kind is LineKind.POINT and section_number(line.number or "") == following:
            return index
        index = _quotation_end(lines, index) if _opens_quotation(line) else index + 1
    return index


def _opens_quotation(line: Line) -> bool:
    return line.text[0] in _QUOTES


def _quotation_end(lines: list[Line], index: int) -> int:
    """Index after the quotation that opens at ``index``.

    Inner and outer marks are the same character, so a line that ends in a mark closes the quotation only when the
    marks balance from its opening on.
    """
    marks = 0
    for after in range(index, len(lines)):
        text = lines[after].text
        marks += sum(text.count(mark) for mark in '"«»“”„')
        if text.endswith(_CLOSED) and marks % 2 == 0:
            return after + 1
    return index + 1


def read_amendments(
    desk: Desk, regions: list[Region], points: dict[str, Unit]
) -> tuple[tuple[Amendment, ...], tuple[Island, ...]]:
    """Operations and quoted wordings of all amending points; ``points`` are the order's own, by printed number."""
    amendments: list[Amendment] = []
    islands: list[Island] = []
    for region in regions:
        target = read_target_act(desk, region.point)
        holder = points.get(region.point.number or "")
        for instruction in _instructions(desk, region, holder):
            rows, island = _read_instruction(desk, instruction, target, len(amendments))
            amendments += rows
            if island is not None:
                islands.append(island)
    settled = _settle_disputes(desk, amendments)
    return tuple(settled), tuple(islands)


def read_target_act(desk: Desk, line: Line) -> ActReference:
    """The act that an amending point names; its parts are None where the point does not print them."""
    reading = desk.grammar.search("amend.target-act", line.text)
    if reading is None:
        message = "the act that this point amends was not understood"
        desk.find("amended_act_not_read", Severity.ERROR, message, line.span)
        return ActReference(None, None, None)
    match = reading.match
    registered = desk.grammar.search("amend.registered", line.text)
    groups = registered.match.groupdict() if registered else {}
    printed_on = groups.get("date")
    return ActReference(
        kind=reading.rule.value,
        number=match["number"],
        adopted_on=date_in(desk.grammar, match["date"]),
        title=match["title"],
        issuer=nominative_issuer(desk.grammar, match["issuer"]),
        registration_number=groups.get("number"),
        registered_on=date_in(desk.grammar, printed_on) if printed_on else None,
    )


def _instructions(desk: Desk, region: Region, holder: Unit | None) -> list[_Instruction]:
    found: list[_Instruction] = []
    scope = Scope()
    index = 0
    eid = holder.eid if holder else None
    while index < len(region.lines):
        line = region.lines[index]
        if found and _opens_quotation(line):
            end = _quotation_end(region.lines, index)
            found[-1].quoted += region.lines[index:end]
            index = end
            continue
        desk.mark(line.span, SegmentKind.INSTRUCTION, eid, line.rule)
        if holder is not None:
            holder.texts.append(line.span)
        narrowed = read_scope(desk.grammar, line.text, scope)
        if narrowed is not None:
            scope = narrowed
        else:
            found.append(_Instruction(line, scope))
        index += 1
    return found


def _read_instruction(
    desk: Desk, instruction: _Instruction, act: ActReference, count: int
) -> tuple[list[Amendment], Island | None]:
    line = instruction.line
    targets, action, rule = read_targets(desk.grammar, line.text, instruction.scope)
    if action is None or not targets:
        message = "this amending instruction was not understood; what it quotes is kept but changes nothing"
        desk.find("instruction_not_read", Severity.ERROR, message, line.span)
        action = action or Action.REPLACE
    quotation = build_island(desk, instruction.quoted, instruction.scope, len(targets)) if instruction.quoted else None
    rows = [
        _amendment(desk, target, quotation, len(targets), act, action, line, rule, count + ordinal)
        for ordinal, target in enumerate(targets, 1)
    ]
    return rows, Island(act, quotation.body) if quotation else None


def _amendment(
    desk: Desk,
    target: Target,
    quotation: Quotation | None,
    targets: int,
    act: ActReference,
    action: Action,
    line: Line,
    rule: str,
    ordinal: int,
) -> Amendment:
    quoted = quotation.unit_for(target.number, alone=targets == 1) if quotation else None
    new_text = quoted.text if quoted else None
    content = quoted.content if quoted else ContentKind.OTHER
    span = Span(line.span.start, quoted.span.end if quoted else line.span.end)
    disputed = bool(quoted and quoted.number and target.number and quoted.number != target.number)
    if quotation and quoted is None:
        message = f"unit {target.number} of the instruction «{target.printed}» is not in the quoted wording"
        desk.find("quoted_unit_missing", Severity.ERROR, message, line.span)
    eid = quoted.eid if disputed and quoted else target.eid
    return Amendment(
        ordinal, act, eid, target.printed, action, desk.fold(line.span), new_text, content, disputed, span, rule
    )


def _settle_disputes(desk: Desk, amendments: list[Amendment]) -> list[Amendment]:
    """Of two numbers for one target the better is the one that keeps the order of the other targets."""
    settled = list(amendments)
    for index, row in enumerate(amendments):
        if not row.disputed:
            continue
        quoted = _number(row.target_eid)
        stated = section_number(row.target_printed.split("-")[0])
        before = [n for r in amendments[:index] if not r.disputed and (n := _number(r.target_eid)) is not None]
        after = [n for r in amendments[index + 1 :] if not r.disputed and (n := _number(r.target_eid)) is not None]
        if quoted is None or stated is None:
            continue
        if _fits(stated, before, after) and not _fits(quoted, before, after):
            eid = (row.target_eid or "").replace(f"point_{quoted}", f"point_{stated}")
            settled[index] = replace(row, target_eid=eid)
        chosen = _number(settled[index].target_eid)
        message = (
            f"the instruction names point {stated}, the quoted wording is numbered {quoted}; point {chosen} is used, "
            "because it keeps the order of the other targets"
        )
        desk.find("target_disputed", Severity.WARNING, message, row.span)
    return settled


def _number(eid: str | None) -> int | None:
    name = (eid or "").rsplit("__", 1)[-1]
    return section_number(name.removeprefix("point_")) if name.startswith("point_") else None


def _fits(number: int, before: list[int], after: list[int]) -> bool:
    return (not before or before[-1] < number) and (not after or number < after[0])
