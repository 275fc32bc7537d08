"""The names of acts in both languages: which printed titles mean the same act."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from biliktilik.parsers.identity import fold_title

LANGUAGES: Final = ("kk", "ru")  # the first in which an act has a name gives the name in its URI


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An entry of ``titles.toml``; ``several``: more than one act has borne the name."""

    kind: str
    names: Mapping[str, str]
    forms: tuple[str, ...] = ()
    several: bool = False

    @property
    def name(self) -> str:
        """The name by which the act is told from others."""
        return next(self.names[language] for language in LANGUAGES if language in self.names)


@dataclass(frozen=True)
class Titles:
    """Finds the entry that a printed title means."""

    entries: Mapping[tuple[str, str], NamedAct] = field(default_factory=dict)

    def find(self, kind: str | None, title: str | None) -> NamedAct | None:
        """The entry of a title of an act of ``kind``, whatever its spelling; None when it is not in the file."""
        folded = fold_title(title)
        return self.entries.get((kind, folded)) if kind and folded else None

    def key(self, kind: str | None, title: str | None) -> str | None:
        """The folded name that a title is compared by: the entry's, or its own."""
        entry = self.find(kind, title)
        return fold_title(entry.name if entry else title)


def read_titles(entries: Iterable[Mapping[str, Any]]) -> Titles:
    """Titles from the entries of the file; ``ValueError`` when one title of a kind is given to two acts."""
    found: dict[tuple[str, str], NamedAct] = {}
    for entry in entries:
        names = {language: entry[language] for language in LANGUAGES if language in entry}
        act = NamedAct(entry["kind"], names, tuple(entry.get("forms", ())), bool(entry.get("several", False)))
        for title in {*names.values(), *act.forms}:
            if found.setdefault((act.kind, fold_title(title) or ""), act) is not act:
                raise ValueError(f"titles.toml: {act.kind} «{title}» is given to two acts")
    return Titles(found)


@cache
def known_titles() -> Titles:
    """The titles that are known to be true of the law of Kazakhstan."""
    text = (files(__package__) / "titles.toml").read_text("utf-8")
    return read_titles(tomllib.loads(text)["act"])
