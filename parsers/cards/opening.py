"""Cards without a number of their own: one table holds many, and a row begins each."""

from __future__ import annotations

from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.lines import Line
from biliktilik.parsers.model import ProvisionKind
from biliktilik.parsers.units import Register, Unit

_LONGEST_ROW: Final = 1_000  # characters of a row that names a profession


def opens_card(desk: Desk, line: Line, current: Unit | None) -> bool:
    """Does this row begin a card? Inside one only after its lists: its own head may use the same words again."""
    if desk.grammar.match("card.row", line.paragraph.text[:_LONGEST_ROW]) is None:
        return False
    if current is None or current.kind is not ProvisionKind.CARD:
        return True
    return any(desk.grammar.search("card.part", desk.text[span.start : span.end]) for span in current.texts)


def card_unit(desk: Desk, line: Line, current: Unit | None, units: list[Unit], register: Register) -> Unit:
    """The card that ``line`` begins, under the unit whose table it stands in (``…__card_2``)."""
    holder = current.parent if current is not None and current.kind is ProvisionKind.CARD else current
    number = sum(unit.kind is ProvisionKind.CARD and unit.parent is holder for unit in units) + 1
    eid = register.claim([f"{holder.eid}__card_{number}" if holder else f"card_{number}"])
    unit = Unit(ProvisionKind.CARD, eid, holder, "card.row", line.span)
    unit.heading = desk.fold(line.span).rstrip(":")
    return unit
