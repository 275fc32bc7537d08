"""How far a line is from what could have been printed: the traces that words leave where they were taken out."""

from __future__ import annotations

from typing import Final

from biliktilik.parsers.repair.context import QUOTE, Bench, Context
from biliktilik.parsers.repair.titles import Fit
from biliktilik.parsers.repair.traces import GLUE, JOIN, LEFT_GAP

SURE: Final = 10  # no printed line looks so
LIKELY: Final = 4  # a printed line seldom looks so
SLIGHT: Final = 2  # a printed line may look so
UNKNOWN: Final = 1  # nothing speaks for it, nothing against it

_MARK: Final = frozenset(",;.:)")
_BEHIND_CLOSING: Final = frozenset(" ,;.:)")
_NO_MARK_BEHIND: Final = frozenset(" ,;:(")


def weigh_faults(line: str, context: Context, bench: Bench) -> int:
    """The weight of everything that is wrong with ``line`` (indent stripped) behind what stands before it."""
    gaps = sum(found.group()[0] != QUOTE for found in LEFT_GAP.finditer(line))  # quotation marks: see below
    weight = SURE * (gaps + len(GLUE.findall(line)) + len(JOIN.findall(line)))
    weight += SURE * (line.startswith(" ") + (bench.missing.search(line) is not None))
    if line[0] in _MARK and context.tail:
        weight += _weigh_first_mark(context, bench)
    return weight + _weigh_quotes(line, context, bench)


def _weigh_first_mark(context: Context, bench: Bench) -> int:
    """A mark at the start of a line goes on a word that ended right at the end of the line before."""
    if context.tail[-1] in _NO_MARK_BEHIND or _is_open(context.tail, bench):
        return SURE
    known = bench.titles if context.quotation.inside else bench.names
    name = context.open_name(known)
    return LIKELY if name and known.following(name) else 0


def _is_open(tail: str, bench: Bench) -> bool:
    return bench.open_end.search(tail) is not None


def _weigh_quotes(line: str, context: Context, bench: Bench) -> int:
    weight = 0
    state = context.quotation
    at = 0
    while (mark := line.find(QUOTE, at)) >= 0:
        piece = line[at:mark]
        behind = line[mark + 1 : mark + 2]
        before = line[mark - 1 : mark] if mark else context.tail[-1:]
        if state.inside:
            whole = state.after(piece).content
            weight += SURE * (before == " " or not whole) + SURE * (behind != "" and behind not in _BEHIND_CLOSING)
            weight += weigh_title(whole, bench, closed=True)
        else:
            weight += SURE * (behind in _BEHIND_CLOSING and behind != "")
            weight += SLIGHT * (before not in ("", " ", "(") or behind.islower())
            weight += _weigh_capitals(piece, bench)
        state = state.after(piece + QUOTE)
        at = mark + 1
    rest = line[at:]
    if state.inside:
        return weight + weigh_title(state.after(rest).content, bench, closed=False)
    return weight + _weigh_capitals(rest, bench)


def weigh_title(content: str, bench: Bench, *, closed: bool) -> int:
    """The weight of a quoted stretch that should be a title: whole when it is closed, else the beginning of one."""
    fit = bench.titles.fit(content)
    if fit is Fit.WHOLE or (fit is Fit.BEGINNING and not closed):
        return 0
    inner = sum(1 for found in bench.title_start.finditer(content) if found.start() > 0)
    if closed and _is_open(content, bench):
        return SURE
    return LIKELY * inner + (UNKNOWN if fit is Fit.UNKNOWN or not content else LIKELY)


def _weigh_capitals(piece: str, bench: Bench) -> int:
    """A title that begins outside quotation marks."""
    heads = (piece[: found.start()].rstrip() for found in bench.title_start.finditer(piece))
    return LIKELY * sum(head[-1:].islower() for head in heads)
