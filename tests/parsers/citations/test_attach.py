"""Mentions of the five documents: each in its unit, at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from biliktilik.parsers.model import Citation, CitedIn, KnowledgeKind, ParsedDocument

Documents = Callable[[str], ParsedDocument]
ALL = ("2012.kk", "2012.ru", "125.kk", "309.kk", "580.kk")


def citations(document: ParsedDocument) -> list[Citation]:
    bodies = [document.body, *(island.body for island in document.islands)]
    return [citation for body in bodies for citation in body.citations]


@pytest.mark.parametrize(
    ("key", "count"), [("2012.kk", 215), ("2012.ru", 219), ("125.kk", 144), ("309.kk", 11), ("580.kk", 143)]
)
def test_how_many(document: Documents, key: str, count: int) -> None:
    assert len(citations(document(key))) == count


@pytest.mark.parametrize("key", ALL)
def test_the_place_holds_the_printed_words(document: Documents, key: str) -> None:
    text = document(key).source.text
    for citation in citations(document(key)):
        letters = Counter(text[citation.span.start : citation.span.end])
        assert not Counter(citation.as_printed.replace(" ", "")) - letters, citation


@pytest.mark.parametrize("key", ["2012.kk", "125.kk", "309.kk", "580.kk"])
def test_a_text_without_repairs_prints_the_words_in_their_order(document: Documents, key: str) -> None:
    text = document(key).source.text
    for citation in citations(document(key)):
        assert " ".join(text[citation.span.start : citation.span.end].split()) == citation.as_printed


@pytest.mark.parametrize("key", ALL)
def test_every_item_of_acts_names_an_act(document: Documents, key: str) -> None:
    bodies = [document(key).body, *(island.body for island in document(key).islands)]
    items = [item for body in bodies for item in body.items if item.knowledge_kind is KnowledgeKind.ACTS]
    naming = {citation.eid for citation in citations(document(key))}
    assert [item.eid for item in items if item.eid not in naming] == []


@pytest.mark.parametrize("key", ALL)
def test_items_and_ordinals_agree(document: Documents, key: str) -> None:
    bodies = [document(key).body, *(island.body for island in document(key).islands)]
    items = {item.eid: item for body in bodies for item in body.items}
    for citation in citations(document(key)):
        item = items.get(citation.eid or "")
        if citation.cited_in in (CitedIn.DUTIES, CitedIn.KNOWLEDGE, CitedIn.REQUIREMENTS):
            assert item is not None
            assert (item.block.value, item.ordinal) == (citation.cited_in.value, citation.ordinal)
        elif not citation.cited_in.value.startswith("card_"):
            assert citation.ordinal is None


def test_what_an_amendment_quotes_is_cited_by_the_amended_act(document: Documents) -> None:
    parsed = document("309.kk")
    assert [citation.cited_in for citation in parsed.body.citations] == [CitedIn.TITLE, CitedIn.POINT, CitedIn.POINT]
    quoted = [citation.eid for island in parsed.islands for citation in island.body.citations]
    assert quoted[:4] == [
        "att_1__point_52__item_25",
        "att_1__point_53__item_1",
        "att_1__point_53__item_2",
        "att_1__point_53__item_13",
    ]


@pytest.mark.parametrize("key", ALL)
def test_an_act_does_not_cite_itself(document: Documents, key: str) -> None:
    own = document(key).header.act
    numbers = {(c.act.number, c.act.adopted_on) for c in document(key).body.citations}
    assert (own.number, own.adopted_on) not in numbers
    titles = [c.act.title for c in document(key).body.citations if c.act.title and not c.act.number]
    assert [title for title in titles if own.title and title in own.title] == []


def test_knowledge_of_a_card(document: Documents) -> None:
    cited = [c for c in document("125.kk").body.citations if c.eid == "att_1__point_18"]
    assert [(c.cited_in, c.ordinal) for c in cited] == [(CitedIn.CARD, None), *[(CitedIn.CARD_KNOWLEDGE, 1)] * 3]
