"""Amending sentences against tables read by hand: tests/cases/instructions/{kk,ru}.tsv.

A row without an instruction goes on with the further operations of the row above. ``action`` is also ``scope`` (a line
that only says where), ``elsewhere`` (the other language) and ``unread`` (``detail`` is the reason).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biliktilik.parsers.addresses import Address, below, eid_of
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.instructions import (
    Elsewhere,
    InstructionReading,
    Narrowed,
    Understood,
    Unread,
    read_instruction,
)
from biliktilik.parsers.model import Step, StepKind
from biliktilik.parsers.operations import Operation
from biliktilik.parsers.text.enumerations import read_numbers
from biliktilik.parsers.text.quotes import MASK, masked

CASES = Path(__file__).parents[1] / "cases" / "instructions"
SHOWN_STEPS = (StepKind.INDENT, StepKind.PART, StepKind.HEADING)
LEAST = 60
Row = dict[str, str]


def table(language: str) -> list[tuple[str, str, list[Row]]]:
    """``(scope, instruction, rows)`` of each instruction."""
    lines = (CASES / f"{language}.tsv").read_text("utf-8").rstrip("\n").split("\n")
    header = lines[0].split("\t")
    found: list[tuple[str, str, list[Row]]] = []
    for line in lines[1:]:
        row = dict(zip(header, line.split("\t"), strict=True))
        if row["instruction"]:
            found.append((row["scope"], row["instruction"], []))
        found[-1][2].append(row)
    return found


def address(printed: str) -> Address:
    """``annex:1 point:5`` → steps."""
    steps = (step.split(":") for step in printed.split()) if printed != "-" else ()
    return tuple(Step(StepKind(kind), number) for kind, number in steps)


def detail(operation: Operation) -> str:
    last = operation.address[-1] if operation.address else None
    parts = [f"{last.kind.value} {last.number}".strip()] if last and last.kind in SHOWN_STEPS else []
    parts += [operation.word_edit.value] if operation.word_edit else []
    parts += ["everywhere"] if operation.everywhere else []
    parts += [f"annex {operation.annex}"] if operation.annex else []
    return ", ".join(parts)


Shown = tuple[str, str, str, str, str]


def shown(reading: InstructionReading) -> list[Shown]:
    """One tuple per operation, or one for a reading that is no instruction."""
    match reading:
        case Understood(operations):
            return [(o.action.value, o.eid or "-", detail(o), o.old_words or "", o.new_words or "") for o in operations]
        case Narrowed(scope):
            return [("scope", " ".join(f"{s.kind.value}:{s.number}" for s in scope) or "-", "", "", "")]
        case Elsewhere():
            return [("elsewhere", "", "", "", "")]
        case Unread(reason):
            return [("unread", "", reason, "", "")]


def expected(rows: list[Row]) -> list[Shown]:
    """Rows that name several targets in one cell are one operation each."""
    return [
        (row["action"], target, row["detail"], row["old_words"], row["new_words"])
        for row in rows
        for target in (row["targets"].split() or [""])
        if row["action"] != "scope"
    ] or [("scope", rows[0]["targets"], "", "", "")]


@pytest.mark.parametrize(
    ("language", "scope", "instruction", "rows"),
    [(language, *case) for language in ("kk", "ru") for case in table(language)],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_instructions(language: str, scope: str, instruction: str, rows: list[Row]) -> None:
    assert shown(read_instruction(grammar_for(language), instruction, address(scope))) == expected(rows)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_tables_are_long_enough(language: str) -> None:
    assert sum(rows[0]["action"] not in ("unread", "elsewhere", "scope") for _, _, rows in table(language)) >= LEAST


@pytest.mark.parametrize(
    ("language", "printed", "plural", "numbers"),
    [
        ("kk", "52, 53 және 54", True, "52 53 54"),
        ("kk", "5-7", True, "5 6 7"),
        ("kk", "5-7", False, "5-7"),
        ("kk", "5-1, 5-2 және 5-3", True, "5-1 5-2 5-3"),
        ("kk", "5-1 – 5-3", True, "5-1 5-2 5-3"),
        ("kk", "екінші – он бірінші", True, "2 3 4 5 6 7 8 9 10 11"),
        ("kk", "5-тен бастап 7-ге дейінгі", True, "5 6 7"),
        ("kk", "соңғы", False, "last"),
        ("ru", "с 5 по 7", True, "5 6 7"),
        ("ru", "3)-5)", True, "3 4 5"),
        ("ru", "5-7 и 9-11", True, "5 6 7 9 10 11"),
        ("ru", "двадцать первый", False, "21"),
        ("ru", "двадцатый", False, "20"),
        ("ru", "второй, третий и пятый", True, "2 3 5"),
        ("ru", "третьего", False, "3"),
        ("ru", "7 – 5", True, ""),
        ("ru", "1–999999", True, ""),
    ],
)
def test_numbers(language: str, printed: str, plural: bool, numbers: str) -> None:
    assert read_numbers(grammar_for(language), printed, plural=plural) == tuple(numbers.split())


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('слова "А" и "Б"', ['"А"', '"Б"']),
        ('слова "ТОО "Старт"" заменить', ['"ТОО "Старт""']),
        ("слова «ТОО «Старт»» заменить", ["«ТОО «Старт»»"]),
        ('слова «ТОО "Старт"» заменить', ['«ТОО "Старт"»']),
        ("слов нет", []),
        ('слова "А заменить', None),
        ("слова А» заменить", None),
    ],
)
def test_quotations_in_a_sentence(text: str, quotations: list[str] | None) -> None:
    covered = masked(text, lambda _at: False)
    if quotations is None:
        assert covered is None
    else:
        assert covered is not None
        assert covered.count(MASK) == sum(map(len, quotations))
        assert len(covered) == len(text)


STEPS = st.sampled_from([StepKind.ANNEX, StepKind.CHAPTER, StepKind.POINT, StepKind.SUBPOINT, StepKind.INDENT])
ADDRESSES = st.lists(st.builds(Step, STEPS, st.sampled_from("123")), unique_by=lambda step: step.kind).map(
    lambda steps: tuple(sorted(steps, key=lambda step: list(StepKind).index(step.kind)))
)


@given(ADDRESSES, ADDRESSES)
def test_an_address_inside_a_scope_keeps_its_own_steps(scope: Address, inner: Address) -> None:
    whole = below(scope, inner)
    assert set(inner) <= set(whole)
    assert len({step.kind for step in whole}) == len(whole)
    assert below(whole, inner) == whole
    assert (eid_of(whole) is None) == (not whole)


@settings(max_examples=200)
@given(
    st.sampled_from(["kk", "ru"]), st.text(alphabet='абвқі "«»„“.,;:()-–—0123456789пунктармақсөздеген№¤', max_size=80)
)
def test_no_text_breaks_the_reader_or_is_read_as_a_change(language: str, text: str) -> None:
    assert not isinstance(read_instruction(grammar_for(language), text, ()), Understood)


READERS: dict[str, Callable[[str], str]] = {
    "words": lambda text: f"{text} және ескертпе",
    "unit": lambda text: f"{text} 99-тармақ",
}


@pytest.mark.parametrize("change", READERS)
def test_whatever_is_left_over_makes_an_instruction_unread(change: str) -> None:
    for scope, instruction, rows in table("kk"):
        if rows[0]["action"] in ("unread", "elsewhere", "scope"):
            continue
        reading = read_instruction(grammar_for("kk"), READERS[change](instruction), address(scope))
        assert isinstance(reading, Unread)
