"""Where the text of a document that was replaced by another text of the same act really differs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from biliktilik.pipeline.releases.documents import Document


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text: where they begin, and which of them (by number, from 0) the other text has, too."""

    starts: tuple[int, ...]
    kept: tuple[bool, ...]

    def stay(self, start: int, end: int) -> bool:
        """Whether all lines of the place ``[start, end)`` stand in the other text."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        return all(self.kept[first : last + 1])


def compare_lines(document: Document) -> tuple[Lines, Lines] | None:
    """The lines of the old and of the new text, white space folded; None where one of them is not at hand."""
    if document.old is None or document.new is None or document.old.text is None or document.new.text is None:
        return None
    texts = document.old.text, document.new.text
    folded = [[" ".join(line.split()) for line in text.split("\n")] for text in texts]
    common = set(folded[0]) & set(folded[1])
    starts = [(0, *(match.end() for match in re.finditer("\n", text))) for text in texts]
    old, new = (Lines(at, tuple(line in common for line in own)) for at, own in zip(starts, folded, strict=True))
    return old, new
