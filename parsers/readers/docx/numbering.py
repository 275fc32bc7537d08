"""Automatic numbering: the label that Word prints in front of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.readers.docx.names import Element, child, elements, is_on, number, value, w
from biliktilik.parsers.readers.docx.numerals import print_number
from biliktilik.parsers.readers.docx.styles import Styles
from biliktilik.parsers.readers.docx.symbols import symbol

_LEVELS: Final = 9
_LONGEST: Final = 255  # characters of a label; it is printed at every paragraph
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and prints; ``restart``: the number of the level that sets it back, or 0."""

    start: int = 1
    form: str = "decimal"
    pattern: str | None = None
    text: str = ""
    glued: bool = False
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A list in the text: its levels, the count it shares with others, and starts of its own."""

    levels: dict[int, _Level]
    count: list[int | None]
    starts: dict[int, int]
    opened: set[int] = field(default_factory=set)


class Numbering:
    """Counts the numbered paragraphs of a document in order. ``unknown``: formats printed as plain numbers."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self.unknown: set[str] = set()
        self._styles = styles
        self._shapes: dict[str, Element] = {}
        self._names: dict[str, Element] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._lists: dict[str, _List | None] = {}
        for one in elements(root) if root is not None else ():
            if one.tag == w("abstractNum"):
                self._shapes.setdefault(value(one, "abstractNumId") or "", one)
            elif one.tag == w("num"):
                self._names.setdefault(value(one, "numId") or "", one)

    def label(self, paragraph: Element) -> str:
        """The printed number with the blank behind it; empty where the paragraph has none. Counts one on."""
        name, at, style = self._styles.numbering(paragraph)
        found = self._list(name) if name is not None else None
        if found is None:
            return ""
        if at is None:
            at = next((n for n, one in found.levels.items() if style and one.style == style), 0)
        level = found.levels.get(at)
        if level is None or not 0 <= at < _LEVELS:
            return ""
        self._advance(found, at)
        printed = _PLACE.sub(lambda match: self._number(found, int(match[1]) - 1, legal=level.legal), level.text)
        if not printed.strip():
            return ""
        return printed if level.glued else f"{printed.rstrip()} "

    def _advance(self, found: _List, at: int) -> None:
        count = found.count
        last = count[at]
        if last is None or (at in found.starts and at not in found.opened):
            count[at] = found.starts.get(at, found.levels[at].start)
        else:
            count[at] = last + 1
        found.opened.add(at)
        for deeper in range(at + 1, _LEVELS):
            level = found.levels.get(deeper)
            restart = level.restart if level and level.restart is not None else deeper
            if restart > at:  # set back by its parent level unless it names a higher one, or none (0)
                count[deeper] = None

    def _number(self, found: _List, at: int, *, legal: bool) -> str:
        level = found.levels.get(at, _Level())
        now = found.count[at]
        if now is None:
            now = found.starts.get(at, level.start)
        if level.form == "bullet":
            return ""
        printed = print_number(now, "decimal" if legal else level.form, level.pattern)
        if printed is None:
            self.unknown.add(level.form)
            return str(now)
        return printed

    # --- definitions ------------------------------------------------------------------------------------------------

    def _list(self, name: str) -> _List | None:
        if name not in self._lists:
            self._lists[name] = self._define(name)
        return self._lists[name]

    def _define(self, name: str) -> _List | None:
        definition = self._names.get(name)
        shape_name = value(child(definition, "abstractNumId")) if definition is not None else None
        shape = self._shapes.get(shape_name or "")
        if definition is None or shape is None or shape_name is None:
            return None
        linked = self._styles.list_of(value(child(shape, "numStyleLink")))
        if linked is not None and linked != name and child(shape, "lvl") is None:
            target = value(child(self._names.get(linked), "abstractNumId"))
            shape_name, shape = target or shape_name, self._shapes.get(target or "", shape)
        levels = {number(one, "ilvl") or 0: _level(one) for one in elements(shape) if one.tag == w("lvl")}
        starts: dict[int, int] = {}
        for override in elements(definition):
            if override.tag != w("lvlOverride"):
                continue
            at = number(override, "ilvl") or 0
            if (own := child(override, "lvl")) is not None:
                levels[at] = _level(own)
            if (start := number(child(override, "startOverride"))) is not None:
                starts[at] = start
        return _List(levels, self._counts.setdefault(shape_name, [None] * _LEVELS), starts)


def _level(element: Element) -> _Level:
    form = child(element, "numFmt")
    if form is None:  # newer formats stand in a choice beside a plain one
        form = next(element.iter(w("numFmt")), None)
    start = number(child(element, "start"))
    text = (value(child(element, "lvlText")) or "")[:_LONGEST]
    kind = value(form) or "decimal"
    if kind == "bullet":
        fonts = child(element, "rPr", "rFonts")
        text = "".join(symbol(ord(letter), value(fonts, "ascii") or "") or "•" for letter in text)
    return _Level(
        start=0 if start is None else start,
        form=kind,
        pattern=value(form, "format"),
        text=text,
        glued=value(child(element, "suff")) == "nothing",
        legal=bool(is_on(child(element, "isLgl"))),
        restart=number(child(element, "lvlRestart")),
        style=value(child(element, "pStyle")),
    )
