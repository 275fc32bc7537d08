"""The sentence of an amending instruction: where it stands, what it does, and to which units."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import Action

_NUMBER: Final = re.compile(r"\d+(?:-\d+)?")
_RANGE: Final = re.compile(r"(\d+) ?[–—] ?(\d+)")
_HEADING: Final = {"параграф": "prg", "тарау": "chp", "глав": "chp", "бөлім": "sec", "раздел": "sec"}


@dataclass(frozen=True, slots=True)
class Scope:
    """The unit inside which instructions speak: ``2-тарауда:``. None where none is named."""

    annex: str | None = None
    section: str | None = None
    chapter: str | None = None
    paragraf: str | None = None
    point: str | None = None

    @property
    def prefix(self) -> str:
        """EId prefix of points."""
        return f"att_{self.annex}__" if self.annex else ""

    def heading_eid(self, name: str, number: str) -> str:
        """EId of a section, chapter or paragraf named inside this scope."""
        steps = [("sec", self.section), ("chp", self.chapter), ("prg", self.paragraf)]
        above = []
        for step, value in steps:
            if step == name:
                break
            if value is not None:
                above.append(f"{step}_{value}")
        return self.prefix + "__".join([*above, f"{name}_{number}"])


@dataclass(frozen=True, slots=True)
class Target:
    """One unit that an instruction aims at. ``number`` is its printed number, ``printed`` the instruction's words."""

    eid: str
    number: str
    printed: str


def read_scope(grammar: Grammar, text: str, scope: Scope) -> Scope | None:
    """The narrower scope that a line such as ``2-тарауда:`` opens; None when the line is an instruction."""
    if reading := grammar.match("amend.scope.annex", text):
        return Scope(annex=reading.match.groupdict().get("number") or "1")
    if reading := grammar.match("amend.scope.section", text):
        return Scope(annex=scope.annex, section=reading.match["number"])
    if reading := grammar.match("amend.scope.chapter", text):
        return Scope(annex=scope.annex, section=scope.section, chapter=reading.match["number"])
    if reading := grammar.match("amend.scope.paragraf", text):
        return replace(scope, paragraf=reading.match["number"], point=None)
    if reading := grammar.match("amend.scope.point", text):
        return replace(scope, point=reading.match["number"])
    return None


def read_targets(grammar: Grammar, text: str, scope: Scope) -> tuple[list[Target], Action | None, str]:
    """``(targets, action, rule)`` of one instruction; no target or no action where it was not understood."""
    verb = grammar.search("amend.verb", text)
    action = Action(verb.rule.value) if verb else None
    rule = verb.rule.id if verb else "instruction"
    if heading := grammar.search("amend.heading", text):
        match = heading.match
        eid = scope.heading_eid(_HEADING[match["unit"]], match["number"])
        done = Action.REPLACE_HEADING if action is Action.REPLACE else action
        return [Target(eid, match["number"], match.group())], done, rule
    if indent := grammar.search("amend.indent", text):
        match = indent.match
        done = Action.REPLACE_INDENT if action is Action.REPLACE else action
        return [Target(f"{scope.prefix}point_{match['number']}", match["number"], match.group())], done, rule
    if subpoints := grammar.search("amend.subpoints", text):
        match = subpoints.match
        point = f"{scope.prefix}point_{match['point']}"
        return [Target(f"{point}__sub_{n}", n, match.group()) for n in _numbers(match["numbers"])], action, rule
    if points := grammar.search("amend.points", text):
        match = points.match
        numbers = _numbers(match["numbers"])
        return [Target(f"{scope.prefix}point_{n}", n, match.group()) for n in numbers], action, rule
    if scope.point is not None and action is not None:
        return [Target(f"{scope.prefix}point_{scope.point}", scope.point, text)], action, rule
    return [], action, rule


def _numbers(printed: str) -> list[str]:
    """``52, 53 және 54`` → three numbers; ``52–54`` → three too."""
    if span := _RANGE.search(printed):
        first, last = int(span[1]), int(span[2])
        return [str(number) for number in range(first, last + 1)]
    return _NUMBER.findall(printed)
