"""Every sentence for readers, and how the codes of the database are called, in Kazakh, Russian and English.

``pages.*.toml`` holds the words of the pages and the codes of the database, ``changes.*.toml`` the sentences on
changes; one file per language, one section per page or vocabulary. The three languages have the same keys and
placeholders, and no section stands in two files.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("kk", "ru", "en")
ROOMS: Final = ("pages", "changes")


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All messages of one language by ``section.name``. Raises ``KeyError`` for a language without messages."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return {
        f"{section}.{name}": said
        for room in ROOMS
        for section, messages in _sections(room, language).items()
        for name, said in messages.items()
    }


def _sections(room: str, language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__name__) / f"{room}.{language}.toml").read_text(encoding="utf-8"))


def say(language: str, key: str, **values: object) -> str:
    """The message ``section.name``, its ``{placeholders}`` filled. Raises ``KeyError`` for an unknown key or a gap."""
    return catalogue(language)[key].format_map(values)


def word(language: str, vocabulary: str, code: object) -> str:
    """What readers call a code, such as ``word("kk", "category", "first")``; an unknown one is itself."""
    return catalogue(language).get(f"{vocabulary}.{code}", str(code))
