"""The repair of a whole text: which texts need it, and which of their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from biliktilik.parsers.grammar import Grammar, grammar_for
from biliktilik.parsers.model import Finding, Repair, Severity, Span
from biliktilik.parsers.repair.context import (
    OUTSIDE,
    PARAGRAPH_INDENT,
    QUOTE,
    TAIL,
    Bench,
    Context,
    VisualLine,
    usual_indents,
    visual_line,
)
from biliktilik.parsers.repair.faults import LIKELY, SURE, weigh_faults
from biliktilik.parsers.repair.gaps import find_gaps
from biliktilik.parsers.repair.offsets import Offsets, RepairedLine
from biliktilik.parsers.repair.readings import MARGIN, Reading, make_readings
from biliktilik.parsers.repair.titles import known_titles
from biliktilik.parsers.text.paragraphs import is_wrapped
from biliktilik.parsers.text.spaces import fold

UNDECIDED: Final = "displaced_word_undecided"

_FEWEST: Final = 2  # one odd line is a slip of the text, not the work of a program that takes links out of their place
_LONGEST_LINE: Final = 1_000  # characters, trailing blanks included; no line of a page comes near it
_ACCEPTED: Final = SURE - 3  # the weight up to which a reading can have been printed
_TRACE: Final = re.compile(r' [ ,;.:)]|" "')
_FIRST: Final = frozenset('",;.:)')
_QUOTED: Final = re.compile(r'"([^"]{8,200})"')


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text as it is to be read. ``offsets`` leads from ``text`` to the raw text, whose places the rest gives."""

    text: str
    offsets: Offsets
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A line is sound, or it has a reading, or nobody can tell."""

    sound: bool
    reading: Reading | None = None


_SOUND: Final = _Verdict(True)
_UNDECIDED: Final = _Verdict(False)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A line that is not sound, where it starts, and its reading; None where nobody can tell."""

    start: int
    line: VisualLine
    reading: Reading | None


def repair_text(text: str, language: str | None) -> Repaired:
    """Put displaced link words back, line by line; a text that does not have the defect comes back as it is."""
    untouched = Repaired(text, Offsets())
    grammar = grammar_for(language)
    if not grammar.rules("repair.title-start") or not is_wrapped(text):
        return untouched
    bench = _bench(grammar.language)
    outcomes = list(_read_lines(text, bench))
    done = [outcome for outcome in outcomes if outcome.reading]
    if len(done) < _FEWEST:
        return untouched
    if len(done) < len(outcomes):
        outcomes = list(_read_lines(text, _with_titles(bench, _put_together(text, done).text)))
        done = [outcome for outcome in outcomes if outcome.reading]
    findings = tuple(_finding(outcome) for outcome in outcomes if outcome.reading is None)
    repaired = _put_together(text, done)
    return Repaired(repaired.text, repaired.offsets, repaired.repairs, findings)


def _read_lines(text: str, bench: Bench) -> Iterator[_Outcome]:
    """The outcome for every line that has a gap; each line is judged by what became of the one before it."""
    indents = usual_indents(text)
    missing = bench.missing.search
    decided: dict[tuple[str, Context], _Verdict] = {}  # orders repeat themselves from job to job
    tail, quotation = "", OUTSIDE
    start = 0
    for ended in text.split("\n"):
        raw = ended.rstrip("\r")
        if raw and len(raw) <= _LONGEST_LINE and not raw.isspace():
            first = len(raw) - len(raw.lstrip())
            if first >= PARAGRAPH_INDENT:
                tail, quotation = "", OUTSIDE
            printed = raw
            if first not in indents or raw[first] in _FIRST or _TRACE.search(raw, first) or missing(raw):
                line, context = visual_line(raw, indents), Context(tail[-TAIL:], quotation)
                verdict = decided.get((raw, context)) or _decide(line, context, bench)
                decided[raw, context] = verdict
                if not verdict.sound:
                    yield _Outcome(start, line, verdict.reading)
                    printed = verdict.reading.text if verdict.reading else raw
            tail = printed
            if quotation.inside or QUOTE in printed:
                quotation = quotation.after(printed.strip())
        start += len(ended) + 1


def _decide(line: VisualLine, context: Context, bench: Bench) -> _Verdict:
    """The best reading of a suspect line, if it is good and no other is as good."""
    faults = weigh_faults(line.text[line.begin :], context, bench)
    if faults < LIKELY:
        return _SOUND
    readings = make_readings(line, context, bench)
    best = readings[0] if readings else None
    if best is None or best.weight > _ACCEPTED or best.weight >= faults:
        return _UNDECIDED if faults >= SURE or find_gaps(line, context, bench) else _SOUND
    rival = readings[1].weight if len(readings) > 1 else faults
    if rival - best.weight < MARGIN:
        return _UNDECIDED
    moved = best.text.replace(" ", "") != line.text.replace(" ", "")
    return _Verdict(False, best) if moved else _SOUND


def _put_together(text: str, outcomes: list[_Outcome]) -> Repaired:
    pieces: list[str] = []
    lines: list[RepairedLine] = []
    repairs: list[Repair] = []
    at = length = 0
    for outcome in outcomes:
        reading, raw = outcome.reading, outcome.line.text
        if reading is None:
            continue
        assert sorted(reading.text.replace(" ", "")) == sorted(raw.replace(" ", "")), raw
        printed = reading.text.rstrip(" ").ljust(len(raw))  # of the same length: nothing behind it changes its place
        pieces += [text[at : outcome.start], printed]
        begin = length + outcome.start - at
        length = begin + len(printed)
        at = outcome.start + len(raw)
        lines.append(RepairedLine(Span(begin, length), Span(outcome.start, at), printed, reading.offsets))
        span = Span(outcome.start + outcome.line.first, outcome.start + len(raw.rstrip()))
        repairs.append(Repair(span, raw.strip(), fold(reading.text), reading.rule))
    return Repaired("".join([*pieces, text[at:]]), Offsets(lines), tuple(repairs))


def _finding(outcome: _Outcome) -> Finding:
    line = outcome.line
    message = (
        "linked words of this line were set at its end, and their place cannot be told; the line is kept as it is: "
        f"«{fold(line.text)}»"
    )
    span = Span(outcome.start + line.first, outcome.start + len(line.text.rstrip()))
    return Finding(UNDECIDED, Severity.WARNING, message, span)


def _with_titles(bench: Bench, text: str) -> Bench:
    """The same, with the titles that the mended text itself quotes."""
    quoted = (fold(found) for line in text.split("\n") for found in _QUOTED.findall(line))
    titles = [title for title in quoted if bench.title_start.match(title) and not bench.open_end.search(title)]
    return replace(bench, titles=bench.titles.with_more(titles))


@cache
def _bench(language: str) -> Bench:
    grammar = grammar_for(language)
    patterns = (_any_of(grammar, f"repair.{role}") for role in ("link", "title-start", "missing", "open-end"))
    return Bench(*known_titles(language), *patterns)


def _any_of(grammar: Grammar, role: str) -> re.Pattern[str]:
    """One expression for all rules of a role; one that never fits where there is none."""
    return re.compile("|".join(f"(?:{rule.source})" for rule in grammar.rules(role)) or r"(?!)")
