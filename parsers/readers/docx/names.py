"""Names and values in the XML of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

# lxml brings no types; an element is iterated, asked for its tag and its attributes, and nothing else.
Element: TypeAlias = Any

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFF: Final = frozenset({"0", "false", "off"})

CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
RELATION: Final = f"{_R}id"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return _W + name


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at a path of names below ``element``; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(_W + name)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of WordprocessingML; None where it, or the element, is missing."""
    return None if element is None else element.get(_W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number of ordinary size; None where it is missing or is none."""
    text = (value(element, name) or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


def is_on(element: Element | None) -> bool | None:
    """A switch such as ``w:vanish``: set, cleared, or None where the element is missing."""
    return None if element is None else (value(element) or "1") not in _OFF


def elements(parent: Element) -> Iterator[Element]:
    """The child elements in order, without comments and processing instructions."""
    return (one for one in parent if isinstance(one.tag, str))


def own_text(element: Element) -> str:
    """The characters of ``w:t`` as Word shows them: outer blanks count only where the element says so."""
    text = (element.text or "") + "".join(one.tail or "" for one in element)
    if element.get(SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.translate(_BLANKS)


# Line ends in the XML are blanks to Word; soft hyphens show only where a line breaks.
_BLANKS: Final = str.maketrans({**dict.fromkeys("\t\r\n\u2028\u2029\x85", " "), "\u00ad": None})
