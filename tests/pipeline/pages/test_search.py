"""The search page, as the explorer serves it."""

import asyncio
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from biliktilik.pipeline.explorer.application import make_explorer
from biliktilik.pipeline.messages import catalogue
from biliktilik.pipeline.pages.search import HITS_PER_PAGE, read_search
from biliktilik.pipeline.store.database import Reader
from biliktilik.schema.vocabulary import PASSAGE_KINDS


@pytest.fixture(scope="module")
def explorer(reader: Reader) -> Any:
    file = reader.ask("SELECT file FROM pragma_database_list WHERE name = 'main'").rows[0][0]
    return make_explorer(Path(str(file)))


def page_of(explorer: Any, status: int = 200, **parameters: str) -> str:
    response = asyncio.run(explorer.client.get("/search", params={"lang": "ru", **parameters}))
    assert response.status_code == status, response.text[:500]
    return str(response.text)


def test_words_are_marked_in_their_language(explorer: Any) -> None:
    page = page_of(explorer, q="кызметкерлердин")
    assert re.search(r'lang="kk"[^>]*>.*<mark>қызметкер</mark>', page)
    assert "Найдено по запросу «кызметкерлердин»" in page


def test_jobs_lead_to_their_page(explorer: Any) -> None:
    page = unescape(page_of(explorer, q="престарелыми", kind="position"))
    assert re.search(
        r'href="/position/akn/kz/act/order/2012-02-02/[^"]*/att_1__sec_3__pos_\d+|href="/position/akn', page
    )


def test_acts_that_are_only_cited_lead_to_who_cites_them(explorer: Any) -> None:
    page = page_of(explorer, q='"О занятости населения"', kind="act")
    assert 'href="/cited/akn/kz/act/law' in page
    assert catalogue("ru")["search.cited_only"] in page


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("typed", ["", "психолог", "абракадабра", "***"])
def test_every_state_in_every_language(explorer: Any, language: str, typed: str) -> None:
    page = page_of(explorer, q=typed, lang=language)
    assert f'<html lang="{language}">' in page
    assert (catalogue(language)["search.hint_phrase"] in unescape(page)) == (typed != "психолог")


def test_what_was_typed_is_escaped(explorer: Any) -> None:
    page = page_of(explorer, q='"><script>alert(1)</script> психолог')
    assert "<script" not in page


def test_pages_follow_each_other(reader: Reader) -> None:
    first = read_search(reader, "қызмет")
    second = read_search(reader, "қызмет", page=2)
    assert (first.first, first.last, second.first) == (1, HITS_PER_PAGE, HITS_PER_PAGE + 1)
    beyond = read_search(reader, "қызмет", page=10_000)
    assert (beyond.page, beyond.last) == (first.pages, first.total)


def test_paging_keeps_the_filters(explorer: Any) -> None:
    page = unescape(page_of(explorer, q="қызмет", text="kk", kind="duty", page="2"))
    assert re.search(r'rel="next"', page)
    for link in re.findall(r'<a href="(/search[^"]*)" rel="(?:next|prev)"', page):
        assert "text=kk" in link
        assert "kind=duty" in link


def test_filters_that_leave_nothing_can_be_dropped(explorer: Any) -> None:
    page = page_of(explorer, q="№ 360", kind="duty")
    assert "По запросу «№ 360» ничего не найдено." in page
    assert re.search(r'<a href="/search\?q=[^"&]*">Без фильтров: \d+</a>', page)


def test_a_page_that_is_no_number_is_refused(explorer: Any) -> None:
    page_of(explorer, status=400, q="қызмет", page="x")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_kind_has_a_name(language: str) -> None:
    assert [kind for kind in PASSAGE_KINDS if f"passage.{kind}" not in catalogue(language)] == []
