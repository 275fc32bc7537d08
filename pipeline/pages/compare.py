"""Two states of the law side by side: one act on two days, or the jobs of two acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from biliktilik.pipeline.changes.inquiry import Asked, compare_asked, languages_in_common
from biliktilik.pipeline.changes.model import Change, Comparison, Edition, Kind, Line, Piece, Unit, UnitComparison
from biliktilik.pipeline.changes.sentences import kind_key, tell
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.database import Reader

_ACTS: Final = """
SELECT act_uri, number, adopted_on, coalesce(title_kk, title_ru) AS title FROM v_acts
WHERE text_known <> 'none' ORDER BY adopted_on, act_uri
"""
# What stands on each side of a redline.
_OLD: Final = ("equal", "delete", "old")
_NEW: Final = ("equal", "insert", "new")


@dataclass(frozen=True, slots=True)
class Choice:
    """An act that can be chosen."""

    act_uri: str
    number: str | None
    adopted_on: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One change: ``kind`` and ``sentence`` for the reader, the two sides with what differs in them, and the redline.

    A side without pieces has no words there; ``mark`` is the sign that stands beside the words of a kind.
    """

    kind: str
    mark: str
    what: str
    weight: int
    sentence: str
    ordinals: tuple[str | None, str | None]
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    inline: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A unit or a pair of jobs: what changed, the heaviest first, and what did not."""

    old: Unit | None
    new: Unit | None
    later_unknown: tuple[str, ...]
    changed: tuple[Row, ...]
    equal: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The form with what was asked, and the comparison; None before anything is asked or when it cannot be made.

    ``alone``: the jobs of the older and of the newer act for which no counterpart is known. ``counts``: how many
    changes there are of each kind, the most frequent first. ``trouble`` says why there is no comparison.
    ``languages`` are those of the texts in which it can be made.
    """

    acts: tuple[Choice, ...]
    asked: Asked | None
    old: Edition | None = None
    new: Edition | None = None
    across: bool = False
    sections: tuple[Section, ...] = ()
    alone: tuple[tuple[Unit, ...], tuple[Unit, ...]] = ((), ())
    counts: tuple[tuple[str, int], ...] = ()
    trouble: BiliktilikError | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RedlineFile:
    """A comparison as a file of its own, with the style sheet inside."""

    page: ComparePage
    stylesheet: str


def read_compare(reader: Reader, language: str, asked: Asked | None) -> ComparePage:
    """The page; ``language`` is that of the sentences."""
    return prepare_compare(reader, asked)(language)


def prepare_compare(reader: Reader, asked: Asked | None) -> Callable[[str], ComparePage]:
    """The page in any language of the sentences, out of one comparison."""
    acts = tuple(Choice(*row) for row in reader.ask(_ACTS).rows)  # type: ignore[arg-type]
    if asked is None:
        return lambda language: ComparePage(acts, None)
    try:
        comparison = compare_asked(reader, asked)
        languages = languages_in_common(reader, asked)
    except BiliktilikError as error:
        trouble = ComparePage(acts, asked, trouble=error)
        return lambda language: trouble
    return lambda language: replace(show_comparison(comparison, language, acts, asked), languages=languages)


def read_asked(parameters: dict[str, str | None]) -> Asked | None:
    """What the parameters of an address ask for: ``a``, ``b``, ``a_eid``, ``b_eid``, ``from``, ``to``, ``text``.

    The same act and unit on both sides means one act on two days. None without a first act.
    """
    a, b, one, other = (parameters.get(name) for name in ("a", "b", "a_eid", "b_eid"))
    if a is None:
        return None
    same = b in (None, a) and other in (None, one)
    days = parameters.get("from"), parameters.get("to")
    return Asked(a, None if same else b or a, one, None if same else other, *days, parameters.get("text"))


def show_comparison(
    comparison: Comparison, language: str, acts: tuple[Choice, ...] = (), asked: Asked | None = None
) -> ComparePage:
    """A comparison as it is shown."""
    sections = tuple(_section(unit, comparison, language) for unit in comparison.units)
    alone = _without_counterpart(sections) if comparison.across else ((), ())
    paired = [one for one in sections if one.old and one.new] if comparison.across else sections
    shown = tuple(one for one in paired if one.changed)
    counts = Counter(row.kind for section in shown for row in section.changed)
    ranked = tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    return ComparePage(acts, asked, comparison.old, comparison.new, comparison.across, shown, alone, ranked)


def _without_counterpart(sections: tuple[Section, ...]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    olds = tuple(one.old for one in sections if one.old and not one.new)
    return olds, tuple(one.new for one in sections if one.new and not one.old)


def _section(unit: UnitComparison, comparison: Comparison, language: str) -> Section:
    rows = [_row(change, unit, comparison, language) for change in unit.changes]
    changed = sorted((row for row in rows if row.kind != Kind.EQUAL), key=lambda row: -row.weight)
    sides = ((comparison.old, unit.old), (comparison.new, unit.new))
    later = dict.fromkeys(side.eid for edition, side in sides if side and side.eid in edition.later_unknown)
    equal = tuple(row for row in rows if row.kind == Kind.EQUAL)
    return Section(unit.old, unit.new, tuple(later), tuple(changed), equal)


def _row(change: Change, unit: UnitComparison, comparison: Comparison, language: str) -> Row:
    every = change.pieces or _one_sided(change, across=comparison.across)
    return Row(
        kind_key(change, across=comparison.across),
        _mark(change.kind),
        change.what,
        change.weight,
        tell(language, change, unit.unit, across=comparison.across),
        (_ordinals(change.old), _ordinals(change.new)),
        tuple(piece for piece in every if piece.op in _OLD),
        tuple(piece for piece in every if piece.op in _NEW),
        every,
    )


def _one_sided(change: Change, *, across: bool) -> tuple[Piece, ...]:
    """The words of a side that stands alone.

    Beside an unknown side they are neither struck out nor put in, nor when they belong to two acts.
    """
    alone = change.kind in (Kind.ADDED, Kind.REMOVED) and not across
    sides = (("delete" if alone else "old", change.old_text), ("insert" if alone else "new", change.new_text))
    return tuple(Piece(op, text) for op, text in sides if text)


def _ordinals(lines: tuple[Line, ...]) -> str | None:
    return ", ".join(str(line.ordinal) for line in lines) or None


def _mark(kind: Kind) -> str:
    """A sign that tells the kind without colour."""
    signs = {Kind.ADDED: "+", Kind.REMOVED: "−", Kind.REWORDED: "≠", Kind.MOVED: "↕", Kind.SPLIT: "⑂", Kind.MERGED: "⑃"}
    return signs.get(kind, "=" if kind is Kind.EQUAL else "?")
