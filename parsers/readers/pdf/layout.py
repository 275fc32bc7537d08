"""Pages → the text of the document, laid out as the portal's own text form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from biliktilik.parsers.model import Link, Span
from biliktilik.parsers.readers.pdf.furniture import find_furniture
from biliktilik.parsers.readers.pdf.lines import VisualLine, Words, build_lines
from biliktilik.parsers.readers.pdf.margins import Margins, measure
from biliktilik.parsers.readers.pdf.page import NO_LINK, Glyph, Layer, Page
from biliktilik.parsers.readers.pdf.paragraphs import Block, Placed, build_blocks
from biliktilik.parsers.readers.pdf.tables import Grid, Row, find_grids, read_rows
from biliktilik.parsers.readers.pdf.words import known_words

_INDENT: Final = " " * 6
_CENTRED: Final = " "

_Tables = list[tuple[Grid, list[Glyph]]]


def lay_out(pages: Sequence[Page], targets: Sequence[str]) -> tuple[str, tuple[Link, ...]]:
    """``(text, links)`` of a document."""
    upright = [_split(page.layers[0]) for page in pages]
    lines = [build_lines(glyphs) for glyphs, _ in upright]
    others = [[_split(layer) for layer in page.layers[1:]] for page in pages]
    furniture = find_furniture(lines)
    body = [[line for i, line in enumerate(page) if i not in furniture[n]] for n, page in enumerate(lines)]
    known = known_words(line for page in body for line in page)
    margins = _margins(pages, body)
    placed: list[Placed] = []
    for number, page in enumerate(body):
        rows = _rows(upright[number][1], known)
        placed += [Placed(item, number, margins[number]) for item in _in_order(page, rows)]
        for glyphs, tables in others[number]:
            turned = build_lines(glyphs)
            placed += [Placed(item, number, measure([turned])) for item in _in_order(turned, _rows(tables, known))]
    named = [
        Words(f"[page {pages[n].number}: ", (NO_LINK,) * len(f"[page {pages[n].number}: "))
        + Words(line.text.replace("\t", " "), line.words.links)
        + Words("]", (NO_LINK,))
        for n, page in enumerate(lines)
        for i, line in enumerate(page)
        if i in furniture[n]
    ]
    return _write(build_blocks(placed, known), named, targets)


def _split(layer: Layer) -> tuple[list[Glyph], _Tables]:
    """The glyphs outside tables, and the tables with theirs."""
    grids = find_grids(layer)
    inside: list[list[Glyph]] = [[] for _ in grids]
    outside: list[Glyph] = []
    for glyph in layer.glyphs:
        holder = next((number for number, grid in enumerate(grids) if grid.holds(glyph)), None)
        (outside if holder is None else inside[holder]).append(glyph)
    return outside, list(zip(grids, inside, strict=True))


def _rows(tables: _Tables, known: frozenset[str]) -> list[Row]:
    return [row for grid, glyphs in tables for row in read_rows(grid, glyphs, known)]


def _in_order(lines: list[VisualLine], rows: list[Row]) -> Iterator[VisualLine | Row]:
    """Lines and rows of a page from top to bottom."""
    waiting = list(rows)
    for line in lines:
        while waiting and waiting[0].top >= line.base:
            yield waiting.pop(0)
        yield line
    yield from waiting


def _margins(pages: Sequence[Page], body: list[list[VisualLine]]) -> list[Margins]:
    """The margins of each page: pages of one width have the same."""
    widths = [round(page.width) for page in pages]
    measured = {
        width: measure([page for page, own in zip(body, widths, strict=True) if own == width]) for width in set(widths)
    }
    return [measured[width] for width in widths]


def _write(blocks: Iterator[Block], furniture: list[Words], targets: Sequence[str]) -> tuple[str, tuple[Link, ...]]:
    parts: list[str] = []
    marks: list[int] = []

    def add(lead: str, words: Words) -> None:
        parts.append(lead + words.text)
        marks.extend([NO_LINK] * len(lead))
        marks.extend(words.links)

    for number, block in enumerate(blocks):
        lead = "" if number == 0 else "\n\n" if block.apart else "\n"
        add(lead + (_INDENT if block.indented else _CENTRED if block.centred else ""), block.words)
    for number, words in enumerate(furniture):
        add("\n" if number else "\n\n", words)
    add("\n", Words())
    text = "".join(parts)
    return text, tuple(_links(text, marks, targets))


def _links(text: str, marks: list[int], targets: Sequence[str]) -> Iterator[Link]:
    """Stretches of one target; a link that goes on in the next line is one."""
    start = end = 0
    now = NO_LINK
    for at, mark in enumerate(marks):
        if text[at].isspace() or (NO_LINK not in (mark, now) and targets[mark] == targets[now]):
            if not text[at].isspace():
                end = at + 1
            continue
        if now != NO_LINK:
            yield Link(Span(start, end), targets[now])
        now, start, end = mark, at, at + 1
    if now != NO_LINK:
        yield Link(Span(start, end), targets[now])
