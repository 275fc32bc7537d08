"""Excerpts of tests/cases/items: a block as printed (``.txt``) and beside it its items, read by hand (``.tsv``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from biliktilik.parsers.assembly import assemble
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.ledger import Ledger
from biliktilik.parsers.lines import breaker, classify
from biliktilik.parsers.model import Item
from biliktilik.parsers.structure import Builder
from biliktilik.parsers.text.paragraphs import split_paragraphs

FOLDER = Path(__file__).parents[1] / "cases" / "items"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
DAMAGED = "*"  # an item whose words the PDF displaced: repair is tested elsewhere


def read_block(text: str, language: str) -> tuple[Item, ...]:
    """Items of a text that holds nothing but one block."""
    grammar = grammar_for(language)
    desk = Desk(text, grammar, Ledger(text))
    builder = Builder(desk, "", None)
    builder.read([classify(text, paragraph, grammar) for paragraph in split_paragraphs(text, breaker(grammar))])
    return assemble(desk, builder.units).items


def test_there_are_excerpts() -> None:
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_items_of_an_excerpt(name: str) -> None:
    items = read_block((FOLDER / f"{name}.txt").read_text("utf-8"), name[:2])
    rows = [line.split("\t") for line in (FOLDER / f"{name}.tsv").read_text("utf-8").rstrip("\n").split("\n")[1:]]
    assert len(items) == len(rows)
    for item, (ordinal, kind, text) in zip(items, rows, strict=True):
        assert str(item.ordinal) == ordinal
        if text == DAMAGED:
            continue
        assert item.text == text
        assert (item.knowledge_kind or "") == kind
