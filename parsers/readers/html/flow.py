"""The elements of a page → blocks, in one pass over the tree without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from biliktilik.parsers.readers.html.block import Block, BlockKind
from biliktilik.parsers.readers.html.table import Cell, Table
from biliktilik.parsers.readers.html.words import Words

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS: Final = frozenset({"p", "li", "dt", "dd", "pre", "blockquote", "caption", "figcaption", "summary"})
# fmt: off
_BLOCKS: Final = frozenset({
    "html", "body", "div", "article", "section", "main", "header", "footer", "aside", "nav", "ul", "ol", "dl", "center",
    "address", "figure", "fieldset", "form", "details", "hr", "table", "thead", "tbody", "tfoot", "tr", "td", "th",
})
_UNSEEN: Final = frozenset({
    "head", "title", "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "canvas", "audio",
    "video", "select", "option", "textarea", "button", "datalist",
})
# fmt: on
_HIDDEN: Final = re.compile(r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_NO_NUMBERS: Final = re.compile(r"(?i)list-style(?:-type)?\s*:[^;]*\bnone\b")
_RAISED: Final = {
    "sup": str.maketrans("0123456789-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁽⁾"),
    "sub": str.maketrans("0123456789-()", "₀₁₂₃₄₅₆₇₈₉₋₍₎"),
}
_NUMERIC: Final = re.compile(r"\s*\(?-?[0-9]{1,4}\)?\s*")
_RED: Final = frozenset({"#ff0000", "ff0000", "red"})
_DEEPEST: Final = 8  # tables in tables; below that, their cells are read as paragraphs

End = Callable[[], None]


@dataclass(slots=True)
class _Place:
    """Where the text goes: the blocks of the page or of one cell, and the elements open in it."""

    blocks: list[Block] = field(default_factory=list)
    table: Table | None = None  # the table that is open right here
    cell: Any = None  # the element, where this is a cell
    headings: int = 0
    paragraphs: int = 0


@dataclass(slots=True)
class _Numbers:
    """The numbers that a browser prints before the items of an ordered list; None for a list without."""

    following: int | None


class Flow:
    """Reads a tree into :attr:`blocks`. ``skipped``: names of elements of furniture, left out with what they hold."""

    def __init__(self, skipped: frozenset[str] = frozenset()) -> None:
        self._skipped = _UNSEEN | skipped
        self._places = [_Place()]
        self._depth = 0  # of tables
        self._words = Words()
        self._notes = 0
        self._noted = False  # a note has given words to the block
        self._links: list[str | None] = [None]
        self._raised: list[str] = []
        self._preformatted = 0
        self._lists: list[_Numbers] = []
        self._label = ""

    def read(self, root: Any) -> list[Block]:
        """All blocks below ``root`` (an lxml element), the element itself included, its tail left out."""
        from lxml import etree

        ends: list[End | None] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        gone = None
        for event, element in walk:
            if event == "start":
                if self._is_unseen(element):
                    gone = element
                    walk.skip_subtree()
                    continue
                ends.append(self._open(element))
                self._text(element.text)
                continue
            if element is gone:
                gone = None
            elif end := ends.pop():
                end()
            if element is not root:
                self._text(element.tail)
        self._flush()
        return self._places[0].blocks

    def _is_unseen(self, element: Any) -> bool:
        if not isinstance(element.tag, str) or element.tag in self._skipped or element.get("hidden") is not None:
            return True
        style = element.get("style")
        return bool(style and _HIDDEN.search(style))

    # --- elements ---------------------------------------------------------------------------------------------------

    def _open(self, element: Any) -> End | None:
        tag = element.tag
        if tag == "br":
            self._break()
            return None
        if tag == "a":
            return self._open_link(element)
        if tag in _RAISED:
            return self._push(self._raised, tag)
        if tag in _HEADINGS:
            return self._open_heading()
        if tag == "table" and self._depth < _DEEPEST:
            return self._open_table(element)
        if tag in ("td", "th", "tr") and self._places[-1].table is not None:
            return self._open_row() if tag == "tr" else self._open_cell(element)
        if tag in ("ol", "ul"):
            return self._open_list(element)
        if tag in _PARAGRAPHS:
            return self._open_paragraph(element)
        if tag in _BLOCKS:
            self._flush()
            return self._flush
        return self._open_note() if _is_note(element) else None

    def _push(self, stack: list[Any], value: object) -> End:
        stack.append(value)

        def end() -> None:
            stack.pop()

        return end

    def _open_link(self, element: Any) -> End:
        target = (element.get("href") or "").strip()
        return self._push(self._links, target or self._links[-1])

    def _open_heading(self) -> End:
        self._flush()
        place = self._places[-1]
        place.headings += 1

        def end() -> None:
            self._flush()
            place.headings -= 1

        return end

    def _open_paragraph(self, element: Any) -> End:
        self._flush()
        place = self._places[-1]
        place.paragraphs += 1
        raw = element.tag == "pre"
        self._preformatted += raw
        note = self._open_note() if _is_note(element) else None
        if element.tag == "li":
            self._label = self._number(element)

        def end() -> None:
            self._flush()
            place.paragraphs -= 1
            self._preformatted -= raw
            if note:
                note()

        return end

    def _open_note(self) -> End:
        self._notes += 1

        def end() -> None:
            self._notes -= 1

        return end

    def _open_list(self, element: Any) -> End:
        self._flush()
        numbered = element.tag == "ol" and element.get("type", "1") == "1"
        numbered = numbered and not _NO_NUMBERS.search(element.get("style") or "")
        self._lists.append(_Numbers(_whole(element.get("start"), 1) if numbered else None))

        def end() -> None:
            self._flush()
            self._lists.pop()

        return end

    def _number(self, element: Any) -> str:
        numbers = self._lists[-1] if self._lists else None
        if numbers is None or numbers.following is None:
            return ""
        number = _whole(element.get("value"), numbers.following)
        numbers.following = number + 1
        return f"{number}. "

    # --- tables -----------------------------------------------------------------------------------------------------

    def _open_table(self, element: Any) -> End:
        self._flush()
        place = self._places[-1]
        outer, table = place.table, Table(element.get("border"))
        place.table = table
        self._depth += 1

        def end() -> None:
            self._flush()
            self._depth -= 1
            place.table = outer
            place.blocks += table.blocks()

        return end

    def _open_row(self) -> End:
        self._flush()
        table = self._places[-1].table
        if table is not None:
            table.rows.append([])
        return self._flush

    def _open_cell(self, element: Any) -> End:
        self._flush()
        table = self._places[-1].table
        place = _Place()
        self._places.append(place)

        def end() -> None:
            self._flush()
            self._places.pop()
            if table is not None:
                columns, rows = _whole(element.get("colspan"), 1), _whole(element.get("rowspan"), 1)
                table.add(Cell(place.blocks, columns, rows or 65_534))

        return end

    # --- text -------------------------------------------------------------------------------------------------------

    def _break(self) -> None:
        place = self._places[-1]
        if self._notes or place.headings or place.paragraphs:
            self._words.break_line()
        else:
            self._flush()

    def _text(self, raw: str | None) -> None:
        if not raw:
            return
        if self._label and not raw.isspace():
            self._words.add(self._label, None)
            self._label = ""
        if self._raised and _NUMERIC.fullmatch(raw) and self._words.last.isalnum():
            raw = raw.strip().translate(_RAISED[self._raised[-1]])
        self._noted = self._noted or (self._notes > 0 and not raw.isspace())
        if self._preformatted and "\n" in raw:
            for line in raw.splitlines():
                self._words.add(line, self._links[-1])
                self._words.break_line()
        else:
            self._words.add(raw, self._links[-1])

    def _flush(self) -> None:
        if self._words.empty:
            self._noted = False
            return
        place = self._places[-1]
        heading = place.headings > 0
        lines = self._words.close(note=self._noted, heading=heading)
        if lines:
            place.blocks.append(Block(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, lines))
        self._words = Words()
        self._noted = False


def _is_note(element: Any) -> bool:
    if element.tag == "font":
        return (element.get("color") or "").strip().lower() in _RED
    return element.tag in ("span", "p") and "note" in (element.get("class") or "").split()


def _whole(printed: str | None, otherwise: int) -> int:
    """A small whole number of an attribute."""
    printed = (printed or "").strip()
    return int(printed) if printed.isascii() and printed.isdigit() and len(printed) <= 5 else otherwise
