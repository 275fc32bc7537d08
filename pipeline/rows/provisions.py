"""Rows of the wording of acts: units, positions, items and requirement alternatives."""

from collections.abc import Iterable, Iterator

from biliktilik.parsers.model import Alternative, Item, Position, Provision
from biliktilik.pipeline.corpus import Wording
from biliktilik.pipeline.rows.row import Row, joined, place, unit_id, validity, wording_id


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
        "wording_known": wording.known,
        **validity(wording),
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
        "wording_known": wording.known,
        **validity(wording),
        **place(wording.source_file, position.span),
        "rule": position.rule,
    }


class PositionIndex:
    """Which wording of a position an item speaks of: the one in force on the item's first day."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._versions: dict[tuple[str, str | None, str], list[Wording]] = {}
        for wording in wordings:
            for position in wording.body.positions:
                key = (wording.act_key, wording.language, position.eid)
                self._versions.setdefault(key, []).append(wording)

    def id_for(self, wording: Wording, eid: str | None) -> str | None:
        """Key of the position's wording; None where no position is stated."""
        if eid is None:
            return None
        versions = self._versions.get((wording.act_key, wording.language, eid), [])
        day = wording.valid_from or ""
        holding = [v for v in versions if (v.valid_from or "") <= day and (v.valid_to is None or day < v.valid_to)]
        chosen = max(holding or versions, key=lambda version: version.valid_from or "", default=None)
        return wording_id(chosen, eid) if chosen else None


def item_rows(wording: Wording, positions: PositionIndex) -> Iterator[Row]:
    """One row per item of the wording."""
    for item in wording.body.items:
        yield _item_row(wording, item, positions.id_for(wording, item.position_eid))


def _item_row(wording: Wording, item: Item, position_wording_id: str | None) -> Row:
    return {
        "wording_id": wording_id(wording, item.eid),
        "position_wording_id": position_wording_id,
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
        **validity(wording),
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
