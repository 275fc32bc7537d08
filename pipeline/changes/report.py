"""A comparison as lines for a person, rows for a spreadsheet, or values for a program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from biliktilik.pipeline.changes.model import Change, Comparison, Edition, Kind, Line, Piece, UnitComparison
from biliktilik.pipeline.changes.sentences import kind_key, tell
from biliktilik.pipeline.messages import LANGUAGES, say, word
from biliktilik.pipeline.store.table import Table

_COLUMNS: Final = (
    "old_act", "new_act", "language", "old_unit", "new_unit", "eid", "what", "change", "weight", "summary", "redline",
    "old_text", "new_text", "old_source", "old_start", "old_end", "new_source", "new_start", "new_end",
)  # fmt: skip
# The signs of the GNU program wdiff: they need no colour.
_SIGNS: Final = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
# Lines shown of a unit whose other side is not at hand.
_SHOWN: Final = 3
Paint = Callable[[Piece], str]


def plain(piece: Piece) -> str:
    """A piece of a redline with its sign; the blank before it stays outside of the sign."""
    blank = " " if piece.text.startswith(" ") else ""
    return blank + _SIGNS[piece.op].format(piece.text[len(blank) :])


def redlined(pieces: Sequence[Piece], paint: Paint = plain) -> str:
    """A redline in one line of text."""
    return "".join(paint(piece) for piece in pieces)


def rows(comparison: Comparison, language: str) -> Table:
    """One row per change, the legally heaviest first; ``language`` is that of the summaries."""
    old, new = comparison.old, comparison.new
    listed = [
        (
            old.act_uri,
            new.act_uri,
            new.language or old.language,
            unit.old.eid if unit.old else None,
            unit.new.eid if unit.new else None,
            change.eid,
            change.what,
            kind_key(change, across=comparison.across),
            change.weight,
            tell(language, change, unit.unit, across=comparison.across),
            redlined(change.pieces) or None,
            change.old_text,
            change.new_text,
            *_place(change.old),
            *_place(change.new),
        )
        for unit, change in comparison.changes
    ]
    return Table(_COLUMNS, listed)


def _place(lines: Sequence[Line]) -> tuple[str | None, int | None, int | None]:
    """The smallest span that holds all the lines."""
    if not lines:
        return None, None, None
    return lines[0].source_file, min(line.char_start for line in lines), max(line.char_end for line in lines)


def records(comparison: Comparison) -> dict[str, Any]:
    """The whole comparison, what is equal too, with the sentences in every language."""
    return {
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "across": comparison.across,
        "units": [_unit_record(unit, comparison.across) for unit in comparison.units],
    }


def _side(edition: Edition) -> dict[str, Any]:
    return {
        "act_uri": edition.act_uri,
        "number": edition.number,
        "language": edition.language,
        "on": edition.on,
        "complete": edition.complete,
        "later_unknown": list(edition.later_unknown),
    }


def _unit_record(unit: UnitComparison, across: bool) -> dict[str, Any]:
    sides = {
        name: side and {"eid": side.eid, "label": side.label, "heading": side.heading, "known": side.known}
        for name, side in (("old", unit.old), ("new", unit.new))
    }
    return {**sides, "change": unit.kind.value, "changes": [_record(one, unit, across) for one in unit.changes]}


def _record(change: Change, unit: UnitComparison, across: bool) -> dict[str, Any]:
    return {
        "eid": change.eid,
        "what": change.what,
        "change": kind_key(change, across=across),
        "moved": change.moved,
        "weight": change.weight,
        "summary": {language: tell(language, change, unit.unit, across=across) for language in LANGUAGES},
        "effects": [
            {"code": one.code, "subject": list(one.subject), "old": one.old, "new": one.new} for one in change.effects
        ],
        "old": [_line(line) for line in change.old],
        "new": [_line(line) for line in change.new],
        "old_text": change.old_text,
        "new_text": change.new_text,
        "redline": [[piece.op, piece.text] for piece in change.pieces],
    }


def _line(line: Line) -> dict[str, Any]:
    place = {"source_file": line.source_file, "char_start": line.char_start, "char_end": line.char_end}
    own = {"eid": line.eid, "ordinal": line.ordinal, "level": line.level, "category": line.category}
    return {**own, "text": line.text, **place}


def readable(comparison: Comparison, language: str, paint: Paint = plain) -> Iterator[str]:
    """The lines that a person reads: unit by unit what changed, the heaviest first; what is equal is only counted."""
    yield f"{_name(comparison.old)} → {_name(comparison.new)}"
    if not comparison.changes:
        yield say(language, "diff.nothing")
    for unit in comparison.units:
        yield from _unit_lines(unit, comparison, language, paint)
    yield ""
    yield say(language, "diff.counted", **_counts(comparison))


def _name(edition: Edition) -> str:
    number = f"№ {edition.number}" if edition.number else edition.act_uri
    return " ".join(filter(None, (number, edition.language and f"[{edition.language}]", edition.on)))


def _unit_lines(unit: UnitComparison, comparison: Comparison, language: str, paint: Paint) -> Iterator[str]:
    changes = [change for change in unit.changes if change.kind is not Kind.EQUAL]
    if not changes:
        return
    yield ""
    yield _title(unit)
    side = unit.old.eid if unit.old else "", unit.new.eid if unit.new else ""
    later = [
        eid for edition, eid in zip((comparison.old, comparison.new), side, strict=True) if eid in edition.later_unknown
    ]
    for eid in dict.fromkeys(later):
        yield f"  {say(language, 'change.later_unknown', subject=eid)}"
    for change in sorted(changes, key=lambda change: -change.weight):
        yield f"  {change.weight:>3}  {tell(language, change, unit.unit, across=comparison.across)}"
        yield from (f"       {part}" for part in _words(change, paint))
    equal = len(unit.changes) - len(changes)
    if equal:
        yield f"       ({word(language, 'kind', 'equal')}: {equal})"


def _words(change: Change, paint: Paint) -> list[str]:
    """The redline of a change, or the words of its only side: of a whole unit without a counterpart the first lines."""
    if change.pieces and change.kind is not Kind.MOVED:
        return [redlined(change.pieces, paint)]
    lines = (change.new_text or change.old_text or "").splitlines()
    left = len(lines) - _SHOWN
    return [*lines[:_SHOWN], f"… (+{left})"] if left > 0 else lines


def _title(unit: UnitComparison) -> str:
    names = [
        " ".join(filter(None, (side.label, side.heading, f"({side.eid})"))) for side in (unit.old, unit.new) if side
    ]
    return " → ".join(dict.fromkeys(names))


def _counts(comparison: Comparison) -> dict[str, int]:
    every = [change for unit in comparison.units for change in unit.changes]
    changed = [change for change in every if change.kind is not Kind.EQUAL]
    return {"changed": len(changed), "equal": len(every) - len(changed)}
