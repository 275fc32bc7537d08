"""The links found in order 31-ө-м against all 709 of them as a reader of both texts drew them by hand."""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from biliktilik.parsers.model import Item
from biliktilik.pipeline.alignment.blocks import Block, pair_blocks
from biliktilik.pipeline.alignment.lexicon import load_lexicon
from biliktilik.pipeline.alignment.pairing import pair_items
from biliktilik.pipeline.corpus import Alignment, Corpus

Links = dict[str, set[tuple[str, str]]]

# The share of right 1-1 links that is promised, and what the real order must reach.
PROMISED = 0.97


def shown(ordinals: Iterable[int]) -> str:
    return ",".join(map(str, ordinals))


def found_links(alignments: Iterable[Alignment]) -> Links:
    links: Links = {}
    for one in alignments:
        links.setdefault(one.eid, set()).add((shown(one.kk_ordinals), shown(one.ru_ordinals)))
    return links


def shape(link: tuple[str, str]) -> str:
    return "-".join(str(len(side.split(",")) if side else 0) for side in link)


def count(links: Links) -> Counter[str]:
    return Counter(shape(link) for found in links.values() for link in found)


def test_the_sample_is_large_enough(true_links: Links) -> None:
    counts = count(true_links)
    assert counts["1-1"] >= 120
    assert sum(counts.values()) >= 160
    assert {"1-2", "2-1", "1-0", "0-1"} <= counts.keys()


def test_every_item_is_in_the_sample_once(corpus: Corpus, true_links: Links) -> None:
    for kk, ru in pair_blocks(corpus.wordings, corpus.citations):
        links = true_links[kk.eid]
        for side, block in ((0, kk), (1, ru)):
            numbers = [int(number) for link in links for number in link[side].split(",") if number]
            assert sorted(numbers) == [item.ordinal for item in block.items], (kk.eid, block.language)


def test_links_are_those_of_a_reader(corpus: Corpus, true_links: Links) -> None:
    found = found_links(corpus.alignments)
    right = {eid: links & found.get(eid, set()) for eid, links in true_links.items()}
    wanted, got, hits = count(true_links), count(found), count(right)
    for kind in sorted(wanted | got):
        precision, recall = hits[kind] / max(got[kind], 1), hits[kind] / max(wanted[kind], 1)
        print(f"{kind}: {wanted[kind]} true, {got[kind]} found, precision {precision:.3f}, recall {recall:.3f}")
    assert hits["1-1"] >= PROMISED * wanted["1-1"]
    wrong = {eid: (links ^ true_links[eid]) for eid, links in found.items() if links != true_links[eid]}
    assert wrong == {}
    assert found.keys() == true_links.keys()


class TestWithItemsMissing:
    """The same order with items struck out of either language at random, as other texts will have them."""

    @pytest.fixture
    def blocks(self, corpus: Corpus) -> list[tuple[Block, Block]]:
        return list(pair_blocks(corpus.wordings, corpus.citations))

    @pytest.mark.parametrize("seed", [1, 2])
    def test_most_links_stay_right(self, blocks: list[tuple[Block, Block]], true_links: Links, seed: int) -> None:
        chance = random.Random(seed)
        wanted, hits = 0, 0
        for kk, ru in blocks:
            left = [strike(block, lambda item: chance.random() < 0.1) for block in (kk, ru)]
            groups = pair_items(load_lexicon(), left[0], left[1])
            kept = [{item.ordinal for item in block.items} for block in left]
            for one, other in true_links[kk.eid]:
                if shape((one, other)) == "1-1" and int(one) in kept[0] and int(other) in kept[1]:
                    wanted += 1
                    hits += any(is_link(left, group.kk, group.ru, int(one), int(other)) for group in groups)
        assert hits >= PROMISED * wanted


def strike(block: Block, struck: Callable[[Item], bool]) -> Block:
    kept = [(item, uris) for item, uris in zip(block.items, block.cited, strict=True) if not struck(item)]
    return replace(block, items=tuple(item for item, _ in kept), cited=tuple(uris for _, uris in kept))


def is_link(blocks: list[Block], kk: tuple[int, ...], ru: tuple[int, ...], one: int, other: int) -> bool:
    numbers = [[block.items[i].ordinal for i in side] for block, side in zip(blocks, (kk, ru), strict=True)]
    return numbers == [[one], [other]]
