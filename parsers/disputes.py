"""Instructions that name one unit and quote another: both readings are kept, the better-supported one is used."""

from __future__ import annotations

from dataclasses import dataclass, replace

from biliktilik.parsers.addresses import Address, eid_of
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.islands import renamed
from biliktilik.parsers.model import Amendment, Island, Severity, StepKind
from biliktilik.parsers.text.numerals import section_number


@dataclass(frozen=True, slots=True)
class Dispute:
    """The number that the instruction states and the number that the quotation prints, for a unit of ``kind``."""

    kind: StepKind
    stated: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Row:
    """An amendment as first read, its address as stated; ``island`` is the index of the wording that it quotes."""

    amendment: Amendment
    dispute: Dispute | None = None
    island: int | None = None


def settle_disputes(
    desk: Desk, rows: list[Row], islands: list[Island]
) -> tuple[tuple[Amendment, ...], tuple[Island, ...]]:
    """Of two numbers for one target the better is the one that keeps the order of the other targets."""
    settled = list(islands)
    amendments = []
    for index, row in enumerate(rows):
        if row.dispute is None:
            amendments.append(row.amendment)
            continue
        chosen, why = _choose(rows, index, row.dispute)
        message = (
            f"the instruction names {row.dispute.kind} {row.dispute.stated}, the quoted wording is numbered "
            f"{row.dispute.quoted}; {row.dispute.kind} {chosen} is used, {why}"
        )
        desk.find("target_disputed", Severity.WARNING, message, row.amendment.span)
        amendments.append(_with_number(row, chosen))
        if chosen == row.dispute.stated and row.island is not None:
            settled[row.island] = _as_stated(row, settled[row.island])
    return tuple(amendments), tuple(settled)


def _choose(rows: list[Row], index: int, dispute: Dispute) -> tuple[str, str]:
    if dispute.kind is StepKind.POINT:
        stated, quoted = section_number(dispute.stated), section_number(dispute.quoted)
        before, after = _points(rows[:index]), _points(rows[index + 1 :])
        fits = [number is not None and _fits(number, before, after) for number in (stated, quoted)]
        if fits[0] != fits[1]:
            return (dispute.stated if fits[0] else dispute.quoted), "because it keeps the order of the other targets"
    return dispute.quoted, "because that is how the new wording will stand in the act"


def _points(rows: list[Row]) -> list[int]:
    found = []
    for row in rows:
        last = row.amendment.address[-1] if row.amendment.address else None
        if row.dispute is None and last is not None and last.kind is StepKind.POINT:
            number = section_number(last.number)
            found += [number] if number is not None else []
    return found


def _fits(number: int, before: list[int], after: list[int]) -> bool:
    return (not before or before[-1] < number) and (not after or number < after[0])


def _with_number(row: Row, number: str) -> Amendment:
    address = _renumbered(row, number)
    return replace(row.amendment, address=address, target_eid=eid_of(address), disputed=True)


def _renumbered(row: Row, number: str) -> Address:
    kind = row.dispute.kind if row.dispute else None
    return tuple(replace(step, number=number) if step.kind is kind else step for step in row.amendment.address)


def _as_stated(row: Row, island: Island) -> Island:
    assert row.dispute is not None
    old, new = eid_of(_renumbered(row, row.dispute.quoted)), eid_of(row.amendment.address)
    return replace(island, body=renamed(island.body, old, new)) if old and new else island
