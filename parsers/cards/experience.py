"""The row on experience of a card, read like the lines of a requirement block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from biliktilik.parsers.cards.cells import Piece, joined, whole
from biliktilik.parsers.cards.fields import Field
from biliktilik.parsers.cards.lists import clean, split_outside
from biliktilik.parsers.cards.numbers import split_numbered
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import Reading
from biliktilik.parsers.model import CardExperience, Category, Span
from biliktilik.parsers.requirements import Carried, read_alternatives
from biliktilik.parsers.text.spaces import fold_span


def read_experience(desk: Desk, fields: list[Field]) -> Iterator[CardExperience]:
    """One row per alternative of each line; a line that states neither years nor "none" is kept as it is."""
    ordinal = 0
    quiet = replace(desk, findings=[])  # what a card asks of education is read from its own rows
    for group in _lines(desk, [piece for one in fields for piece in one.pieces]):
        text = clean(desk.grammar, joined(group))
        if not text.strip(" -–—"):
            continue
        label = desk.grammar.match("category", text)
        line = fold_span(text, Span(0, len(text)))
        readings = read_alternatives(quiet, line, label.match.end() if label else 0, Carried())
        for years, none, where in dict.fromkeys(
            (one.min_years, one.no_experience_required, one.experience_in) for one in readings
        ):
            ordinal += 1
            yield CardExperience(ordinal, _category(label), years, none, _place(desk, where), text, whole(group))


def _place(desk: Desk, where: str | None) -> str | None:
    """Where the experience must be, without the words for experience that only cards use."""
    if where is None:
        return None
    sentence = where.split(";")[0]  # what follows a semicolon is another condition
    for rule in desk.grammar.rules("card.experience.filler"):
        sentence = rule.pattern.sub("", sentence)
    return " ".join(sentence.split()).strip(" ,.") or None


def _category(label: Reading | None) -> Category | None:
    return Category(label.rule.value) if label else None


def _lines(desk: Desk, pieces: list[Piece]) -> list[list[Piece]]:
    """Cut at printed numbers, and at semicolons before a category."""
    lines: list[list[Piece]] = []
    last = 0
    for piece in pieces:
        for member in split_numbered(piece, last):
            last = member.number or last
            for index, part in enumerate(_at_categories(desk, member.piece)):
                if lines and member.number is None and index == 0 and not _opens(desk, part):
                    lines[-1].append(part)
                else:
                    lines.append([part])
    return lines


def _at_categories(desk: Desk, piece: Piece) -> list[Piece]:
    parts = split_outside(piece, ";")
    merged: list[Piece] = []
    for part in parts:
        if merged and not _opens(desk, part):
            merged[-1] = Piece(piece.cell, merged[-1].start, part.end)
        else:
            merged.append(part)
    return merged


def _opens(desk: Desk, piece: Piece) -> bool:
    return desk.grammar.match("category", piece.text) is not None
