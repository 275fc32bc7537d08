"""The named questions, and the answer to one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
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
    """A value of the answer as a person reads it; ``text`` is None for NULL: the sources do not say.

    ``act_uri`` and ``unit`` say which act, or which unit of it, the value names.
    """

    text: str | None
    is_number: bool
    act_uri: str | None
    unit: str | None


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
    uris = _uris(reader)
    return QuestionPage(
        question,
        tuple(Field(parameter, cell_text(values[parameter.name])) for parameter in question.parameters),
        tuple(answer.names),
        tuple(_cells(record, uris) for record in islice(answer.records(), MOST)),
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
    except ValueError as error:
        raise ValueError(f"{parameter.name} must be a number, not {printed!r}") from error


def _uris(reader: Reader) -> dict[str, str]:
    """The URI that a number stands for, where only one act with text has it."""
    named: dict[str, list[str]] = {}
    for number, uri in reader.ask("SELECT lower(number), act_uri FROM v_acts WHERE text_known <> 'none'").rows:
        named.setdefault(str(number), []).append(str(uri))
    return {number: uris[0] for number, uris in named.items() if len(uris) == 1}


def _cells(record: Mapping[str, Value], uris: Mapping[str, str]) -> tuple[Cell, ...]:
    return tuple(_cell(column, value, record, uris) for column, value in record.items())


def _cell(column: str, value: Value, record: Mapping[str, Value], uris: Mapping[str, str]) -> Cell:
    """A cell; a unit is named by ``eid`` beside ``act_number``, ``from_eid`` beside ``from_act_number`` and so on."""
    if value is None:
        return Cell(None, False, None, None)
    text = cell_text(value)
    act = text if column.endswith("act_uri") else None
    unit = None
    if column.endswith(("act_number", "_act")):
        act = uris.get(text.lower())
    elif column.endswith("eid"):
        act = uris.get(cell_text(record.get(f"{column.removesuffix('eid')}act_number")).lower())
        unit = text if act else None
    return Cell(text, isinstance(value, int | float), act, unit)
