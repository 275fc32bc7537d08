"""The blocks of an act that are at hand in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from biliktilik.parsers.model import BlockKind, Item
from biliktilik.pipeline.alignment.lexicon import Keys
from biliktilik.pipeline.corpus import LinkedCitation, Wording

LANGUAGE_PAIR = ("kk", "ru")

_Key = tuple[str, str, str]  # act, language, eId of a block


@dataclass(frozen=True)
class Block:
    """The items of one block in one language, and the URIs of the acts that each of them cites."""

    act_uri: str
    language: str
    source_file: str
    eid: str
    kind: BlockKind
    items: tuple[Item, ...]
    cited: tuple[Keys, ...]

    def cited_by(self, item: Item) -> Keys:
        """The URIs of the acts that one of its items cites."""
        return self.cited[self.items.index(item)]


def pair_blocks(wordings: Sequence[Wording], citations: Sequence[LinkedCitation]) -> Iterator[tuple[Block, Block]]:
    """Kazakh and Russian block of the same eId, in order of acts and of the Kazakh text.

    A block that was amended is compared as it reads last. A block that only one language has is told of with its
    position (``position_in_one_language``).
    """
    latest = _latest(wordings)
    cited = _cited(citations)
    for act_uri, language, eid in latest:
        other = latest.get((act_uri, "ru", eid))
        if language == "kk" and other is not None:
            yield _block(latest[act_uri, "kk", eid], eid, cited), _block(other, eid, cited)


def _latest(wordings: Sequence[Wording]) -> dict[_Key, Wording]:
    """The last wording of every block, in order of acts, languages and texts."""
    usable = [w for w in wordings if w.act_uri and w.language in LANGUAGE_PAIR and w.body.items]
    found: dict[_Key, Wording] = {}
    for wording in sorted(usable, key=_order):
        for item in wording.body.items:
            found[wording.act_uri or "", wording.language or "", item.block_eid] = wording
    return found


def _order(wording: Wording) -> tuple[str, str, str, tuple[str, ...]]:
    """By act, language and day; two wordings of one day by what they say, for files may have any name."""
    texts = tuple(item.text for item in wording.body.items)
    return wording.act_uri or "", wording.language or "", wording.valid_from or "", texts


def _cited(citations: Sequence[LinkedCitation]) -> Mapping[tuple[str, str], Keys]:
    """URIs of the cited acts by source and eId of the item."""
    found: dict[tuple[str, str], Keys] = {}
    for one in citations:
        eid = one.citation.eid
        if eid and one.cited_act_uri:
            key = (one.source_file, eid)
            found[key] = found.get(key, frozenset()) | {one.cited_act_uri}
    return found


def _block(wording: Wording, eid: str, cited: Mapping[tuple[str, str], Keys]) -> Block:
    items = tuple(item for item in wording.body.items if item.block_eid == eid)
    uris = tuple(cited.get((wording.source_file, item.eid), frozenset()) for item in items)
    act, language = wording.act_uri or "", wording.language or ""
    return Block(act, language, wording.source_file, eid, items[0].block, items, uris)
