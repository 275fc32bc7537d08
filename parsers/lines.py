"""What each paragraph is by its own wording: heading, numbered unit, block label, note, seal … or plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from biliktilik.parsers.grammar import Grammar, Reading
from biliktilik.parsers.model import BlockKind, Span
from biliktilik.parsers.text.paragraphs import Paragraph
from biliktilik.parsers.text.spaces import Folded, fold_span


class LineKind(StrEnum):
    """The first wording that fits a paragraph, most telling first."""

    FURNITURE = "furniture"
    NOTE = "note.editorial"
    FUTURE_NOTE = "note.future"
    SECTION = "heading.section"
    CHAPTER = "heading.chapter"
    PARAGRAF = "heading.paragraf"
    ARTICLE = "heading.article"
    UNNUMBERED = "heading.unnumbered"
    CARD = "card.heading"
    BLOCK = "block"
    POINT = "unit.point"
    SUBPOINT = "unit.subpoint"
    TEXT = "text"


HEADINGS: Final = frozenset(
    {LineKind.SECTION, LineKind.CHAPTER, LineKind.PARAGRAF, LineKind.ARTICLE, LineKind.UNNUMBERED}
)
_BLOCK_ROLES: Final = {kind: f"block.{kind.value}" for kind in BlockKind}
_BEFORE_BLOCKS: Final = tuple(
    (kind, kind.value)
    for kind in (
        LineKind.FURNITURE,
        LineKind.NOTE,
        LineKind.FUTURE_NOTE,
        LineKind.SECTION,
        LineKind.CHAPTER,
        LineKind.PARAGRAF,
        LineKind.ARTICLE,
        LineKind.UNNUMBERED,
        LineKind.CARD,
    )
)
_MARKERS: Final = (
    *(role for _, role in _BEFORE_BLOCKS),
    LineKind.POINT.value,
    *_BLOCK_ROLES.values(),
    LineKind.SUBPOINT.value,
)
_LOOK: Final = 1_000  # characters that a marker phrase with its title may need


@dataclass(frozen=True, slots=True)
class Line:
    """One classified paragraph. ``number`` is the printed number, ``rest`` where the text after the marker starts.

    A block, or a subpoint that is a block, has its label at ``[label_start, label_end)``.
    """

    kind: LineKind
    paragraph: Paragraph
    folded: Folded
    rule: str
    number: str | None = None
    title: str | None = None
    block: BlockKind | None = None
    label_start: int = 0
    rest: int = 0
    label_end: int = 0

    @property
    def text(self) -> str:
        """The paragraph, folded."""
        return self.folded.text

    @property
    def span(self) -> Span:
        """Where the paragraph stands."""
        return Span(self.paragraph.start, self.paragraph.end)

    @property
    def rest_span(self) -> Span:
        """Where the text after the marker stands; empty at the end when there is none."""
        if self.rest >= len(self.text):
            return Span(self.paragraph.end, self.paragraph.end)
        return Span(self.folded.place(self.rest), self.paragraph.end)


def classify(text: str, paragraph: Paragraph, grammar: Grammar) -> Line:
    """Decide one paragraph by its own words alone; what its neighbours make of it is decided later."""
    folded = fold_span(text, Span(paragraph.start, paragraph.end))
    head = folded.text[:_LOOK]
    if not grammar.matches_any(_MARKERS, head):
        return Line(LineKind.TEXT, paragraph, folded, "text")
    for kind, role in _BEFORE_BLOCKS:
        if reading := grammar.match(role, head):
            return _marked(kind, paragraph, folded, reading)
    point = grammar.match(LineKind.POINT.value, head)
    at = point.match.end() if point else 0
    if label := _block_label(grammar, head[at:]):
        block, reading = label
        number, end = point.match["number"] if point else None, at + reading.match.end()
        return Line(LineKind.BLOCK, paragraph, folded, reading.rule.id, number, None, block, at, end, end)
    if point:
        return _marked(LineKind.POINT, paragraph, folded, point)
    if reading := grammar.match(LineKind.SUBPOINT.value, head):
        return _listed(paragraph, folded, reading, _block_label(grammar, _capitalised(head[reading.match.end() :])))
    return Line(LineKind.TEXT, paragraph, folded, "text")


def _block_label(grammar: Grammar, text: str) -> tuple[BlockKind, Reading] | None:
    for block, role in _BLOCK_ROLES.items():
        if reading := grammar.match(role, text):
            return block, reading
    return None


def _capitalised(text: str) -> str:
    """Behind a number a label begins with a small letter: ``1) должен знать:``."""
    return text[:1].upper() + text[1:]


def _listed(paragraph: Paragraph, folded: Folded, number: Reading, label: tuple[BlockKind, Reading] | None) -> Line:
    line = _marked(LineKind.SUBPOINT, paragraph, folded, number)
    if label is None:
        return line
    block, reading = label
    return replace(line, block=block, label_start=line.rest, label_end=line.rest + reading.match.end())


def _marked(kind: LineKind, paragraph: Paragraph, folded: Folded, reading: Reading) -> Line:
    groups = reading.match.groupdict()
    title = groups.get("title")
    if title is not None:
        rest = reading.match.start("title")
        title = folded.text[rest:]
    else:
        rest = reading.match.end()
    return Line(kind, paragraph, folded, reading.rule.id, groups.get("number"), title, None, 0, rest)


def breaker(grammar: Grammar) -> Callable[[str], bool]:
    """Tells of a visual line whether it cannot continue the paragraph before it."""

    def breaks(line: str) -> bool:
        if not line[:1].isupper() and not line[:1].isdigit() and line[:1] not in '"«§[':
            return False
        folded = " ".join(line.split())
        roles = (
            "heading.section",
            "heading.chapter",
            "heading.paragraf",
            "heading.article",
            "stamp.start",
            "signature",
            "agreement",
            "note.editorial",
            "note.future",
        )
        if any(grammar.match(role, folded) for role in roles):
            return True
        numbered = grammar.match("unit.point", folded)
        return numbered is not None and folded[numbered.match.end()].isupper()

    return breaks
