"""All ways to put the fragments of one line back, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from operator import attrgetter
from typing import Final, NamedTuple

from biliktilik.parsers.repair.context import QUOTE, Bench, Context, Quotation, VisualLine
from biliktilik.parsers.repair.faults import LIKELY, SLIGHT, SURE, weigh_faults
from biliktilik.parsers.repair.gaps import Gap, find_gaps, find_quote_gaps, may_open_with_gap
from biliktilik.parsers.repair.offsets import NOWHERE
from biliktilik.parsers.repair.starts import CONTINUED, GLUED, TITLE, Start, find_starts
from biliktilik.parsers.repair.titles import Fit

_MOST_CUTS: Final = 500  # no real line has 50; a bound for hostile input
_MOST_UNUSUAL: Final = 6
MARGIN: Final = 2  # by which a reading must be better than any other: less than that is chance
_HOPELESS: Final = SURE + MARGIN  # the cost from which a plan need not be looked at
_STRENGTH: Final = attrgetter("strong")
_COST: Final = attrgetter("cost")
_WEIGHT: Final = attrgetter("weight", "text")
_CLOSES: Final = frozenset(",;.:)")


class Plan(NamedTuple):
    """Which fragments go where: one from each cut, in order, into one of the places each; cheaper plans sort first."""

    cost: int
    places: tuple[Gap, ...]
    cuts: tuple[Start, ...]


class Piece(NamedTuple):
    """A stretch of the raw line without the blanks around it; ``moved`` when it is a fragment."""

    start: int
    end: int
    moved: bool


class Reading(NamedTuple):
    """How a line may have been printed; ``offsets`` has for each character, blanks apart, its place in the raw line."""

    text: str
    offsets: tuple[int, ...]
    rule: str
    weight: int


def make_readings(line: VisualLine, context: Context, bench: Bench) -> list[Reading]:
    """Different readings, the least faulty first; when none is good, those with unusual gaps are tried too.

    The good ones are looked for first, for that takes less time. Of the readings that are worse than the best by
    ``MARGIN`` or more some may be left out.
    """
    for most, unusual in ((SLIGHT, False), (SURE, False), (SURE, True)):
        readings = _weigh_all(line, context, bench, most, unusual=unusual)
        if readings and readings[0].weight <= min(most, SURE - 1):
            break
    return readings


def _weigh_all(line: VisualLine, context: Context, bench: Bench, most: int, *, unusual: bool) -> list[Reading]:
    """The readings of a weight up to ``most``, and those that are not clearly worse than the best of them."""
    found: dict[str, Reading] = {}
    lightest = most
    gaps = find_gaps(line, context, bench)
    region = max((gap.end for gap in gaps), default=line.first)
    starts = find_starts(line.text, region, context, bench)
    skipped = 0
    for number, first in enumerate(starts):
        if SLIGHT * skipped >= lightest + MARGIN:
            break
        for plan in _plans(line, gaps, starts, number, skipped, unusual=unusual):
            limit = lightest + MARGIN
            if plan.cost >= limit:
                break
            reading = _assemble(line, plan, context, bench, limit)
            if reading is not None:
                key = reading.text.replace(" ", "")
                if key not in found or reading.weight < found[key].weight:
                    found[key] = reading
                lightest = min(lightest, reading.weight)
        skipped += first.strong and first.at > region
    return sorted(found.values(), key=_WEIGHT)


def _plans(
    line: VisualLine, gaps: Sequence[Gap], starts: Sequence[Start], number: int, skipped: int, *, unusual: bool
) -> list[Plan]:
    """All plans whose first fragment begins at start ``number``, the cheapest first."""
    first = starts[number]
    if first.at <= line.first or any(start.evidence == GLUED for start in starts[number + 1 :]):
        return []
    plans: list[Plan] = []
    later = [start for start in starts[number + 1 :] if start.evidence != CONTINUED]
    strong = skipped + sum(map(_STRENGTH, (first, *later)))
    for places in _places(line, gaps, first.at, len(later) + 1, unusual):
        base = SLIGHT * strong + len(places)
        if line.text.endswith(" ") and places[-1].end < first.at:
            base += LIKELY  # the last link goes on in the next line, so that it stood at the end of this one
        if base - (SLIGHT + 1) * len(places) > _HOPELESS:
            continue
        for cuts in islice(combinations(later, len(places) - 1), _MOST_CUTS):
            cost = base - (SLIGHT + 1) * (first.strong + sum(map(_STRENGTH, cuts)))
            plans.append(Plan(cost, places, (first, *cuts)))
    plans.sort(key=_COST)
    return plans


def _places(line: VisualLine, gaps: Sequence[Gap], end: int, most: int, unusual: bool) -> Iterator[tuple[Gap, ...]]:
    """Sets of at most ``most`` gaps to fill: every sure one, and any of the others."""
    sure = [gap for gap in gaps if gap.end <= end]
    spare = [] if sure and sure[-1].end == end else [Gap(end, end, False)]
    if may_open_with_gap(line) and line.first == line.begin:
        spare.append(Gap(line.first, line.first, False))
    if unusual:
        spare += find_quote_gaps(line, end - 1)[:_MOST_UNUSUAL]
    for count in range(0 if sure else 1, min(len(spare), most - len(sure)) + 1):
        for chosen in combinations(spare, count):
            yield tuple(sorted({*sure, *chosen}))


def _pieces(line: VisualLine, plan: Plan) -> Iterator[Piece]:
    at = line.first
    ends = [*(cut.at for cut in plan.cuts[1:]), len(line.text)]
    for gap, cut, end in zip(plan.places, plan.cuts, ends, strict=True):
        if at < gap.start:
            yield _trimmed(line.text, at, gap.start, moved=False)
        yield _trimmed(line.text, cut.at, end, moved=True)
        at = max(at, gap.end)
    if at < plan.cuts[0].at:
        yield _trimmed(line.text, at, plan.cuts[0].at, moved=False)


def _trimmed(text: str, start: int, end: int, *, moved: bool) -> Piece:
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return Piece(start, end, moved)


def _assemble(line: VisualLine, plan: Plan, context: Context, bench: Bench, limit: int) -> Reading | None:
    """The line that a plan makes, and how much is wrong with it; None as soon as that is ``limit`` or more."""
    text = line.text[: line.begin]
    offsets = list(range(line.begin))
    state = context.quotation
    weight = plan.cost
    for start, end, moved in _pieces(line, plan):
        words = line.text[start:end]
        if not words:
            continue
        if moved:
            glued = start == plan.cuts[0].at and _is_glued(plan)
            if state.inside:
                weight += _weigh_title_part(words, state, bench, glued=glued)
            else:
                name = context.open_name(bench.names) if len(text) == line.begin else ""
                weight += _weigh_name(words, bench, name, glued=glued, last=start == plan.cuts[-1].at)
            if weight >= limit:
                return None
        if len(text) > line.begin and not _joins(text[-1], words[0], state):
            text += " "
            offsets.append(NOWHERE)
        text += words
        offsets.extend(range(start, end))
        state = state.after(words)
    blanks = _trailing(line, plan)
    weight += weigh_faults(text[line.begin :] + " " * blanks, context, bench)
    return Reading(text + " " * blanks, (*offsets, *[NOWHERE] * blanks), plan.cuts[0].evidence, weight)


def _is_glued(plan: Plan) -> bool:
    return plan.cuts[0].evidence in (GLUED, TITLE)


def _joins(left: str, right: str, state: Quotation) -> bool:
    """Do two pieces stand next to each other without a blank?"""
    if left == "(" or right in _CLOSES:
        return True
    return state.inside if QUOTE in (left, right) else False


def _trailing(line: VisualLine, plan: Plan) -> int:
    """The number of blanks after the last piece; a line that goes on in the next ends in one."""
    cut = plan.cuts[0].at
    if plan.places[-1].end < cut:
        return _blanks(line.text[:cut])
    blanks = _blanks(line.text)
    if blanks == 0:  # the plain blank behind a link at the end of its line stands before the link here
        return int(_blanks(line.text[:cut]) > 1)
    return blanks


def _blanks(text: str) -> int:
    return len(text) - len(text.rstrip())


def _weigh_title_part(words: str, state: Quotation, bench: Bench, *, glued: bool) -> int:
    """How odd a fragment is inside quotation marks."""
    if not state.content:
        if bench.title_start.match(words):
            return 0
        return SLIGHT if words[0].isupper() else LIKELY
    if bench.title_start.match(words):
        return LIKELY
    fit = bench.titles.fit(f"{state.content} {words}".split(QUOTE)[0])
    return 0 if fit in (Fit.WHOLE, Fit.BEGINNING) or glued else SLIGHT


def _weigh_name(words: str, bench: Bench, name: str, *, glued: bool, last: bool) -> int:
    """How odd a fragment is outside quotation marks; ``name``: what the line before leaves open for it.

    Only the ``last`` fragment of a line may be cut off by the line break.
    """
    linked = bench.link.match(words)
    if linked is not None and linked.end() == len(words):
        return 0
    fits = [bench.names.fit(f"{name} {words}")] if name else []
    fits.append(bench.names.fit(words))
    if Fit.WHOLE in fits or (last and Fit.BEGINNING in fits):
        return 0
    return 1 if linked or glued or not words[0].islower() else LIKELY
