"""Rows of the wording of acts: units, positions, items and requirement alternatives."""

from collections.abc import Iterator

from biliktilik.parsers.model import Alternative, Item, Position, Provision
from biliktilik.pipeline.corpus import Wording
from biliktilik.pipeline.rows.row import UNDATED, Row, joined, place, unit_id, wording_id


def provision_row(wording: Wording, provision: Provision) -> Row:
    """The row of a unit."""
    return {
        "provision_id": wording_id(wording, provision.eid),
        "act_uri": wording.act_uri,
        "language": wording.language,
        "eid": provision.eid,
        "parent_eid": provision.parent_eid,
        "kind": provision.kind.value,
        "label": provision.label,
        "heading": provision.heading,
        "text": provision.text,
        "ordinal": provision.ordinal,
        "wording_known": True,
        **UNDATED,
        **place(wording.source_file, provision.span),
        "rule": provision.rule,
    }


def position_row(wording: Wording, position: Position) -> Row:
    """The row of a job."""
    return {
        "wording_id": wording_id(wording, position.eid),
        "position_id": unit_id(wording, position.eid),
        "act_uri": wording.act_uri,
        "language": wording.language,
        "eid": position.eid,
        "section": position.section,
        "position": position.number,
        "title": position.title,
        "position_group": position.group.value if position.group else None,
        "wording_known": True,
        **UNDATED,
        **place(wording.source_file, position.span),
        "rule": position.rule,
    }


def item_rows(wording: Wording) -> Iterator[Row]:
    """One row per item of the wording."""
    known = {position.eid for position in wording.body.positions}
    for item in wording.body.items:
        yield _item_row(wording, item, item.position_eid if item.position_eid in known else None)


def _item_row(wording: Wording, item: Item, position_eid: str | None) -> Row:
    return {
        "wording_id": wording_id(wording, item.eid),
        "position_wording_id": wording_id(wording, position_eid) if position_eid else None,
        "act_uri": wording.act_uri,
        "language": wording.language,
        "block": item.block.value,
        "block_eid": item.block_eid,
        "eid": item.eid,
        "section": item.section,
        "point": item.point,
        "ordinal": item.ordinal,
        "text": item.text,
        "knowledge_kind": item.knowledge_kind.value if item.knowledge_kind else None,
        "level": item.level.value if item.level else None,
        "category": item.category.value if item.category else None,
        **UNDATED,
        **place(wording.source_file, item.span),
        "rule": item.rule,
    }


def alternative_rows(wording: Wording) -> Iterator[Row]:
    """One row per way to meet a requirement item of the wording."""
    for item in wording.body.items:
        for alternative in item.alternatives:
            yield _alternative_row(wording, item, alternative)


def _alternative_row(wording: Wording, item: Item, alternative: Alternative) -> Row:
    return {
        "item_wording_id": wording_id(wording, item.eid),
        "alternative": alternative.ordinal,
        "education": joined(tuple(level.value for level in alternative.education)),
        "fields": joined(alternative.fields),
        "fields_printed": joined(alternative.fields_printed),
        "min_years": alternative.min_years,
        "no_experience_required": alternative.no_experience_required,
        "experience_in": alternative.experience_in,
        **place(wording.source_file, alternative.span),
        "rule": alternative.rule,
    }
