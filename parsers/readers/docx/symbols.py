"""Characters of the symbol fonts, which Word stores in the private area of Unicode."""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = range(0xF000, 0xF100)
# Code of the font → the character of Unicode that it shows.
_SYMBOL: Final = {
    0x2D: "−",
    0xA2: "′",
    0xA3: "≤",
    0xA7: "•",
    0xA8: "♦",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD7: "⋅",
    0xDE: "⇒",
    0xE5: "∑",
}
_WINGDINGS: Final = {
    0x6C: "●",
    0x6E: "■",
    0x71: "❑",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xFC: "✓",
    0xFE: "☑",
}
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(code: int, font: str) -> str | None:
    """The character that ``code`` shows in ``font``; None where a symbol font is not known well enough to say."""
    table = _FONTS.get(font.strip().lower())
    if code not in _PRIVATE:
        return table.get(code) if table and code in table else chr(code) if _is_character(code) else None
    low = code - _PRIVATE.start
    if table is not None:
        return table.get(low)
    return None


def _is_character(code: int) -> bool:
    return 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 and not 0xE000 <= code < 0xF900
