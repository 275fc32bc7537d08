"""Which language a text is in, by its letters."""

from __future__ import annotations

import re
from typing import Final

_KAZAKH: Final = re.compile("[әғқңөұүһӘҒҚҢӨҰҮҺ]")
_CYRILLIC: Final = re.compile("[а-яёА-ЯЁіІ]")
_LATIN: Final = re.compile("[A-Za-z]")
_KAZAKH_SHARE: Final = 0.04  # Kazakh prose has over 15 % of its own letters, Russian with Kazakh names under 1 %
_SAMPLE: Final = 20_000  # characters; enough for a steady share, short enough to cost nothing


def detect_language(text: str) -> str | None:
    """``kk``, ``ru``, or None where the letters are not Cyrillic for the most part."""
    sample = text[:_SAMPLE]
    kazakh = len(_KAZAKH.findall(sample))
    letters = len(_CYRILLIC.findall(sample)) + kazakh
    if letters <= len(_LATIN.findall(sample)):
        return None
    return "kk" if kazakh >= _KAZAKH_SHARE * letters else "ru"
