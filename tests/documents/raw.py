"""The documents of raw/ as parts, by file name."""

from pathlib import Path

from biliktilik.parsers.readers import read_source
from biliktilik.parsers.repair import repair_text

from .outline import Part, of_page_text, of_paragraphs, of_wrapped_text

RAW = Path(__file__).parents[2] / "raw"
NAMES = tuple(sorted(path.name for path in RAW.glob("*.txt")))


def parts_of(name: str) -> list[Part]:
    """The parts of a document, of the Russian order of 2012 those of its repaired text."""
    text = read_source(RAW / name, name).text
    if name.endswith(".ru.txt"):
        return of_wrapped_text(repair_text(text, "ru").text)
    return of_page_text(text) if text.startswith(" ") else of_paragraphs(text)
