"""A printing press: paragraphs and tables → a PDF file, as programs that print the portal's pages make them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

import pytest

from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.language import detect_language
from biliktilik.parsers.lines import breaker
from biliktilik.parsers.model import SourceText
from biliktilik.parsers.repair import repair_text
from biliktilik.parsers.text.paragraphs import is_wrapped, split_paragraphs
from biliktilik.parsers.text.spaces import fold

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 60.0
FONT = "Sans"
LONG = 50  # characters of a line that had no room for the next word
LINKED = re.compile(
    r"\"[^\"\n]{8,80}\"|№ ?\d+[^\s,;)]*|\d+-тарма\w+|пункт\w* \d+|БҰЙЫРАМЫН|ПРИКАЗЫВАЮ|кодекс\w*", re.IGNORECASE
)


@dataclass(frozen=True)
class Piece:
    """A paragraph, or a row of a table (``cells``). ``apart``: room above it; ``indented``: its first line."""

    text: str
    indented: bool = False
    apart: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Style:
    """How a program sets a page; lengths in points, ``room`` above what stands apart in font sizes."""

    size: float = 11.0
    indent: float = 36.0
    room: float = 0.7
    blanks_as_indent: bool = False
    links_last: bool = False
    justified: bool = False
    header: str = ""
    numbers: str = ""
    bold_headings: bool = False
    centred_headings: bool = False


PORTAL = Style(blanks_as_indent=True, links_last=True, numbers="{}", bold_headings=True)
OFFICE = Style(size=10.5, indent=35.4, justified=True, header="Бұйрық мәтіні – {} бет", numbers="- {} -")
GAZETTE = Style(size=9.0, indent=14.0, links_last=True, header="2012 жылғы 28 маусым, бейсенбі", centred_headings=True)
DENSE = Style(size=12.0, room=0.0, blanks_as_indent=True, links_last=True, numbers="{}", bold_headings=True)
STYLES = {"portal": PORTAL, "office": OFFICE, "gazette": GAZETTE, "dense": DENSE}


class Press:
    """Draws on pages; a thin layer over the library that writes the file."""

    def __init__(self, style: Style) -> None:
        from fpdf import FPDF

        self.style = style
        self.pdf: Any = FPDF(unit="pt", format=(WIDTH, HEIGHT))
        self.pdf.set_auto_page_break(False)
        self.pdf.set_creation_date(datetime(2000, 1, 1, tzinfo=UTC))
        fonts = files("font_source_sans_pro") / "files"
        self.pdf.add_font(FONT, "", str(fonts / "SourceSansPro-Regular.ttf"))
        self.pdf.add_font(FONT, "B", str(fonts / "SourceSansPro-Bold.ttf"))
        self._widths: dict[tuple[str, str, float], float] = {}
        self.targets: list[tuple[str, str]] = []
        self.y = HEIGHT
        self.face = ""
        self._size = style.size
        self._page = 0

    def turn_page(self) -> None:
        """Start a page with its header and number."""
        self.pdf.add_page()
        self._page += 1
        self.use("", self.style.size)
        if self.style.header:
            self.draw(MARGIN, 34, self.style.header.format(self._page))
        if self.style.numbers:
            text = self.style.numbers.format(self._page)
            self.draw((WIDTH - self.width(text)) / 2, HEIGHT - 30, text)
        self.y = MARGIN

    def use(self, face: str, size: float) -> None:
        self.face, self._size = face, size
        self.pdf.set_font(FONT, face, size)

    def width(self, text: str) -> float:
        key = (text, self.face, self._size)
        if key not in self._widths:
            self._widths[key] = self.pdf.get_string_width(text)
        return self._widths[key]

    def draw(self, x: float, y: float, text: str) -> None:
        if text:
            self.pdf.text(x, y, text)

    def link(self, x: float, y: float, text: str, target: str) -> None:
        self.pdf.link(x, y - self._size, self.width(text), 1.2 * self._size, target)

    def bytes(self) -> bytes:
        return bytes(self.pdf.output())

    # --- setting ----------------------------------------------------------------------------------------------------

    def wrap(self, text: str, room: float, first: float = 0.0) -> list[str]:
        """Lines as wide as ``room``; the first one is ``first`` narrower. A word wider than a line is cut."""
        lines: list[str] = []
        now = ""
        for word in text.split():
            left = room - (first if not lines else 0.0)
            longer = f"{now} {word}" if now else word
            if not now or self.width(longer) <= left:
                now = longer
                continue
            lines.append(now)
            now = word
        return [*lines, now] if now else lines

    def set_pieces(self, pieces: list[Piece]) -> None:
        self.turn_page()
        for tabular, group in groupby(pieces, key=lambda piece: bool(piece.cells)):
            if tabular:
                self._set_table(list(group))
            else:
                for piece in group:
                    self._set_paragraph(piece)

    def _set_paragraph(self, piece: Piece) -> None:
        style = self.style
        heading = not piece.indented
        self.use("B" if heading and style.bold_headings else "", style.size)
        indent = style.indent if piece.indented else 0.0
        lead = ""
        if piece.indented and style.blanks_as_indent:
            lead = "\u00a0" * 6
            indent = self.width(lead)
        self.y += style.room * style.size if piece.apart and self.y > MARGIN else 0.0
        lines = self.wrap(piece.text, WIDTH - 2 * MARGIN, indent)
        for number, line in enumerate(lines):
            self._advance()
            x = MARGIN + (indent if number == 0 else 0.0)
            if number == 0 and lead:
                self.draw(MARGIN, self.y, lead)
            if heading and style.centred_headings and len(lines) == 1:
                x = (WIDTH - self.width(line)) / 2
            last = number == len(lines) - 1
            self._set_line(x, line, stretch=style.justified and not last)

    def _advance(self) -> None:
        if self.y + 1.25 * self.style.size > HEIGHT - MARGIN:
            face, size = self.face, self._size
            self.turn_page()
            self.use(face, size)
        self.y += 1.25 * self.style.size

    def _set_line(self, x: float, line: str, *, stretch: bool) -> None:
        if stretch:
            self._set_stretched(x, line)
            return
        spans = [match.span() for match in LINKED.finditer(line)]
        if not self.style.links_last or not spans:
            self.draw(x, self.y, line)
            return
        at = 0
        for start, end in spans:  # the plain words first, with gaps for the linked ones
            self.draw(x + self.width(line[:at]), self.y, line[at:start])
            at = end
        self.draw(x + self.width(line[:at]), self.y, line[at:])
        for start, end in spans:
            target = f"https://zan.example/docs/{len(self.targets)}"
            self.targets.append((line[start:end], target))
            self.draw(x + self.width(line[:start]), self.y, line[start:end])
            self.link(x + self.width(line[:start]), self.y, line[start:end], target)

    def _set_stretched(self, x: float, line: str) -> None:
        words = line.split(" ")
        free = WIDTH - MARGIN - x - sum(self.width(word) for word in words)
        gap = free / (len(words) - 1) if len(words) > 1 else 0.0
        for word in words:
            self.draw(x, self.y, word)
            x += self.width(word) + gap

    # --- tables -----------------------------------------------------------------------------------------------------

    def _set_table(self, rows: list[Piece]) -> None:
        columns = max(len(row.cells) for row in rows)
        widths = self._columns(rows, columns)
        self.use("", 7.5)
        step = 9.0
        self.y += self.style.size
        for row in rows:
            if row.apart:
                self.turn_page()
                self.use("", 7.5)
            cells = [*row.cells[:-1], row.cells[-1]]
            spans = [*widths[: len(cells) - 1], sum(widths[len(cells) - 1 :])]
            texts = [self.wrap(text, width - 6) for text, width in zip(cells, spans, strict=True)]
            height = max(1, *(len(lines) for lines in texts)) * step + 5
            if self.y + height > HEIGHT - MARGIN / 2:
                self.turn_page()
                self.use("", 7.5)
            x = MARGIN / 2
            for width, lines in zip(spans, texts, strict=True):
                self.pdf.rect(x, self.y, width, height)
                for number, line in enumerate(lines):
                    self.draw(x + 3, self.y + (number + 1) * step, line)
                x += width
            self.y += height
        self.use("", self.style.size)
        self.y += self.style.size

    def _columns(self, rows: list[Piece], columns: int) -> list[float]:
        weights = [40.0] * columns
        for row in rows:
            for number, cell in enumerate(row.cells):
                weights[number] = max(weights[number], len(cell))
        whole = sum(weights)
        return [(WIDTH - MARGIN) * (0.1 + (1 - 0.1 * columns) * weight / whole) for weight in weights]


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The lines of a title or of requisites, which a wrapped text keeps apart, as one paragraph."""
    waiting: Piece | None = None
    for piece in pieces:
        goes_on = waiting and not (waiting.indented or waiting.cells or piece.indented or piece.cells or piece.apart)
        if waiting and goes_on and len(waiting.text.split("\n")[-1]) >= LONG:
            waiting = Piece(f"{waiting.text}\n{piece.text}", False, waiting.apart)
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def pieces_of(source: SourceText) -> Iterator[Piece]:
    """The paragraphs and table rows of a text; displaced words are put back before."""
    text = repair_text(source.text, detect_language(source.text)).text
    pieces = _pieces(text)
    yield from _joined(pieces) if is_wrapped(text) else pieces


def _pieces(text: str) -> Iterator[Piece]:
    language = detect_language(text)
    for paragraph in split_paragraphs(text, breaker(grammar_for(language))):
        line = text[text.rfind("\n", 0, paragraph.start) + 1 : paragraph.start] + paragraph.text
        tail = text[paragraph.end : (text + "\n").find("\n", paragraph.end)]
        if "\t" in paragraph.text + tail:
            cells = tuple(fold(cell) for cell in (line + tail).split("\t"))
            yield Piece("", apart=paragraph.after_blank, cells=cells)
        else:
            yield Piece(fold(paragraph.text), paragraph.indented, paragraph.after_blank)


@cache
def print_document(source: SourceText, style: Style) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    press = Press(style)
    press.set_pieces(list(pieces_of(source)))
    return press.bytes(), tuple(press.targets)


@pytest.fixture(scope="session")
def printed() -> Callable[[SourceText, str], tuple[bytes, tuple[tuple[str, str], ...]]]:
    """A document as a PDF file in a named style, with the words that it links and their targets."""
    return lambda source, style: print_document(source, STYLES[style])


@pytest.fixture
def press() -> Press:
    """A press with an empty page without furniture."""
    press = Press(Style())
    press.turn_page()
    return press
