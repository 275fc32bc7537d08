"""What styles say of a paragraph, a run or a table that does not say it itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, TypeVar

from biliktilik.parsers.readers.docx.names import Element, child, elements, is_on, number, value, w

T = TypeVar("T")

_DEEPEST: Final = 32  # styles based on one another; a circle ends here
_BODY_LEVEL: Final = 9  # the outline level of text that is no heading
_HEADINGS: Final = ("heading ", "title", "subtitle")
_APART: Final = frozenset({"center", "right", "end"})
_FAR: Final = 2_800  # twentieths of a point (5 cm): a stamp pushed to the right by an indent
_EDGES: Final = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_CELL_BORDERS: Final = "/".join(w(name) for name in ("tr", "tc", "tcPr", "tcBorders"))
_NO_LINE: Final = frozenset({"nil", "none"})


class Styles:
    """The styles of a document by id; every answer looks at the element itself, then at its style and its bases."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        for style in elements(root) if root is not None else ():
            name = value(style, "styleId")
            if style.tag != w("style") or name is None:
                continue
            self._styles.setdefault(name, style)
            if value(style, "default") in ("1", "true", "on"):
                self._defaults.setdefault(value(style, "type") or "paragraph", name)
        self._chain = cache(self._bases)

    def _bases(self, name: str | None) -> tuple[Element, ...]:
        found: list[Element] = []
        while name in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[name])
            name = value(child(found[-1], "basedOn"))
        return tuple(found)

    def _first(self, properties: Element | None, kind: str, path: tuple[str, ...], ask: Callable[[Element], T]) -> T:
        """The first answer that is not None of the own ``properties`` and the styles' properties at ``path``."""
        own = ask(properties)
        if own is not None:
            return own
        mark = {"paragraph": "pStyle", "character": "rStyle", "table": "tblStyle"}[kind]
        name = value(child(properties, mark)) or self._defaults.get(kind)
        for style in self._chain(name):
            answer = ask(child(style, *path))
            if answer is not None:
                return answer
        return own

    def is_heading(self, paragraph: Element) -> bool:
        """Is this a heading, by the name of its style or by its outline level?"""
        properties = child(paragraph, "pPr")
        level = self._first(properties, "paragraph", ("pPr",), lambda one: number(child(one, "outlineLvl")))
        if level is not None:
            return 0 <= level < _BODY_LEVEL
        name = value(child(properties, "pStyle")) or self._defaults.get("paragraph")
        return any((value(child(one, "name")) or "").lower().startswith(_HEADINGS) for one in self._chain(name))

    def stands_apart(self, paragraph: Element) -> bool:
        """Is the paragraph centred, set to the right or far from the margin, as titles and stamps are?"""
        properties = child(paragraph, "pPr")
        if self._first(properties, "paragraph", ("pPr",), lambda one: value(child(one, "jc"))) in _APART:
            return True
        return (self._first(properties, "paragraph", ("pPr",), _indent) or 0) >= _FAR

    def numbering(self, paragraph: Element) -> tuple[str | None, int | None, str | None]:
        """``(list, level, style)``: what numbers the paragraph; ``style`` names the style that brings the list."""
        own = child(paragraph, "pPr", "numPr")
        level = number(child(own, "ilvl"))
        if (name := value(child(own, "numId"))) is not None:
            return name, level, None
        style = value(child(paragraph, "pPr", "pStyle")) or self._defaults.get("paragraph")
        for one in self._chain(style):
            properties = child(one, "pPr", "numPr")
            if (name := value(child(properties, "numId"))) is not None:
                own_level = number(child(properties, "ilvl"))
                return name, own_level if level is None else level, value(one, "styleId")
        return None, None, None

    def list_of(self, style: str | None) -> str | None:
        """The list that a numbering style stands for."""
        for one in self._chain(style):
            if (name := value(child(one, "pPr", "numPr", "numId"))) is not None:
                return name
        return None

    def hides(self, paragraph: Element) -> bool:
        """Does the style of a paragraph hide its runs where they say nothing themselves?"""
        name = value(child(paragraph, "pPr", "pStyle")) or self._defaults.get("paragraph")
        switches = (is_on(child(one, "rPr", "vanish")) for one in self._chain(name))
        return next((switch for switch in switches if switch is not None), False)

    def is_hidden(self, run: Element) -> bool | None:
        """Does Word not show this run? None where neither its own mark nor its style says so."""
        return self._first(child(run, "rPr"), "character", ("rPr",), lambda one: is_on(child(one, "vanish")))

    def has_lines(self, table: Element) -> bool:
        """Does the table, or one of its cells, show its lines?"""
        shown = self._first(child(table, "tblPr"), "table", ("tblPr",), lambda one: _lines(child(one, "tblBorders")))
        return bool(shown) or any(_lines(one) for one in table.findall(_CELL_BORDERS))


def _indent(properties: Element | None) -> int | None:
    indent = child(properties, "ind")
    left = number(indent, "left")
    return left if left is not None else number(indent, "start")


def _lines(borders: Element | None) -> bool | None:
    """Are any lines drawn? None where nothing is said of them."""
    if borders is None:
        return None
    kinds = [value(child(borders, edge)) for edge in _EDGES]
    return any(kind not in _NO_LINE for kind in kinds if kind is not None)
