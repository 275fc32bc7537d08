"""Clean lines, displaced by the known mechanism, come back; whatever the text, no letter is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biliktilik.parsers.repair import UNDECIDED, repair_text
from biliktilik.parsers.text.spaces import fold

PrintPage = Callable[[list[str], int], Any]
MakeParagraphs = Callable[[int, int], list[str]]
WIDTHS = range(64, 92, 3)  # characters of a line of a printed page


def outcome(page: Any) -> tuple[int, int, int, int]:
    """Damaged lines, those restored, those left alone, and findings."""
    repaired = repair_text(page.text, "ru")
    rows = [
        (fold(clean), fold(damaged), fold(after))
        for clean, damaged, after in zip(page.clean, page.damaged, repaired.text.split("\n"), strict=False)
    ]
    damaged = [row for row in rows if row[0] != row[1]]
    restored = sum(clean == after for clean, _, after in damaged)
    left = sum(before == after for _, before, after in damaged)
    return len(damaged), restored, left, len(repaired.findings)


@pytest.mark.parametrize("width", WIDTHS)
def test_displaced_words_return_to_their_place(width: int, page: PrintPage, paragraphs: MakeParagraphs) -> None:
    totals = [outcome(page(paragraphs(seed, 0), width)) for seed in range(3)]
    damaged, restored = sum(total[0] for total in totals), sum(total[1] for total in totals)
    assert damaged > 60
    assert restored >= 0.99 * damaged


def test_titles_that_no_list_has(page: PrintPage, paragraphs: MakeParagraphs) -> None:
    totals = [outcome(page(paragraphs(seed, 2), width)) for seed in range(3) for width in WIDTHS]
    damaged, restored, left, findings = (sum(total[number] for total in totals) for number in range(4))
    assert restored >= 0.95 * damaged
    assert damaged - restored - left <= 0.01 * damaged  # a guess that was wrong
    assert findings >= 0.5 * left


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**6), width=st.sampled_from(WIDTHS))
def test_any_page_of_known_titles(seed: int, width: int, page: PrintPage, paragraphs: MakeParagraphs) -> None:
    damaged, restored, _, _ = outcome(page(paragraphs(seed, 0), width))
    assert restored >= 0.95 * damaged  # few lines, so that one counts much


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**6), width=st.sampled_from(WIDTHS))
def test_a_clean_page_is_left_alone(seed: int, width: int, page: PrintPage, paragraphs: MakeParagraphs) -> None:
    text = "\n".join(page(paragraphs(seed, 1), width).clean)
    repaired = repair_text(text, "ru")
    assert repaired.text == text
    assert repaired.findings == ()


WORDS = st.sampled_from(
    [
        *("законы", "О", "Об", "языках", "борьбе с коррупцией", "Конституцию", "и", "пункту 3", "№ 5", "налоговое"),
        *("законодательство", "Республики", "Казахстан", "ребенка", '"', '" "', ",", ", ,", ";", ".", "(", ")", "  "),
        *(" ", "\t"),
    ]
)


@settings(deadline=None, max_examples=300)
@given(lines=st.lists(st.tuples(st.integers(0, 8), st.lists(WORDS, min_size=5, max_size=14)), min_size=3, max_size=12))
def test_no_letter_is_ever_lost(lines: list[tuple[int, list[str]]]) -> None:
    body = ["      Должностные обязанности: организует работу всех подразделений организации и"]
    body += [(" " * indent + " ".join(words))[:99] for indent, words in lines]
    body += [', Кодекс Республики Казахстан "системе здравоохранения О браке (супружестве) и семье'] * 3
    text = "\n".join(body)
    repaired = repair_text(text, "ru")
    for before, after in zip(body, repaired.text.split("\n"), strict=True):
        assert sorted(before.replace(" ", "")) == sorted(after.replace(" ", ""))
    assert all(finding.code == UNDECIDED for finding in repaired.findings)


def test_a_hostile_line_takes_no_time() -> None:
    line = 'законы Республики Казахстан " ", ' * 2 + "О О О О О О О О О О О О О О "
    text = "\n".join(["      " + line, *[line] * 30])
    repaired = repair_text(text, "ru")
    assert len(repaired.text.split("\n")) == 31
