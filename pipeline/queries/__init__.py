"""The named questions: one SQL file each, with its name, its description and its parameters as comments at the top.

    -- category-ladder
    -- The ladder of a position: what each level and category asks for.
    -- :title text "психолог"  part of the position's title, in Kazakh or Russian
    -- :years number 3  fewer years than this

A parameter has a type (``text`` or ``number``), a default and a description.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from math import isfinite
from typing import Final

_PARAMETER: Final = re.compile(
    r'-- :(?P<name>\w+) (?P<type>text|number) (?:"(?P<text>[^"]*)"|(?P<number>\d+(?:\.\d+)?))  (?P<about>\S.*)'
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question; a ``number`` default is a number, a ``text`` default a string."""

    name: str
    default: str | float
    about: str

    def read(self, printed: str) -> str | float:
        """The value a user typed, as the parameter's type; ValueError when it is no number."""
        return printed if isinstance(self.default, str) else _number(printed)


@dataclass(frozen=True, slots=True)
class Question:
    """A named question and the one SELECT that answers it."""

    name: str
    about: str
    parameters: tuple[Parameter, ...]
    sql: str


def all_questions() -> dict[str, Question]:
    """Every named question, by name in alphabetical order."""
    texts = {f.name: f.read_text(encoding="utf-8") for f in files(__name__).iterdir() if f.name.endswith(".sql")}
    return {name.removesuffix(".sql"): read_question(name, text) for name, text in sorted(texts.items())}


def read_question(file_name: str, text: str) -> Question:
    """One question from the text of its file; ValueError when its head is not as described above."""
    lines = text.splitlines()
    head = [line for line in lines[: _head_length(lines)] if line.startswith("-- ")]
    name = file_name.removesuffix(".sql")
    if len(head) < 2 or head[0] != f"-- {name}":
        raise ValueError(f"{file_name}: the first two lines must be '-- {name}' and a description")
    parameters = tuple(_read_parameter(file_name, line) for line in head[2:])
    return Question(name, head[1].removeprefix("-- "), parameters, "\n".join(lines[len(head) :]).strip())


def _number(printed: str) -> int | float:
    """A whole number as an int: LIMIT takes nothing else in every database."""
    value = float(printed)
    if not isfinite(value):
        raise ValueError(f"not a finite number: {printed!r}")
    return int(value) if value.is_integer() else value


def _head_length(lines: list[str]) -> int:
    return next((index for index, line in enumerate(lines) if not line.startswith("-- ")), len(lines))


def _read_parameter(file_name: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None:
        raise ValueError(f"{file_name}: not a parameter line: {line}")
    default = match["text"] if match["type"] == "text" else _number(match["number"])
    return Parameter(match["name"], default, match["about"])
