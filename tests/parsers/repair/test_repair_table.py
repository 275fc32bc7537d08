"""Every damaged line of the 2012 order, read by hand, beside what the repair makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from biliktilik.parsers.repair import Repaired, repair_text
from biliktilik.parsers.text.spaces import fold

RAW = Path(__file__).parents[3] / "raw"
DAMAGED = RAW / "2012-02-02_31-ө-м.ru.txt"
Cases = Callable[[str], tuple[dict[str, str], ...]]


@pytest.fixture(scope="module")
def raw() -> str:
    return DAMAGED.read_text("utf-8")


@pytest.fixture(scope="module")
def repaired(raw: str) -> Repaired:
    return repair_text(raw, "ru")


def changed(raw: str, repaired: Repaired) -> Iterator[tuple[int, str, str]]:
    pairs = zip(raw.split("\n"), repaired.text.split("\n"), strict=True)
    for number, (before, after) in enumerate(pairs, start=1):
        if before != after:
            yield number, fold(before), fold(after)


def test_each_line_reads_as_published(raw: str, repaired: Repaired, cases: Cases) -> None:
    expected = [(int(row["line"]), row["raw"], row["repaired"]) for row in cases("repairs.2012.ru.tsv")]
    assert list(changed(raw, repaired)) == expected
    assert repaired.findings == ()


def test_each_repair_shows_the_line_before_and_after(raw: str, repaired: Repaired, cases: Cases) -> None:
    rows = cases("repairs.2012.ru.tsv")
    assert [(fold(repair.raw), repair.repaired) for repair in repaired.repairs] == [
        (row["raw"], row["repaired"]) for row in rows
    ]
    for repair in repaired.repairs:
        assert raw[repair.span.start : repair.span.end] == repair.raw
        assert repair.rule.startswith("repair.")


def test_a_repair_moves_letters_and_adds_none(repaired: Repaired) -> None:
    for repair in repaired.repairs:
        assert sorted(repair.raw.replace(" ", "")) == sorted(repair.repaired.replace(" ", ""))


def test_repaired_text_has_nothing_left_to_repair(repaired: Repaired) -> None:
    again = repair_text(repaired.text, "ru")
    assert again.text == repaired.text
    assert again.findings == ()


@pytest.mark.parametrize("path", sorted(set(RAW.glob("*.txt")) - {DAMAGED}), ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["kk", "ru", None])
def test_other_texts_are_left_alone(path: Path, language: str | None) -> None:
    text = path.read_text("utf-8")
    repaired = repair_text(text, language)
    assert repaired.text is text
    assert (repaired.repairs, repaired.findings, repaired.offsets.lines) == ((), (), ())


def test_windows_line_ends_stay_where_they_are(raw: str, repaired: Repaired) -> None:
    windows = repair_text(raw.replace("\n", "\r\n"), "ru")
    assert windows.text == repaired.text.replace("\n", "\r\n")


def test_lines_without_trailing_blanks_are_repaired_too(raw: str, cases: Cases) -> None:
    text = "\n".join(line.rstrip() for line in raw.split("\n"))
    lines = [fold(line) for line in repair_text(text, "ru").text.split("\n")]
    rows = cases("repairs.2012.ru.tsv")
    wrong = [row["line"] for row in rows if lines[int(row["line"]) - 1] not in (row["repaired"], row["raw"])]
    left = [row["line"] for row in rows if lines[int(row["line"]) - 1] == row["raw"]]
    assert not wrong
    assert len(left) <= 0.05 * len(rows)


UNDECIDABLE = """
      Должен знать:  Республики Казахстан,  Конституцию Трудовой кодекс
Республики Казахстан, законы Республики Казахстан " ", "О занятости населения О
", " " и другие нормативные карантине растений О борьбе с коррупцией и противо-
действии ей, правила внутреннего распорядка и нормы охраны труда в организации
"""


def test_a_line_that_cannot_be_decided_is_kept_and_reported() -> None:
    repaired = repair_text(UNDECIDABLE, "ru")
    lines = repaired.text.split("\n")
    assert lines[1].strip() == "Должен знать: Конституцию Республики Казахстан, Трудовой кодекс"
    assert lines[3] == UNDECIDABLE.split("\n")[3]
    (finding,) = repaired.findings
    assert finding.code == "displaced_word_undecided"
    assert finding.span is not None
    assert UNDECIDABLE[finding.span.start : finding.span.end] == lines[3]


def test_one_odd_line_is_no_defect() -> None:
    text = UNDECIDABLE.replace('" ", "О занятости населения О', '"О занятости населения", "О')
    text = text.replace('", " " и другие нормативные карантине растений О', 'карантине растений" и другие')
    assert repair_text(text, "ru").text is text
