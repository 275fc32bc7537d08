"""The wordings of one document that no rule knows, as far as its findings tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.labels import strange_label
from biliktilik.parsers.model import BlockKind, Finding, Item, ParsedDocument, Span
from biliktilik.parsers.qualification import unknown_category

_RESIDUE: Final = re.compile("«([^«»]+)»")
# Findings that a missing rule may be behind, though they do not tell which words it would have to know.
_OTHERS: Final = frozenset(
    {
        "amended_act_not_read", "block_missing", "card_label_unknown", "document_empty", "header_not_read",
        "instruction_not_read", "no_education_read", "service_by_category", "status_unknown", "unknown_document",
        "unparsed_text",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that no rule knows: the ``role`` that a rule for them would have, and what it would mean.

    ``value`` is None where it cannot be guessed; ``line`` is the printed line, ``at`` its place.
    """

    role: str
    value: str | None
    words: str
    line: str
    at: int


def unknown_wordings(document: ParsedDocument, grammar: Grammar) -> tuple[Wording, ...]:
    """All of them, in the order of the text; the same words as often as they are printed."""
    found = [
        *_fields(document, grammar),
        *_categories(document, grammar),
        *_labels(document, grammar),
        *_instructions(document, grammar),
    ]
    return tuple(sorted(found, key=lambda wording: (wording.at, wording.role, wording.words)))


def other_findings(document: ParsedDocument, told: tuple[Wording, ...]) -> tuple[Finding, ...]:
    """Findings of data that is missing, for which no entry can be proposed from here."""
    places = {wording.at for wording in told}
    return tuple(
        finding
        for finding in document.findings
        if finding.code in _OTHERS and (finding.span is None or finding.span.start not in places)
    )


def _items(document: ParsedDocument) -> Iterator[Item]:
    yield from document.body.items
    for island in document.islands:
        yield from island.body.items


def _fields(document: ParsedDocument, grammar: Grammar) -> Iterator[Wording]:
    for item in _items(document):
        for printed in dict.fromkeys(word for one in item.alternatives for word in one.fields_printed):
            if grammar.match("field", printed) is None:
                yield Wording("field", printed.lower(), printed, item.text, item.span.start)


def _categories(document: ParsedDocument, grammar: Grammar) -> Iterator[Wording]:
    for item in _items(document):
        label = unknown_category(grammar, item.text) if item.block is BlockKind.REQUIREMENTS else None
        if label is not None and item.category is None:
            yield Wording("category", _hint(grammar, "hint.category", label), label, item.text, item.span.start)


def _labels(document: ParsedDocument, grammar: Grammar) -> Iterator[Wording]:
    for finding in document.findings:
        if finding.code == "unknown_label" and finding.span is not None:
            line = _line(document, finding.span)
            label = strange_label(grammar, line, numbered=True)
            if label is not None:
                yield Wording(f"block.{label.block}", "", label.words, line, finding.span.start)


def _line(document: ParsedDocument, span: Span) -> str:
    """The line that begins at a place, folded."""
    text = document.source.text
    end = text.find("\n", span.end)
    return " ".join(text[span.start : end if end >= 0 else len(text)].split())


def _instructions(document: ParsedDocument, grammar: Grammar) -> Iterator[Wording]:
    for finding in document.findings:
        if finding.code != "instruction_not_read" or finding.span is None:
            continue
        line = " ".join(document.source.text[finding.span.start : finding.span.end].split())
        has_verb = grammar.search("amend.verb", line) is not None
        for words in _RESIDUE.findall(finding.message):
            value = None if has_verb else _hint(grammar, "hint.verb", words)
            role = "amend.filler" if has_verb else "amend.verb"
            yield Wording(role, value, words, line, finding.span.start)


def _hint(grammar: Grammar, role: str, words: str) -> str | None:
    reading = grammar.search(role, words)
    return reading.rule.value if reading else None
