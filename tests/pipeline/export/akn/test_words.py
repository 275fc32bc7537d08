"""Remarks and labels exist in every language."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from biliktilik.pipeline.export.akn.words import words

LABELS = tomllib.loads((files("biliktilik.pipeline.export.akn") / "labels.toml").read_text(encoding="utf-8"))


def test_each_word_in_three_languages() -> None:
    said = {(group, name): set(by_language) for group, names in LABELS.items() for name, by_language in names.items()}
    assert len(said) > 20
    assert all(languages == {"kk", "ru", "en"} for languages in said.values())


def test_english_where_nobody_knows_the_language() -> None:
    assert words("card", "skill", None) == words("card", "skill", "fr") == "Skill"
    assert words("card", "skill", "ru") == "Навык"
