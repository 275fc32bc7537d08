"""Amending acts: instructions, what they aim at, and the new wording that they quote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.addresses import Address, left_behind, step_of
from biliktilik.parsers.amended import NamedAct, named_act
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.disputes import Dispute, Row, settle_disputes
from biliktilik.parsers.instructions import (
    Elsewhere,
    InstructionReading,
    Narrowed,
    Understood,
    Unread,
    read_instruction,
)
from biliktilik.parsers.islands import Quotation, QuotedUnit, build_island
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
    StepKind,
)
from biliktilik.parsers.operations import Operation
from biliktilik.parsers.regions import Passage, Region, split_passages, split_regions
from biliktilik.parsers.units import Unit
from biliktilik.parsers.wordings import Worded, match_wordings

__all__ = ["Region", "read_amendments", "read_passages", "split_regions"]

_NO_ACT: Final = ActReference(None, None, None)


def read_amendments(
    desk: Desk, regions: list[Region], points: dict[str, Unit]
) -> tuple[tuple[Amendment, ...], tuple[Island, ...]]:
    """Operations and quoted wordings of all amending points; ``points`` are the order's own, by printed number."""
    rows: list[Row] = []
    islands: list[Island] = []
    for region in regions:
        named = named_act(desk.grammar, region.point.text)
        holder = points.get(region.point.number or "")
        reader = _Reader(desk, holder, named.act if named else None, rows, islands)
        if region.void:
            for line in (region.point, *region.lines):
                reader.read_void(line)
        else:
            for passage in split_passages(desk, region.lines):
                reader.read(passage)
    return settle_disputes(desk, rows, islands)


def read_passages(desk: Desk, lines: list[Line]) -> tuple[tuple[Amendment, ...], tuple[Island, ...]]:
    """Instructions that stand alone, without the point around them; an act that none of them names has no parts."""
    reader = _Reader(desk, None, _NO_ACT, [], [])
    for passage in split_passages(desk, lines):
        reader.read(passage)
    return settle_disputes(desk, reader.rows, reader.islands)


@dataclass
class _Reader:
    """Reads the passages of one amending point; the act and the scope hold until a line names others."""

    desk: Desk
    holder: Unit | None
    act: ActReference | None
    rows: list[Row]
    islands: list[Island]
    scope: Address = ()
    where: str = ""
    lost: bool = False

    def read(self, passage: Passage) -> None:
        """One instruction, or a line that says where the following ones speak."""
        text = _without_label(self.desk, passage.line)
        named = named_act(self.desk.grammar, text)
        if named is not None:
            self.act, self.scope, self.lost = named.act, (), False
        reading = self._reading(text, named)
        self._account(passage.line)
        reason = _objection(reading, passage)
        if reason is not None:
            for line in passage.quoted:  # it stays text of the amending act
                self._account(line)
            self._report(passage.line, reason)
            self.lost = self.lost or (not passage.quoted and _would_narrow(self.desk, text))
        elif isinstance(reading, Narrowed):
            self.scope, self.where, self.lost = reading.scope, text.rstrip(": "), False
        elif isinstance(reading, Elsewhere):
            message = "this change concerns the text in the other language only; nothing is changed here"
            self.desk.find("instruction_for_other_language", Severity.INFO, message, passage.line.span)
        elif isinstance(reading, Understood):
            self._carry(passage, reading.operations)
            for operation in reading.operations:
                self.scope = left_behind(self.scope, operation.address)

    def _reading(self, text: str, named: NamedAct | None) -> InstructionReading:
        """Below a line that would say where, but was not understood, only what names its annex is safe to read."""
        act = named.span if named else None
        if not self.lost:
            return read_instruction(self.desk.grammar, text, self.scope, act=act)
        reading = read_instruction(self.desk.grammar, text, (), act=act)
        if isinstance(reading, Narrowed | Understood) and not _names_annex(reading):
            return Unread("a line above it that says where it stands was not understood")
        return reading

    def read_void(self, line: Line) -> None:
        """A line of a point that declares acts, or units of acts, void; a line that names no act is passed over."""
        text = line.text[line.rest :]
        named = named_act(self.desk.grammar, text)
        if named is None:
            return
        self.act, self.where = named.act, text[slice(*named.span)]
        reading = read_instruction(self.desk.grammar, text, (), act=named.span, implied="void")
        if isinstance(reading, Understood):
            self._carry(Passage(line), reading.operations)
        elif isinstance(reading, Unread):
            self._report(line, reading.reason)

    def _account(self, line: Line) -> None:
        self.desk.mark(line.span, SegmentKind.INSTRUCTION, self.holder.eid if self.holder else None, line.rule)
        if self.holder is not None:
            self.holder.texts.append(line.span)

    def _report(self, line: Line, reason: str) -> None:
        message = f"this amending instruction was not understood and changes nothing: {reason}"
        self.desk.find("instruction_not_read", Severity.ERROR, message, line.span)

    def _carry(self, passage: Passage, operations: tuple[Operation, ...]) -> None:
        if self.act is None:
            message = "the act that this point amends was not understood"
            self.desk.find("amended_act_not_read", Severity.ERROR, message, passage.line.span)
            self.act = _NO_ACT
        pending = [operation for operation in operations if operation.needs_wording]
        quotation, island = self._quotation(passage, pending)
        worded = iter(match_wordings(pending, quotation) if quotation else [])
        pairs: list[Worded] = []
        for operation in operations:
            pairs += next(worded) if operation.needs_wording else [(operation, None)]
        if quotation is not None:
            self._report_extra(passage.line, quotation, pairs)
        for operation, quoted in pairs:
            self._add(passage.line, operation, quoted, island)

    def _quotation(self, passage: Passage, pending: list[Operation]) -> tuple[Quotation | None, int | None]:
        """The quotation that the operations wait for, and the index of the island that it makes."""
        if not pending:
            return None, None
        quotation = build_island(self.desk, passage.quoted, [operation.address for operation in pending])
        if quotation.body is None:
            return quotation, None
        self.islands.append(Island(self.act or _NO_ACT, quotation.body))
        return quotation, len(self.islands) - 1

    def _report_extra(self, line: Line, quotation: Quotation, pairs: list[Worded]) -> None:
        used = [quoted for _, quoted in pairs if quoted is not None]
        extra = [unit for unit in quotation.units if not unit.inner and unit not in used]
        if not extra or not used or used[0].kind is None:
            return
        listed = ", ".join(f"{unit.kind} {unit.number}" for unit in extra)
        message = f"the quoted wording holds {listed}, which the instruction does not name"
        self.desk.find("quoted_unit_not_named", Severity.WARNING, message, line.span)

    def _add(self, line: Line, operation: Operation, quoted: QuotedUnit | None, island: int | None) -> None:
        if operation.needs_wording and quoted is None:
            missing = f"{operation.address[-1].kind} {operation.address[-1].number}" if operation.address else "the act"
            message = (
                f"{missing} of the instruction «{operation.printed}» is not in the quoted wording and is not changed"
            )
            self.desk.find("quoted_unit_missing", Severity.ERROR, message, line.span)
            return
        operation = replace(operation, printed=operation.printed or self.where)
        amendment = _amendment(self.desk, line, self.act or _NO_ACT, operation, quoted, len(self.rows) + 1)
        self.rows.append(Row(amendment, _dispute(operation, quoted), island))


def _amendment(
    desk: Desk, line: Line, act: ActReference, operation: Operation, quoted: QuotedUnit | None, ordinal: int
) -> Amendment:
    printed_alike = quoted is not None and quoted.number and quoted.number == operation.address[-1].number
    return Amendment(
        ordinal=ordinal,
        target=act,
        target_eid=quoted.eid if quoted and printed_alike else operation.eid,
        target_printed=operation.printed,
        action=operation.action,
        instruction=desk.fold(line.span),
        new_text=quoted.text if quoted else operation.new_words,
        content_kind=_content(operation, quoted),
        disputed=False,
        span=Span(line.span.start, quoted.span.end if quoted else line.span.end),
        rule=operation.rule,
        address=operation.address,
        word_edit=operation.word_edit,
        old_words=operation.old_words,
        everywhere=operation.everywhere,
        annex=operation.annex,
    )


def _content(operation: Operation, quoted: QuotedUnit | None) -> ContentKind:
    if operation.action is Action.REPLACE_HEADING:
        return ContentKind.TITLE if len(operation.address) == 1 else ContentKind.HEADING
    return quoted.content if quoted and operation.action is not Action.REPLACE_WORDS else ContentKind.OTHER


def _dispute(operation: Operation, quoted: QuotedUnit | None) -> Dispute | None:
    """The number stated for the quoted unit, where it is not the one that the quotation prints."""
    if quoted is None or quoted.kind is None or not quoted.number:
        return None
    stated = step_of(operation.address, quoted.kind)
    if stated is None or not stated.number or stated.number == quoted.number:
        return None
    return Dispute(quoted.kind, stated.number, quoted.number)


def _objection(reading: InstructionReading, passage: Passage) -> str | None:
    """Why an instruction cannot be carried out: not understood, or its quotation is missing or unexpected."""
    if isinstance(reading, Unread):
        return reading.reason
    worded = isinstance(reading, Understood) and any(operation.needs_wording for operation in reading.operations)
    if worded and not passage.quoted:
        return "no new wording follows it"
    if passage.quoted and not worded and not isinstance(reading, Elsewhere):
        return "a quotation follows that it does not announce"
    return None


def _would_narrow(desk: Desk, text: str) -> bool:
    """Does a line that is not understood look like one that only says where?"""
    return text.endswith(":") and desk.grammar.search("amend.verb", text.lower()) is None


def _names_annex(reading: Narrowed | Understood) -> bool:
    addresses = [reading.scope] if isinstance(reading, Narrowed) else [one.address for one in reading.operations]
    return all(step_of(address, StepKind.ANNEX) for address in addresses)


def _without_label(desk: Desk, line: Line) -> str:
    """The text of a line without its own number: ``1) в пункте 5:``, but not ``1) тармақша …``."""
    numbered = line.kind in (LineKind.SUBPOINT, LineKind.POINT)
    if not numbered or desk.grammar.match("amend.no-label", line.text):
        return line.text
    return line.text[line.rest :]
