"""A page that the portal marks as an edition of the past, beside today's page and alone."""

from collections.abc import Callable
from typing import Any

PAGE = """<html><body><div class="container_alpha slogan"><h1>Бұйрық туралы</h1>
<span class="status status_{status}">{word}</span>
<p>Қазақстан Республикасы Еңбек министрінің 2020 жылғы 1 мамырдағы № 7 бұйрығы</p></div>
<div class="container_gamma text {mark}"><article><p>1. {text}</p></article></div></body></html>"""
PAST = PAGE.format(
    status="upd", word="Жаңартылған", mark="text_upd text_arc", text="Бұрынғы ұзын мәтін орындалсын." * 3
)
TODAY = PAGE.format(status="upd", word="Жаңартылған", mark="text_upd", text="Бүгінгі мәтін орындалсын.")
TEXTS = "SELECT text FROM v_provisions WHERE kind = 'point' AND act_uri LIKE '%/7'"
FINDINGS = "SELECT source_file, code, severity FROM v_findings WHERE code LIKE 'past%' OR code = 'competing_sources' ORDER BY 1, 2"


def test_the_page_of_today_gives_the_wording_though_the_other_is_longer(built: Callable[..., Any]) -> None:
    database = built({"a.html": PAST, "b.html": TODAY}, alone=True)
    assert database.rows(TEXTS) == [("Бүгінгі мәтін орындалсын.",)]
    assert database.rows(FINDINGS) == [
        ("a.html", "past_edition", "warning"),
        ("a.html", "past_edition_unused", "warning"),
    ]


def test_alone_it_gives_the_wording_and_a_finding_says_what_it_is(built: Callable[..., Any]) -> None:
    database = built({"a.html": PAST}, alone=True)
    assert len(database.rows(TEXTS)) == 1
    assert database.rows(FINDINGS) == [("a.html", "past_edition", "warning")]


def test_a_status_of_unknown_words_is_no_part_of_the_title(built: Callable[..., Any]) -> None:
    page = PAGE.format(status="stp", word="Тоқтатыла тұрған", mark="text_stp", text="Орындалсын.")
    database = built({"a.html": page}, alone=True)
    assert database.rows("SELECT title_kk FROM v_acts WHERE number = '7'") == [("Бұйрық туралы",)]
    found = database.rows("SELECT excerpt FROM v_findings WHERE code = 'status_unknown'")
    assert found == [("Тоқтатыла тұрған",)]
