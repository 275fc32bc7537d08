"""The body of a document in reading order: paragraphs, tables, text boxes, notes, anchors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from biliktilik.parsers.model import Severity
from biliktilik.parsers.readers.docx.layout import Layout
from biliktilik.parsers.readers.docx.lines import split_all, split_ended
from biliktilik.parsers.readers.docx.names import ALTERNATE, Element, child, elements, number, w
from biliktilik.parsers.readers.docx.numbering import Numbering
from biliktilik.parsers.readers.docx.package import Package, Story
from biliktilik.parsers.readers.docx.remarks import Remarks, excerpt
from biliktilik.parsers.readers.docx.runs import Inside, Runs, bookmark, chosen
from biliktilik.parsers.readers.docx.strips import PARAGRAPH, SOFT, Strip
from biliktilik.parsers.readers.docx.styles import Styles

_COLUMNS: Final = 63  # that a table of Word can have
_FORM_ROWS: Final = 4  # a table without lines and no larger only sets words side by side
_FORM_COLUMNS: Final = 3
_FORM_WORDS: Final = 400  # characters of a cell with a signature or a stamp
_SKIPPED: Final = frozenset(map(w, ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr")))
_INSERTED: Final = frozenset(map(w, ("ins", "moveTo")))
_DELETED: Final = frozenset(map(w, ("del", "moveFrom")))
_FOREIGN: Final = frozenset(map(w, ("altChunk", "subDoc")))


class Reading:
    """One pass over a document; what it finds goes to ``layout`` and ``remarks``."""

    def __init__(self, package: Package) -> None:
        self.layout = Layout()
        self.remarks = Remarks()
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering, self._styles)
        self._runs = Runs(self._styles, self.remarks)
        self._package = package
        self._targets: Mapping[str, str] = package.body.targets
        self._pending = Strip()  # words whose paragraph ends in a deleted mark: they run on into the next
        self._notes: list[tuple[str, int]] = []
        self._numbers: dict[tuple[str, int], int] = {}
        self._counts = {"footnote": 0, "endnote": 0}
        self._in_body = True

    def read(self) -> None:
        """Take the whole body, then what is left of it."""
        self._blocks(self._package.body.root, apart=False)
        if self._pending.length:
            self._lines(self._pending, is_apart=False)
        for form in sorted(self._numbering.unknown):
            message = f"numbers of the format «{form}» are printed as plain numbers; compare them with the document"
            self.remarks.add("numbering_unknown", Severity.WARNING, message)
        self._furniture()

    def _within(self, parent: Element) -> Iterator[Element]:
        """The paragraphs, tables, rows or cells in ``parent``, out of every wrapper, without what is deleted."""
        for one in elements(parent):
            if one.tag in _DELETED:
                self.remarks.deleted += 1
            elif one.tag in _INSERTED:
                self.remarks.inserted += 1
                yield from self._within(one)
            elif one.tag == ALTERNATE:
                yield from self._within(chosen(one))
            elif one.tag in _BLOCKS:
                yield one
            elif one.tag not in _SKIPPED:
                yield from self._within(one)

    # --- paragraphs -------------------------------------------------------------------------------------------------

    def _blocks(self, parent: Element, *, apart: bool) -> None:
        for one in self._within(parent):
            if one.tag == w("p"):
                self._paragraph(one, apart=apart)
            elif one.tag == w("tbl"):
                self._table(one, apart=apart)
            elif one.tag == w("bookmarkStart"):
                self._anchor(bookmark(one))
            elif one.tag in _FOREIGN:
                self._foreign()
            else:  # a row or a cell outside a table
                self._blocks(one, apart=apart)

    def _anchor(self, name: str | None) -> None:
        if name is not None and self._in_body:
            self.layout.anchor(name)

    def _foreign(self) -> None:
        message = (
            "a part of the document is another file put into it, which is not read; open the document in Word, save "
            "it anew and add that"
        )
        self.remarks.add("embedded_file", Severity.ERROR, message)

    def _paragraph(self, paragraph: Element, *, apart: bool) -> None:
        inside = self._runs.read(paragraph, self._targets)
        is_apart = apart or self._styles.is_heading(paragraph) or self._styles.stands_apart(paragraph)
        strip = self._whole(paragraph, inside)
        for name in inside.anchors:
            self._anchor(name)
        self._boxes(box for is_after, box in inside.boxes if not is_after)
        if strip is not None:
            self._lines(strip, is_apart=is_apart)
        self._report_hidden(inside)
        self._boxes(box for is_after, box in inside.boxes if is_after)
        self._notes += inside.notes
        self._print_notes()

    def _whole(self, paragraph: Element, inside: Inside) -> Strip | None:
        """Words left over from before, the number, the text; None where they run on into the next paragraph."""
        properties = child(paragraph, "pPr", "rPr")
        is_joined = any(child(properties, name) is not None for name in ("del", "moveFrom"))
        self.remarks.deleted += is_joined
        strip = self._pending
        if inside.strip.length or not is_joined:
            strip.add(self._numbering.label(paragraph) if not strip.length else "")
        strip.append(inside.strip)
        if is_joined:
            return None
        self._pending = Strip()
        return strip

    def _lines(self, strip: Strip, *, is_apart: bool) -> None:
        if is_apart:
            for line in split_all(strip):
                self.layout.apart(line)
            if not strip.text.strip():
                self.layout.leave_gap()
            return
        put = self.layout.body
        for line in split_ended(strip):
            if line.text:
                put(line)
                put = self.layout.next_line
            else:
                self.layout.leave_gap()

    def _boxes(self, boxes: Iterable[Element]) -> None:
        for box in boxes:
            self.layout.leave_gap()
            self._blocks(box, apart=True)
            self.layout.leave_gap()

    def _report_hidden(self, inside: Inside) -> None:
        if hidden := excerpt("".join(inside.hidden)):
            message = f"hidden text, which Word does not show, is left out: «{hidden}»"
            self.remarks.add("hidden_text", Severity.WARNING, message)

    # --- notes ------------------------------------------------------------------------------------------------------

    def _print_notes(self) -> None:
        """The foot- and endnotes of what was just printed, each on a line of its own that says so."""
        waiting, self._notes = self._notes, []
        for key in waiting:
            if key in self._numbers:
                continue
            kind, identity = key
            story = self._package.notes.get(key)
            self._counts[kind] += 1
            self._numbers[key] = self._counts[kind]
            if story is None:
                message = f"the text refers to {kind} {identity}, which the document does not hold"
                self.remarks.add("note_missing", Severity.WARNING, message)
                continue
            strip = Strip()
            strip.add(f"[{kind} {self._numbers[key]}] ")
            strip.append(self._aside_of(story))
            self.layout.aside(strip)

    def _aside_of(self, story: Story) -> Strip:
        before, self._targets = self._targets, story.targets
        strip = self._flowing(story.root)
        self._targets = before
        return strip

    def _furniture(self) -> None:
        """Headers and footers repeat on every page: they are named, and no part of the text."""
        self._in_body = False
        seen: set[str] = set()
        for story in self._package.furniture:
            printed = excerpt(self._aside_of(story).text)
            if printed not in seen and any(map(str.isalpha, printed)):
                message = f"a header or footer is left out: «{printed}»; what of it belongs to the act is not read"
                self.remarks.add("page_furniture", Severity.INFO, message)
            seen.add(printed)

    # --- tables -----------------------------------------------------------------------------------------------------

    def _table(self, table: Element, *, apart: bool) -> None:
        rows = [one for one in self._within(table) if one.tag in (w("tr"), w("bookmarkStart"))]
        if self._is_form(table, rows):
            self._form(rows, apart=apart)
            return
        first = True
        for row in rows:
            if row.tag == w("bookmarkStart"):
                self._anchor(bookmark(row))
            elif not self._is_deleted(row):
                first = not self._row(row, first=first) and first
        self.layout.leave_gap()

    def _is_form(self, table: Element, rows: list[Element]) -> bool:
        """Does the table only set words side by side, as those of a signature or a stamp?"""
        own = [row for row in rows if row.tag == w("tr")]
        if len(own) > _FORM_ROWS or self._styles.has_lines(table):
            return False
        return all(sum(one.tag == w("tc") for one in elements(row)) <= _FORM_COLUMNS for row in own)

    def _form(self, rows: list[Element], *, apart: bool) -> None:
        """Each cell's lines below one another: nothing in them needs the column it stands in."""
        for row in rows:
            if row.tag == w("bookmarkStart"):
                self._anchor(bookmark(row))
            elif not self._is_deleted(row):
                for cell in self._within(row):
                    if cell.tag == w("bookmarkStart"):
                        self._anchor(bookmark(cell))
                    self.layout.leave_gap()
                    words = sum(len(one.text or "") for one in cell.iter(w("t")))
                    self._blocks(cell, apart=apart or words <= _FORM_WORDS)
        self.layout.leave_gap()

    def _is_deleted(self, row: Element) -> bool:
        properties = child(row, "trPr")
        self.remarks.inserted += child(properties, "ins") is not None
        is_deleted = child(properties, "del") is not None
        self.remarks.deleted += is_deleted
        return is_deleted

    def _row(self, row: Element, *, first: bool) -> bool:
        """Print a row; False where it has no words. Cells that a wide one covers are empty, so that columns count."""
        properties = child(row, "trPr")
        line = Strip()
        line.add("\t" * _span(number(child(properties, "gridBefore")), 0))
        is_first = True
        for cell in self._within(row):
            if cell.tag != w("tc"):
                if cell.tag == w("bookmarkStart"):
                    self._anchor(bookmark(cell))
                continue
            line.add("" if is_first else "\t")
            is_first = False
            line.append(self._cell(cell))
            line.add("\t" * (_span(number(child(cell, "tcPr", "gridSpan")), 1) - 1))
        line.add("\t" * _span(number(child(properties, "gridAfter")), 0))
        has_words = bool(line.text.strip())
        if has_words:
            self.layout.row(line, first=first)
        self._print_notes()
        return has_words

    def _cell(self, cell: Element) -> Strip:
        if child(cell, "tcPr", "cellDel") is not None:
            self.remarks.deleted += 1
            return Strip()
        return self._flowing(cell)

    def _flowing(self, parent: Element) -> Strip:
        """All text below ``parent`` in one strip: its paragraphs, and the rows of tables in it, one after another."""
        whole = Strip()
        for piece in self._pieces(parent):
            for line in split_ended(piece.replaced({ord("\t"): " "})):
                if line.text:
                    whole.add(PARAGRAPH if whole.length else "")
                    whole.append(line)
        return whole

    def _pieces(self, parent: Element) -> Iterator[Strip]:
        for one in self._within(parent):
            if one.tag == w("p"):
                yield from self._paragraph_pieces(one)
            elif one.tag == w("tr"):
                if not self._is_deleted(one):
                    yield self._inner_row(one)
            elif one.tag == w("bookmarkStart"):
                self._anchor(bookmark(one))
            elif one.tag in _FOREIGN:
                self._foreign()
            else:
                yield from self._pieces(one)

    def _paragraph_pieces(self, paragraph: Element) -> Iterator[Strip]:
        inside = self._runs.read(paragraph, self._targets)
        strip = self._whole(paragraph, inside)
        for name in inside.anchors:
            self._anchor(name)
        self._report_hidden(inside)
        self._notes += inside.notes
        for is_after, box in inside.boxes:
            if not is_after:
                yield from self._pieces(box)
        if strip is not None:
            yield strip
        for is_after, box in inside.boxes:
            if is_after:
                yield from self._pieces(box)

    def _inner_row(self, row: Element) -> Strip:
        """A row of a table inside a cell: its cells with a blank between them."""
        line = Strip()
        for cell in self._within(row):
            strip = self._cell(cell).replaced({ord(SOFT): " "}) if cell.tag == w("tc") else Strip()
            line.add(" " if line.length and strip.length else "")
            line.append(strip)
        return line


_BLOCKS: Final = frozenset(map(w, ("p", "tbl", "tr", "tc", "bookmarkStart"))) | _FOREIGN


def _span(columns: int | None, otherwise: int) -> int:
    return otherwise if columns is None else max(otherwise, min(columns, _COLUMNS))
