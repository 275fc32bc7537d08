"""The characters of a text page, with pdfium's own additions taken out again."""

from __future__ import annotations

import math
import unicodedata
from ctypes import addressof, byref, c_double
from dataclasses import dataclass, replace
from typing import Any, Final

from biliktilik.parsers.readers.pdf.page import Glyph

UNKNOWN: Final = "\ufffd"  # a glyph whose letter the file does not tell
_INVISIBLE: Final = frozenset({3, 7})  # text render modes that draw nothing
_SURROGATES: Final = range(0xD800, 0xE000)
_STRAIGHT: Final = 3  # degrees by which the text of a line may lean
_THIN: Final = 0.05  # of the font size: a glyph without a width gets this one


@dataclass(frozen=True, slots=True)
class Drawn:
    """A glyph and the direction in which its text runs, in whole degrees against the clock."""

    glyph: Glyph
    turn: int


@dataclass(frozen=True, slots=True)
class Printed:
    """The characters of a page in the order of its content stream."""

    drawn: tuple[Drawn, ...]
    hidden: int
    unmapped: int


@dataclass(frozen=True, slots=True)
class _Run:
    """What all characters of one text object share."""

    number: int
    font: int
    size: float
    turn: int
    invisible: bool


class GlyphReader:
    """Reads text pages of one document; the numbers that it gives to faces hold for all of them."""

    def __init__(self) -> None:
        from pypdfium2 import raw

        self._raw: Any = raw
        self._faces: dict[tuple[bytes, int], int] = {}
        self._x, self._y = c_double(), c_double()
        self._box = (c_double(), c_double(), c_double(), c_double())
        self._rect: Any = raw.FS_RECTF()
        self._matrix: Any = raw.FS_MATRIX()

    def read(self, text_page: Any) -> Printed:
        """The glyphs of a page, without the blanks that pdfium guesses between stretches of text."""
        raw = self._raw
        runs: dict[int, _Run] = {}
        drawn: list[Drawn] = []
        hidden = unmapped = 0
        for index in range(raw.FPDFText_CountChars(text_page)):
            item = raw.FPDFText_GetTextObject(text_page, index)
            if not item:
                continue  # a blank or line break that is not in the file
            key = addressof(item.contents)
            run = runs.get(key)
            if run is None:
                run = runs[key] = self._run(text_page, index, item, len(runs))
            char = self._char(text_page, index)
            if run.invisible:
                hidden += not char.isspace()
                continue
            unmapped += char == UNKNOWN
            if unicodedata.combining(char) and drawn:
                drawn[-1] = _compose(drawn[-1], char)
            else:
                glyph = self._glyph(text_page, index, char, run)
                if drawn and _is_piece(drawn[-1].glyph, glyph):
                    glyph = replace(glyph, right=max(glyph.right, self._box_end(text_page, index, run)))
                drawn.append(Drawn(glyph, run.turn))
        return Printed(tuple(drawn), hidden, unmapped)

    def _run(self, text_page: Any, index: int, item: Any, number: int) -> _Run:
        raw, matrix = self._raw, self._matrix
        size = raw.FPDFText_GetFontSize(text_page, index)
        turn = 0
        if raw.FPDFText_GetMatrix(text_page, index, matrix):
            turn = round(math.degrees(math.atan2(matrix.b, matrix.a)))
            size *= math.hypot(matrix.c, matrix.d)
        face = (self._face_name(item), raw.FPDFText_GetFontWeight(text_page, index))
        font = self._faces.setdefault(face, len(self._faces))
        invisible = raw.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE
        usual = abs(turn) <= _STRAIGHT
        return _Run(number, font, max(abs(size), 0.1), 0 if usual else turn % 360, invisible)

    def _face_name(self, item: Any) -> bytes:
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(item)
        if not font:
            return b""
        import ctypes

        buffer = ctypes.create_string_buffer(128)
        raw.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
        return bytes(buffer.value)

    def _char(self, text_page: Any, index: int) -> str:
        raw = self._raw
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in (0x2, 0xFFFE) and raw.FPDFText_IsHyphen(text_page, index) == 1:
            return "-"
        if code == 0 or code > 0x10FFFF or code in _SURROGATES:
            return UNKNOWN
        char = chr(code)
        kind = unicodedata.category(char)
        if kind == "Zs" or char in "\t\n\r\f\v\u2028\u2029":
            return " "
        return UNKNOWN if kind in ("Cc", "Cn") else char

    def _glyph(self, text_page: Any, index: int, char: str, run: _Run) -> Glyph:
        raw = self._raw
        raw.FPDFText_GetCharOrigin(text_page, index, byref(self._x), byref(self._y))
        x, y = self._x.value, self._y.value
        width = 0.0
        if run.turn == 0 and raw.FPDFText_GetLooseCharBox(text_page, index, byref(self._rect)):
            width = self._rect.right - self._rect.left
        else:
            width = self._box_end(text_page, index, run) - x
        if not 0 < width < 10 * run.size:
            width = _THIN * run.size
        return Glyph(char, x, x + width, y, run.size, run.number, run.font)

    def _box_end(self, text_page: Any, index: int, run: _Run) -> float:
        """Where the ink of a glyph ends in the direction of its text, counted as if that ran to the right."""
        left, right, bottom, top = self._box
        if not self._raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
            return self._x.value
        if run.turn == 0:
            return float(right.value)
        along = top.value - bottom.value if run.turn % 180 in range(45, 136) else right.value - left.value
        return self._x.value + float(along)


def _is_piece(before: Glyph, glyph: Glyph) -> bool:
    """Do two letters stand at one place: the parts of a ligature?"""
    return before.run == glyph.run and abs(before.left - glyph.left) < _THIN and not glyph.char.isspace()


def _compose(before: Drawn, mark: str) -> Drawn:
    """A mark that the file prints on its own, put on its letter."""
    return replace(before, glyph=replace(before.glyph, char=unicodedata.normalize("NFC", before.glyph.char + mark)))
