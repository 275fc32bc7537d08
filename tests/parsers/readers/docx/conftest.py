"""Our own writer: the text of an act → a DOCX as an office makes it, with real tables, headings, bookmarks and links."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.lines import breaker
from biliktilik.parsers.repair import repair_text
from biliktilik.parsers.text.paragraphs import is_wrapped, split_paragraphs
from biliktilik.parsers.text.spaces import fold

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CITATION = re.compile(r"№ ?\d[\w-]* (?:бұйрығы|болып тіркелген)|Трудового кодекса")
CHAPTER = re.compile(r"\d+(?:-ші)?[ -]+тарау\.|\d-бөлім\.")
ANCHOR = re.compile(r"\[bookmark: (\w+)\]")
MARKUP = re.compile(r"\s*(?:<p>|</p>)\s*")
STAMP_WIDTH = 70
WRAPPED = 60  # characters of a line that the page has broken


@dataclass
class Block:
    """``kind``: paragraph, centred, heading, stamp, table, anchor; ``lines`` are the lines of the text."""

    kind: str
    lines: list[str]


def split_blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in the portal's layout."""
    after_stamp = False
    for group in groups(text):
        block = block_of(group, after_stamp)
        yield from block
        after_stamp = block[-1].kind == "stamp" or (after_stamp and block[-1].kind == "centred")


def groups(text: str) -> Iterator[list[str]]:
    """Lines between blank ones; an indented line stands alone."""
    for is_blank, members in groupby(text.split("\n"), lambda line: not line.strip()):
        group: list[str] = []
        for line in () if is_blank else members:
            if group and (indent(line) >= 3 or indent(group[-1]) >= 3 or line.startswith((" ", "["))):
                yield group
                group = []
            group.append(line)
        if group:
            yield group


def indent(line: str) -> int:
    return 0 if line.startswith("\t") else len(line) - len(line.lstrip())


def block_of(group: list[str], after_stamp: bool) -> list[Block]:
    lines = [line.strip() for line in group]
    if match := ANCHOR.fullmatch(lines[0]):
        return [Block("anchor", [match[1]]), *(block_of(group[1:], False) if group[1:] else [])]
    if any("\t" in line.strip(" \n").rstrip("\t").lstrip("\t") or line.endswith("\t") for line in group) or (
        len(group) == 1 and group[0].startswith("\t\t")
    ):
        return [Block("table", group)]
    if len(group) >= 3 and indent(group[0]) == 0 and all(len(one) < STAMP_WIDTH and one[0] != "-" for one in lines):
        return [Block("stamp", lines)]
    if group[0].startswith(" ") and indent(group[0]) < 3:
        if len(lines) > 1 and len(lines[1]) > 100:  # requisites under the title of the act
            return [Block("heading", lines[:1]), *(Block("paragraph", [line]) for line in lines[1:])]
        return [Block("heading", lines)]
    if indent(group[0]) >= 3:
        return [Block("paragraph", lines)]
    if CHAPTER.match(lines[0]):
        return [Block("heading", lines)]
    return [Block("centred" if after_stamp else "paragraph", [line]) for line in lines]


class Writer:
    """Writes blocks to a document of python-docx; with ``anchored`` every paragraph outside tables has a bookmark."""

    def __init__(self, *, anchored: bool = False) -> None:
        self.document: Any = Document()
        self.anchored = anchored
        self.anchors: list[str] = []
        self.count = 0

    def write(self, blocks: list[Block]) -> bytes:
        for number, block in enumerate(blocks):
            if self.anchored and block.kind != "table":
                self.anchors.append(f"z{number + 1000}")
            getattr(self, block.kind)(block.lines)
        data = BytesIO()
        self.document.save(data)
        return data.getvalue()

    def anchor(self, lines: list[str]) -> None:
        self.anchors += lines

    def paragraph(self, lines: list[str]) -> None:
        self._fill(self.document.add_paragraph(), lines)

    def centred(self, lines: list[str]) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._fill(paragraph, lines)

    def heading(self, lines: list[str]) -> None:
        self._fill(self.document.add_heading("", 1 + self.count % 3), lines)

    def stamp(self, lines: list[str]) -> None:
        """A table without lines: nothing on the left, the stamp on the right."""
        self._fill(self.document.add_table(1, 2).cell(0, 1).paragraphs[0], lines)

    def table(self, lines: list[str]) -> None:
        rows = [line.split("\t") for line in lines]
        columns = max(map(len, rows))
        table = self.document.add_table(len(rows), columns, "Table Grid")
        for index, row in enumerate(rows):
            cells = [table.cell(index, column) for column in range(columns)]
            for cell, text in zip(cells, row, strict=False):
                self._fill_cell(cell, text)
            self._merge(table.rows[index], row, columns, index)

    def _merge(self, row: Any, texts: list[str], columns: int, index: int) -> None:
        """The empty cells at the end of a row belong to the last one with words; empty first cells to those above."""
        filled = max((n for n, text in enumerate(texts) if text.strip()), default=0)
        if len(texts) == columns and filled < columns - 1:
            for cell in row._tr.tc_lst[filled + 1 :]:
                row._tr.remove(cell)
            row._tr.tc_lst[filled].grid_span = columns - filled
        if index and not texts[0].strip() and filled:
            row._tr.tc_lst[0].vMerge = "continue"

    def _fill_cell(self, cell: Any, text: str) -> None:
        pieces = [piece for piece in MARKUP.split(text) if piece.strip()] if "<p>" in text else [text]
        for number, piece in enumerate(pieces):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            self._runs(paragraph, piece.strip())

    def _fill(self, paragraph: Any, lines: list[str]) -> None:
        for name in self.anchors:
            self.count += 1
            start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
            for element in (start, end):
                element.set(qn("w:id"), str(self.count))
            start.set(qn("w:name"), name)
            paragraph._p.append(start)
            paragraph._p.append(end)
        self.anchors.clear()
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break(WD_BREAK.LINE)
            self._runs(paragraph, line)

    def _runs(self, paragraph: Any, text: str) -> None:
        """Runs as Word cuts them, anywhere; some mentions of acts are links."""
        at = 0
        for match in CITATION.finditer(text):
            self._pieces(paragraph, text[at : match.start()])
            link = OxmlElement("w:hyperlink")
            address = f"https://adilet.zan.kz/kaz/docs/{match.start()}"
            link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            run = paragraph.add_run(match.group())
            link.append(run._r)
            paragraph._p.append(link)
            at = match.end()
        self._pieces(paragraph, text[at:])

    def _pieces(self, paragraph: Any, text: str) -> None:
        for start in range(0, len(text), 37):
            paragraph.add_run(text[start : start + 37])


def repaired_blocks(text: str, language: str) -> Iterator[Block]:
    """The blocks of a text with hard line ends, whose words the repair has put in their places."""
    repaired = repair_text(text, language).text
    blocks: list[Block] = []
    is_open = False
    for paragraph in split_paragraphs(repaired, breaker(grammar_for(language))):
        line = fold(paragraph.text)
        if is_open and not paragraph.indented and not paragraph.after_blank:
            blocks[-1].lines[0] += f" {line}"
        else:
            blocks.append(Block("paragraph" if paragraph.indented else "centred", [line]))
        is_open = not paragraph.indented and len(line) >= WRAPPED
    yield from blocks


@pytest.fixture(scope="session")
def as_docx() -> Callable[..., bytes]:
    """The text of an act in a language as the bytes of a DOCX."""

    def make(text: str, language: str, *, anchored: bool = False) -> bytes:
        blocks = repaired_blocks(text, language) if is_wrapped(text) else split_blocks(text)
        return Writer(anchored=anchored).write(list(blocks))

    return make


@pytest.fixture(scope="session")
def docx_of() -> Callable[..., bytes]:
    """A DOCX whose body is the XML given, with the XML of its numbering and more styles.

    ``prepare`` may change the document of python-docx before it is saved.
    """
    return write_xml


def write_xml(body: str, numbering: str = "", styles: str = "", prepare: Callable[[Any], None] | None = None) -> bytes:
    document: Any = Document()
    root = document.element.body
    for element in list(root):
        root.remove(element)
    for element in parse_xml(f"<w:body {NAMES}>{body}</w:body>"):
        root.append(element)
    if numbering:
        part = document.part.numbering_part.element
        for element in list(part):
            part.remove(element)
        for element in parse_xml(f"<w:numbering {NAMES}>{numbering}</w:numbering>"):
            part.append(element)
    for element in parse_xml(f"<w:styles {NAMES}>{styles}</w:styles>"):
        document.styles.element.append(element)
    if prepare is not None:
        prepare(document)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


NAMES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
