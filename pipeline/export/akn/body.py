"""The text of a version: preface, preamble, body, conclusions and annexes, each unit under its eId."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from biliktilik.pipeline.export.akn.cards import write_card
from biliktilik.pipeline.export.akn.edition import Edition
from biliktilik.pipeline.export.akn.holdings import (
    citations_by_unit,
    citations_outside_units,
    labels_by_unit,
    orders_by_unit,
    own_segments,
    units_in_part,
)
from biliktilik.pipeline.export.akn.running import mark, write_marked
from biliktilik.pipeline.export.akn.sheet import Element, Sheet
from biliktilik.pipeline.export.akn.sources import Segment
from biliktilik.pipeline.export.akn.versions import Node
from biliktilik.pipeline.export.akn.words import words
from biliktilik.pipeline.store.units import Unit

# What Akoma Ntoso has a name for; all other kinds are containers that bear the name of the kind.
_ELEMENTS: Final = {
    "section": "section", "chapter": "chapter", "paragraf": "paragraph", "article": "article", "point": "point",
}  # fmt: skip
_BLOCKS: Final = ("duties", "knowledge", "requirements")


class Body:
    """Writes the units of one edition.

    ``unplaced`` then holds the citations for which no place in the text is sure, ``orders`` the eId of the ``mod`` of
    each amendment that the act makes, by the identity of its row.
    """

    def __init__(self, sheet: Sheet, edition: Edition) -> None:
        self._sheet = sheet
        self._edition = edition
        self._language = edition.version.language
        self._used: set[str] = set()
        self._citations = citations_by_unit(edition)
        self._amendments = orders_by_unit(edition)
        self._in_part = units_in_part(edition)
        self._labels = labels_by_unit(edition)
        self.unplaced = citations_outside_units(edition)
        self.orders: dict[int, str] = {}

    def write(self, act: Element) -> list[tuple[Element, str]]:
        """Fill the root element of the act; the documents of its annexes, which still lack their metadata."""
        roots = self._edition.version.roots
        self._preface(act)
        preambles = [node for node in roots if node.unit.kind == "preamble"]
        annexes = [node for node in roots if node.unit.kind == "annex"]
        for node in preambles[:1]:
            self._preamble(act, node)
        full = self._edition.material.act["text_known"] == "full"
        body = self._sheet.add(act, "body", {"status": None if full else "incomplete"})
        inside = [part for node in preambles[:1] for part in node.parts]
        for node in [*inside, *preambles[1:], *(node for node in roots if node.unit.kind not in ("preamble", "annex"))]:
            self._unit(body, node)
        if not len(body):
            self._absent(body)
        stamps = self._stamps(annexes)
        self._conclusions(act, stamps.pop(None, []))
        if not annexes:
            return []
        attachments = self._sheet.add(act, "attachments")
        return [self._annex(attachments, node, stamps.get(node.unit.eid, [])) for node in annexes]

    def _preface(self, act: Element) -> None:
        material = self._edition.material
        title = material.act.get(f"title_{self._language}")
        requisites = self._own("requisites")
        partial = material.act["text_known"] != "full"
        if title is None and not requisites and not partial:
            return
        preface = self._sheet.add(act, "preface")
        if title is not None:
            line = self._sheet.add(self._sheet.add(preface, "longTitle"), "p")
            self._sheet.add(line, "docTitle", None, str(title))
        for segment in requisites:  # as the publisher prints them today, whatever the day of the version
            self._quoted(preface, segment).set("class", "requisites")
        if partial:
            self._remark(preface, "partial")

    def _preamble(self, act: Element, node: Node) -> None:
        preamble = self._sheet.add(act, "preamble", self._attributes(node))
        for name, text in (("num", node.unit.label), ("heading", node.unit.heading)):
            if text is not None:  # a preamble of Akoma Ntoso has neither, so they are paragraphs
                self._sheet.add(preamble, "p", {"class": name}, text)
        self._texts(preamble, node)
        if not len(preamble):
            self._sheet.add(preamble, "p")

    def _annex(self, attachments: Element, node: Node, stamps: Sequence[Segment]) -> tuple[Element, str]:
        attachment = self._sheet.add(attachments, "attachment", self._attributes(node))
        self._head(attachment, node.unit)
        document = self._sheet.add(attachment, "doc", {"name": "annex"})
        if stamps:
            preface = self._sheet.add(document, "preface")
            for segment in stamps:
                self._quoted(preface, segment)
        main = self._sheet.add(document, "mainBody")
        self._texts(main, node)
        for part in node.parts:
            self._unit(main, part)
        if not len(main):
            self._sheet.add(main, "p")
        return document, node.unit.eid

    def _unit(self, parent: Element, node: Node) -> None:
        unit = node.unit
        tag = _ELEMENTS.get(unit.kind, "hcontainer")
        name = {"name": unit.kind} if tag == "hcontainer" else {}
        element = self._sheet.add(parent, tag, {**name, **self._attributes(node)})
        self._head(element, unit)
        cards = self._edition.material.cards.get((unit.eid, unit.language, unit.valid_from), {})
        if unit.kind == "card" and unit.wording_known and cards:
            if unit.text is not None:
                printed = self._sheet.add(element, "hcontainer", {"name": "printed", "status": "verbatim"})
                self._filled(printed, "content", node)
            write_card(self._sheet, element, cards, self._language)
            self._parts(element, node)
        elif node.parts:
            self._filled(element, "intro", node)
            self._parts(element, node)
        else:
            self._filled(element, "content", node)

    def _parts(self, element: Element, node: Node) -> None:
        """The parts of a unit, with the labels that stand between and after them."""
        labels = self._labels.get(id(node), [])
        at = 0
        for part in node.parts:
            while at < len(labels) and labels[at].end <= part.unit.char_start:
                self._label(element, labels[at])
                at += 1
            self._unit(element, part)
        if at < len(labels):
            closing = self._sheet.add(element, "wrapUp")
            for segment in labels[at:]:
                self._quoted(closing, segment)

    def _label(self, element: Element, segment: Segment) -> None:
        self._sheet.add(element, "crossHeading", _place(segment.source_file, segment.start, segment.end), segment.text)

    def _head(self, element: Element, unit: Unit) -> None:
        # A block without a number is called by its label.
        called = unit.kind in _BLOCKS and unit.heading is None
        if unit.label is not None:
            self._sheet.add(element, "heading" if called else "num", None, unit.label)
        if unit.heading is not None:
            self._sheet.add(element, "heading", None, unit.heading)

    def _filled(self, element: Element, tag: str, node: Node) -> None:
        """The element's ``intro`` or ``content``, where the unit has words of its own or needs a remark."""
        holder = self._sheet.add(element, tag)
        self._texts(holder, node)
        if not len(holder):
            element.remove(holder)

    def _texts(self, holder: Element, node: Node) -> None:
        """The own text of a unit, with its marks, and the remark on what of it is not known."""
        unit = node.unit
        citations = self._citations.get(id(node), [])
        orders = self._amendments.get(id(node), [])
        if unit.text is not None or orders:
            marked = mark(unit.text or "", citations, orders)
            for row, eid in write_marked(self._sheet, self._sheet.add(holder, "p"), marked, unit.eid):
                self.orders[id(row)] = eid
            self.unplaced += marked.unplaced
        else:
            self.unplaced += citations
        if node.inferred:
            self._remark(holder, "inferred")
        elif not unit.wording_known:
            self._remark(holder, "unknown")
        elif (unit.source_file, unit.eid) in self._in_part:
            self._remark(holder, "part")

    def _attributes(self, node: Node) -> dict[str, str | int | None]:
        unit = node.unit
        # Two wordings of one unit on one day: the sources disagree, and an eId may stand only once.
        eid, number = unit.eid, 1
        while eid in self._used:
            number += 1
            eid = f"{unit.eid}__wording_{number}"
        self._used.add(eid)
        known: dict[str, str | int | None] = {
            "eId": eid,
            "wId": unit.eid if number > 1 else None,
            "status": self._status(node),
        }
        if node.inferred:
            return known
        return {
            **known,
            "period": self._edition.period_of(unit),
            "bt:level": unit.level,
            "bt:category": unit.category,
            **_place(unit.source_file, unit.char_start, unit.char_end),
        }

    def _status(self, node: Node) -> str | None:
        if node.inferred or (node.unit.wording_known and (node.unit.source_file, node.unit.eid) in self._in_part):
            return "incomplete"
        if not node.unit.wording_known:
            return "unknown"
        return "undefined" if node.unit.kind == "unparsed" else None

    def _absent(self, body: Element) -> None:
        container = self._sheet.add(body, "hcontainer", {"name": "absent", "status": "unknown"})
        self._remark(self._sheet.add(container, "content"), "body")

    def _remark(self, holder: Element, name: str) -> None:
        line = self._sheet.add(holder, "p")
        self._sheet.add(line, "remark", {"status": "editorial"}, f"[{words('remarks', name, self._language)}]")

    def _quoted(self, holder: Element, segment: Segment) -> Element:
        return self._sheet.add(holder, "p", _place(segment.source_file, segment.start, segment.end), segment.text)

    def _own(self, kind: str) -> list[Segment]:
        return [segment for segment in own_segments(self._edition) if segment.kind == kind]

    def _stamps(self, annexes: Sequence[Node]) -> dict[str | None, list[Segment]]:
        """The stamps above the annexes, by the annex that follows each; None for those that nothing follows."""
        found: dict[str | None, list[Segment]] = defaultdict(list)
        for segment in self._own("stamp"):
            below = (
                node.unit.eid
                for node in annexes
                if node.unit.source_file == segment.source_file and node.unit.char_start >= segment.end
            )
            found[next(below, None)].append(segment)
        return found

    def _conclusions(self, act: Element, stamps: Sequence[Segment]) -> None:
        signatures = self._own("signature")
        if not signatures and not stamps:
            return
        conclusions = self._sheet.add(act, "conclusions")
        for segment in sorted((*signatures, *stamps), key=lambda segment: (segment.source_file, segment.start)):
            if segment.kind == "stamp":
                self._quoted(conclusions, segment)
            else:
                line = self._sheet.add(conclusions, "p", _place(segment.source_file, segment.start, segment.end))
                self._sheet.add(line, "signature", None, segment.text)


def _place(source: str, start: int, end: int) -> dict[str, str]:
    return {"bt:source": source, "bt:start": str(start), "bt:end": str(end)}
