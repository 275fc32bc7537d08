"""Blocks → the portal's own text form, in which the parser reads every document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from biliktilik.parsers.model import Link, Span
from biliktilik.parsers.readers.html.block import Block, BlockKind

# What stands before a block, before each of its lines, and after the block. Paragraphs are indented by six blanks and
# set apart by an empty line, titles by one blank; a second title in the same heading has no indent.
_FORMS: Final = {
    BlockKind.TITLE: (" ", "", ""),
    BlockKind.STATUS: ("\n", "\t", "\n"),
    BlockKind.REQUISITES: ("", "", ""),
    BlockKind.HEADING: (" ", "", ""),
    BlockKind.PARAGRAPH: ("\n", "      ", ""),
    BlockKind.LINES: ("\n", "", "\n"),
    BlockKind.TABLE: ("\n", "", "\n"),
}


def lay_out(blocks: Iterable[Block]) -> tuple[str, tuple[Link, ...]]:
    """The text and the links in it, in order."""
    parts: list[str] = []
    links: list[Link] = []
    at = 0
    for block in blocks:
        before, indent, after = _FORMS[block.kind]
        parts.append(before)
        at += len(before)
        for line in block.lines:
            at += len(indent)
            links += [Link(Span(at + start, at + end), target) for start, end, target in line.links]
            parts += (indent, line.text, "\n")
            at += len(line.text) + 1
        parts.append(after)
        at += len(after)
    return "".join(parts), tuple(links)
