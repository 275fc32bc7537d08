"""The pages of acts, positions, cards and cited acts as HTML: whole, escaped, and in three languages."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest

from biliktilik.pipeline.explorer.paths import ServerLinks
from biliktilik.pipeline.messages import LANGUAGES
from biliktilik.pipeline.pages.act import act_page
from biliktilik.pipeline.pages.card import card_page
from biliktilik.pipeline.pages.cited import cited_page
from biliktilik.pipeline.pages.links import Links, NoLinks
from biliktilik.pipeline.pages.position import position_page
from biliktilik.pipeline.pages.render import Frame, render
from biliktilik.pipeline.store.database import Reader

ORDER_2012 = "/akn/kz/act/order/2012-02-02/31-ө-м"
ORDER_360 = "/akn/kz/act/order/2017-10-25/360"
ORDER_580 = "/akn/kz/act/order/2025-10-24/580-нқ"
STANDARD = "/akn/kz/act/order/2024-04-30/125"
CONSTITUTION = "/akn/kz/act/constitution/1995-08-30/-~конституция"

Read = Callable[[Reader], object]
PAGES: dict[str, tuple[str, Read]] = {
    "act": ("act.html", lambda reader: act_page(reader, ORDER_2012)),
    "act on a day": ("act.html", lambda reader: act_page(reader, STANDARD, on="2026-08-01")),
    "act in part": ("act.html", lambda reader: act_page(reader, ORDER_360)),
    "act that amends": ("act.html", lambda reader: act_page(reader, "309")),
    "act without text": ("act.html", lambda reader: act_page(reader, CONSTITUTION)),
    "act that had ended": ("act.html", lambda reader: act_page(reader, ORDER_2012, on="2020-01-01")),
    "position": ("position.html", lambda reader: position_page(reader, ORDER_2012, "att_1__sec_2__pos_1")),
    "position unknown": (
        "position.html",
        lambda reader: position_page(reader, ORDER_2012, "att_1__sec_2__pos_4", on="2013-01-01"),
    ),
    "position in one language": (
        "position.html",
        lambda reader: position_page(reader, ORDER_580, "att_1__sec_2__prg_4"),
    ),
    "position without title": (
        "position.html",
        lambda reader: position_page(reader, ORDER_360, "att_1__chp_2__points_52-54"),
    ),
    "position that had ended": (
        "position.html",
        lambda reader: position_page(reader, ORDER_2012, "att_1__sec_2__pos_1", on="2020-01-01"),
    ),
    "card": ("card.html", lambda reader: card_page(reader, STANDARD, "att_1__point_13")),
    "card unknown": ("card.html", lambda reader: card_page(reader, STANDARD, "att_1__point_13", on="2026-08-01")),
    "card that had not begun": (
        "card.html",
        lambda reader: card_page(reader, STANDARD, "att_1__point_9", on="2020-01-01"),
    ),
    "cited act": ("cited.html", lambda reader: cited_page(reader, CONSTITUTION)),
    "cited by nobody": ("cited.html", lambda reader: cited_page(reader, ORDER_580)),
}
_VOID = {"meta", "link", "input", "br", "img", "hr"}


class Outline(HTMLParser):
    """What a page is made of; fails on a tag that closes another than the last one opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append((tag, named))
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, (tag, self.getpos())

    def every(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.tags if name == tag)


def _html(template: str, page: object, language: str = "en") -> str:
    return render(template, page, Frame(language, ServerLinks("/here")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole(reader: Reader, name: str, language: str) -> None:
    template, read = PAGES[name]
    outline = Outline(_html(template, read(reader), language))
    assert sorted(outline.ids) == sorted(set(outline.ids))
    assert outline.headings[0] == 1 and outline.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))
    assert all(cell.get("scope") in ("col", "row") for cell in outline.every("th"))
    tables = sum(1 for _ in outline.every("table"))
    assert tables == sum(1 for _ in outline.every("caption"))
    here = {f"#{anchor}" for anchor in outline.ids}
    inside = {str(link["href"]) for link in outline.every("a") if str(link.get("href")).startswith("#")}
    assert inside <= here
    assert not list(outline.every("script"))


def test_the_languages_of_the_interface_differ(reader: Reader) -> None:
    template, read = PAGES["position"]
    page = read(reader)
    duties = {"en": "Duties", "ru": "Должностные обязанности", "kk": "Лауазымдық міндеттері"}
    for language, heading in duties.items():
        assert f'<h2 id="duties">{heading}' in _html(template, page, language)


def test_signs_stand_beside_words(reader: Reader) -> None:
    template, read = PAGES["position"]
    html = _html(template, read(reader))
    assert '<span class="sign" aria-hidden="true">✓</span> agree' in html
    assert '<span class="sign" aria-hidden="true">◐</span> in one language only' in html


def test_the_place_of_a_line_is_marked(reader: Reader) -> None:
    template, read = PAGES["position"]
    html = _html(template, read(reader))
    assert "<mark>Ұйымды басқару құрылымын, штаттық кестені айқындайды</mark>" in html
    assert "2012-02-02_31-ө-м.kk.txt, line 55" in html


def test_one_language_is_said(reader: Reader) -> None:
    template, read = PAGES["position in one language"]
    html = _html(template, read(reader))
    assert "The database has the Kazakh text only; the Russian text is not in it." in html
    assert "Agreement" not in html


def test_what_is_unknown_is_said(reader: Reader) -> None:
    template, read = PAGES["position unknown"]
    assert "The wording in force on 2013-01-01 is not in the database." in _html(template, read(reader))
    template, read = PAGES["act on a day"]
    assert "The wording of these days is not in the database." in _html(template, read(reader))
    template, read = PAGES["cited act"]
    assert "whether it is in force is not known" in _html(template, read(reader))


class FolderLinks(ServerLinks):
    """Links of a folder that has acts, positions and cards as they stand, and no server."""

    def act(self, act_uri: str, *, on: str | None = None, text: str | None = None, unit: str | None = None) -> str:
        """An act."""
        return "" if on else "act.html"

    def position(self, act_uri: str, eid: str, *, on: str | None = None) -> str:
        """A position."""
        return "" if on else "position.html"

    def cited(self, act_uri: str) -> None:  # type: ignore[override]
        """No such page."""

    def compare(self, **arguments: str | None) -> None:  # type: ignore[override]
        """No such page."""

    def search(self, typed: str | None = None, **filters: object) -> None:  # type: ignore[override]
        """No such page."""

    def findings(self, **filters: str | None) -> None:  # type: ignore[override]
        """No such page."""

    def data(self, view: str | None = None, **filters: str) -> None:  # type: ignore[override]
        """No such page."""


@pytest.mark.parametrize("links", [FolderLinks("/here"), NoLinks()], ids=["folder", "nothing"])
@pytest.mark.parametrize("name", PAGES)
def test_a_medium_without_a_server(reader: Reader, name: str, links: Links) -> None:
    template, read = PAGES[name]
    outline = Outline(render(template, read(reader), Frame("kk", links)))
    assert not list(outline.every("form"))
    assert not [link for link in outline.every("a") if link.get("href") in ("", "None")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_in_a_source_stays_text(hostile: Reader, language: str) -> None:
    position = _html("position.html", position_page(hostile, ORDER_580, "att_1__sec_2__prg_4"), language)
    act = _html("act.html", act_page(hostile, ORDER_580), language)
    for html in (position, act):
        outline = Outline(html)
        assert not list(outline.every("script")) + list(outline.every("img")) + list(outline.every("b"))
        assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;" in html
        assert "&lt;img src=x" in html
        assert not [attributes for _, attributes in outline.tags if any(name.startswith("on") for name in attributes)]
