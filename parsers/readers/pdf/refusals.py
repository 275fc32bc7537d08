"""PDF files that hold no text that can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.pdf.page import Page

_PICTURED: Final = 0.5  # of a page without text: its words are in a picture
_MOST_UNMAPPED: Final = 0.02  # of the glyphs may have no letter; a decoration has, the text of an act has not
_NAMED: Final = 10  # pages that a message lists

_REMEDY: Final = (
    "download the act as DOCX, HTML or a PDF file with text, or have the pictures read by a recognition program, check "
    "every number against them, save the result as plain text and add that"
)


def refuse_unreadable(pages: Sequence[Page]) -> None:
    """Raise :class:`UnreadableSource` where text would be missing or wrong."""
    shown = [sum(not glyph.char.isspace() for layer in page.layers for glyph in layer.glyphs) for page in pages]
    total = sum(shown)
    if not total:
        raise UnreadableSource(_no_text(pages))
    scanned = [page.number for page, count in zip(pages, shown, strict=True) if not count and page.pictured > _PICTURED]
    if scanned:
        raise UnreadableSource(
            f"the PDF file has {len(pages)} pages, and these are pictures without text: {_list(scanned)}; {_REMEDY}"
        )
    unmapped = sum(page.unmapped for page in pages)
    if unmapped > _MOST_UNMAPPED * total:
        raise UnreadableSource(
            f"the PDF file does not tell which letters {unmapped} of its {total} characters are (its fonts have no map "
            f"to Unicode); {_REMEDY}"
        )


def _no_text(pages: Sequence[Page]) -> str:
    count = f"{len(pages)} page" + ("s" if len(pages) != 1 else "")
    if any(page.hidden for page in pages):
        return (
            f"the PDF file is a scan of {count}: what it shows are pictures, and its only text is hidden and was "
            f"guessed by a recognition program, whose numbers cannot be trusted; {_REMEDY}"
        )
    return f"the PDF file has {count} and no text layer: it is a scan, or empty; {_REMEDY}"


def _list(numbers: list[int]) -> str:
    named = ", ".join(str(number) for number in numbers[:_NAMED])
    return named + (f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else "")
