"""Lines that begin like the label of a block, in words that no rule knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import BlockKind

_LABEL: Final = re.compile(r"(?P<label>[^\W\d_][\w -]{2,60}?) ?:")
_WORDS: Final = 6  # that a label may have; more of them are a sentence


@dataclass(frozen=True, slots=True)
class StrangeLabel:
    """What the block of the label seems to be, and where in the line the label ends."""

    block: BlockKind
    words: str
    end: int


def strange_label(grammar: Grammar, text: str, *, numbered: bool) -> StrangeLabel | None:
    """``Обязан знать: …``: the words hint at a block, but are no label that the grammar has.

    Behind a number (``numbered``) a label may begin with a small letter.
    """
    match = _LABEL.match(text)
    if match is None or not (numbered or text[0].isupper()) or match["label"].count(" ") >= _WORDS:
        return None
    hint = grammar.search("hint.block", match["label"])
    return StrangeLabel(BlockKind(hint.rule.value), match["label"], match.end()) if hint else None
