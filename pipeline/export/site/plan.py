"""Which pages the site has: read from the database before the first page is written, so that no link leads astray."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from biliktilik.pipeline.changes.stored import languages_of
from biliktilik.pipeline.export.site.address import Address, name_files
from biliktilik.pipeline.pages.act import act_page
from biliktilik.pipeline.pages.card import card_page
from biliktilik.pipeline.pages.position import position_page
from biliktilik.pipeline.store.acts import find_act
from biliktilik.pipeline.store.database import Reader

_ACTS: Final = "SELECT act_uri FROM v_acts ORDER BY act_uri"
_JOBS: Final = """
SELECT DISTINCT 'position' AS kind, act_uri, eid FROM positions
UNION SELECT DISTINCT 'card', act_uri, eid FROM cards ORDER BY act_uri, kind, eid
"""
_CITED: Final = "SELECT DISTINCT cited_act_uri FROM citations WHERE cited_act_uri IS NOT NULL ORDER BY cited_act_uri"
_KIN: Final = "SELECT DISTINCT from_act_uri, from_eid, to_act_uri, to_eid FROM lineage ORDER BY 1, 3, 2, 4"
_FINDINGS: Final = "SELECT DISTINCT severity, code FROM v_findings ORDER BY severity, code"


@dataclass(frozen=True, slots=True)
class States:
    """The days as of which a unit or an act has a page, the earliest first; ``shown`` is that of the page without."""

    days: tuple[str, ...]
    shown: str | None = None

    def at(self, on: str | None) -> str | None:
        """The day whose page tells what was in force ``on`` a day; None is the page without a day."""
        begun = max((day for day in self.days if on and day <= on), default=None)
        return None if begun == self.shown else begun


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages. ``texts`` has each page with the languages of legal text in which it is written, none for all at once.

    ``states`` is by act and eId, None for the act itself.
    """

    texts: Mapping[Address, tuple[str, ...]]
    states: Mapping[tuple[str, str | None], States]
    files: Mapping[Address, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "files", name_files(self.written()))

    def written(self) -> Iterator[Address]:
        """Every page once in each of its texts."""
        for address, texts in self.texts.items():
            yield from [replace(address, text=text) for text in texts] or [address]

    def find(self, address: Address, wish: str | None, language: str) -> Address | None:
        """The page in the text wished for, else in that of the interface, else in its first; None without a page."""
        if address not in self.texts:
            return None
        texts = self.texts[address]
        chosen = next((text for text in (wish, language, *texts) if text in texts), None)
        return replace(address, text=chosen)


def make_plan(reader: Reader) -> Plan:
    """The pages that a database gives."""
    return _Planner(reader).plan()


class _Planner:
    """Gathers pages: first those that stand alone, then those that set two of them side by side."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._texts: dict[Address, tuple[str, ...]] = {}
        self._states: dict[tuple[str, str | None], States] = {}
        self._tongues: dict[tuple[str, str | None], tuple[str, ...]] = {}

    def plan(self) -> Plan:
        self._texts[Address("home")] = ()
        for (act_uri,) in self._reader.ask(_ACTS).rows:
            self._act(str(act_uri))
        for kind, act_uri, eid in self._reader.ask(_JOBS).rows:
            (self._position if kind == "position" else self._card)(str(act_uri), str(eid))
        for row in self._reader.ask(_KIN).rows:
            self._kin(*(str(value) for value in row))
        for (cited,) in self._reader.ask(_CITED).rows:
            self._texts[Address("cited", act=str(cited))] = ()
        self._findings()
        return Plan(self._texts, self._states)

    def _act(self, act_uri: str) -> None:
        page = act_page(self._reader, act_uri)
        self._states[act_uri, None] = States(page.days if page.languages else ())
        self._tongues[act_uri, None] = languages_of(self._reader, find_act(self._reader, act_uri))
        for on in (None, *(page.days if page.languages else ())):
            self._texts[Address("act", act=act_uri, on=on)] = page.languages
        self._days(act_uri, None, page.begins)

    def _position(self, act_uri: str, eid: str) -> None:
        page = position_page(self._reader, act_uri, eid)
        self._unit(Address("position", act=act_uri, eid=eid), States(page.days, page.day), ())
        self._tongues[act_uri, eid] = page.languages
        self._days(act_uri, eid, page.begins)

    def _card(self, act_uri: str, eid: str) -> None:
        page = card_page(self._reader, act_uri, eid)
        self._unit(Address("card", act=act_uri, eid=eid), States(page.days, page.day), page.languages)
        self._tongues[act_uri, eid] = page.languages

    def _unit(self, address: Address, own: States, texts: tuple[str, ...]) -> None:
        """A unit has a page for the days before it, too, where its act is older."""
        act_uri = address.act or ""
        before = [day for day in self._states[act_uri, None].days[:1] if day < min(own.days, default="")]
        states = replace(own, days=(*before, *own.days))
        self._states[act_uri, address.eid] = states
        for on in (None, *(day for day in states.days if day != states.shown)):
            self._texts[replace(address, on=on)] = texts

    def _days(self, act_uri: str, eid: str | None, begins: Iterable[str]) -> None:
        """The comparisons of successive states."""
        texts = self._in_common((act_uri, None), (act_uri, eid))
        for first, last in pairwise(begins) if texts else ():
            self._texts[Address("compare", act=act_uri, eid=eid, first=first, last=last)] = texts

    def _kin(self, act_uri: str, eid: str, act2: str, eid2: str) -> None:
        """The comparison of two jobs; where one is only mentioned, or they share no language, there is none."""
        if texts := self._in_common((act_uri, None), (act2, None), (act_uri, eid), (act2, eid2)):
            self._texts[Address("compare", act=act_uri, eid=eid, act2=act2, eid2=eid2)] = texts

    def _in_common(self, *units: tuple[str, str | None]) -> tuple[str, ...]:
        first, *others = (self._tongues.get(unit, ()) for unit in units)
        return tuple(text for text in first if all(text in other for other in others))

    def _findings(self) -> None:
        found = self._reader.ask(_FINDINGS).rows
        self._texts[Address("findings")] = ()
        for severity, code in found:
            self._texts[Address("findings", severity=str(severity))] = ()
            self._texts[Address("findings", code=str(code))] = ()
