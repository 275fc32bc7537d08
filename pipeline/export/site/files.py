"""The files of the site, page by page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Final

from biliktilik.pipeline.changes.inquiry import Asked
from biliktilik.pipeline.export.site.address import FIRST_PAGE, Address
from biliktilik.pipeline.export.site.links import STYLESHEET_FILE, FolderLinks
from biliktilik.pipeline.export.site.plan import Plan, make_plan
from biliktilik.pipeline.messages import LANGUAGES
from biliktilik.pipeline.pages.act import act_page
from biliktilik.pipeline.pages.card import card_page
from biliktilik.pipeline.pages.cited import cited_page
from biliktilik.pipeline.pages.compare import prepare_compare
from biliktilik.pipeline.pages.entrance import make_entrance
from biliktilik.pipeline.pages.findings import read_every_finding
from biliktilik.pipeline.pages.home import read_home
from biliktilik.pipeline.pages.links import NoLinks
from biliktilik.pipeline.pages.position import position_page
from biliktilik.pipeline.pages.render import STYLESHEET, Frame, render
from biliktilik.pipeline.store.database import Reader

_READERS: Final[dict[str, Callable[[Reader, Address], object]]] = {
    "home": lambda reader, address: read_home(reader),
    "findings": lambda reader, address: read_every_finding(reader, address.code, address.severity),
    "act": lambda reader, address: act_page(reader, address.act or "", address.on, address.text),
    "position": lambda reader, address: position_page(reader, address.act or "", address.eid or "", address.on),
    "card": lambda reader, address: card_page(reader, address.act or "", address.eid or "", address.on, address.text),
    "cited": lambda reader, address: cited_page(reader, address.act or ""),
}


def write_site(reader: Reader, directory: Path) -> None:
    """Fill the empty ``directory``. Raises ``OSError`` where it cannot be written."""
    plan = make_plan(reader)
    for language in LANGUAGES:
        (directory / language).mkdir()
    copyfile(STYLESHEET, directory / STYLESHEET_FILE)
    entrance = make_entrance({language: f"{language}/{FIRST_PAGE}" for language in LANGUAGES}, STYLESHEET_FILE)
    _write(directory / FIRST_PAGE, render("entrance.html", entrance, Frame("en", NoLinks())))
    for address in plan.written():
        _write_page(reader, plan, address, directory)


def _write_page(reader: Reader, plan: Plan, address: Address, directory: Path) -> None:
    """One page in every language of the interface, out of one reading of the database."""
    page_in = _read(reader, address)
    for language in LANGUAGES:
        frame = Frame(language, FolderLinks(plan, language, address))
        html = render(f"{address.kind}.html", page_in(language), frame)
        _write(directory / language / plan.files[address], html)


def _read(reader: Reader, address: Address) -> Callable[[str], object]:
    """The page by the language of the interface: only the sentences of a comparison depend on it."""
    if address.kind == "compare":
        return prepare_compare(reader, _asked(address))
    page = _READERS[address.kind](reader, address)
    return lambda language: page


def _asked(address: Address) -> Asked:
    days = address.first, address.last
    return Asked(address.act or "", address.act2, address.eid, address.eid2, *days, address.text)


def _write(path: Path, html: str) -> None:
    path.write_text(html, encoding="utf-8", newline="\n")
