"""Pages → the text of the document, laid out as the portal's own text form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.language import detect_language
from biliktilik.parsers.model import BlockKind, Link, Span
from biliktilik.parsers.readers.pdf.furniture import find_furniture
from biliktilik.parsers.readers.pdf.lines import VisualLine, Words, build_lines
from biliktilik.parsers.readers.pdf.margins import Margins, measure
from biliktilik.parsers.readers.pdf.page import NO_LINK, Glyph, Layer, Page
from biliktilik.parsers.readers.pdf.paragraphs import Block, Placed, build_blocks
from biliktilik.parsers.readers.pdf.tables import Grid, Row, find_grids, join_rows, read_rows
from biliktilik.parsers.readers.pdf.words import known_words
from biliktilik.parsers.text.spaces import fold

_INDENT: Final = " " * 6
_STARTS: Final = (
    *("heading.section", "heading.chapter", "heading.paragraf", "note.editorial", "note.future"),
    *(f"block.{kind.value}" for kind in BlockKind),
)
_CENTRED: Final = " "

_Tables = list[tuple[Grid, list[Glyph]]]


def lay_out(pages: Sequence[Page], targets: Sequence[str]) -> tuple[str, tuple[Link, ...]]:
    """``(text, links)`` of a document."""
    split = [[_split(layer) for layer in page.layers] for page in pages]
    printed = [build_lines(layers[0][0]) for layers in split]
    furniture = find_furniture(printed)
    body = [[line for i, line in enumerate(page) if i not in furniture[n]] for n, page in enumerate(printed)]
    desk = _Desk(known_words(line for page in body for line in page), _headings(body))
    placed: list[Placed] = []
    for number, (page, margins) in enumerate(zip(body, _margins(pages, body), strict=True)):
        placed += desk.place(page, split[number][0][1], number, margins)
        for glyphs, tables in split[number][1:]:
            turned = build_lines(glyphs)
            placed += desk.place(turned, tables, number, measure([turned]))
    named = [
        _named(pages[n].number, line.words)
        for n, page in enumerate(printed)
        for i, line in enumerate(page)
        if i in furniture[n]
    ]
    return _write(build_blocks(desk.join_cut_rows(placed), desk.known), named, targets)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is known of the whole document while its pages are put together."""

    known: frozenset[str]
    heads: Callable[[VisualLine], bool]

    def place(self, lines: list[VisualLine], tables: _Tables, page: int, margins: Margins) -> Iterator[Placed]:
        """Lines and rows of a page from top to bottom."""
        rows = [row for grid, glyphs in tables for row in read_rows(grid, glyphs, self.known)]
        at = 0
        for line in lines:
            while at < len(rows) and rows[at].top >= line.base:
                yield Placed(rows[at], page, margins)
                at += 1
            yield Placed(line, page, margins, self.heads(line))
        yield from (Placed(row, page, margins) for row in rows[at:])

    def join_cut_rows(self, placed: list[Placed]) -> list[Placed]:
        """Rows that page breaks cut, whole again where the missing rules show the cut."""
        joined: list[Placed] = []
        for now in placed:
            before = joined[-1] if joined else None
            if before and isinstance(before.item, Row) and isinstance(now.item, Row) and now.page > before.last_page:
                row = join_rows(before.item, now.item, self.known)
                if row is not None:
                    joined[-1] = replace(before, item=row, until=now.page)
                    continue
            joined.append(now)
        return joined


def _named(page: int, words: Words) -> Words:
    """A line of page furniture, with its page."""
    lead = f"[page {page}: "
    text = words.text.replace("\t", " ")
    return Words(lead, (NO_LINK,) * len(lead)) + Words(text, words.links) + Words("]", (NO_LINK,))


def _headings(body: list[list[VisualLine]]) -> Callable[[VisualLine], bool]:
    """Tells of a line whether it reads, in the document's language, like a heading, a note or the label of a block."""
    grammar = grammar_for(detect_language("\n".join(line.text for page in body for line in page)))

    def heads(line: VisualLine) -> bool:
        text = fold(line.text)
        return any(grammar.match(role, text) for role in _STARTS)

    return heads


def _split(layer: Layer) -> tuple[list[Glyph], _Tables]:
    """The glyphs outside tables, and the tables with theirs."""
    grids = find_grids(layer)
    inside: list[list[Glyph]] = [[] for _ in grids]
    outside: list[Glyph] = []
    for glyph in layer.glyphs:
        holder = next((number for number, grid in enumerate(grids) if grid.holds(glyph)), None)
        (outside if holder is None else inside[holder]).append(glyph)
    return outside, list(zip(grids, inside, strict=True))


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
