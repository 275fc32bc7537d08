"""What is compared, and what the comparison finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What became of a line or of a unit; of the last three a side is not at hand, so nothing is said of its lines."""

    EQUAL = "equal"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"
    OLD_UNKNOWN = "old_unknown"
    NEW_UNKNOWN = "new_unknown"
    BOTH_UNKNOWN = "both_unknown"


UNKNOWN = frozenset({Kind.OLD_UNKNOWN, Kind.NEW_UNKNOWN, Kind.BOTH_UNKNOWN})


@dataclass(frozen=True, slots=True)
class Way:
    """One way to meet a requirement line; codes as in ``v_requirement_alternatives``, None where nothing is stated."""

    education: tuple[str, ...]
    fields: tuple[str, ...]
    min_years: float | None
    no_experience_required: bool | None
    experience_in: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a block; ``block`` is ``duties``, ``knowledge`` or ``requirements``.

    ``level`` and ``category`` are those of a requirement line; the place counts code points of the source.
    """

    eid: str
    block: str
    ordinal: int
    text: str
    source_file: str
    char_start: int
    char_end: int
    level: str | None = None
    category: str | None = None
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One wording of one unit of an act with its items; ``known`` is False when it is only known to exist.

    ``block`` is the kind of block that the unit is, None for a unit without items. Days are ISO dates.
    """

    eid: str
    parent_eid: str | None
    kind: str
    label: str | None
    heading: str | None
    text: str | None
    known: bool
    valid_from: str | None
    valid_to: str | None
    ordinal: int = 1
    lines: tuple[Line, ...] = ()
    block: str | None = None

    @property
    def words(self) -> str | None:
        """The unit's whole wording, one line of text a line: heading, own text, items. None when it is not known."""
        return "\n".join(filter(None, (self.own_words, *(line.text for line in self.lines)))) or None

    @property
    def own_words(self) -> str | None:
        """The wording without the items; None when it is not known."""
        parts = (" ".join(filter(None, (self.label, self.heading))), self.text)
        return "\n".join(filter(None, parts)) or None if self.known else None


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line with the block and the job that it belongs to, and the interval in which it is in force."""

    line: Line
    block_eid: str
    job_eid: str | None
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class ActTexts:
    """All wordings of one act in one language: its units and its jobs (both without lines), and all lines.

    ``complete`` is False for an act of which only some units are at hand.
    """

    act_uri: str
    number: str | None
    language: str | None
    complete: bool
    units: tuple[Unit, ...]
    jobs: tuple[Unit, ...]
    lines: tuple[DatedLine, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An act in one language on a day; without a day (``on`` None), each unit in its last known wording.

    ``complete`` is False for an act of which only some units are at hand: what is missing may well have been there.
    ``later_unknown``: units of which a later wording exists that is not at hand.
    """

    act_uri: str
    number: str | None
    language: str | None
    on: str | None
    units: tuple[Unit, ...]
    complete: bool = True
    later_unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a redline: ``equal``, ``delete`` (old words) or ``insert`` (new words)."""

    op: str
    text: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of a requirement means, computed from its data.

    ``code`` names the sentence that tells it; ``subject``, ``old`` and ``new`` are codes or numbers as text, None where
    the effect has no such part.
    """

    code: str
    subject: tuple[str, ...] = ()
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one line, of lines that were split or merged, or of a unit's heading, text or whole wording.

    ``what`` is the block of the lines, else ``heading``, ``text`` or ``unit``. ``pieces`` is the redline of old against
    new, empty where one side has no words at hand. ``moved``: the line stands elsewhere among its neighbours, too.
    """

    kind: Kind
    what: str
    eid: str
    old: tuple[Line, ...] = ()
    new: tuple[Line, ...] = ()
    old_text: str | None = None
    new_text: str | None = None
    pieces: tuple[Piece, ...] = ()
    effects: tuple[Effect, ...] = ()
    weight: int = 0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class UnitComparison:
    """A unit before and after; one of both is None where the unit is not in that state of the act.

    ``changes`` holds every line of both sides exactly once, the equal ones too, in the order of the new text.
    """

    kind: Kind
    old: Unit | None
    new: Unit | None
    changes: tuple[Change, ...]

    @property
    def unit(self) -> Unit:
        """The newer side; the older one where the newer one is missing or not at hand."""
        unit = self.new if self.new and (self.new.known or self.old is None) else self.old
        if unit is None:
            raise ValueError("a comparison without a unit")
        return unit

    @property
    def differs(self) -> bool:
        """Whether anything is not equal."""
        return self.kind is not Kind.EQUAL


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions side by side; ``units`` in the order of the newer one.

    ``across``: jobs of two acts are compared, in which nothing is added or removed by anybody.
    """

    old: Edition
    new: Edition
    units: tuple[UnitComparison, ...]
    across: bool = False

    @property
    def changes(self) -> tuple[tuple[UnitComparison, Change], ...]:
        """Everything that is not equal with the unit that it belongs to, the legally heaviest first."""
        found = [(unit, change) for unit in self.units for change in unit.changes if change.kind is not Kind.EQUAL]
        return tuple(sorted(found, key=lambda pair: -pair[1].weight))
