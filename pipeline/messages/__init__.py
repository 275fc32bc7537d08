"""Every sentence for readers, and how the codes of the database are called, in Kazakh, Russian and English.

One file per language, one section per page or vocabulary; the three have the same keys and placeholders.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

LANGUAGES: Final = ("kk", "ru", "en")


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All messages of one language by ``section.name``. Raises ``KeyError`` for a language without messages."""
    if language not in LANGUAGES:
        raise KeyError(language)
    sections = tomllib.loads((files(__name__) / f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{section}.{name}": said for section, messages in sections.items() for name, said in messages.items()}


def say(language: str, key: str, **values: object) -> str:
    """The message ``section.name``, its ``{placeholders}`` filled. Raises ``KeyError`` for an unknown key or a gap."""
    return catalogue(language)[key].format_map(values)


def word(language: str, vocabulary: str, code: object) -> str:
    """What readers call a code, such as ``word("kk", "category", "first")``; an unknown one is itself."""
    return catalogue(language).get(f"{vocabulary}.{code}", str(code))
