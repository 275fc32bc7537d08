"""The cards of professional standards against tables read off the sources by eye.

Each folder of tests/cases/cards is one standard: ``document.txt`` (or a file of raw/) and one table per part of a card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.identity import act_uri
from biliktilik.parsers.model import Card, ParsedDocument
from biliktilik.parsers.readers import read_source

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "cards"
RAW = {"125.kk": ROOT / "raw" / "2024-04-30_125.kk.txt"}
STANDARDS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())

Row = tuple[object, ...]


@cache
def document(name: str) -> ParsedDocument:
    path = RAW.get(name, CASES / name / "document.txt")
    return parse_document(read_source(path, path.name))


def scalars(card: Card) -> Iterator[Row]:
    codes = (card.group_code, card.occupation_code, card.level_min, card.level_max, card.sublevel)
    texts = (card.qualification_text, card.experience, card.informal_education, card.purpose)
    yield card.label, card.title, card.name, *codes, *texts


def items(card: Card) -> Iterator[Row]:
    rows = [
        (one.function_number, one.skill_number, block, one.ordinal, one.text)
        for block, group in (("ability", card.abilities), ("knowledge", card.knowledge))
        for one in group
    ]
    yield from sorted(rows, key=lambda row: (row[0], row[1] or 0, row[2], row[3]))


def competences(card: Card) -> Iterator[Row]:
    yield len(card.competences), card.competences[0].text, card.competences[-1].text


def experience(card: Card) -> Iterator[Row]:
    for one in card.experience_lines:
        yield one.ordinal, one.category, one.min_years, one.no_experience_required, one.experience_in


def references(card: Card) -> Iterator[Row]:
    for one in card.references:
        yield act_uri(one.act.kind, one.act.adopted_on, one.act.number, None), one.eid


READ: dict[str, Callable[[Card], Iterator[Row]]] = {
    "cards": scalars,
    "education": lambda card: ((r.ordinal, r.level, r.speciality, r.qualification) for r in card.education),
    "names": lambda card: ((r.ordinal, r.code, r.name) for r in card.names),
    "function_list": lambda card: ((r.ordinal, r.mandatory, r.text) for r in card.function_list),
    "functions": lambda card: ((r.number, r.text) for r in card.functions),
    "skills": lambda card: ((r.function_number, r.skill_number, r.text) for r in card.skills),
    "items": items,
    "competences": competences,
    "related": lambda card: ((r.ordinal, r.level, r.code, r.name) for r in card.related),
    "experience": experience,
    "references": references,
}


def expected(standard: str, table: str) -> list[str]:
    return (CASES / standard / f"{table}.tsv").read_text("utf-8").rstrip("\n").split("\n")[1:]


def printed(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool | float) else str(value)


@pytest.mark.parametrize("table", READ)
@pytest.mark.parametrize("standard", STANDARDS)
def test_cards_are_read_as_a_reader_reads_them(standard: str, table: str) -> None:
    rows = [
        "\t".join(printed(value) for value in (card.eid, *row))
        for card in document(standard).cards
        for row in READ[table](card)
    ]
    assert rows == expected(standard, table)


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_part_has_its_place_in_the_card(standard: str) -> None:
    text = document(standard).source.text
    for card in document(standard).cards:
        groups = (card.education, card.names, card.function_list, card.functions, card.skills, card.competences)
        others = (card.abilities, card.knowledge, card.related, card.experience_lines, card.references)
        for part in (part for group in (*groups, *others) for part in group):
            assert card.span.start <= part.span.start < part.span.end <= card.span.end
            words = text[part.span.start : part.span.end]
            shown = getattr(part, "text", None) or getattr(part, "name", None)
            assert shown is None or shown.split()[0] in words


@pytest.mark.parametrize("standard", STANDARDS)
def test_nothing_is_left_unread(standard: str) -> None:
    findings = document(standard).findings
    assert [one.message for one in findings if one.code in ("unparsed_text", "card_label_unknown")] == []


FINDINGS = {
    ("card_label_repeated", "9", "holds other names"),
    ("card_label_missing", "13", "the row «Еңбек функцияларының сипаттамасы»"),
    ("card_function_without_block", "14", "3 functions, 2 have a block"),
    ("card_label_missing", "14", "related occupation"),
    ("card_cell_moved", "14", "above the label"),
    ("card_numbering", "14", "number 9 follows 7"),
    ("card_cell_moved", "15", "above the label"),
    ("card_cell_repeated", "15", "printed twice"),
    ("card_numbering", "16", "number 1 follows 4"),
    ("card_numbering", "16", "number 6 follows 3"),
    ("card_numbering", "17", "number 6 follows 3"),
}


def test_a_card_that_breaks_the_pattern_is_reported() -> None:
    told = [one for one in document("125.kk").findings if one.code.startswith("card_")]
    for code, label, words in FINDINGS:
        assert any(f.code == code and f.message.startswith(f"card {label}:") and words in f.message for f in told)
    assert len(told) == len(FINDINGS)


def test_a_third_skill_is_unusual_where_two_are_the_rule() -> None:
    told = [one.message for one in document("form.ru").findings if one.code == "card_skills_unusual"]
    assert told == ["card 5: function 1 has 3 skills, 2 are usual here"]
