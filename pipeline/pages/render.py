"""From a page to HTML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from biliktilik.pipeline.messages import say, word
from biliktilik.pipeline.pages.links import Links

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES: Final = Path(__file__).parent / "templates"
STYLESHEET: Final = Path(__file__).parent / "static" / "pages.css"


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page: the language of the interface, and where the other pages are."""

    language: str
    links: Links


def render(template: str, page: object, frame: Frame) -> str:
    """``page`` printed by a template, as a whole HTML document.

    Templates see ``page``, ``links``, ``language``, ``say(key, **values)`` and ``word(vocabulary, code)``; everything
    that they print is escaped, and a name that does not exist is an error.
    """
    return (
        _environment()
        .get_template(template)
        .render(
            page=page,
            links=frame.links,
            language=frame.language,
            say=partial(say, frame.language),
            word=partial(word, frame.language),
        )
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
