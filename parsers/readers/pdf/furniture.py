"""Page furniture: running headers, footers and page numbers, known by standing at one place on most pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from biliktilik.parsers.readers.pdf.lines import VisualLine

_EDGE_LINES: Final = 4  # lines at each end of a page among which furniture is looked for
_SHARE: Final = 0.4  # of the pages on which it repeats; headers may differ between even and odd pages
_FEWEST: Final = 3  # pages
_STEP: Final = 4.0  # points: the same place
_DIGITS: Final = re.compile(r"\d+")
_NUMBER_ONLY: Final = re.compile(
    r"\W*(?:стр|бет|page|с)?\W*(?P<number>\d{1,4})(?:\s*(?:/|из|of)\s*\d{1,4})?\W*(?:бет|стр)?\W*", re.IGNORECASE
)

_Key = tuple[str, int]


def find_furniture(pages: list[list[VisualLine]]) -> list[set[int]]:
    """For each page, given with its lines from top to bottom, the numbers of the lines that are furniture."""
    found: list[set[int]] = [set() for _ in pages]
    for downwards in (True, False):
        for depth in range(_EDGE_LINES):
            candidates = dict(_edge(pages, found, depth, downwards=downwards))
            repeated = _repeated(pages, candidates)
            for page in repeated:
                found[page].add(candidates[page])
            if not repeated:
                break
    return found


def _edge(
    pages: list[list[VisualLine]], found: list[set[int]], depth: int, *, downwards: bool
) -> Iterator[tuple[int, int]]:
    """The outermost line of each page that is not furniture yet, if all lines beyond it are."""
    for number, lines in enumerate(pages):
        order = range(len(lines)) if downwards else range(len(lines) - 1, -1, -1)
        index = next((index for index in order[: depth + 1] if index not in found[number]), None)
        if index is not None:
            yield number, index


def _repeated(pages: list[list[VisualLine]], candidates: dict[int, int]) -> list[int]:
    """The pages whose candidate repeats on many others."""
    keys = {page: set(_keys(pages[page][index])) for page, index in candidates.items()}
    counts = Counter(key for own in keys.values() for key in own)
    least = max(_FEWEST, _SHARE * len(pages))
    often = {key for key, count in counts.items() if count >= least}
    repeated = {page for page, own in keys.items() if own & often}
    return sorted(repeated | _numbered(pages, candidates))


def _keys(line: VisualLine) -> Iterator[_Key]:
    """The line with its numbers left open, at its height; two steps, so that no border parts what is near."""
    text = _DIGITS.sub("#", " ".join(line.text.split()))
    for shift in (0, 1):
        yield text, 2 * int(line.base / _STEP + shift / 2) + shift


def _numbered(pages: list[list[VisualLine]], candidates: dict[int, int]) -> set[int]:
    """Pages whose candidate is nothing but a number that grows as the pages do."""
    numbers: dict[int, int] = {}
    for page, index in candidates.items():
        if match := _NUMBER_ONLY.fullmatch(pages[page][index].text.strip()):
            numbers[page] = int(match["number"])
    offsets = Counter(number - page for page, number in numbers.items())
    return {page for page, number in numbers.items() if offsets[number - page] >= 2}
