"""Where a line stands in its source: the words themselves, what stands around them, and what was repaired."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.database import Reader

# About two lines of print: enough to find the place in the document, little enough to be read at a glance.
_AROUND: Final = 160


@dataclass(frozen=True, slots=True)
class Repair:
    """A visual line as the source has it and as it was read."""

    char_start: int
    char_end: int
    raw: str
    repaired: str
    rule: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A place: ``marked`` is the text of the source between the two offsets, unrepaired; ``line`` counts from 1.

    ``cut_before`` and ``cut_after`` tell whether the source goes on beyond what is shown.
    """

    source_file: str
    line: int
    char_start: int
    char_end: int
    before: str
    marked: str
    after: str
    cut_before: bool
    cut_after: bool
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    line_starts: list[int]
    repairs: tuple[Repair, ...]
    repair_ends: list[int]


@dataclass(slots=True)
class Shelf:
    """The sources that a page quotes, each read once."""

    reader: Reader
    _read: dict[str, _Source | None] = field(default_factory=dict)

    def excerpt(self, source_file: str | None, char_start: int | None, char_end: int | None) -> Excerpt | None:
        """The place in its source; None without a place, or where the source has no text."""
        if source_file is None or char_start is None or char_end is None:
            return None
        if source_file not in self._read:
            self._read[source_file] = _read_source(self.reader, source_file)
        source = self._read[source_file]
        return None if source is None else _cut(source, source_file, char_start, char_end)


def _read_source(reader: Reader, source_file: str) -> _Source | None:
    answer = reader.ask("SELECT text FROM v_sources WHERE source_file = :file", {"file": source_file})
    if not answer.rows or answer.rows[0][0] is None:
        return None
    text = str(answer.rows[0][0])
    repairs = read_rows(
        reader,
        Repair,
        "SELECT char_start, char_end, raw, repaired, rule FROM v_repairs WHERE source_file = :file ORDER BY char_start",
        file=source_file,
    )
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return _Source(text, starts, repairs, [repair.char_end for repair in repairs])


def _cut(source: _Source, source_file: str, start: int, end: int) -> Excerpt:
    text = source.text
    first, last = _whole_word_back(text, start), _whole_word_on(text, end)
    first_repair = bisect_right(source.repair_ends, start)
    repairs = (repair for repair in source.repairs[first_repair:] if repair.char_start < end)
    return Excerpt(
        source_file=source_file,
        line=bisect_right(source.line_starts, start),
        char_start=start,
        char_end=end,
        before=text[first:start].lstrip(),
        marked=text[start:end],
        after=text[end:last].rstrip(),
        cut_before=bool(text[:first].strip()),
        cut_after=bool(text[last:].strip()),
        repairs=tuple(repairs),
    )


def _whole_word_back(text: str, start: int) -> int:
    """Some way before ``start``, but not inside a word."""
    first = max(0, start - _AROUND)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    return first


def _whole_word_on(text: str, end: int) -> int:
    """Some way after ``end``, but not inside a word."""
    last = min(len(text), end + _AROUND)
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return last
