from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.lines import breaker
from biliktilik.parsers.text.paragraphs import split_paragraphs

WRAPPED = """
      1. Настоящие Типовые квалификационные характеристики должностей
руководителей, специалистов и других служащих системы социальной защиты и


занятости населения призваны способствовать правильному подбору кадров.
      2. Настоящий приказ вводится в действие по истечении десяти календарных
дней после дня его первого официального опубликования.
Министр А. Иванов

Раздел 2. Должности руководителей
1. Директор организации по выплате пенсий, пособий и иных социальных
выплат населению
      Должностные обязанности: руководит деятельностью организации по выплате
3 видов пенсий.
"""


def test_a_wrapped_paragraph_goes_on_over_page_breaks_until_a_heading_or_a_signature() -> None:
    starts = [p.text.split("\n")[0][:22] for p in split_paragraphs(WRAPPED, breaker(grammar_for("ru")))]
    assert starts == [
        "1. Настоящие Типовые к",
        "2. Настоящий приказ вв",
        "Министр А. Иванов",
        "Раздел 2. Должности ру",
        "1. Директор организаци",
        "выплат населению",
        "Должностные обязанност",
    ]


def test_page_text_has_one_paragraph_per_line() -> None:
    text = "бірінші " * 40 + "\nекінші\n\n  үшінші\n"
    paragraphs = split_paragraphs(text, lambda line: False)
    assert [(p.text[:7].strip(), p.after_blank) for p in paragraphs] == [
        ("бірінші", False),
        ("екінші", False),
        ("үшінші", True),
    ]


@given(st.text(alphabet=st.sampled_from("Аа1.) \n\t\u00a0Министр"), max_size=400))
def test_paragraphs_are_in_order_and_leave_only_blanks_out(text: str) -> None:
    at = 0
    for paragraph in split_paragraphs(text, breaker(grammar_for("ru"))):
        assert not text[at : paragraph.start].strip()
        assert paragraph.text == text[paragraph.start : paragraph.end]
        assert paragraph.text == paragraph.text.strip() != ""
        at = paragraph.end
    assert not text[at:].strip()
