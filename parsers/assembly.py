"""Units → the finished body of an act: provisions, positions and items."""

from __future__ import annotations

from dataclasses import replace

from biliktilik.parsers.blocks import split_block
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.knowledge import knowledge_kinds
from biliktilik.parsers.model import (
    BlockKind,
    Body,
    Item,
    KnowledgeKind,
    Position,
    PositionGroup,
    Provision,
    ProvisionKind,
    SegmentKind,
    Severity,
)
from biliktilik.parsers.qualification import read_requirements
from biliktilik.parsers.units import Unit, freeze

_POSITION_KINDS = (
    ProvisionKind.POSITION,
    ProvisionKind.PARAGRAF,
    ProvisionKind.HEADING,
    ProvisionKind.CHAPTER,
    ProvisionKind.SECTION,
    ProvisionKind.ANNEX,
    ProvisionKind.POINT,
)
_SECTION_KINDS = (ProvisionKind.SECTION, ProvisionKind.CHAPTER)


def assemble(desk: Desk, units: list[Unit], *, bare_paragrafs: bool = False) -> Body:
    """Freeze ``units``; ``bare_paragrafs``: a paragraf heading is a position even with no block printed under it."""
    holders = {id(unit): unit.parent for unit in units if unit.block is not None}
    printed = {id(unit) for unit in units}
    jobs = {
        id(holder): holder
        for holder in holders.values()
        if holder is not None and id(holder) in printed and holder.kind in _POSITION_KINDS
    }
    if bare_paragrafs:
        jobs |= {id(unit): unit for unit in units if unit.kind is ProvisionKind.PARAGRAF}
    positions = [_position(unit) for unit in units if id(unit) in jobs]
    provisions: list[Provision] = []
    items: list[Item] = []
    for unit in units:
        provisions.append(freeze(unit, _own_text(desk, unit)))
        if unit.block is None:
            continue
        holder = unit.parent if unit.parent is not None and id(unit.parent) in jobs else None
        block = read_items(desk, unit, holder.eid if holder else None)
        items += block
        provisions += [_item_provision(unit, item) for item in block]
    return Body(tuple(provisions), tuple(_grouped(desk, units, positions)), tuple(items))


def _own_text(desk: Desk, unit: Unit) -> str | None:
    text = " ".join(desk.fold(span) for span in unit.texts)
    return text or None


def section_of(unit: Unit | None) -> str | None:
    """Printed number of the section (or, where there are none, the chapter) that holds a unit."""
    for kind in _SECTION_KINDS:
        holder = unit.nearest(kind) if unit is not None else None
        if holder is not None:
            return holder.number
    return None


def _position(unit: Unit) -> Position:
    section = section_of(unit.parent)
    return Position(unit.eid, section, unit.number, unit.heading, None, unit.span, unit.rule)


def point_of(unit: Unit) -> str | None:
    """Printed number of the point that a block is, or is a subpoint of; None where the act does not number it."""
    point = unit.nearest(ProvisionKind.POINT)
    return point.number if point is not None else None


def read_items(desk: Desk, unit: Unit, position_eid: str | None) -> list[Item]:
    """The items of one block unit, accounted for and with their eIds."""
    assert unit.block is not None
    section = section_of(unit.parent)
    if unit.block is BlockKind.REQUIREMENTS:
        return read_requirements(desk, unit, section, position_eid, point_of(unit))
    pieces = split_block(desk, unit)
    texts = [desk.fold(piece.span) for piece in pieces]
    kinds: list[KnowledgeKind | None] = [None] * len(texts)
    if unit.block is BlockKind.KNOWLEDGE:
        kinds = list(knowledge_kinds(desk.grammar, texts, prose=len(unit.body) == 1))
    items = []
    for ordinal, (piece, text, kind) in enumerate(zip(pieces, texts, kinds, strict=True), 1):
        eid = f"{unit.eid}__item_{ordinal}"
        desk.mark(piece.span, SegmentKind.TEXT, eid, unit.rule)
        items.append(
            Item(
                unit.block,
                position_eid,
                section,
                point_of(unit),
                unit.eid,
                eid,
                ordinal,
                text,
                piece.span,
                unit.rule,
                kind,
            )
        )
    return items


def _item_provision(unit: Unit, item: Item) -> Provision:
    return Provision(item.eid, unit.eid, ProvisionKind.ITEM, None, None, item.text, item.ordinal, item.span, item.rule)


def _grouped(desk: Desk, units: list[Unit], positions: list[Position]) -> list[Position]:
    """Give each position the group that its section's heading states, unless the titles below plainly belie it."""
    by_eid = {unit.eid: unit for unit in units}
    headings: dict[str, list[Position]] = {}
    for position in positions:
        holder = by_eid[position.eid].parent
        heading = holder.nearest(*_SECTION_KINDS) if holder is not None else None
        headings.setdefault(heading.eid if heading else "", []).append(position)
    groups: dict[str, PositionGroup | None] = {}
    for eid, members in headings.items():
        group = _group_of(desk, by_eid.get(eid), members)
        groups |= {member.eid: group for member in members}
    return [replace(position, group=groups.get(position.eid)) for position in positions]


def _group_of(desk: Desk, heading: Unit | None, members: list[Position]) -> PositionGroup | None:
    if heading is None or heading.heading is None:
        return None
    found = {r.value for r in desk.grammar.rules("group") if r.pattern.search(heading.heading)}
    if len(found) != 1:
        return None
    group = PositionGroup(found.pop())
    misfits = [m for m in members if m.title and _belies(desk, group, m.title)]
    if not misfits:
        return group
    message = (
        f"the heading «{heading.heading}» says {group.value}, but {len(misfits)} of the {len(members)} positions below "
        f"it are others («{misfits[0].title}» first); no group is given"
    )
    desk.find("heading_does_not_fit", Severity.WARNING, message, heading.span)
    return None


def _belies(desk: Desk, group: PositionGroup, title: str) -> bool:
    manager = desk.grammar.search("title.manager", title) is not None
    specialist = desk.grammar.search("title.specialist", title) is not None
    if group is PositionGroup.MANAGER:
        return specialist and not manager
    return group is PositionGroup.SPECIALIST and manager and not specialist
