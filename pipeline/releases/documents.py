"""The documents of two builds: which are the same, whatever their files are called."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

UNREADABLE: Final = "unreadable"


class Fate(StrEnum):
    """What became of a document between two builds.

    ``copied``: another file with the bytes of a document that both hold. ``unsure``: one build could not open it, or
    found no unit in it.
    """

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"
    COPIED = "copied"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class File:
    """A file of one build; ``text`` is None for one that was not read, or is a copy.

    ``use`` is what became of it (``used``, ``competing``, …), None in a database that does not say.
    """

    source_file: str
    sha256: str | None
    language: str | None
    act_uri: str | None
    text: str | None
    use: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document in the old build, in the new one, or in both; ``number`` names it within one comparison."""

    number: int
    old: File | None
    new: File | None
    fate: Fate

    @property
    def name(self) -> str:
        """The file's name, the new one if it has two."""
        named = self.new or self.old
        return named.source_file if named else ""

    @property
    def renamed(self) -> bool:
        """Whether the same bytes have another name now."""
        both = self.old is not None and self.new is not None
        return both and self.fate is Fate.SAME and self.old.source_file != self.new.source_file  # type: ignore[union-attr]

    @property
    def put_to_other_use(self) -> bool:
        """Whether one build takes the wording of its act from it, and the other does not."""
        return self.old is not None and self.new is not None and self.old.use != self.new.use

    @property
    def acts(self) -> frozenset[str]:
        """The acts that it prints, in either build."""
        return frozenset(file.act_uri for file in (self.old, self.new) if file and file.act_uri)


Pair = tuple[File | None, File | None]
Name = Callable[[File], Hashable | None]


def match_documents(old: Iterable[File], new: Iterable[File]) -> tuple[Document, ...]:
    """Pair the files of two builds: by their bytes, then as two texts of one act and language, then by name."""
    olds, news = sorted(old, key=_order), sorted(new, key=_order)
    hashes = {file.sha256 for file in olds} & {file.sha256 for file in news} - {None}
    pairs: list[Pair] = []
    for name in (_digest, _act_and_language, _name):
        found, olds, news = _pair(olds, news, name)
        pairs += found
    pairs += [(file, None) for file in olds]
    pairs += [(None, file) for file in news]
    pairs.sort(key=lambda pair: tuple(file.source_file if file else "" for file in (pair[1] or pair[0], pair[0])))
    return tuple(Document(number, *pair, _fate(*pair, hashes)) for number, pair in enumerate(pairs))


def _order(file: File) -> tuple[bool, int, str]:
    """Files that were read come before their copies."""
    return file.text is None, len(file.source_file), file.source_file


def _digest(file: File) -> Hashable | None:
    return file.sha256


def _act_and_language(file: File) -> Hashable | None:
    return (file.act_uri, file.language) if file.act_uri and file.text is not None else None


def _name(file: File) -> Hashable | None:
    return file.source_file


def _may_be_one(old: File, new: File) -> bool:
    """Another act under an old name is another document; where one build knows no act, the name decides."""
    return old.act_uri == new.act_uri or None in (old.act_uri, new.act_uri)


def _pair(olds: list[File], news: list[File], name: Name) -> tuple[list[Pair], list[File], list[File]]:
    waiting: dict[Hashable, list[File]] = {}
    for file in news:
        if (key := name(file)) is not None:
            waiting.setdefault(key, []).append(file)
    pairs: list[Pair] = []
    left = []
    for file in olds:
        key = name(file)
        fits = key is not None and waiting.get(key) and (name is not _name or _may_be_one(file, waiting[key][0]))
        if fits:
            pairs.append((file, waiting[key].pop(0)))
        else:
            left.append(file)
    taken = {id(pair[1]) for pair in pairs}
    return pairs, left, [file for file in news if id(file) not in taken]


def _fate(old: File | None, new: File | None, hashes: set[str | None]) -> Fate:
    if any(file and file.sha256 is None for file in (old, new)):
        return Fate.UNSURE
    if old and new and old.sha256 != new.sha256:
        return Fate.UNSURE if UNREADABLE in (old.use, new.use) else Fate.REPLACED
    if old and new:
        return Fate.SAME
    only = old or new
    if only and only.sha256 in hashes:
        return Fate.COPIED
    return Fate.ADDED if new else Fate.REMOVED


def by_file(documents: Iterable[Document], side: str) -> Mapping[str, Document]:
    """The documents by the name of their file in one build; ``side`` is ``old`` or ``new``."""
    files = ((getattr(document, side), document) for document in documents)
    return {file.source_file: document for file, document in files if file}
