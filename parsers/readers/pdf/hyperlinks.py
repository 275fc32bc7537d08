"""The areas of a page that a reader can click, and where they lead."""

from __future__ import annotations

from ctypes import byref, c_int, create_string_buffer
from dataclasses import dataclass
from typing import Any, Final

from biliktilik.parsers.readers.pdf.page import NO_LINK

_MOST: Final = 1_000  # areas of one page that are looked at; an order prints some dozens
_MOST_TARGET: Final = 4_096  # bytes of a target


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle in the page's own coordinates; ``link`` numbers its target."""

    left: float
    bottom: float
    right: float
    top: float
    link: int


def read_links(document: Any, page: Any, targets: list[str]) -> list[LinkArea]:
    """The link areas of a page; their targets are added to ``targets``. Links that only run a script are left out."""
    from pypdfium2 import raw

    areas: list[LinkArea] = []
    position, link = c_int(0), raw.FPDF_LINK()
    while len(areas) < _MOST and raw.FPDFLink_Enumerate(page, byref(position), byref(link)):
        target = _target(raw, document, link)
        if target is None:
            continue
        targets.append(target)
        areas += _areas(raw, link, len(targets) - 1)
    return areas


def find_link(areas: list[LinkArea], x: float, y: float) -> int:
    """The link under a point."""
    for area in areas:
        if area.left <= x <= area.right and area.bottom <= y <= area.top:
            return area.link
    return NO_LINK


def _areas(raw: Any, link: Any, number: int) -> list[LinkArea]:
    """One area for each line that the link runs over, where the file tells them apart."""
    points = raw.FS_QUADPOINTSF()
    areas = []
    for index in range(min(raw.FPDFLink_CountQuadPoints(link), _MOST)):
        if raw.FPDFLink_GetQuadPoints(link, index, byref(points)):
            xs = (points.x1, points.x2, points.x3, points.x4)
            ys = (points.y1, points.y2, points.y3, points.y4)
            areas.append(LinkArea(min(xs), min(ys), max(xs), max(ys), number))
    rect = raw.FS_RECTF()
    if not areas and raw.FPDFLink_GetAnnotRect(link, byref(rect)):
        left, right = sorted((rect.left, rect.right))
        bottom, top = sorted((rect.bottom, rect.top))
        areas.append(LinkArea(left, bottom, right, top, number))
    return areas


def _target(raw: Any, document: Any, link: Any) -> str | None:
    action = raw.FPDFLink_GetAction(link)
    if action:
        kind = raw.FPDFAction_GetType(action)
        if kind == raw.PDFACTION_URI:
            return _text(raw.FPDFAction_GetURIPath, document, action)
        if kind in (raw.PDFACTION_REMOTEGOTO, raw.PDFACTION_LAUNCH):
            return _text(raw.FPDFAction_GetFilePath, action)
    destination = raw.FPDFLink_GetDest(document, link)
    if not destination:
        return None
    index = raw.FPDFDest_GetDestPageIndex(document, destination)
    return f"#page={index + 1}" if index >= 0 else None


def _text(function: Any, *handles: Any) -> str | None:
    buffer = create_string_buffer(_MOST_TARGET)
    length = function(*handles, buffer, _MOST_TARGET)
    if not 0 < length <= _MOST_TARGET:
        return None
    return str(buffer.raw[: length - 1].decode("utf-8", "replace")).strip() or None
