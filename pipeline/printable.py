"""Text from outside, made fit to be shown: nothing in it can steer a terminal or turn the reading order round."""

from __future__ import annotations

import re
from typing import Final

# Control characters but tab and line feed, marks that override the direction of writing, and halves of surrogate pairs.
_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNFIT_IN_LINE: Final = re.compile(f"[\t\n\u2028\u2029]|{_UNFIT.pattern}")


def printable(text: str) -> str:
    """``text`` with every character that could steer a terminal written as its escape (ESC as x1b)."""
    return _UNFIT.sub(_escaped, text)


def printable_line(text: str) -> str:
    """The same for what has to stay on one line, such as the name of a file."""
    return _UNFIT_IN_LINE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
