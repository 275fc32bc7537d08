"""The pages of the explorer: one line each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.explorer.visit import Visit
from biliktilik.pipeline.pages.act import act_page
from biliktilik.pipeline.pages.card import card_page
from biliktilik.pipeline.pages.cited import cited_page
from biliktilik.pipeline.pages.compare import read_asked, read_compare
from biliktilik.pipeline.pages.findings import read_findings
from biliktilik.pipeline.pages.home import read_home
from biliktilik.pipeline.pages.position import position_page
from biliktilik.pipeline.pages.question import answer_question, read_question, read_questions
from biliktilik.pipeline.pages.search import read_search
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Table

# What stands between the kind of a page and the end of its address.
_URI: Final = r"(?P<act_uri>/akn/.+)"
_UNIT: Final = r"(?P<act_uri>/akn/.+)/(?P<eid>[^/]+)"


@dataclass(frozen=True, slots=True)
class Route:
    """A page: the pattern of its path (anchored, percent-encoded), its template, and the function that reads it.

    The function raises ``BiliktilikError`` for what the database does not hold (404) and ``ValueError`` for a
    parameter that cannot be read (400).
    """

    pattern: str
    template: str
    read: Callable[[Reader, Visit], object]


@dataclass(frozen=True, slots=True)
class Download:
    """A table for a program: the pattern has a group ``form``, csv or json; ``name`` is the file to save it as."""

    pattern: str
    read: Callable[[Reader, Visit], Table]
    name: Callable[[Visit], str]


def _act(reader: Reader, visit: Visit) -> object:
    text = visit.get("text") or visit.language
    return act_page(reader, visit.parts["act_uri"], on=visit.day("on"), text=text)


def _position(reader: Reader, visit: Visit) -> object:
    return position_page(reader, visit.parts["act_uri"], visit.parts["eid"], on=visit.day("on"))


def _card(reader: Reader, visit: Visit) -> object:
    text = visit.get("text") or visit.language
    return card_page(reader, visit.parts["act_uri"], visit.parts["eid"], on=visit.day("on"), text=text)


ROUTES: Final = (
    Route(r"/", "home.html", lambda reader, visit: read_home(reader)),
    Route(rf"/act{_URI}", "act.html", _act),
    Route(rf"/position{_UNIT}", "position.html", _position),
    Route(rf"/card{_UNIT}", "card.html", _card),
    Route(rf"/cited{_URI}", "cited.html", lambda reader, visit: cited_page(reader, visit.parts["act_uri"])),
    Route(
        r"/findings",
        "findings.html",
        lambda reader, visit: read_findings(reader, **visit.chosen("code", "severity", "act")),
    ),
    Route(
        r"/compare",
        "compare.html",
        lambda reader, visit: read_compare(
            reader, visit.language, read_asked(visit.chosen("a", "b", "a_eid", "b_eid", "from", "to", "text"))
        ),
    ),
    Route(
        r"/search",
        "search.html",
        lambda reader, visit: read_search(
            reader,
            visit.get("q") or "",
            language=visit.get("text"),
            kind=visit.get("kind"),
            act=visit.get("act"),
            page=int(visit.get("page") or 1),
        ),
    ),
    Route(r"/questions", "questions.html", lambda reader, visit: read_questions()),
    Route(
        r"/question/(?P<name>[\w-]+)",
        "question.html",
        lambda reader, visit: read_question(reader, visit.parts["name"], visit.parameters),
    ),
)
DOWNLOADS: Final = (
    Download(
        r"/question/(?P<name>[\w-]+)\.(?P<form>csv|json)",
        lambda reader, visit: answer_question(reader, visit.parts["name"], visit.parameters),
        lambda visit: visit.parts["name"],
    ),
)
