"""Rules and pictures of a page: the rules make tables, pictures without text a scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from biliktilik.parsers.readers.pdf.page import Rule

_MOST_OBJECTS: Final = 50_000  # of one page; a page of an order draws some hundreds
_MOST_SEGMENTS: Final = 20_000  # of one page: more is a map or a chart, no table
_MOST_RULES: Final = 300  # in one direction, when stretches that touch are joined
_DEPTH: Final = 4  # forms within forms
_THICK: Final = 3.0  # points: a filled rectangle no thicker than this is a rule
_STRAIGHT: Final = 0.5  # points by which a rule may lean
_SHORT: Final = 4.0  # points: shorter strokes are no borders of cells
_TOUCH: Final = 3.5  # points between two stretches of one rule
_SAME: Final = 1.0  # points between parallel strokes that are one rule

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Drawings:
    """Rules in both directions, and the area in square points that pictures cover (overlaps counted twice)."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    pictured: float = 0.0


@dataclass(slots=True)
class _Found:
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    objects: int = 0
    segments: int = 0


def read_drawings(page: Any) -> Drawings:
    """What a page draws besides its text; a page with too many strokes for tables has no rules."""
    from pypdfium2 import raw

    found = _Found()
    for item, matrix in _objects(raw, page, found):
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.pictured += _area(raw, item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_PATH and found.segments < _MOST_SEGMENTS:
            _read_path(raw, item, matrix, found)
    if found.segments >= _MOST_SEGMENTS:
        return Drawings(pictured=found.pictured)
    across, down = _join(found.across), _join(found.down)
    if max(len(across), len(down)) > _MOST_RULES:
        return Drawings(pictured=found.pictured)
    return Drawings(across, down, found.pictured)


def _objects(raw: Any, page: Any, found: _Found) -> Iterator[tuple[Any, Matrix]]:
    """All objects of a page, those inside forms too, with the way from their coordinates to the page's."""
    top = (raw.FPDFPage_GetObject(page, i) for i in range(raw.FPDFPage_CountObjects(page)))
    waiting = [(item, _IDENTITY, 0) for item in top]
    waiting.reverse()
    while waiting and found.objects < _MOST_OBJECTS:
        item, matrix, depth = waiting.pop()
        found.objects += 1
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_FORM:
            yield item, matrix
        elif depth < _DEPTH:
            inner = _times(_matrix(raw, item), matrix)
            inside = min(raw.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)
            waiting += [(raw.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in reversed(range(inside))]


def _matrix(raw: Any, item: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, byref(matrix)):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _apply(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _area(raw: Any, item: Any, matrix: Matrix) -> float:
    left, bottom, right, top = (c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top)):
        return 0.0
    (x1, y1), (x2, y2) = _apply(matrix, left.value, bottom.value), _apply(matrix, right.value, top.value)
    return abs((x2 - x1) * (y2 - y1))


def _read_path(raw: Any, item: Any, matrix: Matrix, found: _Found) -> None:
    fill, stroke = c_int(), c_int()
    if not raw.FPDFPath_GetDrawMode(item, byref(fill), byref(stroke)) or not (fill.value or stroke.value):
        return
    for points in _outlines(raw, item, _times(_matrix(raw, item), matrix), found):
        if stroke.value:
            _add_strokes(pairwise(points), found)
        else:
            _add_strokes(_axis(points), found)


def _add_strokes(strokes: Iterable[tuple[Point, Point]], found: _Found) -> None:
    for (x1, y1), (x2, y2) in strokes:
        if abs(y1 - y2) <= _STRAIGHT and abs(x1 - x2) >= _SHORT:
            found.across.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
        elif abs(x1 - x2) <= _STRAIGHT and abs(y1 - y2) >= _SHORT:
            found.down.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))


def _axis(points: list[Point]) -> list[tuple[Point, Point]]:
    """The middle line of a thin filled shape; a ground of colour has none."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    if min(right - left, top - bottom) > _THICK:
        return []
    if right - left >= top - bottom:
        return [((left, (bottom + top) / 2), (right, (bottom + top) / 2))]
    return [(((left + right) / 2, bottom), ((left + right) / 2, top))]


def _outlines(raw: Any, item: Any, matrix: Matrix, found: _Found) -> Iterator[list[Point]]:
    """The corners of each part of a path, the first one again at the end of a closed part."""
    points: list[Point] = []
    x, y = c_float(), c_float()
    for index in range(raw.FPDFPath_CountSegments(item)):
        found.segments += 1
        if found.segments >= _MOST_SEGMENTS:
            return
        segment = raw.FPDFPath_GetPathSegment(item, index)
        if not segment or not raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
            continue
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            if points:
                yield points
            points = []
        points.append(_apply(matrix, x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _join(rules: list[Rule]) -> tuple[Rule, ...]:
    """Stretches of one rule as one."""
    joined: list[Rule] = []
    for level in _levels(rules):
        at = sum(rule.at for rule in level) / len(level)
        current: Rule | None = None
        for rule in sorted(level, key=lambda rule: (rule.start, rule.end)):
            if current is not None and rule.start <= current.end + _TOUCH:
                current = Rule(at, current.start, max(current.end, rule.end))
            else:
                joined += [current] if current else []
                current = Rule(at, rule.start, rule.end)
        joined += [current] if current else []
    return tuple(joined)


def _levels(rules: list[Rule]) -> Iterator[list[Rule]]:
    level: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start, rule.end)):
        if level and rule.at - level[-1].at > _SAME:
            yield level
            level = []
        level.append(rule)
    if level:
        yield level
