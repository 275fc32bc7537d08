"""The links of a page on disk: names of files beside it, never an address of a server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from biliktilik.pipeline.export.site.address import Address
from biliktilik.pipeline.export.site.plan import Plan, States

STYLESHEET_FILE: Final = "pages.css"


@dataclass(frozen=True, slots=True)
class FolderLinks:
    """``Links`` of the page at ``page`` in the folder of a ``language``; None for what only a server can answer."""

    plan: Plan
    language: str
    page: Address

    def stylesheet(self) -> str:
        """The style sheet, one for all languages."""
        return f"../{STYLESHEET_FILE}"

    def switch(self, language: str) -> str | None:
        """The same page in the folder of another language; a text that was chosen stays chosen."""
        base = replace(self.page, text=None)
        own = self.plan.find(base, None, self.language)
        found = self.plan.find(base, None if self.page == own else self.page.text, language)
        return None if found is None else f"../{language}/{quote(self.plan.files[found])}"

    def home(self) -> str | None:
        """The first page."""
        return self._file(Address("home"))

    def act(
        self, act_uri: str, *, on: str | None = None, text: str | None = None, unit: str | None = None
    ) -> str | None:
        """An act, as it was on the day."""
        file = self._file(Address("act", act=act_uri, on=self._day(act_uri, None, on)), text)
        return file and (f"{file}#{quote(unit)}" if unit else file)

    def position(self, act_uri: str, eid: str, *, on: str | None = None) -> str | None:
        """A position, as it was on the day."""
        return self._file(Address("position", act=act_uri, eid=eid, on=self._day(act_uri, eid, on)))

    def card(self, act_uri: str, eid: str, *, on: str | None = None) -> str | None:
        """A card, as it was on the day."""
        return self._file(Address("card", act=act_uri, eid=eid, on=self._day(act_uri, eid, on)))

    def cited(self, act_uri: str) -> str | None:
        """Who must know a cited act."""
        return self._file(Address("cited", act=act_uri))

    def compare(self, **arguments: str | None) -> str | None:
        """Two states of one act or unit, or two jobs of one lineage."""
        a, b, eid, eid2, first, last = (arguments.get(name) for name in ("a", "b", "a_eid", "b_eid", "first", "last"))
        address = Address("compare", act=a, eid=eid, first=first, last=last)
        if (a, eid) != (b or a, eid2 or eid):
            address = replace(address, act2=b, eid2=eid2)
        text = arguments.get("text")
        return self._file(address, text) if text in (None, *self.plan.texts.get(address, ())) else None

    def findings(self, *, code: str | None = None, severity: str | None = None, act: str | None = None) -> str | None:
        """All findings, those of one code, or those of one severity."""
        return None if act else self._file(Address("findings", code=code, severity=severity))

    def questions(self) -> None:
        """Nothing: a question needs a form."""

    def question(self, name: str, parameters: Mapping[str, str] | None = None, form: str | None = None) -> None:
        """Nothing: a question needs a database."""

    def search(self, typed: str | None = None, **filters: object) -> None:
        """Nothing: a search needs a database."""

    def data(self, view: str | None = None, **filters: str) -> None:
        """Nothing: rows need a database."""

    def sql(self, statement: str, parameters: Mapping[str, str]) -> None:
        """Nothing: a SELECT needs a database."""

    def _day(self, act_uri: str, eid: str | None, on: str | None) -> str | None:
        return self.plan.states.get((act_uri, eid), States(())).at(on)

    def _file(self, address: Address, text: str | None = None) -> str | None:
        found = self.plan.find(address, text, self.language)
        return None if found is None else quote(self.plan.files[found])
