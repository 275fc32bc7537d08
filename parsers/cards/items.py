"""The settled function table → functions, skills, abilities and things to know, with what is odd in their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from biliktilik.parsers.cards.cells import Piece, joined, whole
from biliktilik.parsers.cards.labour import Block, Item
from biliktilik.parsers.cards.lists import clean, split_outside
from biliktilik.parsers.cards.numbers import split_plain, without_bullet
from biliktilik.parsers.cards.slots import Report, Slot, Table
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import CardFunction, CardItem, CardSkill, Span

_NUMBER: Final = re.compile(r"^\d{1,2}[.)]\s*(?=\S)")  # a number that a label prints again before its words


def read_functions(grammar: Grammar, table: Table, otherwise: Span) -> Iterator[CardFunction]:
    """One row per function; its place is that of its label, else of its first skill."""
    for number, label in enumerate(table.functions, 1):
        text = clean(grammar, _NUMBER.sub("", joined(label.pieces))) if label else ""
        places = [label.place] if label else [slot.place for slot in table.slots if slot.function == number][:1]
        pieces = [place for place in places if place] + (label.pieces if label else [])
        yield CardFunction(number, text or None, whole(pieces) if pieces else otherwise)


def read_skills(grammar: Grammar, table: Table) -> Iterator[CardSkill]:
    """One row per skill that has a name."""
    for slot in table.slots:
        if slot.skill is None or slot.number is None:
            continue
        text = clean(grammar, _NUMBER.sub("", joined(slot.skill.pieces)))
        if text:
            place = [slot.skill.place] if slot.skill.place else []
            yield CardSkill(slot.function, slot.number, text, whole([*place, *slot.skill.pieces]))


def read_items(grammar: Grammar, table: Table, kind: str, report: Report) -> Iterator[CardItem]:
    """The items of all blocks of one kind, numbered from 1 in each skill (or function, where there are no skills)."""
    ordinals: dict[tuple[int, int | None], int] = {}
    for slot in table.slots:
        block = slot.ability if kind == "ability" else slot.knowledge
        if block is None:
            continue
        _check_numbers(block, slot, kind, report)
        key = (slot.function, slot.number)
        for group in _members(block):
            text = clean(grammar, joined(group))
            if text:
                ordinals[key] = ordinals.get(key, 0) + 1
                yield CardItem(slot.function, slot.number, ordinals[key], text, whole(group))


def _members(block: Block) -> Iterator[list[Piece]]:
    """The items; a list without numbers is cut at its paragraphs and semicolons."""
    for item in block.items:
        if item.number is None and not block.last:
            for piece in item.pieces:
                parts = (part for plain in split_plain(piece) for part in split_outside(plain, ";"))
                yield from ([without_bullet(part)] for part in parts)
        elif item.pieces:
            yield item.pieces


def _check_numbers(block: Block, slot: Slot, kind: str, report: Report) -> None:
    """A number that is left out, or printed again."""
    where = f"{kind} of skill {slot.number}, function {slot.function}" if slot.number else f"{kind} of {slot.function}"
    last = 0
    for item in block.items:
        if item.number is None:
            continue
        if item.number != last + 1:
            message = f"{where}: number {item.number} follows {last}; items are counted in order"
            report("card_numbering", message, _place(item, block))
        last = item.number


def _place(item: Item, block: Block) -> Piece:
    return item.pieces[0] if item.pieces else block.place
