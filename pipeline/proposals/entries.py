"""Proposed rules as text: TOML to look through and to paste into a file of the grammar."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Final

from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import Finding, ParsedDocument
from biliktilik.pipeline.proposals.wordings import Wording, other_findings, unknown_wordings
from biliktilik.pipeline.rows.sources import line_starts

_SPECIAL: Final = re.compile(r"[\\.^$*+?{}\[\]()|]")
_ADJECTIVE: Final = re.compile(r"(?:ое|ого|ой)$")
_OPENING: Final = "\"'«“„"
_MARKS: Final = "\"'«»“”„ "
_EXAMPLE: Final = 120  # characters of a line that an example shows
_ID_DIGITS: Final = 6
# Roles whose rules must fit anywhere in a line, not at its start.
_SEARCHED: Final = frozenset({"amend.verb", "amend.filler"})
_CHECK: Final = {
    "field": "the value is the code of the field, one word in English, the same in both languages",
    "category": "one of highest, first, second, none, mentor, case_manager, career_consultant, if it is that category",
    "amend.verb": "what the verb does: replace, insert, repeal, replace_words or void",
    "amend.filler": "only for words that change nothing of what is to be done; an exception is no such word",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One proposed rule. ``value`` None: nobody can guess what it means, so it is shown as a comment."""

    id: str
    role: str
    value: str | None
    pattern: str
    example: str
    near_miss: str | None
    lines: tuple[int, ...]

    def written(self) -> Iterator[str]:
        """Its lines, with where it was seen and what is left to do."""
        times = "once" if len(self.lines) == 1 else f"{len(self.lines)} times"
        yield f"# {times}, first in line {self.lines[0]}"
        if advice := _CHECK.get(self.role.partition(" ")[0]):
            yield f"# CHECK {advice}"
        if self.near_miss is None:
            yield "# TODO near_miss: words much like these, which the rule must not fit"
        off = "# " if self.value is None else ""
        yield f"{off}[[rule]]"
        yield f'{off}id = "{self.id}"'
        yield f'{off}role = "{self.role}"'
        if self.value != "":
            yield f'{off}value = "{_basic(self.value or "TODO")}"'
        yield f"{off}pattern = '''{self.pattern}'''"
        yield f"{off}example = '''{self.example}'''"
        yield f"{off}near_miss = '''{self.near_miss or 'TODO'}'''"


def propose(document: ParsedDocument, grammar: Grammar) -> str:
    """The whole proposal as TOML: an entry for each unknown wording, then what no entry can be proposed for."""
    wordings = unknown_wordings(document, grammar)
    others = other_findings(document, wordings)
    starts = line_starts(document.source.text)
    lines = [f"# {document.source.source_file}: {len(wordings)} places with wordings that no rule knows"]
    for entry in entries(wordings, document, starts):
        lines += ["", *entry.written()]
    if others:
        lines += ["", "# No entry can be proposed for these findings:", *_told(others, starts)]
    return "\n".join(lines) + "\n"


def entries(wordings: Sequence[Wording], document: ParsedDocument, starts: Sequence[int]) -> tuple[Entry, ...]:
    """One entry for each kind of wording, the most frequent first."""

    def key(wording: Wording) -> tuple[str, str]:
        return wording.role, _pattern(wording)

    made = []
    for (role, pattern), group in groupby(sorted(wordings, key=key), key):
        found = sorted(group, key=lambda wording: wording.at)
        lines = tuple(bisect_right(starts, wording.at) for wording in found)
        first = found[0]
        digest = sha256(f"{role} {pattern}".encode()).hexdigest()[:_ID_DIGITS]
        name = f"{document.language or 'common'}.{role}.proposed-{digest}"
        near = _near_miss(role, pattern, wordings, document)
        made.append(Entry(name, role, first.value, pattern, _example(first), near, lines))
    return tuple(sorted(made, key=lambda entry: (entry.value is None, -len(entry.lines), entry.role, entry.pattern)))


def _pattern(wording: Wording) -> str:
    """The words escaped, a little more general: other letter cases, blanks, marks and endings."""
    words = wording.words.strip(_MARKS)
    plain = _SPECIAL.sub(lambda special: "\\" + special.group(), " ".join(words.split())).replace("'''", ".{3}")
    either = f"[{words[0].upper()}{words[0].lower()}]{plain[1:]}" if words[:1].isalpha() else plain
    if wording.role == "field":
        ended = _ADJECTIVE.sub("(?:ое|ого|ой)", plain.lower())
        return f"(?i)(?:{ended})$"
    if wording.role == "category":
        return f'["«]?{either}["»]?(?: ?[:–—]| -)'
    if wording.role.startswith("block."):
        return f"{either} ?[:.]"
    return rf"(?<!\w){either}(?!\w)"


def _example(wording: Wording) -> str:
    """The words themselves where a rule must fit them wholly, else the beginning of their line."""
    if wording.role == "field":
        return wording.words
    if wording.role in _SEARCHED:
        return _literal(wording.line)
    start = wording.line.find(wording.words)
    return _literal(wording.line[start - 1 if wording.line[:start].endswith(tuple(_OPENING)) else start :])


def _near_miss(role: str, pattern: str, wordings: Sequence[Wording], document: ParsedDocument) -> str | None:
    """Another wording or line of the document that a rule of this role might meet and must not fit."""
    rule = re.compile(pattern)
    fits = rule.search if role in _SEARCHED else rule.match
    others = [_example(wording) for wording in wordings if wording.role == role]
    if role == "field":
        items = document.body.items
        others += [word for item in items for one in item.alternatives for word in one.fields_printed]
    elif role == "category":
        others += [_literal(item.text) for item in document.body.items if item.category is not None]
    elif role.startswith("block."):
        blocks = {item.block_eid for item in document.body.items}
        named = (unit.heading or unit.label for unit in document.body.provisions if unit.eid in blocks)
        others += [_literal(f"{name}:") for name in named]
    else:
        others += [_literal(one.instruction) for one in document.amendments]
    return next((other for other in others if other and not fits(other)), None)


def _literal(line: str) -> str:
    """The beginning of a line as a literal string of TOML can hold it."""
    cut = line[:_EXAMPLE]
    cut = cut if len(line) <= _EXAMPLE else cut.rpartition(" ")[0]
    return "".join(letter for letter in cut if letter.isprintable()).replace("'''", '"').rstrip("'")


def _basic(value: str) -> str:
    return value.replace("\\", "").replace('"', "")


def _told(findings: Sequence[Finding], starts: Sequence[int]) -> Iterator[str]:
    by_code = sorted(findings, key=lambda finding: finding.code)
    for code, group in groupby(by_code, lambda finding: finding.code):
        found = sorted(group, key=lambda finding: finding.span.start if finding.span else -1)
        yield f"# {code}: {len(found)}"
        for finding in found:
            place = f"line {bisect_right(starts, finding.span.start)}" if finding.span else "whole document"
            message = "".join(letter for letter in finding.message if letter.isprintable())
            yield f"#   {place}: {message}"
