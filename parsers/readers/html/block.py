"""A block of a page: what a reader sees as one paragraph, heading or table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from biliktilik.parsers.readers.html.words import Text


class BlockKind(StrEnum):
    """How a block is laid out; ``lines``: the cells of a signature or a stamp, ``table``: rows of data."""

    TITLE = "title"
    STATUS = "status"
    REQUISITES = "requisites"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LINES = "lines"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """``lines`` in order; none of them is blank."""

    kind: BlockKind
    lines: list[Text]
