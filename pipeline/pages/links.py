"""How pages name each other. A server answers with URL paths, a folder of files with relative file names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Links(Protocol):
    """Where each page is, as the value of an ``href``; None when the medium has no such page.

    A template prints plain text where it gets None. Forms need a server: their ``action`` is the link without
    arguments, and None leaves the form out. The filters of pages that are there without a server, too (of findings, of
    days), are left out where there is no search.
    """

    def stylesheet(self) -> str:
        """The style sheet ``static/pages.css``."""
        ...

    def switch(self, language: str) -> str | None:
        """This very page with the interface in ``language``."""
        ...

    def home(self) -> str | None:
        """The page that says what is in the database."""
        ...

    def act(
        self, act_uri: str, *, on: str | None = None, text: str | None = None, unit: str | None = None
    ) -> str | None:
        """An act: as of an ISO day ``on``, in the language ``text``, at ``unit`` (an eId; the page's id of it)."""
        ...

    def position(self, act_uri: str, eid: str, *, on: str | None = None) -> str | None:
        """A position, as of an ISO day."""
        ...

    def card(self, act_uri: str, eid: str, *, on: str | None = None) -> str | None:
        """A card of a professional standard, as of an ISO day."""
        ...

    def cited(self, act_uri: str) -> str | None:
        """Who must know a cited act."""
        ...

    def compare(self, **arguments: str | None) -> str | None:
        """Two wordings side by side: ``a``, ``b`` (act URIs), ``a_eid``, ``b_eid``, ``first``, ``last``, ``text``.

        ``first`` and ``last`` are ISO days (the parameters ``from`` and ``to`` of the address).
        """
        ...

    def findings(self, *, code: str | None = None, severity: str | None = None, act: str | None = None) -> str | None:
        """The findings, or those of a code, a severity, an act (its number)."""
        ...

    def questions(self) -> str | None:
        """The list of named questions."""
        ...

    def question(self, name: str, parameters: Mapping[str, str] | None = None, form: str | None = None) -> str | None:
        """A named question with its parameters; ``form`` is ``csv`` or ``json`` for the answer alone."""
        ...

    def search(
        self,
        typed: str | None = None,
        *,
        language: str | None = None,
        kind: str | None = None,
        act: str | None = None,
        page: int | None = None,
    ) -> str | None:
        """The search page, or what it finds: in texts of a language, of a kind, of an act (its URI); a page from 1."""
        ...

    def data(self, view: str | None = None, **filters: str) -> str | None:
        """The rows of a view for which each column in ``filters`` has that value; all views without one."""
        ...

    def sql(self, statement: str, parameters: Mapping[str, str]) -> str | None:
        """A place to change and run a SELECT with ``:name`` parameters."""
        ...


class NoLinks:
    """A page that stands alone: it leads nowhere and brings its style along."""

    def stylesheet(self) -> str:
        """No address."""
        return ""

    def switch(self, language: str) -> None:
        """No other language."""

    def home(self) -> None:
        """No first page."""

    def act(self, act_uri: str, *, on: str | None = None, text: str | None = None, unit: str | None = None) -> None:
        """No act."""

    def position(self, act_uri: str, eid: str, *, on: str | None = None) -> None:
        """No position."""

    def card(self, act_uri: str, eid: str, *, on: str | None = None) -> None:
        """No card."""

    def cited(self, act_uri: str) -> None:
        """No cited act."""

    def compare(self, **arguments: str | None) -> None:
        """No other comparison."""

    def findings(self, *, code: str | None = None, severity: str | None = None, act: str | None = None) -> None:
        """No findings."""

    def questions(self) -> None:
        """No questions."""

    def question(self, name: str, parameters: Mapping[str, str] | None = None, form: str | None = None) -> None:
        """No question."""

    def search(self, typed: str | None = None, **filters: object) -> None:
        """No search."""

    def data(self, view: str | None = None, **filters: str) -> None:
        """No rows."""

    def sql(self, statement: str, parameters: Mapping[str, str]) -> None:
        """No place to run it."""
