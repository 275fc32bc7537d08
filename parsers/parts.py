"""The parts of a document below its head: the order's own points, signature, agreement, annexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.lines import Line, LineKind
from biliktilik.parsers.model import SegmentKind, Span

_STAMP_LINES: Final = 10  # visual lines over which an approval stamp may run
_STAMP_LENGTH: Final = 160  # characters of a line of a stamp or a signature


@dataclass(frozen=True)
class Annex:
    """``title`` and ``body`` lines of one annex; the stamp above them is accounted for already."""

    title: list[Line]
    body: list[Line]


@dataclass(frozen=True)
class Parts:
    """The order's own lines and its annexes."""

    order: list[Line]
    annexes: list[Annex]


def split_parts(desk: Desk, lines: list[Line]) -> Parts:
    """Cut at the stamps of annexes, and the signature off the order's own part."""
    stamps = _find_stamps(desk, lines)
    first = stamps[0][0] if stamps else len(lines)
    order = _without_closing(desk, lines[:first])
    annexes = []
    for number, (start, end) in enumerate(stamps):
        span = Span(lines[start].span.start, lines[end - 1].span.end)
        desk.mark(span, SegmentKind.STAMP, None, "stamp")
        after = stamps[number + 1][0] if number + 1 < len(stamps) else len(lines)
        annexes.append(_annex(lines[end:after]))
    return Parts(order, annexes)


def _find_stamps(desk: Desk, lines: list[Line]) -> list[tuple[int, int]]:
    stamps: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        end = _stamp_end(desk, lines, index)
        if end is not None:
            stamps.append((index, end))
            index = end
        else:
            index += 1
    return stamps


def _stamp_end(desk: Desk, lines: list[Line], index: int) -> int | None:
    """Index after the stamp that starts at ``index``: short plain lines from a stamp's opening to its closing words."""
    if not _is_stamp_line(lines[index]) or not desk.grammar.match("stamp.start", lines[index].text):
        return None
    for after in range(index + 1, min(index + _STAMP_LINES, len(lines)) + 1):
        line = lines[after - 1]
        if not _is_stamp_line(line):
            return None
        joined = " ".join(other.text for other in lines[index:after])
        if desk.grammar.match("stamp.end", joined):
            return _rest_of_stamp(desk, lines, after)
    return None


def _rest_of_stamp(desk: Desk, lines: list[Line], after: int) -> int:
    """``№ 31-ө-м бұйрығымен`` may be followed by ``бекітілген``: closing words repeat to the last of them."""
    while (
        after < len(lines)
        and not lines[after].paragraph.after_blank
        and _is_stamp_line(lines[after])
        and desk.grammar.match("stamp.end", lines[after].text)
    ):
        after += 1
    return after


def _is_stamp_line(line: Line) -> bool:
    return line.kind is LineKind.TEXT and len(line.text) <= _STAMP_LENGTH and not line.text.endswith((";", ":"))


def _without_closing(desk: Desk, lines: list[Line]) -> list[Line]:
    """Account for signature and agreement after the last point; the lines before them are returned."""
    last_point = max((i for i, line in enumerate(lines) if line.kind in (LineKind.POINT, LineKind.SUBPOINT)), default=0)
    start = next(
        (i for i in range(last_point + 1, len(lines)) if _is_signature(desk, lines[i])),
        len(lines),
    )
    agreed = False
    for line in lines[start:]:
        reading = desk.grammar.match("agreement", line.text)
        agreed = agreed or reading is not None
        desk.mark(
            line.span,
            SegmentKind.STAMP if agreed else SegmentKind.SIGNATURE,
            None,
            "agreement" if agreed else "signature",
        )
    return lines[:start]


def _is_signature(desk: Desk, line: Line) -> bool:
    if line.kind is not LineKind.TEXT or len(line.text) > _STAMP_LENGTH:
        return False
    grammar = desk.grammar
    return bool(grammar.match("signature", line.text) or grammar.match("agreement", line.text))


def _annex(lines: list[Line]) -> Annex:
    count = next((index for index, line in enumerate(lines) if not _is_title_line(line)), len(lines))
    return Annex(lines[:count], lines[count:])


def _is_title_line(line: Line) -> bool:
    """Plain words without an indent; a tab tells of the first row of a table."""
    return line.kind is LineKind.TEXT and not line.paragraph.indented and "\t" not in line.paragraph.text
