"""The words of an export that are not the law's own, in the language of the law beside them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

# Remarks on a text whose language nobody knows.
_FALLBACK = "en"


def words(group: str, name: str, language: str | None) -> str:
    """The remark or label ``name`` of ``labels.toml``, in a language of it or else in English."""
    said = _labels()[group][name]
    return said.get(language or _FALLBACK, said[_FALLBACK])


@cache
def _labels() -> dict[str, dict[str, dict[str, str]]]:
    text = (files("biliktilik.pipeline.export.akn") / "labels.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
