"""One amending sentence, or a passage of them, read apart from any order: what the playground shows."""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.parsers.amendments import read_amendments, read_passages, split_regions
from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import LANGUAGES, grammar_for
from biliktilik.parsers.language import detect_language
from biliktilik.parsers.ledger import Ledger
from biliktilik.parsers.lines import breaker, classify
from biliktilik.parsers.model import Amendment, Finding, Island, Severity
from biliktilik.parsers.text.paragraphs import split_paragraphs


@dataclass(frozen=True, slots=True)
class Trial:
    """What was read: operations, the wordings that they quote, and what there is to say about the reading."""

    language: str | None
    amendments: tuple[Amendment, ...]
    islands: tuple[Island, ...]
    findings: tuple[Finding, ...]

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """Why something of the text was not understood."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def try_instructions(text: str) -> Trial:
    """Read instructions with their quotations; lines that name an act or a unit say where the next ones stand.

    The language is that of the letters; a text too short to tell is read in the one that understands it.
    """
    guess = detect_language(text)
    languages = sorted(LANGUAGES, key=lambda language: language != guess)
    trials = [_read(text, language) for language in languages]
    return next((trial for trial in trials if trial.amendments), trials[0])


def _read(text: str, language: str) -> Trial:
    grammar = grammar_for(language)
    desk = Desk(text, grammar, Ledger(text))
    lines = [classify(text, paragraph, grammar) for paragraph in split_paragraphs(text, breaker(grammar))]
    _, regions = split_regions(desk, lines)
    amendments, islands = read_amendments(desk, regions, {}) if regions else read_passages(desk, lines)
    return Trial(language, amendments, islands, tuple(desk.findings))
