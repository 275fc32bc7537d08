"""The container of a DOCX: python-docx opens it and hands over the trees of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from biliktilik.parsers.readers.container import container_type
from biliktilik.parsers.readers.docx.names import Element, elements, number
from biliktilik.parsers.readers.errors import UnreadableSource

if TYPE_CHECKING:
    from docx.opc.part import Part

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ADVICE: Final = "open it in Word or LibreOffice, save it as DOCX and add that"


@dataclass(frozen=True, slots=True)
class Story:
    """A tree of text with the targets of its links by relation id."""

    root: Element
    targets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document that say what it prints. ``notes``: footnotes and endnotes by kind and id."""

    body: Story
    encoding: str
    styles: Element | None = None
    numbering: Element | None = None
    notes: Mapping[tuple[str, int], Story] = field(default_factory=dict)
    furniture: tuple[Story, ...] = ()


def open_package(data: bytes) -> Package:
    """Open the bytes of a DOCX; raises :class:`UnreadableSource` where they are none, or damaged."""
    container_type(data)
    try:
        return _open(data)
    except UnreadableSource:
        raise
    except Exception as error:  # whatever a library says of damaged bytes, the user is told one thing
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise UnreadableSource(f"the file is a damaged or incomplete DOCX ({reason}); {_ADVICE}") from error


def _open(data: bytes) -> Package:
    from docx import Document

    try:
        part: Any = Document(BytesIO(data)).part
    except ValueError as error:
        if "is not a Word file" in str(error):
            raise UnreadableSource(
                f"the file is a Word template or a document with macros (DOTX, DOCM), no DOCX; {_ADVICE}"
            ) from error
        raise
    root = _checked(part.element)
    body = root.find("./{*}body")
    if body is None:
        raise UnreadableSource(f"the file is a DOCX without a body; {_ADVICE}")
    return Package(
        body=Story(body, _targets(part)),
        encoding=(root.getroottree().docinfo.encoding or "utf-8").lower(),
        styles=_tree(part, "styles"),
        numbering=_tree(part, "numbering"),
        notes=dict(_notes(part)),
        furniture=tuple(_furniture(part)),
    )


def _checked(root: Element) -> Element:
    """Entities of a document type declaration would hide text or swell; the format forbids the declaration."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableSource(
            "the file is a DOCX with a document type declaration, which no office program writes; nothing of it was "
            f"read; {_ADVICE}"
        )
    return root


def _parts(part: Part, kind: str) -> Iterator[Part]:
    for _, relation in sorted(part.rels.items()):
        if relation.reltype == _RELATIONS + kind and not relation.is_external:
            yield relation.target_part


def _tree(part: Part, kind: str) -> Element | None:
    for one in _parts(part, kind):
        return _root(one)
    return None


def _root(part: Any) -> Element:
    from docx.oxml.parser import parse_xml

    element = getattr(part, "element", None)  # parts that python-docx does not know are bytes to it
    return _checked(element if element is not None else parse_xml(part.blob))


def _targets(part: Part) -> dict[str, str]:
    return {name: relation.target_ref for name, relation in part.rels.items() if relation.is_external}


def _notes(part: Part) -> Iterator[tuple[tuple[str, int], Story]]:
    for kind in ("footnote", "endnote"):
        for one in _parts(part, f"{kind}s"):
            targets = _targets(one)
            for note in elements(_root(one)):
                identity = number(note, "id")
                if identity is not None:
                    yield (kind, identity), Story(note, targets)


def _furniture(part: Part) -> Iterator[Story]:
    for kind in ("header", "footer"):
        for one in _parts(part, kind):
            yield Story(_root(one), _targets(one))
