"""Labels of blocks in words that no rule knows: reported at their place, and their lines are nobody's duties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from biliktilik.parsers.model import BlockKind, ParsedDocument

Parse = Callable[[str], ParsedDocument]

HEAD_RU = "Приказ Министра труда Республики Казахстан от 1 марта 2020 года № 11\n ПРИКАЗЫВАЮ:\n\n"
HEAD_KK = "Қазақстан Республикасы Еңбек министрінің 2020 жылғы 1 наурыздағы № 11 бұйрығы\n БҰЙЫРАМЫН:\n\n"

BARE = """ 1. Архивист

      Должностные обязанности: Хранит документы. Ведет опись.

      Обязан знать: правила хранения; порядок описи.

      Требования к квалификации: высшее образование и стаж работы не менее 1 года.
"""
LISTED = """ Параграф 1. Архивист

      1. Должностные обязанности:

      хранит документы;

      ведет опись.

      2. Обязан знать:

      правила хранения;

      порядок описи.

      3. Требования к квалификации: высшее образование и стаж работы не менее 1 года.
"""
FIRST = """ Параграф 1. Архивист

      1. Функциональные обязанности: хранит документы.

      2. Должен знать: порядок описи.
"""
SUBPOINTS = """ Глава 1. Должности

      1. Архивист:

      1) должностные обязанности: хранит документы;

      2) обязан знать: порядок описи;

      3) требования к квалификации: высшее образование и стаж работы не менее 1 года.
"""
KAZAKH = """ 1-параграф. Мұрағатшы

      1. Лауазымдық міндеттері: құжаттарды сақтайды.

      2. Білуі шарт: сақтау қағидаларын; тізімдеме тәртібін.
"""


@pytest.mark.parametrize(
    ("head", "text", "label", "block"),
    [
        (HEAD_RU, BARE, "Обязан знать:", "knowledge"),
        (HEAD_RU, LISTED, "Обязан знать:", "knowledge"),
        (HEAD_RU, FIRST, "Функциональные обязанности:", "duties"),
        (HEAD_RU, SUBPOINTS, "обязан знать:", "knowledge"),
        (HEAD_KK, KAZAKH, "Білуі шарт:", "knowledge"),
    ],
)
def test_a_label_in_unknown_words_is_reported_and_makes_no_line_of_another_block(
    parse: Parse, head: str, text: str, label: str, block: str
) -> None:
    document = parse(head + text)
    [finding] = [one for one in document.findings if one.code == "unknown_label"]
    assert finding.span is not None
    assert document.source.text[finding.span.start : finding.span.end] == label
    assert f"({block})" in finding.message
    lines = [item.text for item in document.body.items if item.block is not BlockKind.REQUIREMENTS]
    assert not [line for line in lines if "описи" in line and text is not FIRST]
    kept = [unit.text or "" for unit in document.body.provisions] + lines
    assert any("описи" in line or "тізімдеме" in line for line in kept)


@pytest.mark.parametrize(
    "line",
    [
        "обязан знать: правила хранения;",
        "Отвечает за три участка: архив, склад и читальный зал.",
        "Должностные обязанности работников архива в части учета и хранения документов распределяет: сам.",
    ],
)
def test_a_line_with_a_colon_is_a_duty_like_any_other(parse: Parse, line: str) -> None:
    text = HEAD_RU + BARE.replace("Обязан знать: правила хранения; порядок описи.", line)
    document = parse(text)
    assert "unknown_label" not in {one.code for one in document.findings}
    assert any(line.rstrip(";.")[-10:] in item.text for item in document.body.items)


def test_a_block_that_is_there_has_no_second_label(parse: Parse) -> None:
    text = HEAD_RU + BARE.replace("Обязан знать:", "Должен знать:").replace(
        "порядок описи.", "порядок описи.\n\n      Знания: языки."
    )
    assert "unknown_label" not in {one.code for one in parse(text).findings}
