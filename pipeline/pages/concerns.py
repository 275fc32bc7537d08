"""The findings that concern an act, or one unit of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.database import Reader

# The table, not its view: the view names the act by its number, and two acts may have the same one.
_FINDINGS: Final = """
SELECT code, severity, source_file, line, char_start, char_end, excerpt, message
FROM findings WHERE act_uri = :act_uri
ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, source_file, char_start, finding_id
"""
Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Concern:
    """A finding as a page tells it; without a place, ``source_file`` and ``line`` are None."""

    code: str
    severity: str
    source_file: str | None
    line: int | None
    char_start: int | None
    char_end: int | None
    excerpt: str | None
    message: str


def findings_of_act(reader: Reader, act_uri: str) -> tuple[Concern, ...]:
    """All findings of an act, the gravest first."""
    return read_rows(reader, Concern, _FINDINGS, act_uri=act_uri)


def findings_of_unit(reader: Reader, act_uri: str, eids: Iterable[str], spans: Iterable[Span]) -> tuple[Concern, ...]:
    """The findings of an act that lie in one of the ``spans`` of a unit, or that name one of its ``eids``."""
    named = re.compile("|".join(rf"(?<!\w){re.escape(eid)}(?!\d)" for eid in sorted(set(eids))) or r"(?!)")
    places = sorted(set(spans))
    return tuple(
        found
        for found in findings_of_act(reader, act_uri)
        if named.search(found.message) or any(_overlap(found, span) for span in places)
    )


def _overlap(found: Concern, span: Span) -> bool:
    source_file, start, end = span
    if found.source_file != source_file or found.char_start is None or found.char_end is None:
        return False
    return found.char_start < end and start < found.char_end
