"""An act, or any other page; the same act, or another text of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.fetch.page import NoAct, read_page

from .conftest import SHELL, page


def test_an_act_is_recognised_in_both_languages() -> None:
    assert read_page(page()).language == "kk"
    assert read_page(page(lang="rus")).language == "ru"
    assert read_page(page().replace(b" lang_kaz", b"")).language is None


def test_an_old_page_without_the_article_element_is_an_act() -> None:
    old = page().replace(b"<article>", b"").replace(b"</article>", b"")
    assert read_page(old).language == "kk"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(page(load=2), id="script, footer and tabs of another load"),
        pytest.param(page().replace(b"\n", b"\r\n  "), id="line ends and indents"),
        pytest.param(page().replace(b"<article>", b"<article><!-- 12:01 -->"), id="comment"),
        pytest.param(page().replace(b'<meta charset="utf-8">', b""), id="no charset"),
        pytest.param(page().replace(b'charset="utf-8"', b'charset="windows-1251"'), id="wrong charset"),
    ],
)
def test_what_is_no_content_does_not_count(other: bytes) -> None:
    assert other != page()
    assert read_page(other).digest == read_page(page()).digest


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(page("Қоса беріліп отырған сипаттамалар бекітілсін"), id="a full stop"),
        pytest.param(page(status="yts"), id="lost force"),
        pytest.param(page().replace("№ 360".encode(), "№ 361".encode()), id="requisites"),
        pytest.param(page().replace(b"</p></article>", b'</p><a href="/kaz/docs/V2">x</a></article>'), id="link"),
        pytest.param(page().replace(b'id="z2"', b'id="z3"'), id="anchor"),
    ],
)
def test_what_is_content_counts(other: bytes) -> None:
    assert other != page()
    assert read_page(other).digest != read_page(page()).digest


CASES = [
    (SHELL.encode(), "JavaScript shell"),
    (b"<html><body><div id='app'>  </div><script>x</script></body></html>", "JavaScript shell"),
    (b"<html><body><form><input type='password'></form></body></html>", "log in"),
    (b"<html><body><div id='container' class='module_search'>1</div></body></html>", "not an act"),
    (b"<html><head><title>403  Forbidden</title></head><body>no</body></html>", r"\(its title: 403 Forbidden\)"),
    (page("").replace("Бекіту туралы".encode(), b"&nbsp;").replace(b"1. ", b""), "text of the act on it is empty"),
    (b"<html><body><article>text of a blog</article></body></html>", "does not hold an act"),
    ("Бұйрық".encode(), "does not hold an act"),
    (b"%PDF-1.7", "does not hold an act"),
    (b"\x00\x01\x02", "does not hold an act|no web page"),
    (b"", "empty or no web page"),
    (b" \n ", "empty or no web page"),
]


@pytest.mark.parametrize(("data", "said"), CASES)
def test_a_page_that_is_no_act_is_refused_with_advice(data: bytes, said: str) -> None:
    with pytest.raises(NoAct, match=said) as caught:
        read_page(data)
    assert caught.value.remedy


def test_an_act_in_a_thousand_nested_elements_is_read() -> None:
    deep = page("<div>" * 1000 + "терең" + "</div>" * 1000)
    assert read_page(deep).digest != read_page(page()).digest


@given(st.binary() | st.text().map(str.encode) | st.text(alphabet="<>/ divartcle='\"").map(str.encode))
def test_any_bytes_are_an_act_or_refused(data: bytes) -> None:
    try:
        read_page(data)
    except NoAct as error:
        assert error.remedy
