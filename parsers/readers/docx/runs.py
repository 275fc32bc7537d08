"""The inside of a paragraph: runs, breaks, fields, links, tracked changes, marks of notes, text boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.model import Severity
from biliktilik.parsers.readers.docx.names import (
    ALTERNATE,
    CHOICE,
    MATH_TEXT,
    RELATION,
    Element,
    elements,
    number,
    own_text,
    value,
    w,
)
from biliktilik.parsers.readers.docx.remarks import Remarks
from biliktilik.parsers.readers.docx.strips import SOFT, Strip
from biliktilik.parsers.readers.docx.styles import Styles
from biliktilik.parsers.readers.docx.symbols import symbol

_HYPERLINK: Final = re.compile(r"\s*HYPERLINK\b(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_ARGUMENT: Final = re.compile(r'(?P<switch>\\[a-z])?\s*(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]+))?', re.IGNORECASE)
_BOOKMARK: Final = re.compile(r"[^\W_][\w.:-]{0,79}")  # Word's own bookmarks begin with an underscore
_SKIPPED: Final = frozenset(map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "tblPr")))
_DEEPEST: Final = 32  # fields inside one another; Word itself stops at twenty
_LONGEST: Final = 4_000  # characters of an instruction; an address is never longer
_DRAWN: Final = frozenset(map(w, ("drawing", "pict", "object")))


@dataclass(slots=True)
class Inside:
    """What a paragraph holds: its own text, and beside it what stands elsewhere on the page.

    ``boxes``: text boxes with whether text of the paragraph stands before them; ``notes``: kind and id of each foot- or
    endnote; ``hidden``: words that Word does not show.
    """

    strip: Strip = field(default_factory=Strip)
    anchors: list[str] = field(default_factory=list)
    notes: list[tuple[str, int]] = field(default_factory=list)
    boxes: list[tuple[bool, Element]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """A field between its marks. Until ``separate`` its instruction is read, behind it its result."""

    instruction: str = ""
    is_result: bool = False
    start: int = 0
    held: Strip = field(default_factory=Strip)


class Runs:
    """Reads paragraphs one by one. Fields may run on from one paragraph to the next."""

    def __init__(self, styles: Styles, remarks: Remarks) -> None:
        self._styles = styles
        self._remarks = remarks
        self._fields: list[_Field] = []
        self._too_deep = 0
        self._targets: Mapping[str, str] = {}
        self._is_hiding = False  # the paragraph's style
        self._inside = Inside()
        self._hides = False
        self._handlers: dict[str, Callable[[Element], None]] = {
            w("r"): self._run,
            w("t"): self._text,
            MATH_TEXT: self._text,
            w("tab"): lambda _: self._put("\t"),
            w("ptab"): lambda _: self._put("\t"),
            w("br"): lambda _: self._put(SOFT),
            w("cr"): lambda _: self._put(SOFT),
            w("noBreakHyphen"): lambda _: self._put("-"),
            w("sym"): self._symbol,
            w("fldChar"): self._field_mark,
            w("instrText"): self._instruction,
            w("fldSimple"): self._simple_field,
            w("hyperlink"): self._hyperlink,
            w("footnoteReference"): lambda one: self._note("footnote", one),
            w("endnoteReference"): lambda one: self._note("endnote", one),
            w("bookmarkStart"): self._bookmark,
            w("ins"): self._inserted,
            w("moveTo"): self._inserted,
            w("del"): self._deleted,
            w("moveFrom"): self._deleted,
            ALTERNATE: self._alternate,
        }

    def read(self, paragraph: Element, targets: Mapping[str, str]) -> Inside:
        """The inside of one paragraph; ``targets`` are the links of its part by relation id."""
        self._is_hiding, self._targets, self._inside = self._styles.hides(paragraph), targets, Inside()
        for one in self._fields:
            one.start = 0
        self._walk(paragraph)
        self._end_paragraph()
        return self._inside

    def _end_paragraph(self) -> None:
        """A field that goes on links what this paragraph prints of it; words in an instruction without end are kept."""
        for one in self._fields:
            if one.is_result:
                self._inside.strip.link(one.start, _target(one.instruction))
            else:
                self._inside.strip.append(one.held)
        self._fields = [one for one in self._fields if one.is_result]

    def _walk(self, parent: Element) -> None:
        for one in elements(parent):
            handler = self._handlers.get(one.tag)
            if handler is not None:
                handler(one)
            elif one.tag in _DRAWN:
                self._drawn(one)
            elif one.tag not in _SKIPPED:
                self._walk(one)

    # --- text -------------------------------------------------------------------------------------------------------

    def _put(self, text: str) -> None:
        if self._hides:
            self._inside.hidden.append(text)
            return
        code = next((one for one in self._fields if not one.is_result), None)
        (code.held if code else self._inside.strip).add(text)

    def _run(self, run: Element) -> None:
        before = self._hides
        own = self._styles.is_hidden(run)
        self._hides = before or (self._is_hiding if own is None else own)
        self._walk(run)
        self._hides = before

    def _text(self, element: Element) -> None:
        self._put(own_text(element))

    def _symbol(self, element: Element) -> None:
        font = value(element, "font") or ""
        digits = value(element, "char") or ""
        try:
            code = int(digits, 16)
        except ValueError:
            return
        shown = symbol(code, font)
        if shown is None:
            shown = "\ufffd"
            message = f"a character of the font «{font}» (code {digits}) is not known; it stands as {shown}"
            self._remarks.add("symbol_unknown", Severity.WARNING, message)
        self._put(shown)

    def _note(self, kind: str, element: Element) -> None:
        identity = number(element, "id")
        if identity is not None and not self._hides:
            self._inside.notes.append((kind, identity))

    def _bookmark(self, element: Element) -> None:
        if (name := bookmark(element)) is not None:
            self._inside.anchors.append(name)

    # --- links and fields -------------------------------------------------------------------------------------------

    def _hyperlink(self, element: Element) -> None:
        target = self._targets.get(element.get(RELATION) or "", "")
        anchor = value(element, "anchor") or value(element, "docLocation")
        self._linked(element, f"{target}#{anchor}" if anchor and "#" not in target else target)

    def _simple_field(self, element: Element) -> None:
        self._linked(element, _target(value(element, "instr") or ""))

    def _linked(self, element: Element, target: str) -> None:
        start = self._inside.strip.length
        self._walk(element)
        self._inside.strip.link(start, target)

    def _field_mark(self, element: Element) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin" and len(self._fields) < _DEEPEST:
            self._fields.append(_Field())
        elif kind == "begin" or self._too_deep:
            self._too_deep += {"begin": 1, "end": -1}.get(kind or "", 0)
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
            self._fields[-1].start = self._inside.strip.length
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if ended.is_result:
                self._inside.strip.link(ended.start, _target(ended.instruction))

    def _instruction(self, element: Element) -> None:
        last = self._fields[-1] if self._fields else None
        if last is not None and not last.is_result and len(last.instruction) < _LONGEST:
            last.instruction += element.text or ""

    # --- changes, choices, drawings -----------------------------------------------------------------------------------

    def _inserted(self, element: Element) -> None:
        self._remarks.inserted += 1
        self._walk(element)

    def _deleted(self, _: Element) -> None:
        self._remarks.deleted += 1

    def _alternate(self, element: Element) -> None:
        self._walk(chosen(element))

    def _drawn(self, element: Element) -> None:
        boxes = list(outer_boxes(element))
        is_after = self._inside.strip.length > 0
        self._inside.boxes += [(is_after, box) for box in boxes]
        self._remarks.pictures += not boxes


def bookmark(element: Element) -> str | None:
    """The name of a bookmark that a person or the publisher set; None for those that Word keeps for itself."""
    name = value(element, "name") or ""
    return name if _BOOKMARK.fullmatch(name) else None


def chosen(alternate: Element) -> Element:
    """One of the forms of the same content: the first; its members say the same thing again."""
    first = alternate.find(CHOICE)
    if first is None:
        return next(elements(alternate), alternate)
    return first


def outer_boxes(element: Element) -> list[Element]:
    """The texts of the text boxes in a drawing, each once; boxes inside a box come with it."""
    found: list[Element] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.tag == w("txbxContent"):
            found.append(one)
        else:
            inner = chosen(one) if one.tag == ALTERNATE else one
            waiting += reversed(list(elements(inner)))
    return found


def _target(instruction: str) -> str:
    r"""Where a field leads: ``HYPERLINK "address" \l "anchor"``; empty for other fields."""
    match = _HYPERLINK.match(instruction)
    if match is None:
        return ""
    address = anchor = ""
    for one in _ARGUMENT.finditer(match["rest"]):
        word = one["quoted"] if one["quoted"] is not None else one["bare"] or ""
        switch = (one["switch"] or "").lower()
        if switch == r"\l":
            anchor = word
        elif not switch and word and not address:
            address = word
    return f"{address}#{anchor}" if anchor else address
