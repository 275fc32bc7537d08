"""Text of a page as a reader sees it: blanks folded as a browser folds them, line breaks told apart, links kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

SOFT: Final = "\u2028"  # a line break inside one paragraph or cell: a blank to every rule, no end of a line
_HARD: Final = "\n"
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LOST: Final = "\ufffd"  # the sign for a character that cannot be shown
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")  # what HTML calls white space; a no-break space is none
_ENDS_OPEN: Final = (",", "-", "–")  # a title's line that ends like this goes on in the next


@dataclass(frozen=True, slots=True)
class Text:
    """One line; ``links`` are ``(start, end, target)`` in its own offsets."""

    text: str
    links: tuple[tuple[int, int, str], ...] = ()


@dataclass(slots=True)
class Words:
    """Collects the words of one block. Call :meth:`close` once, at its end."""

    _parts: list[str] = field(default_factory=list)
    _links: list[tuple[int, int, str]] = field(default_factory=list)
    _length: int = 0
    _last: str = _HARD

    @property
    def last(self) -> str:
        """The last character so far; a line break at the start."""
        return self._last

    @property
    def empty(self) -> bool:
        """Nothing has been added."""
        return self._length == 0

    def add(self, raw: str, target: str | None) -> None:
        """Take running text; ``target`` is that of the link it stands in."""
        text = _CONTROL.sub(_LOST, _BLANKS.sub(" ", raw))
        if self._last in (_HARD, SOFT):
            text = text.lstrip()
        elif self._last == " ":
            text = text.removeprefix(" ")
        if not text:
            return
        if target is not None:
            self._link(target, self._length + len(text))
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]

    def _link(self, target: str, end: int) -> None:
        start = self._length
        if self._links and self._links[-1][1:] == (start, target):
            start = self._links.pop()[0]
        self._links.append((start, end, target))

    def break_line(self, *, soft: bool = False) -> None:
        """A line ends here."""
        if self._length:
            self._parts.append(SOFT if soft else _HARD)
            self._length += 1
            self._last = _HARD

    def close(self, *, note: bool, heading: bool) -> list[Text]:
        """The lines that are not blank, trimmed. Line breaks that only wrap a line become :data:`SOFT`."""
        text = "".join(self._parts)
        if not self._links and _HARD not in text:
            text = text.strip()
            return [Text(text)] if text else []
        lines: list[Text] = []
        start = 0
        links = iter([*self._links, (self._length, self._length, "")])
        waiting = next(links)
        for end in _ends(text, note=note, heading=heading):
            inner = text[start:end]
            lead = len(inner) - len(inner.lstrip())
            inner = inner.strip()
            first = start + lead
            own = []
            while waiting[0] < end:
                own.append((waiting[0] - first, waiting[1] - first, waiting[2]))
                if waiting[1] > end:
                    waiting = (end, waiting[1], waiting[2])
                    break
                waiting = next(links)
            if inner:
                lines.append(Text(inner.replace(_HARD, SOFT), _trimmed(inner, own)))
            start = end
        return lines


def _ends(text: str, *, note: bool, heading: bool) -> list[int]:
    """Where the lines of ``text`` end, wraps left out."""
    pieces = text.split(_HARD)
    ends: list[int] = []
    at = 0
    opening = pieces[0].split(maxsplit=1)[:1]
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        at += len(piece)
        if not _wraps(piece.rstrip(), following.lstrip(), opening, note=note, heading=heading):
            ends.append(at)
        at += 1
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
    return ends


def _wraps(before: str, after: str, opening: list[str], *, note: bool, heading: bool) -> bool:
    """Does a line break between the two only wrap a line?

    A note is one paragraph until its opening word comes again. A title's lines stay apart, for several titles may
    share an element, unless the first is plainly cut.
    """
    if not before or not after:
        return False
    if note:
        return after.split(maxsplit=1)[:1] != opening
    if heading:
        return before.endswith(_ENDS_OPEN) or before.count('"') % 2 == 1 or before.count("(") > before.count(")")
    return after[0].islower() and (before[-1].isalnum() or before[-1] == ",")


def _trimmed(line: str, links: list[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Links cut to the line, without outer blanks; those of nothing are dropped."""
    kept = []
    for start, end, target in links:
        first = max(start, 0)
        words = line[first : max(end, 0)]
        if words.strip():
            left = first + len(words) - len(words.lstrip())
            kept.append((left, left + len(words.strip()), target))
    return tuple(kept)


def join(texts: list[Text], separator: str) -> Text:
    """Several lines as one."""
    parts: list[str] = []
    links: list[tuple[int, int, str]] = []
    at = 0
    for one in texts:
        parts.append(one.text)
        links += [(at + start, at + end, target) for start, end, target in one.links]
        at += len(one.text) + len(separator)
    return Text(separator.join(parts), tuple(links))
