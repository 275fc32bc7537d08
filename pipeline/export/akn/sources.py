"""Stretches of the sources that no view of units shows: titles, notes, signatures, labels between items."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Value

# Kinds of segments that a file quotes; of a source that prints another act, only the labels of the units quoted.
_OWN_KINDS: Final = ("title", "requisites", "status", "note", "signature", "stamp", "label")
_QUOTED_KINDS: Final = ("label",)

_SEGMENTS: Final = "SELECT * FROM v_segments WHERE source_file = :file ORDER BY char_start"
_REPAIRS: Final = "SELECT char_start, char_end, repaired FROM v_repairs WHERE source_file = :file ORDER BY char_start"
_SOURCES: Final = "SELECT source_file, sha256, language, act_uri, edition_on FROM v_sources"
_TEXT: Final = "SELECT text FROM v_sources WHERE source_file = :file"


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a source with its repaired text, white space folded."""

    source_file: str
    start: int
    end: int
    kind: str
    eid: str | None
    text: str


class SourceTexts:
    """The sources of a database; each text is read when a segment of it is asked for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._sources = {str(row["source_file"]): row for row in reader.ask(_SOURCES).records()}

    def source(self, file: str) -> dict[str, Value]:
        """The row of v_sources without its text; nulls for a file that is not there."""
        unknown: dict[str, Value] = {"source_file": file, "sha256": None, "language": None, "act_uri": None}
        return self._sources.get(file, unknown)

    def segments(self, file: str, own: bool) -> Iterator[Segment]:
        """The segments of a file that an export quotes; ``own`` says that the file prints the exported act."""
        kinds = _OWN_KINDS if own else _QUOTED_KINDS
        texts = self._reader.ask(_TEXT, {"file": file}).rows
        text = str(texts[0][0] or "") if texts else ""
        repairs = [_Repair(*row) for row in self._reader.ask(_REPAIRS, {"file": file}).rows]  # type: ignore[arg-type]
        for row in self._reader.ask(_SEGMENTS, {"file": file}).records():
            if row["kind"] in kinds:
                start, end = int(str(row["char_start"])), int(str(row["char_end"]))
                printed = " ".join(_repaired(text, repairs, start, end).split())
                eid = str(row["eid"]) if row["eid"] is not None else None
                yield Segment(file, start, end, str(row["kind"]), eid, printed)


@dataclass(frozen=True, slots=True)
class _Repair:
    start: int
    end: int
    repaired: str


def _repaired(text: str, repairs: list[_Repair], start: int, end: int) -> str:
    """The text of a stretch with the visual lines that lie wholly in it as they are read."""
    pieces, at = [], start
    first = bisect_left(repairs, start, key=lambda repair: repair.start)
    for repair in repairs[first:]:
        if repair.end > end:
            break
        pieces += [text[at : repair.start], repair.repaired]
        at = repair.end
    return "".join([*pieces, text[at:end]])
