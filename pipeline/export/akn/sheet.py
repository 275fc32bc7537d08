"""The one place where XML is made: names of elements, characters that XML cannot hold, indentation, bytes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from lxml import etree  # type: ignore[import-untyped, unused-ignore]

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# Our own attributes and elements, which the schema of Akoma Ntoso lets pass.
OURS: Final = "urn:biliktilik:akn:1"

# An element of lxml, which brings no types.
Element: TypeAlias = Any
Attributes = Mapping[str, str | int | None]

_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT: Final = "\ufffd"
# Elements that hold running text: a line break set there would be a blank in the law.
_RUNNING: Final = frozenset({"p", "num", "heading", "crossHeading"})


class Sheet:
    """Makes the elements of one file and remembers which characters it had to replace."""

    def __init__(self) -> None:
        self.replaced: Counter[str] = Counter()

    def root(self, tag: str) -> Element:
        """The outermost element, with the names of both vocabularies."""
        return etree.Element(f"{{{AKN}}}{tag}", nsmap={None: AKN, "bt": OURS})

    def add(self, parent: Element, tag: str, attributes: Attributes | None = None, text: str | None = None) -> Element:
        """A new last child; ``bt:`` before a name means our own vocabulary, and None leaves an attribute out."""
        element = etree.SubElement(parent, _qualified(tag, AKN))
        for name, value in (attributes or {}).items():
            if value is not None:
                element.set(_qualified(name, None), self._clean(str(value))[0])
        if text is not None:
            self.say(element, text)
        return element

    def say(self, element: Element, text: str) -> None:
        """Let ``text`` follow what already stands in ``element``."""
        clean, lost = self._clean(text)
        last = element[-1] if len(element) else None
        if last is None:
            element.text = (element.text or "") + clean
        else:
            last.tail = (last.tail or "") + clean
        if lost:
            name = _qualified("bt:replaced", None)
            element.set(name, " ".join(filter(None, (element.get(name), *lost))))

    def _clean(self, text: str) -> tuple[str, list[str]]:
        lost = [f"U+{ord(found):04X}" for found in _NOT_IN_XML.findall(text)]
        self.replaced.update(lost)
        return (_NOT_IN_XML.sub(_REPLACEMENT, text) if lost else text), lost


def to_bytes(root: Element) -> bytes:
    """The file: UTF-8 with declaration, indented but for running text, with a final line break."""
    _indent(root)
    body: bytes = etree.tostring(root, encoding="UTF-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _qualified(name: str, default: str | None) -> str:
    if name.startswith("bt:"):
        return f"{{{OURS}}}{name.removeprefix('bt:')}"
    return f"{{{default}}}{name}" if default else name


def _indent(root: Element) -> None:
    """Set each element on a line of its own, two blanks deeper than its parent, except in running text."""
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        if not len(element) or etree.QName(element).localname in _RUNNING or (element.text or "").strip():
            continue
        element.text = "\n" + "  " * (depth + 1)
        for child in element:
            child.tail = element.text
            waiting.append((child, depth + 1))
        element[-1].tail = "\n" + "  " * depth
