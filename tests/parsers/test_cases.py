"""The rows of the real documents against tables that were read off the sources by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from biliktilik.parsers.model import Alternative, BlockKind, Item, KnowledgeKind, ParsedDocument, SegmentKind

Document = Callable[[str], ParsedDocument]
Cases = Callable[[str], tuple[dict[str, str], ...]]
Items = Callable[[ParsedDocument], list[Item]]


def shown(value: object) -> str:
    """A value as the tables write it: an empty cell for None."""
    return "" if value is None else str(value)


def position_numbers(parsed: ParsedDocument) -> dict[str | None, str]:
    bodies = [parsed.body, *(island.body for island in parsed.islands)]
    return {position.eid: shown(position.number) for body in bodies for position in body.positions}


@pytest.mark.parametrize("key", ["2012.kk", "2012.ru", "580.kk"])
def test_positions(document: Document, cases: Cases, key: str) -> None:
    got = [
        {
            "section": shown(position.section),
            "position": shown(position.number),
            "eid": position.eid,
            "title": shown(position.title),
            "position_group": shown(position.group),
        }
        for position in document(key).body.positions
    ]
    assert got == list(cases(f"positions.{key}.tsv"))


def requirement_row(item: Item, alternative: Alternative, numbers: dict[str | None, str]) -> dict[str, str]:
    none_required = alternative.no_experience_required
    return {
        "section": shown(item.section),
        "position": numbers.get(item.position_eid, ""),
        "point": shown(item.point),
        "item": str(item.ordinal),
        "level": shown(item.level),
        "category": shown(item.category),
        "alternative": str(alternative.ordinal),
        "education": ",".join(alternative.education),
        "fields": ",".join(alternative.fields),
        "fields_printed": ", ".join(alternative.fields_printed),
        "min_years": "" if alternative.min_years is None else f"{alternative.min_years:g}",
        "no_experience_required": "" if none_required is None else str(int(none_required)),
        "experience_in": shown(alternative.experience_in),
    }


@pytest.mark.parametrize("key", ["2012.kk", "2012.ru", "580.kk", "309.kk"])
def test_requirement_alternatives(document: Document, cases: Cases, all_items: Items, key: str) -> None:
    parsed = document(key)
    numbers = position_numbers(parsed)
    got = [
        requirement_row(item, alternative, numbers) for item in all_items(parsed) for alternative in item.alternatives
    ]
    assert got == list(cases(f"requirements.{key}.tsv"))


@pytest.mark.parametrize("key", ["2012.kk", "2012.ru", "580.kk", "309.kk"])
def test_every_block_has_the_items_counted_by_hand(
    document: Document, cases: Cases, all_items: Items, key: str
) -> None:
    number, language = key.split(".")
    parsed = document(key)
    numbers = position_numbers(parsed)
    got = Counter(
        (shown(item.section), numbers.get(item.position_eid, ""), shown(item.point), item.block.value)
        for item in all_items(parsed)
    )
    expected = {
        (row["section"], row["position"], row["point"], row["block"]): int(row["items"])
        for row in cases(f"counts.{language}.tsv")
        if row["document"] == number
    }
    assert dict(got) == expected


@pytest.mark.parametrize("key", ["2012.kk", "2012.ru", "580.kk", "309.kk"])
def test_items_that_hold_only_names_of_acts(document: Document, cases: Cases, all_items: Items, key: str) -> None:
    number, language = key.split(".")
    got = {
        (shown(item.point if number == "309" else item.position_eid), str(item.ordinal))
        for item in all_items(document(key))
        if item.knowledge_kind is KnowledgeKind.ACTS
    }
    expected = {
        (row["position"], row["item"]) for row in cases(f"acts_items.{language}.tsv") if row["document"] == number
    }
    assert got == expected


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_units_of_the_2012_order_are_named_alike_in_both_languages(
    document: Document, cases: Cases, language: str
) -> None:
    by_eid = {provision.eid: provision for provision in document(f"2012.{language}").body.provisions}
    for row in cases("structure.2012.tsv"):
        provision = by_eid[row["eid"]]
        assert provision.kind.value == row["kind"]
        assert shown(provision.heading) == row[f"heading_{language}"]


def test_both_languages_of_the_2012_order_have_the_same_positions(document: Document) -> None:
    kazakh, russian = document("2012.kk").body.positions, document("2012.ru").body.positions
    assert [position.eid for position in kazakh] == [position.eid for position in russian]


def test_the_head_of_a_wrapped_text(document: Document, cases: Cases) -> None:
    parsed = document("2012.ru")
    kinds: dict[int, set[str]] = {}
    for segment in parsed.segments:
        if segment.kind in (SegmentKind.BLANK, SegmentKind.PUNCTUATION):
            continue
        first = parsed.source.text.count("\n", 0, segment.span.start) + 1
        last = parsed.source.text.count("\n", 0, segment.span.end) + 1
        for line in range(first, last + 1):
            kinds.setdefault(line, set()).add(segment.kind.value)
    for row in cases("segments_head.2012.ru.tsv"):
        printed = parsed.source.text.split("\n")
        for line in range(int(row["first_line"]), int(row["last_line"]) + 1):
            if printed[line - 1].strip():
                assert row["kind"] in kinds[line], line


@pytest.mark.parametrize("key", ["2012.kk", "2012.ru", "125.kk", "309.kk", "580.kk"])
def test_every_character_belongs_to_one_segment_and_none_is_unparsed(document: Document, key: str) -> None:
    parsed = document(key)
    at = 0
    for segment in parsed.segments:
        assert segment.span.start == at < segment.span.end
        at = segment.span.end
    assert at == len(parsed.source.text)
    assert not [segment for segment in parsed.segments if segment.kind is SegmentKind.UNPARSED]


@pytest.mark.parametrize(
    ("key", "positions", "duties", "knowledge", "requirements"),
    [("2012.kk", 24, 366, 251, 89), ("2012.ru", 24, 369, 265, 89), ("580.kk", 12, 162, 146, 32)],
)
def test_totals(document: Document, key: str, positions: int, duties: int, knowledge: int, requirements: int) -> None:
    body = document(key).body
    counted = Counter(item.block for item in body.items)
    assert len(body.positions) == positions
    assert counted[BlockKind.DUTIES] == duties
    assert counted[BlockKind.KNOWLEDGE] == knowledge
    assert counted[BlockKind.REQUIREMENTS] == requirements
