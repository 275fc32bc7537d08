"""Which lines of an order amend other acts, and which line of them is an instruction and which its quotation."""

from __future__ import annotations

from dataclasses import dataclass, field

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.lines import Line, LineKind
from biliktilik.parsers.model import Severity, Span
from biliktilik.parsers.quotations import end_of_quotation, opens_quotation, split_inline
from biliktilik.parsers.text.numerals import section_number


@dataclass(frozen=True)
class Region:
    """Lines of one amending point below its own first line; ``void``: the point declares acts or units void."""

    point: Line
    lines: list[Line]
    void: bool = False


@dataclass(slots=True)
class Passage:
    """One instruction (or line that names a scope) and the lines that it quotes."""

    line: Line
    quoted: list[Line] = field(default_factory=list)


def split_regions(desk: Desk, lines: list[Line]) -> tuple[list[Line], list[Region]]:
    """The order's own lines, and apart from them what stands below each point that amends an act.

    A point that declares acts void stays among the order's own lines, with its subpoints.
    """
    own: list[Line] = []
    regions: list[Region] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        own.append(line)
        index += 1
        if line.kind is not LineKind.POINT:
            continue
        if desk.grammar.match("amend.intro", line.text):
            end = _region_end(desk, lines, index, line)
            regions.append(Region(line, lines[index:end]))
            index = end
        elif desk.grammar.match("amend.void", line.text):
            end = next((i for i in range(index, len(lines)) if lines[i].kind is LineKind.POINT), len(lines))
            regions.append(Region(line, lines[index:end], void=True))
    return own, regions


def _region_end(desk: Desk, lines: list[Line], index: int, point: Line) -> int:
    """The region ends at the next point of the order itself, outside every quotation."""
    following = (section_number(point.number or "") or 0) + 1
    while index < len(lines):
        line = lines[index]
        if line.kind is LineKind.POINT and section_number(line.number or "") == following:
            return index
        _, tail = split_inline(desk, line)
        rest = [tail or line, *lines[index + 1 :]]
        index += end_of_quotation(desk, rest)[0] if opens_quotation(rest[0]) else 1
    return index


def split_passages(desk: Desk, lines: list[Line]) -> list[Passage]:
    """Instructions in order, each with the quotation that follows it on its own line or on the next ones."""
    passages: list[Passage] = []
    rest = list(lines)
    while rest:
        if passages and opens_quotation(rest[0]):
            end, paired = end_of_quotation(desk, rest)
            if not paired:
                span = Span(rest[0].span.start, rest[end - 1].span.end)
                message = "the quotation marks do not pair; what follows tells where the quotation ends"
                desk.find("quotation_unpaired", Severity.WARNING, message, span)
            passages[-1].quoted += rest[:end]
            rest = rest[end:]
            continue
        head, tail = split_inline(desk, rest[0])
        passages.append(Passage(head))
        rest = [*([tail] if tail else []), *rest[1:]]
    return passages
