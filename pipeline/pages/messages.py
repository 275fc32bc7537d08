"""Every word of the interface in Kazakh, Russian and English: ``messages/*.toml``, a section per page or vocabulary."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from biliktilik.pipeline.messages import catalogue as shared

LANGUAGES: Final = ("kk", "ru", "en")


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All messages of one language by ``section.name``; FileNotFoundError for a language without messages."""
    text = (files("biliktilik.pipeline.pages") / "messages" / f"{language}.toml").read_text(encoding="utf-8")
    return {
        **shared(language),
        **{f"{section}.{name}": said for section, told in tomllib.loads(text).items() for name, said in told.items()},
    }


def say(language: str, key: str, **values: object) -> str:
    """The message ``section.name``, with ``{name}`` replaced by values; KeyError for an unknown key or missing value.

    A plain string, never markup: the template escapes it.
    """
    return catalogue(language)[key].format_map(values)


def word(language: str, vocabulary: str, code: object) -> str:
    """How a code of the database is called, such as ``word("kk", "severity", "error")``; an unknown code is itself."""
    return catalogue(language).get(f"{vocabulary}.{code}", str(code))
