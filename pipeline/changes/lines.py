"""What became of the lines of a unit, and of its heading and text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from biliktilik.pipeline.changes.matching import match_lines
from biliktilik.pipeline.changes.model import Change, Effect, Kind, Line, Unit
from biliktilik.pipeline.changes.redline import redline
from biliktilik.pipeline.changes.requirements import requirement_effects
from biliktilik.pipeline.changes.weight import weigh
from biliktilik.schema.vocabulary import BLOCKS

_SIDES: Final = (Kind.OLD_UNKNOWN, Kind.NEW_UNKNOWN)


def compare_blocks(old: Unit, new: Unit, language: str | None, complete: tuple[bool, bool]) -> Iterator[Change]:
    """The lines of both units block by block; a block that an incomplete side does not have is unknown there."""
    for block in BLOCKS:
        olds = [line for line in old.lines if line.block == block]
        news = [line for line in new.lines if line.block == block]
        unknown = [kind for kind, side, full in zip(_SIDES, (olds, news), complete, strict=True) if not (side or full)]
        if unknown and (olds or news):
            before, after = (" ".join(line.text for line in side) or None for side in (olds, news))
            weight = weigh(unknown[0], block, (), before, after)
            yield Change(unknown[0], block, new.eid, old_text=before, new_text=after, weight=weight)
            continue
        for match in match_lines(olds, news, language):
            before_lines, after_lines = [olds[i] for i in match.old], [news[j] for j in match.new]
            yield line_change(before_lines, after_lines, moved=match.moved)


def one_sided(old: Unit | None, new: Unit | None) -> Iterator[Change]:
    """Every line of a unit that came or went."""
    for line in old.lines if old else ():
        yield line_change((line,), ())
    for line in new.lines if new else ():
        yield line_change((), (line,))


def text_change(what: str, eid: str, old: str | None, new: str | None) -> Change:
    """What became of the heading or the text (``what``) of a unit; one side may be None, not both."""
    kind = Kind.EQUAL if old == new else Kind.REWORDED if old and new else Kind.ADDED if new else Kind.REMOVED
    pieces = redline(old, new) if old and new else ()
    return Change(kind, what, eid, old_text=old, new_text=new, pieces=pieces, weight=weigh(kind, what, (), old, new))


def line_change(old: Sequence[Line], new: Sequence[Line], *, moved: bool = False) -> Change:
    """What became of lines that belong together; one side is empty for lines that came or went."""
    line = (*new, *old)[0]
    before, after = (" ".join(line.text for line in side) or None for side in (old, new))
    kind = _kind(old, new, moved=moved)
    effects = () if kind in (Kind.EQUAL, Kind.MOVED) else _effects(line.block, old, new)
    return Change(
        kind,
        line.block,
        line.eid,
        tuple(old),
        tuple(new),
        before,
        after,
        redline(before, after) if before and after else (),
        effects,
        weigh(kind, line.block, effects, before, after),
        moved,
    )


def _effects(block: str, old: Sequence[Line], new: Sequence[Line]) -> tuple[Effect, ...]:
    return requirement_effects(old, new) if block == "requirements" else ()


def _kind(old: Sequence[Line], new: Sequence[Line], *, moved: bool) -> Kind:
    if not old:
        return Kind.ADDED
    if not new:
        return Kind.REMOVED
    if len(old) > 1:
        return Kind.MERGED
    if len(new) > 1:
        return Kind.SPLIT
    before, after = ((line.text, line.level, line.category, line.ways) for line in (old[0], new[0]))
    if before == after:
        return Kind.MOVED if moved else Kind.EQUAL
    return Kind.REWORDED
