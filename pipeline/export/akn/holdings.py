"""What belongs to which unit of a version: citations, the amendments that it orders, labels between its parts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from biliktilik.pipeline.export.akn.edition import Edition, all_nodes
from biliktilik.pipeline.export.akn.material import Record
from biliktilik.pipeline.export.akn.sources import Segment
from biliktilik.pipeline.export.akn.versions import Node
from biliktilik.pipeline.store.units import Unit

# Amendments after which only a part of the unit is known when its old wording is not.
_PARTIAL_ACTIONS: Final = ("replace_indent", "replace_words", "replace_heading")

Key = tuple[str, str]


def own_segments(edition: Edition) -> Iterator[Segment]:
    """What the sources of this act in this language hold beside its units."""
    files = {
        row["source_file"]
        for row in edition.material.sources
        if row["act_uri"] == edition.material.uri and row["language"] in (edition.version.language, None)
    }
    return (segment for segment in edition.material.segments if segment.source_file in files)


def citations_outside_units(edition: Edition) -> list[Record]:
    """The citations of the head and of the notes, which no unit holds."""
    return [
        row
        for row in edition.material.citations
        if row["language"] == edition.version.language and (row["eid"] is None or row["item_kind"] == "note")
    ]


def citations_by_unit(edition: Edition) -> dict[int, list[Record]]:
    """The citations of the wordings in force, by node."""
    nodes: defaultdict[Key, list[Node]] = defaultdict(list)
    for node in all_nodes(edition.version.roots):
        if node.unit.wording_known:
            nodes[node.unit.source_file, node.unit.eid].append(node)
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for row in edition.material.citations:
        if row["language"] == edition.version.language and row["item_kind"] != "note":
            around = nodes.get((str(row["source_file"]), str(row["eid"])), [])
            for node in [node for node in around if _lies_in(row, node.unit)][:1]:
                found[id(node)].append(row)
    return found


def _lies_in(row: Record, unit: Unit) -> bool:
    return unit.char_start <= int(str(row["char_start"])) and int(str(row["char_end"])) <= unit.char_end


def orders_by_unit(edition: Edition) -> dict[int, list[Record]]:
    """The amendments that this act makes, by the smallest unit around each of them, by node.

    What is ordered outside of every unit is kept with the last one that begins before.
    """
    nodes: defaultdict[str, list[Node]] = defaultdict(list)
    for node in all_nodes(edition.version.roots):
        if not node.inferred and node.unit.wording_known:
            nodes[node.unit.source_file].append(node)
    rows: defaultdict[str, list[Record]] = defaultdict(list)
    for row in edition.material.amendments:
        rows[str(row["source_file"])].append(row)
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for file in sorted(rows.keys() & nodes.keys()):
        for row, holder in _held(rows[file], nodes[file]):
            found[id(holder)].append(row)
    return {key: sorted(held, key=lambda row: int(str(row["ordinal"]))) for key, held in found.items()}


def _held(rows: Iterable[Record], nodes: Iterable[Node]) -> Iterator[tuple[Record, Node]]:
    """One walk through a source from its start: the units that have begun and not ended are few."""
    waiting = sorted(nodes, key=lambda node: (-node.unit.char_start, node.unit.char_end))
    last, open_nodes = waiting[-1], list[Node]()
    for row in sorted(rows, key=lambda row: (int(str(row["char_start"])), int(str(row["ordinal"])))):
        start = int(str(row["char_start"]))
        while waiting and waiting[-1].unit.char_start <= start:
            last = waiting.pop()
            open_nodes.append(last)
        open_nodes = [node for node in open_nodes if node.unit.char_end > start]
        around = [node for node in open_nodes if _lies_in(row, node.unit)]
        yield row, min(around, key=lambda node: node.unit.char_end - node.unit.char_start, default=last)


def units_in_part(edition: Edition) -> set[Key]:
    """The units of which an amendment shows a part while their former wording is not known."""
    return {
        (str(row["source_file"]), str(row["target_eid"]))
        for row in edition.material.amended_by
        if row["action"] in _PARTIAL_ACTIONS and row["status"] in ("base_unknown", "disputed")
    }


def labels_by_unit(edition: Edition) -> dict[int, list[Segment]]:
    """The labels of a unit between its parts and after them, by node; the first one, its own, is left out."""
    labels: defaultdict[Key, list[Segment]] = defaultdict(list)
    for segment in edition.material.segments:
        if segment.kind == "label" and segment.eid:
            labels[segment.source_file, segment.eid].append(segment)
    nodes = [node for node in all_nodes(edition.version.roots) if not node.inferred]
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for node in nodes:
        starts[node.unit.source_file].append(node.unit.char_start)
    for places in starts.values():
        places.sort()
    found: dict[int, list[Segment]] = {}
    for node in nodes:
        items = [part for part in node.parts if part.unit.kind == "item"]
        if items:
            last = items[-1].unit
            following = starts[last.source_file]
            at = bisect_left(following, last.char_end)
            limit = following[at] if at < len(following) else None
            found[id(node)] = [
                segment
                for segment in labels[node.unit.source_file, node.unit.eid]
                if segment.start > node.unit.char_start and (limit is None or segment.end <= limit)
            ]
    return found
