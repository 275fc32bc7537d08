"""A block (duties, knowledge, requirements) → its items, by the segmentation rules of the contract (section 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.model import BlockKind, SegmentKind, Severity, Span
from biliktilik.parsers.text.brackets import semicolons_outside
from biliktilik.parsers.text.spaces import trim
from biliktilik.parsers.units import Unit

SENTENCE_END: Final = re.compile(r"\.(?=\s*[\"«(]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_TAIL: Final = ";.,"
_ABBREVIATION_REACH: Final = 12  # characters before a full stop that an abbreviation may take
_LIST_SHARE: Final = 0.5  # of the lines before the last end like list items, when a block is printed as a list
_USUAL_ENDS: Final = frozenset({";", "."})


@dataclass(frozen=True, slots=True)
class Piece:
    """One item: ``span`` without its final mark, ``end`` that mark as printed (blanks removed)."""

    span: Span
    end: str


def split_block(desk: Desk, unit: Unit) -> list[Piece]:
    """Items of a block of duties or knowledge in order; requirements have a module of their own."""
    body = _without_closing(desk, unit)
    if not body:
        return []
    if _is_list(desk, body):
        lines = _join_commas(desk, body) if unit.block is BlockKind.KNOWLEDGE else body
    else:
        whole = Span(body[0].start, body[-1].end)
        cut = _sentences if unit.block is BlockKind.DUTIES else _members
        lines = cut(desk, whole)
    pieces = [piece for piece in (cut_piece(desk, line) for line in lines) if piece.span.start < piece.span.end]
    _report_ends(desk, pieces, closed=body[-1].end < unit.body[-1].end)
    return pieces


def _without_closing(desk: Desk, unit: Unit) -> list[Span]:
    """The Kazakh verb that closes a block ("… білуге тиіс.") belongs to its label, not to the last item."""
    if not unit.body:
        return []
    last = unit.body[-1]
    reading = desk.grammar.search("block.closing", desk.text[last.start : last.end])
    if reading is None:
        return unit.body
    cut = last.start + reading.match.start()
    desk.mark(Span(cut, last.end), SegmentKind.LABEL, unit.eid, reading.rule.id)
    rest = [Span(last.start, cut)] if cut > last.start else []
    return unit.body[:-1] + rest


def _is_list(desk: Desk, body: list[Span]) -> bool:
    """Several lines that end like members of a list; prose broken into paragraphs ends them with full stops."""
    before_last = [desk.text[span.start : span.end].rstrip() for span in body[:-1]]
    listed = sum(line.endswith((";", ",")) for line in before_last)
    return bool(before_last) and listed >= _LIST_SHARE * len(before_last)


def _join_commas(desk: Desk, body: list[Span]) -> list[Span]:
    """A line that ends in a comma goes on in the next."""
    lines: list[Span] = []
    for span in body:
        if lines and desk.text[lines[-1].start : lines[-1].end].rstrip().endswith(","):
            lines[-1] = Span(lines[-1].start, span.end)
        else:
            lines.append(span)
    return lines


def _sentences(desk: Desk, whole: Span) -> list[Span]:
    """Prose: a full stop, then a capital letter, ends a sentence; an abbreviation does not."""
    text = desk.text
    starts = [whole.start]
    for match in SENTENCE_END.finditer(text, whole.start, whole.end):
        reach = text[max(whole.start, match.end() - _ABBREVIATION_REACH) : match.end()]
        if desk.grammar.search("sentence.abbreviation", reach) is None:
            starts.append(match.end())
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], whole.end], strict=True)]


def _members(desk: Desk, whole: Span) -> list[Span]:
    """Prose list: what stands between semicolons outside quotes and brackets."""
    starts = [whole.start]
    starts += [whole.start + at + 1 for at in semicolons_outside(desk.text[whole.start : whole.end])]
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], whole.end], strict=True)]


def cut_piece(desk: Desk, span: Span) -> Piece:
    """One line or sentence as an item, without the marks at its end."""
    inner = trim(desk.text, span.start, span.end)
    raw = desk.text[inner.start : inner.end]
    cut = _tail_start(raw)
    if raw[cut : cut + 1] == "." and desk.grammar.search("sentence.abbreviation", raw[max(0, cut - 8) : cut + 1]):
        cut += 1
    return Piece(Span(inner.start, inner.start + cut), "".join(raw[cut:].split()))


def _tail_start(raw: str) -> int:
    """Where the marks and blanks at the end of an item begin."""
    cut = len(raw)
    while cut and (raw[cut - 1] in _TAIL or raw[cut - 1].isspace()):
        cut -= 1
    return cut


def _report_ends(desk: Desk, pieces: list[Piece], *, closed: bool) -> None:
    for index, piece in enumerate(pieces):
        is_last = index == len(pieces) - 1
        if not (is_last and closed and not piece.end):
            report_end(desk, piece)


def report_end(desk: Desk, piece: Piece) -> None:
    """An item that ends in no mark, in several, or in a comma."""
    if piece.end in _USUAL_ENDS:
        return
    how = f"«{piece.end}»" if piece.end else "no mark"
    message = f"the item ends in {how} where one semicolon or full stop is usual"
    desk.find("odd_item_end", Severity.INFO, message, Span(max(piece.span.start, piece.span.end - 40), piece.span.end))
