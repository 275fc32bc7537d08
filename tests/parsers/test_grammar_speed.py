"""No wording of the grammar takes a time that grows faster than the text that it is tried on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from biliktilik.parsers.grammar import Rule

SMALL: Final = 1_000
FACTOR: Final = 4
# A linear expression takes four times as long for a text four times as long, a quadratic one sixteen times.
MOST_GROWTH: Final = 9
# What is over in this time (in seconds, for 4,000 characters) need not be measured: 1 MB of it takes less than a second.
NEGLIGIBLE: Final = 0.02
RUNS: Final = (
    " ",
    "а",
    "Ә",
    "1",
    '"',
    "«",
    "(",
    ")",
    "¤",
    "-",
    ", ",
    "а ",
    "А ",
    "1 ",
    "1, ",
    "а, ",
    "1-",
    "№ ",
    "(а) ",
    '"а" ',
    "\t",
)
CUTS: Final = 10  # places of an example behind which a run is tried


def attacks(rule: Rule, size: int) -> Iterator[str]:
    """Texts of ``size`` characters that come near the rule's own wording again and again."""
    words = [0, *(match.start() for match in re.finditer(r"\b", rule.example)), len(rule.example)]
    cuts = sorted(set(words[:: max(1, len(words) // CUTS)]))
    for cut in cuts:
        head = rule.example[:cut]
        yield from (head + (run * size)[:size] for run in RUNS)
        if head:
            yield ((head + " ") * size)[:size]
            yield (head * size)[:size]
    for text in (rule.example, rule.near_miss):
        yield ((text + " ") * size)[:size]
