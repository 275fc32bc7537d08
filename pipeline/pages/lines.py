"""The duties, the knowledge and the requirements of a position, as printed, Kazakh and Russian side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.pages.excerpts import Excerpt, Shelf
from biliktilik.pipeline.pages.mentions import Mention
from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.units import covers

# The language tag (BCP 47) of a text whose language nobody has decided.
UNDECIDED: Final = "und"

_LINES: Final = """
SELECT '{block}' AS block, language, eid, ordinal, text, point, {special}, valid_from, valid_to, valid_basis,
       source_file, char_start, char_end
FROM {view} WHERE position_id = :position_id
ORDER BY language, valid_from, source_file, length(point), point, ordinal
"""
_BLOCKS: Final = {
    "duties": ("v_duties", "NULL AS kind, NULL AS level, NULL AS category"),
    "knowledge": ("v_knowledge", "kind, NULL AS level, NULL AS category"),
    "requirements": ("v_requirements", "NULL AS kind, level, category"),
}
# The table, not its view: the view names the act by its number, and two acts may have the same one.
_ALIGNMENTS: Final = """
SELECT eid AS block_eid, kk_ordinals, ru_ordinals, score, agreement FROM alignments
WHERE act_uri = :act_uri AND eid IN (SELECT value FROM json_each(:blocks))
ORDER BY alignment_id
"""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One item as the database has it: ``kind`` of a thing to know, ``level`` and ``category`` of a requirement."""

    block: str
    language: str | None
    eid: str
    ordinal: int
    text: str
    point: str | None
    kind: str | None
    level: str | None
    category: str | None
    valid_from: str | None
    valid_to: str | None
    valid_basis: str | None
    source_file: str
    char_start: int
    char_end: int

    @property
    def tongue(self) -> str:
        """The language as a tag; one that is undecided has its own."""
        return self.language or UNDECIDED

    @property
    def block_eid(self) -> str:
        """The block that holds the line."""
        return self.eid.rpartition("__")[0]


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its place in the source and the acts that it names."""

    printed: PrintedLine
    excerpt: Excerpt | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The lines of one language in a row; none where the language does not say it."""

    language: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """What the languages say of one thing; without two languages there is nothing to agree, and no score."""

    sides: tuple[Side, ...]
    agreement: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Block:
    """Duties, knowledge or requirements; without rows where the database holds no wording of it.

    ``counts`` has the number of lines of each language, ``points`` the printed numbers of the points that hold them.
    """

    kind: str
    rows: tuple[AlignedRow, ...]
    counts: tuple[tuple[str, int], ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Alignment:
    block_eid: str
    kk_ordinals: str | None
    ru_ordinals: str | None
    score: float | None
    agreement: str


def read_lines(reader: Reader, position_id: str) -> tuple[PrintedLine, ...]:
    """Every wording of every item of a position, duties first."""
    return tuple(
        line
        for block, (view, special) in _BLOCKS.items()
        for line in read_rows(
            reader,
            PrintedLine,
            _LINES.format(block=block, view=view, special=special),
            position_id=position_id,
        )
    )


def lines_on(lines: Iterable[PrintedLine], day: str | None) -> tuple[PrintedLine, ...]:
    """The lines that may have been in force on a day."""
    return tuple(line for line in lines if covers(line.valid_from, line.valid_to, day))


def arrange_blocks(
    reader: Reader,
    act_uri: str,
    lines: Sequence[PrintedLine],
    languages: Sequence[str],
    mentions: Iterable[Mention],
) -> tuple[Block, ...]:
    """The lines of one day as blocks of rows, aligned where there is more than one language."""
    shelf = Shelf(reader)
    named: dict[tuple[str | None, str | None], list[Mention]] = {}
    for mention in mentions:
        named.setdefault((mention.language, mention.eid), []).append(mention)
    placed = [
        Line(
            line,
            shelf.excerpt(line.source_file, line.char_start, line.char_end),
            tuple(named.get((line.language, line.eid), ())),
        )
        for line in lines
    ]
    blocks = json.dumps(sorted({line.block_eid for line in lines}))
    alignments = read_rows(reader, _Alignment, _ALIGNMENTS, act_uri=act_uri, blocks=blocks)
    return tuple(_block(kind, placed, languages, alignments if len(languages) > 1 else ()) for kind in _BLOCKS)


def _block(kind: str, placed: Iterable[Line], languages: Sequence[str], alignments: Iterable[_Alignment]) -> Block:
    own = [line for line in placed if line.printed.block == kind]
    counts = tuple((language, sum(line.printed.tongue == language for line in own)) for language in languages)
    points = tuple(dict.fromkeys(line.printed.point for line in own if line.printed.point))
    return Block(kind, tuple(_rows(own, languages, alignments)), counts, points)


def _rows(own: list[Line], languages: Sequence[str], alignments: Iterable[_Alignment]) -> list[AlignedRow]:
    """The groups that were found to say the same, then whatever nobody has compared; in the order of the text."""
    at_hand: dict[tuple[str | None, str, str], list[Line]] = {}
    for line in own:
        key = (line.printed.language, line.printed.block_eid, str(line.printed.ordinal))
        at_hand.setdefault(key, []).append(line)
    rows = []
    for group in alignments:
        taken = {
            language: _take(at_hand, language, group.block_eid, ordinals)
            for language, ordinals in (("kk", group.kk_ordinals), ("ru", group.ru_ordinals))
        }
        if any(taken.values()):
            sides = tuple(Side(language, taken.get(language, ())) for language in languages)
            rows.append(AlignedRow(sides, group.agreement, group.score))
    return rows + [_alone(line, languages) for lines in at_hand.values() for line in lines]


def _alone(line: Line, languages: Sequence[str]) -> AlignedRow:
    """A line that nobody has set beside another."""
    sides = (Side(language, (line,) if line.printed.tongue == language else ()) for language in languages)
    return AlignedRow(tuple(sides), None, None)


def _take(
    at_hand: dict[tuple[str | None, str, str], list[Line]], language: str, block_eid: str, ordinals: str | None
) -> tuple[Line, ...]:
    """The lines of a group, which no other row shows then."""
    keys = ((language, block_eid, ordinal) for ordinal in (ordinals or "").split(","))
    return tuple(line for key in keys for line in at_hand.pop(key, ()))
