"""Headings that only their surroundings tell from other lines: how far they run, and what stands below them."""

from __future__ import annotations

from typing import Final

from biliktilik.parsers.lines import Line, LineKind

SENTENCE_END: Final = (".", ";", ":", ",")
_HEADING_LINES: Final = 5  # visual lines over which a heading may run
_HEADING_LENGTH: Final = 200  # characters of one heading line; a point is longer or ends like a sentence
_SKIPPED: Final = frozenset({LineKind.NOTE, LineKind.FUTURE_NOTE})


def heading_end(lines: list[Line], index: int) -> int:
    """Index after the last line of the heading that starts at ``index``.

    A heading goes on in lines of plain text without an indent that start with a small letter or a bracket.
    """
    after = index + 1
    while after < len(lines) and after - index < _HEADING_LINES and _is_continuation(lines[after]):
        after += 1
    return after


def follower(lines: list[Line], index: int) -> Line | None:
    """The line after the heading that would start at ``index``; None where it cannot be a heading."""
    after = heading_end(lines, index)
    if len(lines[index].text) > _HEADING_LENGTH or lines[after - 1].text.endswith(SENTENCE_END):
        return None
    return next_line(lines, after)


def next_line(lines: list[Line], index: int) -> Line | None:
    """The first line from ``index`` on that is no note."""
    at = _next_index(lines, index)
    return lines[at] if at < len(lines) else None


def titles_listed_blocks(lines: list[Line], index: int) -> bool:
    """``5. Librarian:`` whose subpoints are the blocks of its position (``1) duties: …``)."""
    below = next_line(lines, index + 1)
    listed = below is not None and below.kind is LineKind.SUBPOINT and below.block is not None
    return listed and len(lines[index].text) <= _HEADING_LENGTH


def opens_job(lines: list[Line], index: int) -> bool:
    """Is the plain line at ``index`` a heading without word and number: the title of the job whose blocks follow?

    The title of a group of jobs may stand right above the first of them.
    """
    if not _is_bare_title(lines[index]):
        return False
    below = follower(lines, index)
    if below is None:
        return False
    if below.kind is LineKind.BLOCK:
        return True
    after = _next_index(lines, heading_end(lines, index))
    return _is_bare_title(below) and (job := follower(lines, after)) is not None and job.kind is LineKind.BLOCK


def _next_index(lines: list[Line], index: int) -> int:
    while index < len(lines) and lines[index].kind in _SKIPPED:
        index += 1
    return index


def _is_bare_title(line: Line) -> bool:
    return (
        line.kind is LineKind.TEXT
        and not line.paragraph.indented
        and line.paragraph.after_blank
        and line.text[0].isupper()
        and not line.text.endswith(SENTENCE_END)
    )


def _is_continuation(line: Line) -> bool:
    text = line.text
    return (
        line.kind is LineKind.TEXT
        and not line.paragraph.indented
        and (text[0].islower() or text[0] == "(")
        and len(text) <= _HEADING_LENGTH
        and not text.endswith((";", ":"))
    )
