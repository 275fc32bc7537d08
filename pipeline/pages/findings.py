"""What the build found odd, missing or disputed, with filters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.store.database import Reader

# As many findings as a page can hold and a person can read; the view holds all.
MOST: Final = 500

# A message that names a unit speaks of it, even where the words stand at another one.
_EID: Final = re.compile(r"\b(?:att|sec|chp|prg|pos|point)_\d+(?:__[a-z]+(?:_\d+)?)*")
# Any other finding belongs to the innermost stretch of text that holds its place.
_FINDINGS: Final = """
SELECT f.code, f.severity, f.act_number, coalesce(s.act_uri, (
           SELECT min(a.act_uri) FROM v_acts AS a WHERE lower(a.number) = f.act_number
       )) AS act_uri, f.source_file, s.language, f.line, (
           SELECT g.eid FROM v_segments AS g
           WHERE g.source_file = f.source_file AND g.char_start <= f.char_start AND g.char_end > f.char_start
       ) AS eid, f.excerpt, f.message
FROM v_findings AS f
LEFT JOIN v_sources AS s ON s.source_file = f.source_file
WHERE (:code IS NULL OR f.code = :code)
  AND (:severity IS NULL OR f.severity = :severity)
  AND (:act IS NULL OR f.act_number = lower(:act))
ORDER BY CASE f.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
         f.act_number, f.source_file, f.char_start, f.code, f.message
"""
_COUNTED: Final = """
SELECT {column} AS name, count(*) AS number FROM v_findings WHERE {column} IS NOT NULL GROUP BY {column}
ORDER BY {order}
"""
_BY_SEVERITY: Final = "CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; ``language`` is that of the excerpt, ``place_eid`` the unit where it stands."""

    code: str
    severity: str
    act_number: str | None
    act_uri: str | None
    source_file: str | None
    language: str | None
    line: int | None
    place_eid: str | None
    excerpt: str | None
    message: str

    @property
    def eid(self) -> str | None:
        """The unit that the finding speaks of."""
        named = _EID.search(self.message)
        return named[0] if named else self.place_eid


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, and how many findings have it."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """The findings that answer to a filter (``shown`` are the first of them), and all values to filter by."""

    code: str | None
    severity: str | None
    act: str | None
    shown: tuple[Finding, ...]
    matching: int
    total: int
    codes: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    acts: tuple[Choice, ...]


def read_findings(
    reader: Reader, code: str | None = None, severity: str | None = None, act: str | None = None
) -> FindingsPage:
    """The first findings of a code, a severity and an act (its number); None does not filter."""
    return _read(reader, code, severity, act, MOST)


def read_every_finding(reader: Reader, code: str | None = None, severity: str | None = None) -> FindingsPage:
    """All findings of a code and a severity, however many: for a page that nothing stands behind."""
    return _read(reader, code, severity, None, None)


def _read(reader: Reader, code: str | None, severity: str | None, act: str | None, most: int | None) -> FindingsPage:
    rows = reader.ask(_FINDINGS, {"code": code, "severity": severity, "act": act}).rows
    severities = _choices(reader, "severity", _BY_SEVERITY)
    return FindingsPage(
        code,
        severity,
        act.lower() if act else None,
        tuple(Finding(*row) for row in rows[:most]),  # type: ignore[arg-type]
        len(rows),
        sum(choice.number for choice in severities),
        _choices(reader, "code", "number DESC, name"),
        severities,
        _choices(reader, "act_number", "name"),
    )


def _choices(reader: Reader, column: str, order: str) -> tuple[Choice, ...]:
    answer = reader.ask(_COUNTED.format(column=column, order=order))
    return tuple(Choice(*row) for row in answer.rows)  # type: ignore[arg-type]
