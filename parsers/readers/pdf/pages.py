"""Bytes of a PDF file → its pages. The only place that holds handles of pdfium, which crashes on closed ones."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any, Final

from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.pdf.drawings import Drawings, read_drawings
from biliktilik.parsers.readers.pdf.glyphs import Drawn, GlyphReader, Printed
from biliktilik.parsers.readers.pdf.hyperlinks import LinkArea, find_link, read_links
from biliktilik.parsers.readers.pdf.page import Glyph, Layer, Page, Rule

MAX_PAGES: Final = 5_000  # the longest order of the portal has some hundred; a broken page count may say millions
_QUARTERS: Final = (0, 90, 180, 270)


def read_pages(data: bytes) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """``(pages, link targets)``. Raises :class:`UnreadableSource` for a file that is broken or locked."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(_why(error)) from error
    with closing(document):
        count = len(document)
        if not 0 < count <= MAX_PAGES:
            raise UnreadableSource(
                f"the PDF file says that it has {count} pages; it is damaged (or longer than the {MAX_PAGES} pages "
                "that are read); download it again or add the act as DOCX, HTML or text"
            )
        targets: list[str] = []
        reader = GlyphReader()
        pages = tuple(_read_page(document, number, reader, targets) for number in range(1, count + 1))
    return pages, tuple(targets)


def _why(error: Exception) -> str:
    if "password" in str(error).lower():
        return (
            "the PDF file is locked with a password; open it in a viewer, print it to a PDF file without a password, "
            "or add the act as DOCX, HTML or text"
        )
    if "security" in str(error).lower():
        return "the PDF file is encrypted in a way that cannot be read; add the act as DOCX, HTML or text"
    return f"the PDF file is damaged ({error}); download it again, or add the act as DOCX, HTML or text"


def _read_page(document: Any, number: int, reader: GlyphReader, targets: list[str]) -> Page:
    import pypdfium2

    try:
        with closing(document.get_page(number - 1)) as page, closing(page.get_textpage()) as text_page:
            printed = reader.read(text_page)
            drawings = read_drawings(page)
            areas = read_links(document, page, targets)
            left, bottom, right, top = page.get_bbox()
            rotation = page.get_rotation()
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(
            f"page {number} of the PDF file cannot be read ({error}): the file is damaged; download it again, or add "
            "the act as DOCX, HTML or text"
        ) from error
    box = (left, bottom, right, top)
    width, height = (right - left, top - bottom) if rotation % 180 == 0 else (top - bottom, right - left)
    layers = tuple(_layers(printed, drawings, areas, box, rotation))
    area = max(width * height, 1.0)
    return Page(number, width, height, layers, printed.hidden, printed.unmapped, min(1.0, drawings.pictured / area))


def _layers(
    printed: Printed,
    drawings: Drawings,
    areas: list[LinkArea],
    box: tuple[float, float, float, float],
    rotation: int,
) -> Iterator[Layer]:
    """One layer for each direction of text; the upright one first and always."""
    shown: dict[int, list[Drawn]] = {0: []}
    for drawn in printed.drawn:
        turn = (drawn.turn - rotation) % 360
        shown.setdefault(turn, []).append(drawn)
    for turn, group in shown.items():
        to_page = (turn + rotation) % 360
        glyphs = [_linked(drawn.glyph, areas, to_page) for drawn in group if _inside(drawn.glyph, box)]
        spun = tuple(_spin_glyph(glyph, to_page) for glyph in glyphs)
        across, down = _spin_rules(drawings, to_page)
        if spun or turn == 0:
            yield Layer(spun, across, down)


def _linked(glyph: Glyph, areas: list[LinkArea], turn: int) -> Glyph:
    if not areas:
        return glyph
    angle = math.radians(turn)
    along, up = (glyph.right - glyph.left) / 2, 0.3 * glyph.size
    x = glyph.left + along * math.cos(angle) - up * math.sin(angle)
    y = glyph.base + along * math.sin(angle) + up * math.cos(angle)
    link = find_link(areas, x, y)
    return replace(glyph, link=link) if link >= 0 else glyph


def _inside(glyph: Glyph, box: tuple[float, float, float, float]) -> bool:
    """Does the glyph stand on the page? What is drawn beyond its edge nobody sees."""
    left, bottom, right, top = box
    return left - glyph.size <= glyph.left <= right and bottom - glyph.size / 2 <= glyph.base <= top


def _spin(x: float, y: float, turn: int) -> tuple[float, float]:
    """The point in a frame in which text that runs in direction ``turn`` runs to the right."""
    if turn == 0:
        return x, y
    angle = math.radians(turn)
    return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)


def _spin_glyph(glyph: Glyph, turn: int) -> Glyph:
    if turn == 0:
        return glyph
    x, y = _spin(glyph.left, glyph.base, turn)
    return replace(glyph, left=x, right=x + glyph.right - glyph.left, base=y)


def _spin_rules(drawings: Drawings, turn: int) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Rules in the frame of a layer; text that leans has no tables."""
    if turn == 0:
        return drawings.across, drawings.down
    if turn not in _QUARTERS:
        return (), ()
    lies = turn == 180
    across = [_spin_rule(rule, turn, level=True) for rule in drawings.across]
    down = [_spin_rule(rule, turn, level=False) for rule in drawings.down]
    return (tuple(across), tuple(down)) if lies else (tuple(down), tuple(across))


def _spin_rule(rule: Rule, turn: int, *, level: bool) -> Rule:
    ends = [(rule.start, rule.at), (rule.end, rule.at)] if level else [(rule.at, rule.start), (rule.at, rule.end)]
    (x1, y1), (x2, y2) = (_spin(x, y, turn) for x, y in ends)
    if level == (turn == 180):
        return Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2))
    return Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2))
