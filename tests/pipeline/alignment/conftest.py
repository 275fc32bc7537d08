"""The links that were read by hand, and items made up for the occasion."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from biliktilik.parsers.model import BlockKind, Item, Span
from biliktilik.pipeline.alignment.blocks import Block

ROOT = Path(__file__).parents[3]
Links = dict[str, set[tuple[str, str]]]
MakeBlock = Callable[..., Block]


@cache
def _true_links() -> Links:
    found: Links = {}
    for file in sorted((ROOT / "tests" / "cases" / "alignment").glob("*.tsv")):
        header, *lines = file.read_text("utf-8").rstrip("\n").split("\n")
        assert header == "block\tkk_ordinals\tru_ordinals"
        for line in lines:
            block, kk, ru = line.split("\t")
            found.setdefault(block, set()).add((kk, ru))
    return found


def _item(text: str, ordinal: int = 1, kind: BlockKind = BlockKind.DUTIES) -> Item:
    block = f"att_1__pos_1__{kind}"
    return Item(kind, "att_1__pos_1", None, None, block, f"{block}__item_{ordinal}", ordinal, text, Span(0, 1), "r")


def _block(language: str, texts: Sequence[str], cited: Sequence[set[str]] | None = None) -> Block:
    items = tuple(_item(text, number) for number, text in enumerate(texts, 1))
    uris = tuple(frozenset(found) for found in cited) if cited else tuple(frozenset[str]() for _ in items)
    return Block("/akn/kz/act/x", language, f"{language}.txt", "att_1__pos_1__duties", BlockKind.DUTIES, items, uris)


@pytest.fixture(scope="session")
def true_links() -> Links:
    """The links of order 31-ө-м as read by hand: pairs of Kazakh and Russian numbers by block."""
    return _true_links()


@pytest.fixture(scope="session")
def make_item() -> Callable[..., Item]:
    """An item of a text."""
    return _item


@pytest.fixture(scope="session")
def make_block() -> MakeBlock:
    """A block of duties with the given texts, and the acts that each cites."""
    return _block
