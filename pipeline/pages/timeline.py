"""When acts are in force, and what others change in them: drawn along an axis of years, and told in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from biliktilik.pipeline.store.database import Reader

# The picture, in units of its own view box. An open end keeps some room to the right of the last day.
WIDTH: Final = 1000
_LEFT: Final = 10
_RIGHT: Final = WIDTH - 50
_HEAD: Final = 30
_ROW: Final = 46
_LINE: Final = 20
_GAP: Final = 18
# A label begins at its mark, unless that stands so far to the right that it must end there.
_TURN: Final = 0.58 * WIDTH
# More years than this, and only each fifth is written.
_FEW_YEARS: Final = 20

_ACTS: Final = """
SELECT act_uri, number, title_kk, title_ru, in_force_from, in_force_from_basis, in_force_to, in_force_to_basis,
       text_known
FROM v_acts
WHERE text_known <> 'none' OR in_force_from IS NOT NULL OR in_force_to IS NOT NULL
ORDER BY coalesce(in_force_from, adopted_on, in_force_to), act_uri
"""
# The same change may be told by the texts of both languages: its units are counted once.
_EVENTS: Final = """
SELECT r.to_act_uri, r.from_act_uri, a.number, CASE r.type WHEN 'repeals' THEN 'repealed' ELSE 'amended' END AS kind,
       r.effective_on, min(r.basis) AS basis, count(DISTINCT r.scope) AS units,
       NOT EXISTS (
           SELECT 1 FROM v_provisions AS p
           WHERE p.act_uri = r.to_act_uri AND p.valid_from = r.effective_on AND NOT p.wording_known
       ) AND NOT EXISTS (
           SELECT 1 FROM v_amendments AS m
           WHERE m.target_act_uri = r.to_act_uri AND m.amending_act_uri = r.from_act_uri AND m.status = 'pending'
       ) AS wording_known
FROM v_relations AS r
JOIN v_acts AS a ON a.act_uri = r.from_act_uri
WHERE r.type IN ('amends', 'inserts', 'repeals')
GROUP BY r.to_act_uri, r.from_act_uri, kind, r.effective_on
ORDER BY r.to_act_uri, r.effective_on, r.from_act_uri, kind
"""


@dataclass(frozen=True, slots=True)
class Event:
    """What one act does to another on one day: ``kind`` is ``amended`` or ``repealed``, ``units`` how many it names.

    ``day`` is None where nobody says; ``wording_known`` is false when the new wording is not at hand.
    """

    act_uri: str
    number: str | None
    kind: str
    day: str | None
    basis: str | None
    units: int
    wording_known: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in the picture: where its sign stands, and where its label begins or ends (``anchor`` as in SVG)."""

    event: Event
    x: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a bar; not ``certain`` where the sources leave open whether the act was in force."""

    x: float
    width: float
    certain: bool


@dataclass(frozen=True, slots=True)
class Force:
    """The days of force of an act, ISO, with what they rest on; None where the sources do not say."""

    act_uri: str
    number: str | None
    title_kk: str | None
    title_ru: str | None
    first: str | None
    first_basis: str | None
    last: str | None
    last_basis: str | None
    text_known: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """An act in the picture: its heading at ``label_x``, its spans from ``y`` on, the signs of its changes."""

    force: Force
    y: float
    label_x: float
    anchor: str
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    open_end: float | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis, at its first day."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The acts along the axis, those without a day (``undated``), and the changes without one with the act changed."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    width: int
    height: float
    first_year: int
    last_year: int
    undated: tuple[Force, ...]
    undated_events: tuple[tuple[Force, Event], ...]


def read_timeline(reader: Reader) -> Timeline:
    """The timeline of the acts that have a text or a known day of force."""
    events: dict[object, list[Event]] = {}
    for target, *values in reader.ask(_EVENTS).rows:
        *plain, known = values
        events.setdefault(target, []).append(Event(*plain, bool(known)))  # type: ignore[arg-type, call-arg]
    acts = [Force(*row, tuple(events.get(row[0], ()))) for row in reader.ask(_ACTS).rows]  # type: ignore[arg-type, call-arg]
    return draw_timeline(acts)


def draw_timeline(acts: Sequence[Force]) -> Timeline:
    """The picture of these acts, in their order; without any day it has no bar and no tick."""
    dated = [act for act in acts if act.first or act.last]
    years = sorted({int(day[:4]) for day in _days(dated)})
    axis = _Axis(years[0], years[-1] + 1) if years else _Axis(0, 1)
    bars = tuple(_draw_bars(dated, axis))
    height = bars[-1].y + _ROW + _LINE * max(len(bars[-1].marks), 1) - _LINE if bars else 0
    undated_events = [(act, event) for act in acts for event in act.events if event.day is None]
    return Timeline(
        bars,
        tuple(axis.ticks()) if bars else (),
        WIDTH,
        height,
        axis.first,
        axis.last,
        tuple(act for act in acts if act not in dated),
        tuple(undated_events),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Years from the first day of ``first`` to the first day of ``last``."""

    first: int
    last: int

    def x(self, day: str) -> float:
        start, end = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        share = (date.fromisoformat(day).toordinal() - start) / (end - start)
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)

    def ticks(self) -> Iterator[Tick]:
        step = 1 if self.last - self.first <= _FEW_YEARS else 5
        for year in range(self.first, self.last + 1):
            if year % step == 0:
                yield Tick(year, self.x(f"{year:04}-01-01"))


def _days(acts: Iterable[Force]) -> Iterator[str]:
    for act in acts:
        yield from (day for day in (act.first, act.last, *(event.day for event in act.events)) if day)


def _draw_bars(acts: Iterable[Force], axis: _Axis) -> Iterator[Bar]:
    y: float = _HEAD
    for act in acts:
        start = axis.x(act.first) if act.first else _LEFT
        marks = tuple(_draw_marks(act, axis, y + _ROW))
        open_end = None if act.last else float(_RIGHT)
        yield Bar(act, y, *_label(start), tuple(_draw_spans(act, start, axis)), marks, open_end)
        y += _ROW + _LINE * len(marks) + _GAP


def _draw_spans(act: Force, start: float, axis: _Axis) -> Iterator[Span]:
    """The certain piece, then the one between the first and the last day on which the act may have ended."""
    end = axis.x(act.last) if act.last else float(_RIGHT)
    ends = [event.day for event in act.events if event.kind == "repealed" and event.day]
    doubtful = min([axis.x(day) for day in ends], default=end) if act.last_basis == "disputed" else end
    sure = min(max(doubtful, start), end)
    yield Span(start, round(sure - start, 1), act.first is not None)
    if sure < end:
        yield Span(sure, round(end - sure, 1), False)


def _draw_marks(act: Force, axis: _Axis, y: float) -> Iterator[Mark]:
    dated = (event for event in act.events if event.day)
    for line, event in enumerate(dated):
        x = axis.x(event.day or "")
        label_x, anchor = _label(x)
        yield Mark(event, x, label_x, y + _LINE * line + _LINE / 2, anchor)


def _label(x: float) -> tuple[float, str]:
    return (x, "start") if x < _TURN else (x, "end")
