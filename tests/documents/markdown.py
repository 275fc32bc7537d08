"""Markdown as other programs export an act, written from the parts of a document."""

import re
from itertools import count

from .outline import Part

_NUMBER = re.compile(r"№ ?\d[\w-]*")
_ITEM = re.compile(r"^(\d+)([.)]) ")
_SIGNS = re.compile(r"[*_<>&#|\[\]\\]")


def markdown_of(parts: list[Part]) -> str:
    """A document that prints the parts; every other table is one of HTML, the others have pipes."""
    tables = count()
    return "\n\n".join(_write(part, tables) for part in parts) + "\n"


def _write(part: Part, tables: "count[int]") -> str:
    lines = [_plain(line) for line in part.lines]
    if part.kind == "title":
        return f"# {lines[0]}"
    if part.kind == "heading":
        return "\n".join(f"### {line}" for line in lines)
    if part.kind in ("note", "notice"):
        return "> *" + "*  \n> *".join(lines) + "*"
    if part.kind == "layout":
        return "  \n".join(lines)
    if part.kind == "table":
        return _html_table(part.lines) if next(tables) % 2 else _pipe_table(part.lines)
    linked = _NUMBER.sub(lambda found: f"[{found[0]}](/kaz/docs/V{len(found[0])})", lines[0])
    return _ITEM.sub(r"\1\\\2 ", linked, count=1)


def _plain(text: str) -> str:
    text = _SIGNS.sub(lambda found: "\\" + found[0], text)
    return f"\\{text}" if text.startswith("- ") else text


def _pipe_table(rows: tuple[str, ...]) -> str:
    cells = [row.split("\t") for row in rows]
    width = max(map(len, cells))
    printed = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in cells]
    return "\n".join([printed[0], "|" + " --- |" * width, *printed[1:]])


def _html_table(rows: tuple[str, ...]) -> str:
    body = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(chr(9)))}</tr>" for row in rows)
    return f"<table>\n{body}\n</table>"
