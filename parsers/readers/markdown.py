r"""Markdown as other programs export an act: ``#`` titles, ``>`` notes, links, pipe tables, tables in HTML.

It is read line by line and not as CommonMark, which counts ``1.`` and ``1)`` anew and takes six blanks for a sign of
program code: in an act these are its own numbers and its own layout. What is marked becomes HTML and goes the way of a
page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.extracted import Extracted
from biliktilik.parsers.readers.html.flow import Flow
from biliktilik.parsers.readers.html.layout import lay_out
from biliktilik.parsers.readers.html.page import parse_page
from biliktilik.parsers.readers.text import decode

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*")
_QUOTE: Final = re.compile(r"[ \t]{0,3}> ?")
_BULLET: Final = re.compile(r"[-*+•][ \t]+(?=\S)")
_NUMBERED: Final = re.compile(r"\d{1,3}(?:-\d{1,2})?\\?[.)][ \t]")
_ROW: Final = re.compile(r"[ \t]*\|.*\|[ \t]*")
_RULE: Final = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*")
_CELL_END: Final = re.compile(r"(?<!\\)\|")
_LINE_RULE: Final = re.compile(r"[ \t]*(?:[-*_][ \t]*){3,}")
_HTML: Final = re.compile(r"(?i)[ \t]*<(table|div|p|h[1-6]|ol|ul)\b")
_TABLE_TAG: Final = re.compile(r"(?i)<(/?)table\b")
_HARD_BREAK: Final = re.compile(r"(?: {2,}|\\)$")
_ENDED: Final = (";", ":", ".")

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK: Final = re.compile(
    r"!?\[([^\[\]\n]{1,500})\]\([ \t]*<?([^\s()<>]{0,500})>?(?:[ \t]+\"[^\"\n]{0,200}\")?[ \t]*\)"
)
_EMPHASIS: Final = (
    re.compile(r"(\*\*\*|\*\*|__)(?=\S)([^*_]+)(?<=\S)\1"),
    re.compile(r"(?<![\w*])(\*)(?=[^\s*])([^*]+)(?<=[^\s*])\*(?![\w*])"),
    re.compile(r"(?<![\w_])(_)(?=[^\s_])([^_]+)(?<=[^\s_])_(?![\w_])"),
)


def extract(data: bytes) -> Extracted:
    """The text of a Markdown document, with its links. Raises :class:`UnreadableSource` as the page reader does."""
    text, encoding = decode(data)
    page = "".join(_to_html(text.split("\n")))
    laid_out, links = lay_out(Flow().read(parse_page(f"<html><body>{page}</body></html>")))
    if not laid_out.strip():
        raise UnreadableSource("the Markdown document holds no text; export it again, or save the act as plain text")
    return Extracted(laid_out, encoding, links)


def _to_html(lines: list[str]) -> Iterator[str]:
    """The document as HTML, block by block."""
    index = 0
    while index < len(lines):
        line = lines[index]
        if not line.strip() or _LINE_RULE.fullmatch(line):
            index += 1
        elif heading := _HEADING.fullmatch(line):
            yield f"<h{len(heading[1])}>{_inline(heading[2])}</h{len(heading[1])}>\n"
            index += 1
        elif _HTML.match(line):
            end = _html_end(lines, index)
            yield "\n".join([*lines[index:end], ""])
            index = end
        elif _ROW.fullmatch(line) and index + 1 < len(lines) and _RULE.fullmatch(lines[index + 1]):
            end = next((i for i in range(index + 2, len(lines)) if not _ROW.fullmatch(lines[i])), len(lines))
            yield _table([line, *lines[index + 2 : end]])
            index = end
        else:
            end = _paragraph_end(lines, index)
            yield _paragraph(lines[index:end])
            index = end


def _html_end(lines: list[str], start: int) -> int:
    """Index after a block of HTML: the empty line after it, outside of every table."""
    open_tables = 0
    for index in range(start, len(lines)):
        if open_tables <= 0 and not lines[index].strip():
            return index
        for tag in _TABLE_TAG.finditer(lines[index]):
            open_tables += -1 if tag[1] else 1
    return len(lines)


def _table(rows: list[str]) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{_inline(cell.strip())}</td>" for cell in _CELL_END.split(row.strip()[1:-1])) + "</tr>\n"
        for row in rows
    )
    return f'<table border="1">\n{body}</table>\n'


def _paragraph_end(lines: list[str], start: int) -> int:
    """Index after the paragraph: another mark begins, or a numbered line after the end of a sentence or an item."""
    quoted = _QUOTE.match(lines[start]) is not None
    for index in range(start + 1, len(lines)):
        line, before = lines[index], lines[index - 1].rstrip()
        mark = _QUOTE.match(line)
        if quoted != (mark is not None) or not line[mark.end() if mark else 0 :].strip():
            return index
        if _HEADING.fullmatch(line) or _HTML.match(line) or _ROW.fullmatch(line) or _BULLET.match(line.lstrip()):
            return index
        if _NUMBERED.match(line.lstrip()) and before.endswith(_ENDED):
            return index
    return len(lines)


def _paragraph(lines: list[str]) -> str:
    """One paragraph; line ends are blanks unless the line is closed by two blanks or a backslash."""
    quoted = _QUOTE.match(lines[0])
    parts = []
    for line in lines:
        plain = _QUOTE.sub("", line, count=1) if quoted else line
        broken = _HARD_BREAK.search(plain)
        parts.append(_HARD_BREAK.sub("", plain).strip())
        parts.append("\n<br>\n" if broken else "\n")
    whole = _BULLET.sub("", "".join(parts[:-1]), count=1) if _BULLET.match(parts[0]) else "".join(parts[:-1])
    kind = ' class="note"' if quoted else ""
    return f"<p{kind}>{_inline(whole)}</p>\n"


def _inline(text: str) -> str:
    """Marks inside a line as tags; an escaped sign stands for itself."""
    text = _ESCAPED.sub(lambda found: f"&#{ord(found[1])};", text)
    text = _LINK.sub(lambda found: f'<a href="{escape(found[2])}">{found[1]}</a>', text)
    for pattern in _EMPHASIS:
        text = pattern.sub(r"<i>\2</i>", text)
    return text
