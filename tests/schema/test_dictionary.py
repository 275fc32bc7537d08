"""The data dictionary in docs/ is the one that the tables and views give."""

from pathlib import Path

from biliktilik.schema.dictionary import dictionary

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary(), "run: make docs"
