"""The words at the ends of lines: which go on in the next line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from biliktilik.parsers.readers.pdf.lines import SOFT_HYPHEN, VisualLine, Words
from biliktilik.parsers.readers.pdf.page import NO_LINK

_HYPHENS: Final = "-\u2010\u2011"
_WORD: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_LAST: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*(?=[-\u2010\u2011]\Z)")
_TIED: Final = re.compile(r"[^\W_][/–—]\Z")  # programs divide words behind such marks
_FIRST: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")


def known_words(lines: Iterable[VisualLine]) -> frozenset[str]:
    """The words that stand whole in lines, in small letters."""
    return frozenset(word.casefold() for line in lines for word in _whole(line.text))


def _whole(text: str) -> list[str]:
    words = _WORD.findall(text)
    return words[:-1] if text.endswith((*_HYPHENS, SOFT_HYPHEN)) else words


def join_lines(lines: list[Words], known: frozenset[str]) -> Words:
    """The lines of one paragraph as one line.

    A printed hyphen at a line's end may be the word's own (``вице-министр``) or the mark of a division, and the file
    does not tell which (pdfium reports both as U+FFFE). It stays, unless the document prints the word elsewhere
    without it and never with it. A soft hyphen (U+00AD) is always a mark of division.
    """
    if not lines:
        return Words()
    texts, links = [lines[0].text], list(lines[0].links)
    for line in lines[1:]:
        ending = _ending(texts[-1], line.text, known)
        if ending:
            texts[-1] = texts[-1][:-1]
            links.pop()
        elif ending is None:
            texts.append(" ")
            links.append(line.links[0] if links and links[-1] == line.links[0] else NO_LINK)
        texts.append(line.text)
        links += line.links
    if texts[-1].endswith(SOFT_HYPHEN):
        texts[-1] = f"{texts[-1][:-1]}-"
    return Words("".join(texts), tuple(links))


def _ending(before: str, after: str, known: frozenset[str]) -> bool | None:
    """True: drop the hyphen and join; False: join; None: a blank stands between the lines."""
    if before.endswith(SOFT_HYPHEN):
        return True
    last = _LAST.search(before)
    first = _FIRST.match(after)
    if last is None or first is None:
        return False if first and _TIED.search(before) else None
    one, two = last.group().casefold(), first.group().casefold()
    plain = one + two
    hyphened = {one + hyphen + two for hyphen in _HYPHENS}
    return plain in known and not hyphened & known
