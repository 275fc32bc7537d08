"""The named questions, and the answer to one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.queries import Parameter, Question, all_questions
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Table, Value, cell_text

# Rows that a page can show; the answer as CSV or JSON has them all.
MOST: Final = 300


@dataclass(frozen=True, slots=True)
class Questions:
    """All named questions, by name."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter with what was given for it (or its default), as text for a form."""

    parameter: Parameter
    value: str

    @property
    def is_number(self) -> bool:
        """Whether only a number will do."""
        return not isinstance(self.parameter.default, str)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of the answer as a person reads it; ``text`` is None for NULL: the sources do not say."""

    text: str | None
    is_number: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question, its form and the first rows of its answer; ``count`` is the number of all rows."""

    question: Question
    fields: tuple[Field, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    count: int

    @property
    def given(self) -> Mapping[str, str]:
        """The parameters by name, for an address."""
        return {field.parameter.name: field.value for field in self.fields}


def read_questions() -> Questions:
    """The list of named questions; it needs no database."""
    return Questions(tuple(all_questions().values()))


def read_question(reader: Reader, name: str, given: Mapping[str, str]) -> QuestionPage:
    """The page of a question with these parameters; those not given have their defaults.

    Raises ``BiliktilikError`` for an unknown name and ``ValueError`` for a number that is none.
    """
    question = named_question(name)
    values = typed_values(question, given)
    answer = reader.ask(question.sql, values)
    return QuestionPage(
        question,
        tuple(Field(parameter, cell_text(values[parameter.name])) for parameter in question.parameters),
        tuple(answer.names),
        tuple(tuple(_cell(value) for value in row) for row in answer.rows[:MOST]),
        len(answer.rows),
    )


def answer_question(reader: Reader, name: str, given: Mapping[str, str]) -> Table:
    """The whole answer to a question; raises as ``read_question`` does."""
    question = named_question(name)
    return reader.ask(question.sql, typed_values(question, given))


def named_question(name: str) -> Question:
    """The question with this name; ``BiliktilikError`` with near names when there is none."""
    questions = all_questions()
    if name in questions:
        return questions[name]
    close = get_close_matches(name, questions, n=3, cutoff=0.5)
    raise BiliktilikError(
        what=f"there is no question {name!r}", remedy=f"did you mean {', '.join(close)}?" if close else ""
    )


def typed_values(question: Question, given: Mapping[str, str]) -> dict[str, Value]:
    """A value for each parameter: what was given, else the default; a blank number counts as not given."""
    return {parameter.name: _typed(parameter, given.get(parameter.name)) for parameter in question.parameters}


def _typed(parameter: Parameter, printed: str | None) -> Value:
    is_text = isinstance(parameter.default, str)
    if printed is None or not (is_text or printed.strip()):
        return parameter.default
    try:
        return parameter.read(printed)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{parameter.name} must be a number, not {printed!r}") from error


def _cell(value: Value) -> Cell:
    return Cell(None if value is None else cell_text(value), isinstance(value, int | float))
