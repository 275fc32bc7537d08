"""Two texts word by word: what was struck out and what was put in.

Words are the smallest pieces: a number, a year, a date in digits or a number with its suffix («3-х», «2012») is never
cut. The edit distance is rapidfuzz's; a lone short word that stays between two changed stretches is drawn into them,
because a person reads "three words became four" more easily than every second word struck out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from rapidfuzz.distance import Indel

from biliktilik.pipeline.changes.model import Piece

_TOKEN: Final = re.compile(
    r"\d+(?:[.,:/]\d+)*(?:[-‐‑–]\w+)*%?"  # numbers, dates, decimals, numbers with a suffix
    r"|\w+(?:[-‐‑’'ʼ]\w+)*"
    r"|[^\w\s]"
)
_WORD: Final = re.compile(r"\w")
# An unchanged stretch of at most so many letters between two changes is no island worth showing.
_SHORT: Final = 3


def tokens(text: str) -> list[str]:
    """The words, numbers and marks of a text, without white space."""
    return _TOKEN.findall(text)


def redline(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that turn ``old`` into ``new``.

    Without the inserted pieces they join to ``old``, without the deleted ones to ``new``, white space folded.
    """
    before, after = _spaced(old), _spaced(new)
    blocks = Indel.opcodes([_bare(token) for token in before], [_bare(token) for token in after])
    raw: list[tuple[str, Sequence[str], Sequence[str]]] = [
        (block.tag, before[block.src_start : block.src_end], after[block.dest_start : block.dest_end])
        for block in blocks
    ]
    return tuple(_pieces(_calm(raw)))


def _spaced(text: str) -> list[str]:
    """The tokens, each with the blank before it."""
    folded = " ".join(text.split())
    matches = list(_TOKEN.finditer(folded))
    starts = [0, *(match.end() for match in matches)]
    return [folded[start : match.end()] for start, match in zip(starts, matches, strict=False)]


def _bare(token: str) -> str:
    return token.lstrip(" ")


def _calm(raw: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> list[tuple[bool, list[str], list[str]]]:
    """Stretches as (changed, old, new), with short unchanged ones between changes drawn into them."""
    stretches = [(tag != "equal", list(old), list(new)) for tag, old, new in raw]
    for index in range(1, len(stretches) - 1):
        changed, old, new = stretches[index]
        if not changed and stretches[index - 1][0] and stretches[index + 1][0] and _slight(old):
            stretches[index] = (True, old, new)
    joined = []
    for changed, group in groupby(stretches, key=lambda stretch: stretch[0]):
        members = list(group)
        olds = [token for _, old, _ in members for token in old]
        news = [token for _, _, new in members for token in new]
        joined.append((changed, olds, news))
    return joined


def _slight(words: Sequence[str]) -> bool:
    letters = "".join(word for word in words if _WORD.search(word)).strip()
    return len(words) == 1 and len(letters) <= _SHORT and not any(letter.isdigit() for letter in letters)


def _pieces(stretches: Sequence[tuple[bool, list[str], list[str]]]) -> Iterator[Piece]:
    nothing: tuple[bool, list[str], list[str]] = (False, [], [])
    for (changed, old, new), (_, old_after, new_after) in pairwise([*stretches, nothing]):
        if not changed:
            yield Piece("equal", "".join(new))
            continue
        # The blank after a deleted word at the start of a text belongs to no word that stays.
        lonely = old_after and old_after[0].startswith(" ") and not new and not new_after[0].startswith(" ")
        if old:
            yield Piece("delete", "".join(old) + (" " if lonely else ""))
        if new:
            yield Piece("insert", "".join(new))
