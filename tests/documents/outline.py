"""The documents of raw/ as parts that a writer of another format needs: what is a title, a paragraph, a note, a table.

The layout of the text tells the parts, three layouts in all: the portal's page text, a text of paragraphs between empty
lines with tabs in tables, and the wrapped text of a PDF, whose paragraphs are put together again.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.lines import breaker
from biliktilik.parsers.text.paragraphs import split_paragraphs
from biliktilik.parsers.text.spaces import fold

_INDENT = re.compile(r"[ \xa0]{3,}")
_NOTE = re.compile(r"(?:Ескерту\.|Сноска\.)")
_NOTICE = re.compile(r"(?:ЗҚАИ-ның ескертпесі!|Примечание ИЗПИ!)$")
_CHAPTER = re.compile(r"\d+-(?:ші )?тарау")
_APART = 3  # empty lines end a layout table
_BOOKMARK = re.compile(r"\[bookmark: (\w+)\]")


@dataclass(frozen=True)
class Part:
    """``kind``: title, status, requisites, heading, paragraph, note, notice, layout (a signature or stamp: lines of
    cells), table (rows of tabs). ``anchor``: the bookmark before it."""

    kind: str
    lines: tuple[str, ...]
    anchor: str | None = None


def of_page_text(text: str) -> list[Part]:
    """Titles stand one blank in, paragraphs six, cells of layout tables under a line of a tab alone."""
    parts: list[Part] = []
    anchor = None
    cells = False
    empty = 0
    for raw in text.split("\n"):
        line = raw.strip()
        empty = 0 if line or "\t" in raw else empty + 1
        cells = cells and empty < _APART
        if found := _BOOKMARK.match(line):
            anchor = found[1]
        elif not line:
            cells = "\t" in raw or cells
        elif not parts:
            parts.append(Part("title", (line,)))
        elif all(part.kind in ("title", "status") for part in parts):
            parts.append(Part("status" if raw.startswith("\t") else "requisites", (line,)))
            cells = False
        elif cells and not re.match(r" \S", raw):
            parts = _add_line(parts, "layout", line)
        elif _INDENT.match(raw):
            parts.append(Part("note" if _NOTE.match(line) else "paragraph", (line,), anchor))
            anchor = None
        elif raw.startswith(" "):
            cells = False
            parts.append(Part("heading", (line,)))
        else:
            parts = _add_line(parts, "heading", line)
    return parts


def of_paragraphs(text: str) -> list[Part]:
    """Everything stands between empty lines."""
    parts: list[Part] = []
    for block in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        lines = [line.rstrip("\n") for line in block.split("\n")]
        before = parts[-1] if parts else Part("", ("",))
        if not parts:
            parts.append(Part("title", (block,)))
        elif len(parts) == 1:
            parts.append(Part("requisites", (block,)))
        elif "\t" in block:
            parts.append(Part("table", tuple(lines)))
        elif before.kind == "notice" and len(before.lines) == 1:
            parts[-1] = Part("notice", (*before.lines, block))
        elif _NOTICE.match(block):
            parts.append(Part("notice", (block,)))
        elif block == "Министр" or before.lines == ("Министр",) or lines[-1] == "қосымша":
            parts.append(Part("layout", tuple(lines)))
        elif before.lines[-1] == "қосымша" or _CHAPTER.match(block):
            parts.append(Part("heading", (block,)))
        else:
            parts += [Part("paragraph", (line,)) for line in lines]
    return parts


def of_wrapped_text(text: str) -> list[Part]:
    """Indented paragraphs; what has no indent is the head, a signature, a stamp or a title."""
    paragraphs = split_paragraphs(text, breaker(grammar_for("ru")))
    plain = [(fold(paragraph.text), paragraph.indented) for paragraph in paragraphs]
    start = next(index for index, (_, indented) in enumerate(plain) if indented)
    head = [line for line, _ in plain[:start]]
    status = head.index("Утративший силу")
    parts = [
        Part("title", (" ".join(head[:status]),)),
        Part("status", (head[status],)),
        Part("requisites", (" ".join(head[status + 1 :]),)),
    ]
    for indented, group in groupby(plain[start:], key=lambda pair: pair[1]):
        lines = [line for line, _ in group]
        if indented:
            parts += [Part("note" if _NOTE.match(line) else "paragraph", (line,)) for line in lines]
        elif lines[0].startswith("Министр"):
            end = next(index for index, line in enumerate(lines) if line.endswith("№ 31-ө-м")) + 1
            parts.append(Part("layout", tuple(lines[0].split(" ", 1))))
            parts.append(Part("layout", tuple(lines[1:end])))
            parts.append(Part("heading", tuple(lines[end:])))
        else:
            parts.append(Part("heading", tuple(lines)))
    return parts


def _add_line(parts: list[Part], kind: str, line: str) -> list[Part]:
    """Put a line to the last part if that is of the same kind."""
    last = parts[-1]
    if last.kind == kind:
        return [*parts[:-1], Part(kind, (*last.lines, line), last.anchor)]
    return [*parts, Part(kind, (line,))]
