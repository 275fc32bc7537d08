"""From places in the repaired text to places in the raw one, for everything that a document states."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, Final, cast, get_args, get_type_hints

from biliktilik.parsers.model import Finding, ParsedDocument, SourceText, Span
from biliktilik.parsers.repair.document import Repaired
from biliktilik.parsers.repair.offsets import Offsets
from biliktilik.parsers.repair.partition import relocate_segments

_BY_THEMSELVES: Final = frozenset({"source", "segments", "repairs"})


def relocate(document: ParsedDocument, source: SourceText, repaired: Repaired) -> ParsedDocument:
    """``document``, read from the repaired text, as a document of the raw ``source``; with the repairs themselves."""
    offsets = repaired.offsets
    if not offsets.lines and not repaired.findings:
        return document
    moved: ParsedDocument = _relocated(document, offsets)
    findings = tuple(sorted({*moved.findings, *repaired.findings}, key=_reading_order))
    segments = relocate_segments(document.segments, offsets, source.text)
    return replace(moved, source=source, segments=segments, repairs=repaired.repairs, findings=findings)


def _relocated(value: Any, offsets: Offsets) -> Any:
    """The same value with every span in it, at any depth, led back to the raw text; itself where nothing changes."""
    if type(value) is Span:
        span = offsets.raw(value)
        return value if span == value else span
    if type(value) is tuple:
        members = [_relocated(member, offsets) for member in value]
        return value if all(map(is_, members, value)) else tuple(members)
    changes = {}
    for name in _carriers(cast("Hashable", type(value))):
        old = getattr(value, name)
        if old is not None and (new := _relocated(old, offsets)) is not old:
            changes[name] = new
    return replace(value, **changes) if changes else value


@cache
def _carriers(kind: type) -> tuple[str, ...]:
    """The fields of a class of values that may hold a span; none for a class without fields."""
    if not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if field.name not in _BY_THEMSELVES and _holds(hints[field.name]))


def _holds(hint: Any) -> bool:
    """May a value of this type hold a span?"""
    return hint is Span or any(map(_holds, get_args(hint))) or (isinstance(hint, type) and bool(_carriers(hint)))


def _reading_order(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span or Span(-1, -1)
    return span.start, span.end, finding.code, finding.message
