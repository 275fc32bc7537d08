"""What a careful reader would remark on in one document, beside what the parsers could not read."""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.model import BlockKind, Body, Position, ProvisionKind, Severity, Span
from biliktilik.parsers.text.brackets import unbalanced
from biliktilik.parsers.text.numerals import section_number

_LATIN: Final = re.compile(r"[A-Za-z]+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_CYRILLIC: Final = re.compile(r"[а-яёәғқңөұүһА-ЯЁӘҒҚҢӨҰҮҺіІ]")
_WORD_REACH: Final = 40  # letters before a Latin one that its word may have
_FINISHED: Final = (".", "!", '"', "»", ")")
_NO_UNITS: Final = frozenset({ProvisionKind.PREAMBLE, ProvisionKind.UNPARSED})
_TAIL: Final = 60
_PROSE: Final = 40  # characters from which a last line is a sentence and not a name or a table cell


def check_units(desk: Desk, body: Body, head: Span | None) -> None:
    """A document whose head names an act, but which prints none of its units, was saved in part or misread."""
    if head is None or any(unit.kind not in _NO_UNITS for unit in body.provisions):
        return
    message = (
        "the head names an act, but no point, block or other unit of it was found; the act is not taken to have ended: "
        "see whether the text was saved completely"
    )
    desk.find("document_empty", Severity.ERROR, message, head)


def check_letters(desk: Desk) -> None:
    """Latin letters inside Cyrillic words: stored as printed, but a search by eye or by keyboard misses them."""
    done = 0
    for latin in _LATIN.finditer(desk.text):
        if latin.start() < done:
            continue
        start = latin.start()
        while start > done and latin.start() - start < _WORD_REACH and desk.text[start - 1].isalpha():
            start -= 1
        word = _WORD.match(desk.text, start)
        if word is None:
            continue
        done = word.end()
        if _CYRILLIC.search(word.group()):
            message = f"the word «{word.group()}» mixes Latin and Cyrillic letters"
            desk.find("mixed_letters", Severity.INFO, message, Span(word.start(), word.end()))


def check_balance(desk: Desk, body: Body) -> None:
    """Brackets and quotation marks that do not balance inside one item or one unit's own text."""
    for provision in body.provisions:
        if not provision.text:
            continue
        for fault in unbalanced(provision.text):
            message = f"a {fault} of {provision.eid} is opened or closed without its partner"
            desk.find(f"unbalanced_{fault}", Severity.INFO, message, provision.span)


def check_blocks(desk: Desk, body: Body) -> None:
    """A position without one of its three blocks; a block without an item."""
    blocks: dict[str | None, set[BlockKind]] = {}
    for item in body.items:
        blocks.setdefault(item.position_eid, set()).add(item.block)
    for position in body.positions:
        there = blocks.get(position.eid)
        if not there:
            continue  # only its heading is known
        for kind in BlockKind:
            if kind not in there:
                message = f"position {position.eid} «{position.title}» has no {kind.value}"
                desk.find("block_missing", Severity.WARNING, message, position.span)


def check_numbers(desk: Desk, body: Body) -> None:
    """Gaps and repeats in the numbers of positions, sections, chapters and subpoints."""
    last: dict[tuple[str | None, str], int] = {}
    for provision in body.provisions:
        number = section_number(provision.eid.rsplit("_", 1)[-1].split("~")[0])
        kind = provision.kind.value
        if number is None or kind not in ("section", "chapter", "paragraf", "position", "subpoint"):
            continue
        before = last.get((provision.parent_eid, kind))
        if before is not None and number != before + 1 and "-" not in provision.eid.rsplit("_", 1)[-1]:
            what = "is printed twice" if number == before else f"follows {kind} {before}"
            code = "number_repeated" if number == before else "number_gap"
            desk.find(code, Severity.WARNING, f"{kind} {number} {what} in {provision.parent_eid}", provision.span)
        last[(provision.parent_eid, kind)] = number


def check_titles(desk: Desk, positions: tuple[Position, ...]) -> None:
    """Two positions of one act under the same title: one of them is likely a slip."""
    seen: dict[str, Position] = {}
    for position in positions:
        if position.title is None:
            continue
        key = position.title.casefold()
        if key in seen:
            message = f"positions {seen[key].eid} and {position.eid} have the same title «{position.title}»"
            desk.find("title_repeated", Severity.WARNING, message, position.span)
        seen.setdefault(key, position)


def check_ending(desk: Desk) -> None:
    """A text that stops in the middle of a sentence was cut off."""
    text = desk.text.rstrip()
    line = _last_line(text)
    while line and desk.grammar.match("furniture", line.strip()):
        text = text[: -len(line)].rstrip()
        line = _last_line(text)
    line = line.strip()
    if len(line) >= _PROSE and not line.endswith(_FINISHED):
        message = f"the document ends in the middle of a sentence: «…{line[-_TAIL:]}»; it seems to be cut off"
        desk.find("document_cut_off", Severity.ERROR, message, Span(len(text) - min(_TAIL, len(line)), len(text)))


def _last_line(text: str) -> str:
    return text[text.rfind("\n") + 1 :]
