"""Every page of the explorer, in every language, with its headers; and what is no page."""

import re
from typing import Any

import pytest

from biliktilik.pipeline.messages import LANGUAGES, say
from biliktilik.pipeline.queries import all_questions

# Markup that our pages never have; the same letters may stand, escaped, in a text of the law.
FORBIDDEN = re.compile(r"<script|<[a-z][^>]*\sstyle=", re.IGNORECASE)
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)


# What the policy would keep from working: scripts, styles of single elements, handlers.
FORBIDDEN = re.compile(r"<(?:script|style|iframe|[a-z][^>]*\s(?:style|on[a-z]+)=)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_a_link_leads_to_is_there(visitor: Any, language: str) -> None:
    # One language is walked with several parameters of each page, the others once: the addresses are the same.
    steps = visitor.walk(language, variants=3 if language == "kk" else 1)

    assert [f"{step.address} (from {step.led_by}): {step.status}" for step in steps if step.status != 200] == []
    addresses = {step.address for step in steps}
    assert {"/", "/findings", "/questions", *(f"/question/{name}" for name in all_questions())} <= addresses
    assert [step.address for step in steps if f'<html lang="{language}">' not in step.body] == []
    assert [step.address for step in steps if FORBIDDEN.search(step.body)] == []


@pytest.mark.parametrize("address", ["/", "/findings", "/questions", "/question/pending", "/nowhere", "/question/no"])
def test_our_pages_forbid_scripts_frames_and_foreign_files(visitor: Any, address: str) -> None:
    headers = visitor.get(address).headers

    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/question/no-such-question", 404),
        ("/question/no-such-question.csv", 404),
        ("/biliktilik/no_such_table", 404),
        ("/question/accepts-less-than?years=three", 400),
        ("/biliktilik?sql=nonsense", 400),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_page_says_so_in_the_language_of_the_reader(
    visitor: Any, address: str, status: int, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = visitor.get(address, cookies={"biliktilik_language": language})

    assert answer.status_code == status
    assert f"<h1>{say(language, f'error.title_{status}')}</h1>" in answer.text
    assert capsys.readouterr() == ("", ""), "Datasette prints its variables to stdout"


def test_a_near_name_is_offered(visitor: Any) -> None:
    assert "did you mean category-ladder" in visitor.get("/question/category-leader").text


def test_the_language_asked_for_is_remembered(visitor: Any) -> None:
    first = visitor.get("/?lang=kk")
    cookie = first.headers["set-cookie"]

    assert '<html lang="kk">' in first.text
    assert cookie.startswith("biliktilik_language=kk; ")
    assert {"HttpOnly", "SameSite=lax", "Path=/", "Max-Age=31536000"} <= set(cookie.split("; "))
    again = visitor.get("/findings", cookies={"biliktilik_language": "kk"})
    assert '<html lang="kk">' in again.text
    assert "set-cookie" not in again.headers
    assert "set-cookie" not in visitor.get("/?lang=xx").headers


def test_the_switch_keeps_the_page_and_its_parameters(visitor: Any) -> None:
    page = visitor.get("/findings?severity=info&lang=kk").text

    assert 'href="/findings?severity=info&amp;lang=ru"' in page


def test_the_style_sheet_that_pages_name_is_there(visitor: Any) -> None:
    address = visitor.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = visitor.get(address)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "@import" not in answer.text
    assert "url(" not in answer.text


def test_the_numbers_of_the_first_page_are_those_of_the_order(visitor: Any) -> None:
    page = visitor.get("/?lang=en").text

    # 24 positions in the order of 2012 in both languages, 12 in order 580 and 4 that order 309 quotes, in Kazakh only
    assert '<a href="/biliktilik/v_positions?language__exact=kk" class="figure">40</a>' in page
    assert '<a href="/biliktilik/v_positions?language__exact=ru" class="figure">24</a>' in page
    assert '<a href="/biliktilik/v_cards?language__exact=kk" class="figure">10</a>' in page


@pytest.mark.parametrize("view", ["v_duties", "v_knowledge", "v_requirements"])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_number_leads_to_as_many_rows(visitor: Any, view: str, language: str) -> None:
    rows = visitor.get(f"/biliktilik/{view}.json?language__exact={language}").json()["filtered_table_rows_count"]

    assert f'<a href="/biliktilik/{view}?language__exact={language}" class="figure">{rows}</a>' in visitor.get("/").text


def test_findings_are_filtered(visitor: Any) -> None:
    page = visitor.get("/findings?act=580-%D0%9D%D2%9A&code=heading_does_not_fit&lang=en").text

    assert page.count("<blockquote") == 1
    assert "Shown: 1 of 1;" in page
    assert '<option value="heading_does_not_fit" selected>' in page
    assert '<option value="580-нқ" selected>' in page
    assert "No finding answers" in visitor.get("/findings?code=none_such&lang=en").text


@pytest.mark.parametrize("name", list(all_questions()))
def test_a_question_answers_alike_on_its_page_as_json_and_as_sql_of_datasette(visitor: Any, name: str) -> None:
    page = visitor.get(f"/question/{name}?lang=en")
    rows = visitor.get(f"/question/{name}.json").json()
    edited = page.text.split("<details>")[-1].split('<a href="')[1].split('"')[0].replace("&amp;", "&")
    datasette = visitor.get(edited.replace("/biliktilik?", "/biliktilik.json?") + "&_shape=array&_size=max").json()

    assert f"<strong>Rows: {len(rows)}</strong>" in page.text
    assert rows == datasette


def test_an_answer_is_given_as_csv_to_be_saved(visitor: Any) -> None:
    answer = visitor.get("/question/longest-duty-lists.csv?rows=2&language=ru")

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="longest-duty-lists.csv"'
    assert len(answer.text.splitlines()) == 3


def test_a_blank_number_counts_as_not_given(visitor: Any) -> None:
    assert visitor.get("/question/longest-duty-lists.json?rows=").json() == (
        visitor.get("/question/longest-duty-lists.json").json()
    )
