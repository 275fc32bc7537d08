"""Running text with what is marked in it: acts cited, instructions that amend and the wording that they quote."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from biliktilik.pipeline.export.akn.material import Record
from biliktilik.pipeline.export.akn.names import portion
from biliktilik.pipeline.export.akn.sheet import Element, Sheet


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text: the act cited there, or the amendments that it orders."""

    start: int
    end: int
    rows: tuple[Record, ...]
    orders: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, its marks in order, none over another, and the citations whose words were not found for sure."""

    text: str
    marks: tuple[Mark, ...]
    unplaced: tuple[Record, ...]


def mark(text: str, citations: Sequence[Record], amendments: Sequence[Record]) -> Marked:
    """Find the printed words of citations and instructions in a text of the same unit.

    A citation is placed only when its words stand in the text, as whole words, exactly as often as they are cited;
    an instruction, when it follows the one before. Amendments that find no place stand at the end of the text.
    """
    placed = list(_orders(text, amendments))
    taken = [(found.start, found.end) for found in placed]
    unplaced: list[Record] = []
    by_words: defaultdict[str, list[Record]] = defaultdict(list)
    for row in citations:
        by_words[str(row["as_printed"])].append(row)
    # Longer words first: a short title may be a part of a longer one.
    for words in sorted(by_words, key=lambda words: (-len(words), words)):
        rows = by_words[words]
        free = [place for place in _occurrences(text, words) if _is_free(place, taken)]
        if len(free) == len(rows):
            placed += [Mark(*place, (row,)) for place, row in zip(free, rows, strict=True)]
            for place in free:
                insort(taken, place)
        else:
            unplaced += rows
    return Marked(text, tuple(sorted(placed, key=lambda found: (found.start, found.end))), tuple(unplaced))


def write_marked(sheet: Sheet, paragraph: Element, marked: Marked, eid: str) -> Iterator[tuple[Record, str]]:
    """Fill a paragraph with the text of unit ``eid`` and its marks; the amendments, each with the eId of its order."""
    at, number = 0, 0
    for found in marked.marks:
        sheet.say(paragraph, marked.text[at : found.start])
        words = marked.text[found.start : found.end]
        if found.orders:
            number += 1
            _write_order(sheet, paragraph, words, found.rows, f"{eid}__mod_{number}")
            yield from ((row, f"{eid}__mod_{number}") for row in found.rows)
        else:
            sheet.add(paragraph, "ref", {"href": str(found.rows[0]["cited_act_uri"])}, words)
        at = found.end
    sheet.say(paragraph, marked.text[at:])


def _write_order(sheet: Sheet, paragraph: Element, words: str, rows: Iterable[Record], eid: str) -> None:
    """The words of an instruction, then one element for each unit that it changes: its new wording, where quoted."""
    order = sheet.add(paragraph, "mod", {"eId": eid}, words or None)
    for row in rows:
        attributes = {
            "bt:target": portion(str(row["target_act_uri"]), row["target_eid"]),
            "bt:action": str(row["action"]),
            "bt:status": str(row["status"]),
            "bt:source": str(row["source_file"]),
            "bt:start": str(row["char_start"]),
            "bt:end": str(row["char_end"]),
        }
        if row["new_text"] is None:
            sheet.add(order, "inline", {"name": "target", **attributes})
        else:
            sheet.say(order, " ")
            sheet.add(order, "quotedText", attributes, str(row["new_text"]))


def _orders(text: str, amendments: Sequence[Record]) -> Iterator[Mark]:
    """One mark per instruction with its rows, in the order of the text; what is not found comes at the end."""
    at, lost = 0, list[Record]()
    for instruction, rows in groupby(amendments, key=lambda row: str(row["instruction"] or "")):
        found = text.find(instruction, at) if instruction else -1
        if found < 0:
            lost += rows
        else:
            at = found + len(instruction)
            yield Mark(found, at, tuple(rows), orders=True)
    if lost:
        yield Mark(len(text), len(text), tuple(lost), orders=True)


def _occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() and words[0].isalnum()) and not (
            text[end : end + 1].isalnum() and words[-1].isalnum()
        ):
            yield at, end
        at = text.find(words, end)


def _is_free(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether a place meets none of the sorted places that do not meet each other."""
    at = bisect_left(taken, place)
    before_ends = taken[at - 1][1] <= place[0] if at else True
    return before_ends and (at == len(taken) or place[1] <= taken[at][0])
