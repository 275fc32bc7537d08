"""The lists of a card: education rows, other names, the list of functions, competences, related occupations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from biliktilik.parsers.cards.cells import Piece, joined, whole
from biliktilik.parsers.cards.fields import Field
from biliktilik.parsers.cards.marks import find_marks, stretches
from biliktilik.parsers.cards.numbers import split_numbered, split_plain
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import CardCompetence, CardEducation, CardFunctionListed, CardName, CardRelated
from biliktilik.parsers.text.brackets import unbalanced

CODE: Final = re.compile(r"(?P<code>\d{4}-\d(?:-\d{1,3})?)\s*(?:[-–—:]\s*)?")
_LEVEL: Final = re.compile(r"\d(?:[.,]\d)?(?:\s*[-–—]\s*\d(?:[.,]\d)?)?")


def clean(grammar: Grammar, text: str) -> str:
    """An item's text without its final ``;`` or ``.``, but with the full stop of an abbreviation."""
    bare = text.rstrip(" .;")
    dotted = f"{bare}."
    return dotted if text.startswith(dotted) and grammar.search("sentence.abbreviation", dotted[-8:]) else bare


def split_outside(piece: Piece, separators: str) -> list[Piece]:
    """Cut at ``separators`` outside brackets; a bracket that closes without an opening one counts for nothing."""
    text = piece.raw_text
    cuts, depth = [], 0
    for match in re.finditer(rf"[()\[\]{separators}]", text):
        mark = match.group()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            cuts.append(match.start())
    edges = [-1, *cuts, len(text)]
    parts = [piece.cut(left + 1, right) for left, right in pairwise(edges)]
    return [part for part in parts if not part.blank]


def _chain(pieces: list[Piece], separators: str) -> list[list[Piece]]:
    """Like :func:`split_outside` over several pieces: a list goes on from one cell to the next."""
    groups: list[list[Piece]] = []
    open_end = False
    for piece in pieces:
        parts = split_outside(piece, separators)
        if open_end and groups and parts:
            groups[-1].append(parts.pop(0))
        groups += [[part] for part in parts]
        open_end = not piece.text.endswith(tuple(separators))
    return groups


def read_competences(grammar: Grammar, fields: list[Field]) -> Iterator[CardCompetence]:
    """Split at commas (or semicolons) outside brackets."""
    groups = [group for one in fields for group in _chain(one.pieces, ",;")]
    texts = [(clean(grammar, joined(group)), group) for group in groups]
    for ordinal, (text, group) in enumerate(((t, g) for t, g in texts if t), 1):
        yield CardCompetence(ordinal, text, whole(group))


def read_names(grammar: Grammar, fields: list[Field]) -> Iterator[CardName]:
    """Split at semicolons; where neither these nor codes are printed, at commas."""
    ordinal = 0
    for one in fields:
        text = one.text or ""
        separators = ";" if ";" in text or CODE.search(text) else ",;"
        for group in _chain(one.pieces, separators):
            printed = clean(grammar, joined(group))
            code = CODE.match(printed)
            name = printed[code.end() :] if code else printed
            if name.strip(" -–—"):
                ordinal += 1
                yield CardName(ordinal, code["code"] if code else None, name, whole(group))


def read_function_list(grammar: Grammar, fields: list[Field]) -> Iterator[CardFunctionListed]:
    """The functions under *mandatory* and *additional*, numbered through."""
    members: list[tuple[bool | None, list[Piece]]] = []
    mandatory: bool | None = None
    last = 0
    for piece in (piece for one in fields for piece in one.pieces):
        marks = find_marks(grammar, "card.functions", piece.raw_text)
        for mark, start, end in stretches(marks, 0, len(piece.raw_text)):
            if mark:
                mandatory = mark.value == "mandatory"
            last = _add_functions(members, piece.cut(start, end), mandatory, last)
    texts = [(flag, clean(grammar, joined(group)), group) for flag, group in members]
    for ordinal, (flag, text, group) in enumerate(((f, t, g) for f, t, g in texts if t.strip(" -–—")), 1):
        yield CardFunctionListed(ordinal, flag, text, whole(group))


def _add_functions(
    members: list[tuple[bool | None, list[Piece]]], piece: Piece, mandatory: bool | None, last: int
) -> int:
    for member in split_numbered(piece, last):
        if member.number is not None:
            members.append((mandatory, [member.piece]))
            last = member.number
        elif members and last and members[-1][0] == mandatory:
            members[-1][1].append(member.piece)
        else:
            parts = (part for plain in split_plain(member.piece) for part in split_outside(plain, ";"))
            members += [(mandatory, [part]) for part in parts]
    return last


@dataclass
class _Row:
    """Values of one printed row by column name."""

    cells: dict[str, list[Piece]] = field(default_factory=dict)

    def text(self, grammar: Grammar, name: str) -> str | None:
        """The words of one column; None where nothing is printed."""
        return clean(grammar, joined(self.cells.get(name, []))) or None

    @property
    def pieces(self) -> list[Piece]:
        """All words of the row."""
        return [piece for group in self.cells.values() for piece in group]


def read_education(grammar: Grammar, fields: list[Field]) -> Iterator[CardEducation]:
    """A label that comes again opens the next row; a cell without a label continues the column that it stands in."""
    rows: list[_Row] = [_Row()]
    columns: dict[int, str] = {}
    for piece in (piece for one in fields for piece in one.pieces):
        marks = find_marks(grammar, "card.education", piece.raw_text)
        for mark, start, end in stretches(marks, 0, len(piece.raw_text)):
            value = piece.cut(start, end)
            if mark is None:
                if not value.blank:
                    _continue(rows, columns.get(piece.cell.column, "level"), value)
                continue
            columns[piece.cell.column] = mark.value
            if mark.value in rows[-1].cells:
                rows.append(_Row())
            rows[-1].cells[mark.value] = [] if value.blank else [value]
    ordinal = 0
    for row in rows:
        if row.pieces:
            ordinal += 1
            texts = [row.text(grammar, name) for name in ("level", "speciality", "qualification")]
            yield CardEducation(ordinal, texts[0], texts[1], texts[2], whole(row.pieces))


def _continue(rows: list[_Row], column: str, piece: Piece) -> None:
    """Add to the row, or open the next one where the column is filled and no page break explains the second cell."""
    if rows[-1].cells.get(column) and not piece.cell.after_break:
        rows.append(_Row())
    rows[-1].cells.setdefault(column, []).append(piece)


def read_related(grammar: Grammar, fields: list[Field]) -> Iterator[CardRelated]:
    """One row per line of the table, put together where a page break cuts it."""
    rows: list[_Row] = []
    line = -1
    for piece in (piece for one in fields for piece in one.pieces):
        marks = find_marks(grammar, "card.related", piece.raw_text)
        value = piece.cut(marks[-1].end if marks else 0, len(piece.raw_text))
        if value.blank:
            continue
        name = marks[-1].value if marks else "level" if _LEVEL.fullmatch(value.text) else "name"
        if piece.cell.row != line and not (rows and piece.cell.after_break and _is_cut(rows[-1])):
            rows.append(_Row())
        line = piece.cell.row
        rows[-1].cells.setdefault(name, []).append(value)
    ordinal = 0
    for row in rows:
        text = row.text(grammar, "name")
        if text and text.strip(" -–—"):
            ordinal += 1
            code = CODE.match(text)
            name = text[code.end() :] if code else text
            yield CardRelated(
                ordinal, row.text(grammar, "level"), code["code"] if code else None, name, whole(row.pieces)
            )


def _is_cut(row: _Row) -> bool:
    """Words or the level of the row stand on the next page."""
    return "level" not in row.cells or "name" not in row.cells or "bracket" in unbalanced(joined(row.cells["name"]))
