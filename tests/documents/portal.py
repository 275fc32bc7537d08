"""The portal's markup, written anew from the parts of a document: anchors, links, notes in all their carriers, tables
with spans, and the furniture around the act, which no reader may take for the act."""

import re
from collections.abc import Iterator
from html import escape
from itertools import count

from .outline import Part

_NUMBER = re.compile(r"№ ?\d[\w-]*")
_MARKUP = re.compile(r"</?(?:p|ol)\b[^<>]*>")
_INDENT = "\n&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; "
_FURNITURE = {
    "before": '<header><a href="/kaz">Басты бет</a><form><input name="q"><button>Іздеу</button></form></header>',
    "tabs": '<div class="container_gamma tabs clearfix"><ul><li><a href="/kaz/docs/V1/info">Ақпарат</a></li>'
    "<li>№ 9-ө бұйрықпен өзгеріс енгізілді</li></ul></div>",
    "after": '<div class="container_omega aftertext"><p>1. Басқа бұйрық бекітілсін.</p></div>',
    "footer": '<footer><ul><li><a href="/kaz/docs/V2">Басқа бұйрық № 77</a></li></ul></footer>',
}


def page_of(parts: list[Part], language: str = "kaz") -> str:
    """A page of the portal that prints the parts."""
    head = "".join(_head(part) for part in parts if part.kind in ("title", "status", "requisites"))
    body = "".join(_Writer(language).write(part) for part in parts)
    return (
        f'<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>{escape(parts[0].lines[0])} - '
        '"Әділет" АҚЖ</title><script>var a = "<p>1. No text.</p>";</script></head>\n<body>'
        f'{_FURNITURE["before"]}<div id="container" class="module_npaView lang_{language}">\n'
        f'<div class="container_alpha slogan">{head}</div>\n{_FURNITURE["tabs"]}'
        f'<div class="container_gamma text text_upd"><div class="gs_12"><article>\n{body}</article></div></div>\n'
        f"{_FURNITURE['after']}</div>{_FURNITURE['footer']}</body></html>\n"
    )


def _head(part: Part) -> str:
    text = escape(part.lines[0])
    if part.kind == "title":
        return f"<h1>{text}</h1>\n"
    if part.kind == "status":
        return f'<span class="status status_yts">{text}</span>\n'
    return f"<p>{text}</p>\n"


class _Writer:
    def __init__(self, language: str) -> None:
        self._prefix = {"kaz": "/kaz", "rus": "/rus"}[language]
        self._anchors = count(1)
        self._notes = count()

    def write(self, part: Part) -> str:
        """The markup of one part of the body."""
        if part.kind == "heading":
            return f'<h3 id="z{next(self._anchors)}"> {"<br>".join(map(escape, part.lines))}</h3>\n'
        if part.kind == "paragraph":
            return self._paragraph(part)
        if part.kind == "note":
            return self._note(part.lines[0])
        if part.kind == "notice":
            return f'<p>{_INDENT}<font color="#FF0000">{"<br>".join(map(escape, part.lines))}</font></p>\n'
        if part.kind == "layout":
            return _layout(part)
        return _table(part.lines) if part.kind == "table" else ""

    def _paragraph(self, part: Part) -> str:
        number = next(self._anchors)
        text = self._linked(part.lines[0])
        if number % 5 == 0:
            return f'<p>{_INDENT}<b><a name="z{number}"></a>{text}</b></p>\n'
        name = f' id="{part.anchor or f"z{number}"}"' if number % 3 else ""
        return f"<p{name}>{_INDENT}{text}</p>\n"

    def _note(self, text: str) -> str:
        if next(self._notes) % 2:
            return f'<p class="note">{_INDENT}{self._linked(text)}</p>\n'
        spans = "".join(
            piece if piece.startswith("<a") else f'<span class="note">{piece}</span>'
            for piece in re.split(r"(<a .*?</a>)", self._linked(text))
            if piece
        )
        return f"{_INDENT}{spans}<br>\n"

    def _linked(self, text: str) -> str:
        return _NUMBER.sub(
            lambda found: f'<a href="{self._prefix}/docs/V0000{len(found[0]):04}_#z1">{found[0]}</a>',
            escape(text, quote=False),
        )


def _layout(part: Part) -> str:
    if len(part.lines) > 2:
        cells = f"<td>&nbsp;</td><td>{'<br>'.join(map(escape, part.lines))}</td>"
    else:
        cells = "".join(f"<td><p><i>{escape(line)}</i></p></td>" for line in part.lines)
    return f'<table border="0" cellpadding="0"><tbody><tr>{cells}</tr></tbody></table>\n'


def _table(rows: tuple[str, ...]) -> str:
    """Data: an empty first cell is one that the cell above reaches into, empty last cells belong to the one before."""
    printed = [row.rstrip("\t").split("\t") for row in rows]
    width = max(map(len, [row.split("\t") for row in rows]))
    body = ""
    for index, row in enumerate(printed):
        held = bool(index) and not row[0].strip() and len(row) > 1
        below = printed[index + 1 :]
        high = next((n for n, other in enumerate(below) if other[0].strip() or len(other) == 1), len(below))
        body += "<tr>" + "".join(_cells(row, held and _reached(printed, index), width, high + 1)) + "</tr>\n"
    return f'<p><table border="1" cellspacing="0"><tbody>\n{body}</tbody></table></p>\n'


def _reached(rows: list[list[str]], index: int) -> bool:
    """Is there a cell above with words, from which on all first cells are empty?"""
    return any(row[0].strip() and len(row) > 1 for row in rows[:index])


def _cells(row: list[str], held: bool, width: int, high: int) -> Iterator[str]:
    for column, cell in enumerate(row):
        if column == 0 and held:
            continue
        spans = f' rowspan="{high}"' if column == 0 and high > 1 and len(row) > 1 and cell.strip() else ""
        if column == len(row) - 1 and width > len(row):
            spans += f' colspan="{width - len(row) + 1}"'
        yield f"<td{spans}>{_cell(cell)}</td>"


def _cell(text: str) -> str:
    """The text with the markup that it holds already; other signs are escaped."""
    pieces = _MARKUP.split(text)
    marks = [*_MARKUP.findall(text), ""]
    return "".join(escape(piece, quote=False) + mark for piece, mark in zip(pieces, marks, strict=True))
