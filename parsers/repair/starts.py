"""Where in a damaged line a displaced fragment may begin."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from biliktilik.parsers.repair.context import Bench, Context
from biliktilik.parsers.repair.titles import Fit, Titles
from biliktilik.parsers.repair.traces import GLUE, JOIN

_CAPITAL: Final = re.compile(r'(?<![\w-])(?:(?<= )"(?=[А-ЯЁ])|[А-ЯЁ]|№)')
_QUOTED_SMALL: Final = re.compile(r'"(?=[а-яё])')  # no title begins with a small letter
_WORD: Final = re.compile(r"\w+(?:-\w+)*")
_LONGEST_REST: Final = 3  # letters of a plain word that may be glued before a fragment in lower case

GLUED: Final = "repair.glued"
CAPITAL: Final = "repair.capital"
TITLE: Final = "repair.title"
CONTINUED: Final = "repair.continued"
WORDING: Final = "repair.link"


class Start(NamedTuple):
    """A place where a fragment may begin, and the evidence for it; a ``strong`` one would not stand there by chance."""

    at: int
    evidence: str
    strong: bool


def find_starts(line: str, begin: int, context: Context, bench: Bench) -> list[Start]:
    """Every possible start at or after ``begin``, one per place, the strongest evidence first."""
    found: dict[int, Start] = {}
    for evidence, places in (
        (GLUED, _glued(line, begin)),
        (TITLE, (match.start() for match in bench.title_start.finditer(line, begin))),
        (WORDING, _wordings(line, begin, bench)),
        (CONTINUED, _continuations(line, begin, context, bench)),
        (CAPITAL, (match.start() for match in _CAPITAL.finditer(line, begin))),
    ):
        for at in places:
            found.setdefault(at, Start(at, evidence, evidence != CAPITAL))
    return sorted(found.values())


def _glued(line: str, begin: int) -> list[int]:
    places = [match.end() for match in GLUE.finditer(line, begin)]
    places += [match.start() for match in JOIN.finditer(line, begin)]
    return places + [match.end() for match in _QUOTED_SMALL.finditer(line, max(0, begin - 1))]


def _wordings(line: str, begin: int, bench: Bench) -> list[int]:
    """Where words begin that are often linked, or a known name, which a line break may cut off."""
    spans = [match.span() for match in bench.link.finditer(line, begin)]
    for at in _occurrences(line, begin, bench.names.following(""), bench.names, 0):
        end = _reach(line, at, "", bench.names)
        if end is not None:
            spans.append((at, end))
    return [at for at, _ in spans if not any(start < at < end for start, end in spans)]


def _continuations(line: str, begin: int, context: Context, bench: Bench) -> list[int]:
    """Where words begin that go on the title or name left open by the line before."""
    known = bench.titles if context.quotation.inside else bench.names
    content = context.open_name(known)
    if not content:
        return []
    places = _occurrences(line, begin, known.following(content), known, _LONGEST_REST)
    found = [at for at in places if _reach(line, at, content, known) is not None]
    return [at - 1 if at > begin and line[at - 1] == "(" else at for at in found]


def _occurrences(line: str, begin: int, keys: AbstractSet[str], known: Titles, rest: int) -> list[int]:
    """Where one of some words stands; up to ``rest`` letters of a plain word may be glued before it."""
    found = []
    for key in keys:
        at = line.find(key, begin)
        while at >= 0:
            word = _WORD.match(line, at)
            before = line[max(begin, at - rest - 1) : at]
            begins = len(before) <= rest or not before.isalnum()
            if begins and word and known.key(word.group()) == key:
                found.append(at)
            at = line.find(key, at + 1)
    return sorted(found)


def _reach(line: str, at: int, content: str, known: Titles) -> int | None:
    """Where the words from ``at`` that go on ``content`` end: with the title or name, or with the line; or None."""
    end = at
    for word in _WORD.finditer(line, at):
        fit = known.fit(f"{content} {line[at : word.end()]}")
        if fit is Fit.WHOLE:
            return word.end()
        if fit is not Fit.BEGINNING:
            return None
        end = word.end()
    return end if end > at and not line[end:].strip() else None
