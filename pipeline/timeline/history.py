"""The versions of the units of one act in one language, as changes are told one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from biliktilik.parsers.model import Body, Provision, Span
from biliktilik.pipeline.timeline.days import Day


@dataclass(frozen=True, slots=True)
class Interval:
    """When one wording of a unit is in force: ``[start, end)`` in ISO dates, None for unknown or open.

    ``origin`` numbers the body that prints the wording; None: it is only known to exist, and ``told`` is the place that
    says so.
    """

    start: str | None
    end: str | None
    basis: str | None
    origin: int | None
    told: tuple[str, Span] | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A body of units and the file that prints it: a whole act (origin 0) or the quotation of an amendment."""

    source_file: str
    body: Body


class History:
    """Unit by unit, which wording was in force when. Changes that cannot be made change nothing and say so."""

    def __init__(self, start: Day, end: Day, language: str | None = None) -> None:
        self.language = language
        self.start = start
        self.end = end
        self.editions: list[Edition] = []
        self.intervals: dict[str, list[Interval]] = {}
        self.units: dict[str, Provision] = {}
        self._children: dict[str | None, list[str]] = {}

    def add_edition(self, edition: Edition) -> int:
        """Keep a body for later use; its number is its ``origin``, the same for the same body."""
        if edition in self.editions:
            return self.editions.index(edition)
        self.editions.append(edition)
        return len(self.editions) - 1

    def open_all(self, origin: int, eids: Iterable[str], day: Day) -> None:
        """Put the units of an edition into force from ``day`` to the end of the act."""
        known = {unit.eid: unit for unit in self.editions[origin].body.provisions}
        for eid in eids:
            unit = known[eid]
            self._register(unit)
            self.intervals.setdefault(eid, []).append(Interval(day.on, self.end.on, day.basis, origin))

    def _register(self, unit: Provision) -> None:
        if unit.eid not in self.units:
            self._children.setdefault(unit.parent_eid, []).append(unit.eid)
        self.units[unit.eid] = unit

    def subtree(self, eid: str) -> list[str]:
        """The unit and everything below it, in order."""
        found = [eid]
        for child in self._children.get(eid, ()):
            found += self.subtree(child)
        return found

    def current(self, eid: str) -> Interval | None:
        """The last interval of a unit."""
        known = self.intervals.get(eid)
        return known[-1] if known else None

    def begin_later(self, eid: str, day: Day, told: tuple[str, Span], *, unknown_before: bool) -> None:
        """The printed wording of a unit (and of what stands below it) is in force only from ``day`` on."""
        for member in self.subtree(eid):
            last = self.current(member)
            if last is None or last.origin is None:
                continue
            self.intervals[member][-1] = replace(last, start=day.on, basis=day.basis)
        if unknown_before and self._after_start(day.on):
            before = Interval(self.start.on, day.on, self.start.basis, None, told)
            self.intervals[eid].insert(len(self.intervals[eid]) - 1, before)

    def end_at(self, eids: Iterable[str], day: Day) -> None:
        """The wordings in force end on ``day``."""
        for eid in eids:
            last = self.current(eid)
            if last is not None:
                self.intervals[eid][-1] = replace(last, end=day.on)

    def unknown_from(self, eid: str, day: Day, told: tuple[str, Span]) -> None:
        """From ``day`` on the unit has a wording that is not at hand."""
        self.intervals[eid].append(Interval(day.on, self.end.on, day.basis, None, told))

    def is_bare(self, eid: str) -> bool:
        """Is only the number of the unit printed, as of one that is no longer there?"""
        unit = self.units[eid]
        return unit.text is None and unit.heading is None and not self._children.get(eid)

    def unknown_and_gone(self, eid: str, day: Day, told: tuple[str, Span]) -> None:
        """The unit had a wording that is not at hand, and ended on ``day``."""
        last = self.intervals[eid].pop()
        if self._after_start(day.on):
            self.intervals[eid].append(Interval(last.start, day.on, last.basis, None, told))

    def unknown_until(self, unit: Provision, day: Day, told: tuple[str, Span]) -> None:
        """Until ``day`` the unit had a wording that is not at hand."""
        if self._after_start(day.on):
            self._register(unit)
            before = Interval(self.start.on, day.on, self.start.basis, None, told)
            self.intervals.setdefault(unit.eid, []).insert(0, before)

    def _after_start(self, on: str | None) -> bool:
        return on is None or self.start.on is None or self.start.on < on

    def renumber(self, ordinals: Mapping[str, int]) -> None:
        """Give units other places among their neighbours, in every edition that prints them."""

        def placed(unit: Provision) -> Provision:
            return replace(unit, ordinal=ordinals.get(unit.eid, unit.ordinal))

        self.units = {eid: placed(unit) for eid, unit in self.units.items()}
        for number, edition in enumerate(self.editions):
            provisions = tuple(placed(unit) for unit in edition.body.provisions)
            self.editions[number] = Edition(edition.source_file, replace(edition.body, provisions=provisions))

    def rows(self) -> Iterator[tuple[str, Interval]]:
        """All intervals, unit by unit."""
        for eid, intervals in self.intervals.items():
            for interval in intervals:
                yield eid, interval
