"""The compare page: what it asks, what it shows, and that nothing in it is markup of the law."""

import re

import pytest

from biliktilik.pipeline.changes.compare import compare_jobs
from biliktilik.pipeline.changes.inquiry import Asked
from biliktilik.pipeline.changes.model import Edition, Line, Unit
from biliktilik.pipeline.messages import LANGUAGES
from biliktilik.pipeline.pages.compare import ComparePage, read_asked, read_compare, show_comparison
from biliktilik.pipeline.pages.links import NoLinks
from biliktilik.pipeline.pages.render import Frame, render
from biliktilik.pipeline.store.database import Reader

ACT = "/akn/kz/act/order/2012-02-02/31-ө-м"


def printed(page: ComparePage, language: str = "en") -> str:
    return render("compare.html", page, Frame(language, NoLinks()))


def test_the_same_act_on_both_sides_means_two_days() -> None:
    asked = read_asked({"a": ACT, "b": ACT, "a_eid": "x", "b_eid": "x", "from": "2013-01-01", "to": None, "text": None})
    assert asked == Asked(ACT, eid="x", since="2013-01-01")
    assert read_asked({"a": ACT, "b": "360"}) == Asked(ACT, "360")
    assert read_asked({"a": ACT, "b": None, "a_eid": "x", "b_eid": "y"}) == Asked(ACT, ACT, "x", "y")
    assert read_asked({"a": None, "b": "360"}) is None


def test_a_threshold_is_told_first_and_struck_out(reader: Reader) -> None:
    asked = Asked("31-ө-м", "580-нқ", "att_1__sec_2__pos_11", "att_1__sec_2__prg_3")
    page = read_compare(reader, "kk", asked)
    assert "ең аз жұмыс өтілі (жыл): 3 → 2" in page.sections[0].changed[0].sentence
    html = printed(page, "kk")
    assert re.search(r"<del>[^<]*экономикалық[^<]*</del>", html)
    assert html.index("ең аз жұмыс өтілі") < html.index("1-міндет")


def test_jobs_without_counterpart_are_listed_once(reader: Reader) -> None:
    page = read_compare(reader, "en", Asked("31-ө-м", "580-нқ"))
    met = [unit.eid for section in page.sections for unit in (section.old, section.new) if unit]
    alone = [unit.eid for side in page.alone for unit in side]
    assert not set(met) & set(alone)
    assert len({eid for eid in (*met, *alone) if "__prg_" in eid}) == 12  # the jobs of 580-нқ


def test_unknown_words_are_neither_struck_out_nor_put_in(reader: Reader) -> None:
    html = printed(read_compare(reader, "en", Asked("360")))
    body = html[html.index("view-inline") :]
    assert "the wording is not at hand" in body
    assert "<ins>" not in body
    assert "<del>" not in body


def test_trouble_is_told_on_the_page(reader: Reader) -> None:
    assert "has no unit" in printed(read_compare(reader, "en", Asked("31-ө-м", eid="nowhere")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_anything_is_asked(reader: Reader, language: str) -> None:
    page = read_compare(reader, language, None)
    assert page.old is None
    assert len(page.acts) == 5
    assert "<h1>" in printed(page, language)


def test_words_of_the_law_are_never_markup() -> None:
    def job(text: str) -> Unit:
        line = Line("i", "duties", 1, text, "a.txt", 0, 1)
        return Unit("p", None, "position", "1", "<b>маман</b>", None, True, None, None, 1, (line,))

    old, new = (Edition("/akn/x", "1", "kk", None, (job(text),)) for text in ("<script>alert(1)</script> a", "<img> b"))
    html = printed(show_comparison(compare_jobs(old, new, [(old.units[0], new.units[0])]), "en"))
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;b&gt;маман" in html
