"""The wording of the law as data: rules of ``common.toml``, ``kk.toml``, ``ru.toml``, ``*.kk.toml``, ``*.ru.toml``.

A rule has an ``id`` (rows name it), a ``role`` (what the parsers ask for), a ``pattern`` (a Python regular expression
over folded text), sometimes a ``value``, and a true ``example`` and ``near_miss`` that the tests run.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final

_NAMED_GROUP: Final = re.compile(r"\(\?P<\w+>")
LANGUAGES: Final = ("kk", "ru")


@dataclass(frozen=True)
class Rule:
    """One wording. ``value`` is what it means where the role has several meanings."""

    id: str
    role: str
    source: str
    value: str
    example: str
    near_miss: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.source)


@dataclass(frozen=True)
class Reading:
    """A rule that fits, and where."""

    rule: Rule
    match: re.Match[str]


@dataclass(frozen=True)
class Grammar:
    """All rules for one language, those common to all languages included."""

    language: str
    roles: Mapping[str, tuple[Rule, ...]]
    words: Mapping[str, Mapping[str, int]]

    def rules(self, role: str) -> tuple[Rule, ...]:
        """The rules of one role in the order of the file; none is an answer too."""
        return self.roles.get(role, ())

    def match(self, role: str, text: str) -> Reading | None:
        """The first rule of ``role`` that fits at the start of ``text``."""
        for rule in self.roles.get(role, ()):
            if found := rule.pattern.match(text):
                return Reading(rule, found)
        return None

    def matches_any(self, roles: tuple[str, ...], text: str) -> bool:
        """Does any rule of any of ``roles`` fit at the start of ``text``? One question where most answers are no."""
        pattern = self._unions.get(roles)
        if pattern is None:
            sources = (rule.source for role in roles for rule in self.rules(role))
            pattern = re.compile("|".join(f"(?:{_NAMED_GROUP.sub('(?:', source)})" for source in sources) or r"(?!)")
            self._unions[roles] = pattern
        return pattern.match(text) is not None

    @cached_property
    def _unions(self) -> dict[tuple[str, ...], re.Pattern[str]]:
        return {}

    def search(self, role: str, text: str, at: int = 0) -> Reading | None:
        """The leftmost fit of any rule of ``role`` at or after ``at``; the earlier rule wins a tie."""
        best: Reading | None = None
        for rule in self.roles.get(role, ()):
            found = rule.pattern.search(text, at)
            if found and (best is None or found.start() < best.match.start()):
                best = Reading(rule, found)
        return best

    def number(self, table: str, word: str) -> int | None:
        """Look a word up in a table of the grammar file (``months``, ``numerals``); None when it is not there."""
        return self.words.get(table, {}).get(word.lower())


@cache
def grammar_for(language: str | None) -> Grammar:
    """The grammar of a language; an unknown language gets the rules common to all."""
    names = ("common", language) if language in LANGUAGES else ("common",)
    roles: dict[str, list[Rule]] = {}
    words: dict[str, dict[str, int]] = {}
    for data in (data for name in reversed(names) for data in _load(name)):
        for entry in data.get("rule", ()):
            rule = _rule(entry)
            roles.setdefault(rule.role, []).append(rule)
        for table, entries in data.get("words", {}).items():
            words.setdefault(table, {}).update(entries)
    return Grammar(language or "", {role: tuple(rules) for role, rules in roles.items()}, words)


def all_rules() -> tuple[Rule, ...]:
    """Every rule of every grammar file."""
    return tuple(
        _rule(entry) for name in ("common", *LANGUAGES) for data in _load(name) for entry in data.get("rule", ())
    )


def _rule(entry: Mapping[str, str]) -> Rule:
    return Rule(
        entry["id"], entry["role"], entry["pattern"], entry.get("value", ""), entry["example"], entry["near_miss"]
    )


@cache
def _load(name: str) -> tuple[dict[str, Any], ...]:
    """The files of one language: ``kk.toml``, then those of single subjects such as ``citations.kk.toml``."""
    found = (f.name for f in files(__package__).iterdir() if f.name.endswith(f".{name}.toml"))
    names = (f"{name}.toml", *sorted(found))
    return tuple(tomllib.loads((files(__package__) / file).read_text("utf-8")) for file in names)
