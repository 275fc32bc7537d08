"""What page breaks do to a table, done to a clean one: the card that is read stays the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from biliktilik.parsers.cards import read_cards
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.ledger import Ledger
from biliktilik.parsers.model import Card, Finding, ProvisionKind, Span
from biliktilik.parsers.units import Unit

CASES = Path(__file__).parents[2] / "cases" / "cards"
Table = list[list[str]]


def table_of(name: str) -> Table:
    """The rows of the first card of a written standard."""
    lines = (CASES / name / "document.txt").read_text("utf-8").split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("Код группы"))
    last = next(i for i in range(first, len(lines)) if not lines[i].strip() or lines[i].startswith("Карточка"))
    return [line.rstrip("\t").split("\t") for line in lines[first:last]]


def read(table: Table) -> tuple[Card, list[Finding]]:
    """One card from rows; an empty row is a page break."""
    text = "\n".join("\t".join(row) for row in table) + "\n"
    desk = Desk(text, grammar_for("ru"), Ledger(text))
    unit = Unit(ProvisionKind.CARD, "card_1", None, "card", Span(0, 0), label="1", heading="Карточка")
    unit.texts = [Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text)]
    (card,) = read_cards(desk, [unit])
    return card, desk.findings


def words(card: Card) -> object:
    """The card without its places."""
    groups = (card.education, card.names, card.function_list, card.functions, card.skills, card.abilities)
    others = (card.knowledge, card.competences, card.related, card.experience_lines)
    rows = [[replace(part, span=Span(0, 0)) for part in group] for group in (*groups, *others)]
    return card.name, card.level_max, card.experience, card.purpose, rows


def breaks(row: list[str]) -> Iterator[tuple[str, str]]:
    """The last cell of a row, cut at each blank that follows a whole word."""
    for match in re.finditer(r"(?<=[^\W\d]|[.:,]) (?=\w)", row[-1]):
        before = row[-1][: match.start()]
        if not re.search(r"(?:^|\s)\d+\.$", before):
            yield before, row[-1][match.end() :]


ROWS = [i for i, row in enumerate(table_of("form.ru")) if re.search(r"Умения|Знания", row[-1]) and "<p>" not in row[-1]]


@pytest.mark.parametrize("index", ROWS)
def test_a_row_cut_by_a_page_break_with_its_labels_above(index: int) -> None:
    table = table_of("form.ru")
    whole = words(read(table)[0])
    row = table[index]
    for above, below in breaks(row):
        cut = [*table[:index], [*row[:-1], above], [], ["", "", below], *table[index + 1 :]]
        assert words(read(cut)[0]) == whole, (above, below)


@pytest.mark.parametrize("index", ROWS)
def test_a_row_cut_by_a_page_break_with_its_labels_below(index: int) -> None:
    table = table_of("form.ru")
    whole = words(read(table)[0])
    row = table[index]
    for above, below in breaks(row):
        cut = [*table[:index], ["", "", above], [], [*row[:-1], below], *table[index + 1 :]]
        assert words(read(cut)[0]) == whole, (above, below)


@pytest.mark.parametrize("index", ROWS)
def test_a_list_printed_twice_counts_once_and_is_reported(index: int) -> None:
    table = table_of("form.ru")
    if len(re.findall("Умения|Знания", table[index][-1])) > 1:
        return
    card, findings = read([*table[: index + 1], ["", "", table[index][-1].split(": ", 1)[1]], *table[index + 1 :]])
    assert words(card) == words(read(table)[0])
    assert [one.code for one in findings if one.code == "card_cell_repeated"] == ["card_cell_repeated"]


def test_a_missing_label_of_knowledge_is_told_by_its_turn() -> None:
    table = table_of("form.ru")
    index = next(i for i, row in enumerate(table) if row[-1].startswith("Знания: 1. План эвакуации"))
    table[index][-1] = table[index][-1].removeprefix("Знания: ")
    card, findings = read(table)
    assert words(card) == words(read(table_of("form.ru"))[0])
    assert [one.message for one in findings if one.code == "card_label_missing"] == [
        "card 1: a list without a label; by its turn it is knowledge"
    ]


def test_a_label_cut_by_a_page_break_is_put_together() -> None:
    table = table_of("form.ru")
    index = next(i for i, row in enumerate(table) if row[0] == "Требования к опыту работы:")
    value = table[index][1]
    at = value.index("без категории")
    halves = [["Требования к", value[: at - 1]], [], ["опыту работы:", value[at:]]]
    card, _ = read([*table[:index], *halves, *table[index + 1 :]])
    assert words(card) == words(read(table_of("form.ru"))[0])


def test_words_above_the_label_of_their_row_belong_to_it() -> None:
    table = table_of("form.ru")
    index = next(i for i, row in enumerate(table) if row[0] == "Основная цель деятельности:")
    halves = [["", "Сохранность экспонатов и"], [], [table[index][0], "порядок в залах."]]
    card, findings = read([*table[:index], *halves, *table[index + 1 :]])
    assert card.purpose == "Сохранность экспонатов и порядок в залах."
    assert [one.code for one in findings if one.code == "card_cell_moved"] == ["card_cell_moved"]


def test_a_row_that_no_rule_knows_is_reported_and_harms_nothing() -> None:
    table = table_of("form.ru")
    card, findings = read([*table[:3], ["Цвет формы:", "синий"], *table[3:]])
    assert words(card) == words(read(table)[0])
    assert [one.message for one in findings if one.code == "card_label_unknown"] == [
        "card 1: no rule knows the row «Цвет формы:»; it is kept as it stands"
    ]


@pytest.mark.parametrize("name", ["form.ru", "older.ru"])
def test_three_lists_of_a_missing_skill_label_lose_nothing(name: str) -> None:
    table = [[re.sub(r"Навык 2:[^\t]*", "", cell) for cell in row] for row in table_of(name)]
    card, _ = read(table)
    clean, _ = read(table_of(name))
    assert [one.text for one in card.abilities] == [one.text for one in clean.abilities]
    assert [one.text for one in card.knowledge] == [one.text for one in clean.knowledge]
