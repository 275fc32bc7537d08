"""The addresses of the server's pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote, urlencode

from biliktilik.pipeline.pages.render import STYLESHEET

DATABASE: Final = "biliktilik"
STYLESHEET_PATH: Final = "/-/biliktilik/pages.css"
DATASETTE_STYLESHEET_PATH: Final = "/-/biliktilik/datasette.css"
LANGUAGE_PARAMETER: Final = "lang"


@dataclass(frozen=True, slots=True)
class ServerLinks:
    """``Links`` of a server, seen from the page at ``path`` (as the browser sent it) with these parameters."""

    path: str
    parameters: tuple[tuple[str, str], ...] = ()

    def stylesheet(self) -> str:
        """The style sheet; the address changes with its text, so that it may be kept for long."""
        return f"{STYLESHEET_PATH}?v={_stylesheet_version()}"

    def switch(self, language: str) -> str:
        """The same page in another language."""
        kept = [(name, value) for name, value in self.parameters if name != LANGUAGE_PARAMETER]
        return f"{self.path}?{urlencode([*kept, (LANGUAGE_PARAMETER, language)])}"

    def home(self) -> str:
        """The first page."""
        return "/"

    def act(self, act_uri: str, *, on: str | None = None, text: str | None = None, unit: str | None = None) -> str:
        """An act."""
        fragment = f"#{quote(unit)}" if unit else ""
        return _address(f"/act{act_uri}", on=on, text=text) + fragment

    def position(self, act_uri: str, eid: str, *, on: str | None = None) -> str:
        """A position."""
        return _address(f"/position{act_uri}/{eid}", on=on)

    def card(self, act_uri: str, eid: str, *, on: str | None = None) -> str:
        """A card."""
        return _address(f"/card{act_uri}/{eid}", on=on)

    def cited(self, act_uri: str) -> str:
        """A cited act."""
        return _address(f"/cited{act_uri}")

    def compare(self, **arguments: str | None) -> str:
        """Two wordings."""
        named = {"first": "from", "last": "to"}
        return _address("/compare", **{named.get(name, name): value for name, value in arguments.items()})

    def findings(self, *, code: str | None = None, severity: str | None = None, act: str | None = None) -> str:
        """Findings."""
        return _address("/findings", code=code, severity=severity, act=act)

    def questions(self) -> str:
        """The named questions."""
        return "/questions"

    def question(self, name: str, parameters: Mapping[str, str] | None = None, form: str | None = None) -> str:
        """A named question, or its answer alone."""
        return _query(f"/question/{quote(name)}" + (f".{form}" if form else ""), parameters or {})

    def search(
        self,
        typed: str | None = None,
        *,
        language: str | None = None,
        kind: str | None = None,
        act: str | None = None,
        page: int | None = None,
    ) -> str:
        """The search page."""
        number = str(page) if page and page > 1 else None
        return _address("/search", q=typed, text=language, kind=kind, act=act, page=number)

    def data(self, view: str | None = None, **filters: str) -> str:
        """Datasette's page of a view."""
        exact = {f"{column}__exact": value for column, value in filters.items()}
        return _query(f"/{DATABASE}/{quote(view)}" if view else f"/{DATABASE}", exact)

    def sql(self, statement: str, parameters: Mapping[str, str]) -> str:
        """Datasette's page of a SELECT."""
        return _query(f"/{DATABASE}", {"sql": statement, **parameters})


def _address(path: str, **parameters: str | None) -> str:
    return _query(quote(path), {name: value for name, value in parameters.items() if value})


def _query(path: str, parameters: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(parameters)}" if parameters else path


@cache
def _stylesheet_version() -> str:
    return sha256(STYLESHEET.read_bytes()).hexdigest()[:12]
