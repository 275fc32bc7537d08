"""The pages of the explorer: one line each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.explorer.visit import Visit
from biliktilik.pipeline.pages.compare import read_asked, read_compare
from biliktilik.pipeline.pages.findings import read_findings
from biliktilik.pipeline.pages.home import read_home
from biliktilik.pipeline.pages.question import answer_question, read_question, read_questions
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


ROUTES: Final = (
    Route(r"/", "home.html", lambda reader, visit: read_home(reader)),
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
