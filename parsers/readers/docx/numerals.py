"""Numbers in the forms that automatic numbering prints them in."""

from __future__ import annotations

import re
from typing import Final

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"  # the letters that Word counts with
_KAZAKH: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_SIGNS: Final = "*†‡§"
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_PADDED: Final = re.compile(r"0*1")
_LARGEST: Final = 32_767  # of the numbers that Word counts to

LETTERS: Final = {"lowerLetter": _LATIN, "russianLower": _RUSSIAN, "chicago": _SIGNS}
CAPITALS: Final = {"upperLetter": _LATIN.upper(), "russianUpper": _RUSSIAN.upper()}


def print_number(number: int, form: str, pattern: str | None = None) -> str | None:
    """``number`` in a format of WordprocessingML (``ST_NumberFormat``); None for a format that is not known.

    ``pattern`` is that of the format ``custom``: the first members of the sequence, parted by commas.
    """
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "numberInDash":
        return f"- {number} -"
    if letters := LETTERS.get(form) or CAPITALS.get(form):
        return _letter(number, letters)
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    if form == "custom":
        return _custom(number, pattern or "")
    return str(number) if form == "decimal" else None


def _letter(number: int, letters: str) -> str:
    """A letter, then the same letter twice and so on; there is no letter for nought."""
    if not 1 <= number <= _LARGEST:
        return str(number)
    rounds, place = divmod(number - 1, len(letters))
    return letters[place] * (rounds + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= _LARGEST:
        return str(number)
    printed = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        printed += letters * count
    return printed


def _custom(number: int, pattern: str) -> str | None:
    members = [member.strip() for member in pattern.split(",")]
    first = members[0]
    if _PADDED.fullmatch(first):
        return str(number).zfill(len(first))
    if members[:2] == ["а", "ә"]:
        return _letter(number, _KAZAKH)
    if members[:2] == ["А", "Ә"]:
        return _letter(number, _KAZAKH.upper())
    named = [member for member in members if member.strip(". …")]
    return named[number - 1] if 1 <= number <= len(named) else None
