"""``biliktilik query``: a named question, or any SELECT."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

import click

from biliktilik.pipeline.cli.options import database_option, format_option, verbose_option
from biliktilik.pipeline.cli.tables import write_table
from biliktilik.pipeline.queries import Question, all_questions
from biliktilik.pipeline.store.database import reading
from biliktilik.pipeline.store.table import Table, Value, cell_text

_NAME: Final = re.compile(r"[\w-]+")
_LEADING_COMMENTS: Final = re.compile(r"(?:\s+|--[^\n]*(?:\n|$)|/\*.*?\*/)*", re.DOTALL)


@click.command()
@click.argument("question", metavar="NAME|SQL", required=False)
@click.option("--param", "pairs", metavar="NAME=VALUE", multiple=True, help="Value of a :name in the query.")
@click.option("--list", "list_questions", is_flag=True, help="List the named questions.")
@database_option
@format_option
@verbose_option
def query(question: str | None, pairs: tuple[str, ...], list_questions: bool, database: str, style: str | None) -> None:
    """Answer a named question, or run one SELECT on the views.

    Without a question, list the named ones. lower() and upper() know every letter, so that
    "lower(title) LIKE '%психолог%'" finds a title in any case. Nothing can be written.
    """
    if question is None or list_questions:
        write_table(_listing(), style)
        return
    sql, values = _resolve(question, _split(pairs))
    with reading(database) as reader:
        write_table(reader.ask(sql, values), style)


def _listing() -> Table:
    rows = [(q.name, q.about, _signature(q)) for q in all_questions().values()]
    return Table(("name", "answers", "parameters"), rows)


def _signature(question: Question) -> str:
    return "; ".join(f"{parameter.name}={cell_text(parameter.default)}" for parameter in question.parameters)


def _resolve(question: str, printed: dict[str, str]) -> tuple[str, dict[str, Value]]:
    """The SELECT and its parameters, for a name or for SQL text."""
    text = question.strip()
    if not _NAME.fullmatch(text):
        return _single_select(text), dict(printed)
    questions = all_questions()
    if text not in questions:
        raise click.UsageError(f"there is no question {text!r}{_nearest(text, questions)}; `query --list` lists all")
    named = questions[text]
    return named.sql, _typed(named, printed)


def _single_select(sql: str) -> str:
    """``sql`` without its closing semicolon, if it is one SELECT or WITH."""
    start = sql[_LEADING_COMMENTS.match(sql).end() :]  # type: ignore[union-attr]
    if not re.match(r"(?:select|with)\b", start, re.IGNORECASE):
        raise click.UsageError("only one SELECT (or WITH … SELECT) can be asked; the database is open for reading")
    return sql.rstrip().removesuffix(";")


def _split(pairs: Iterable[str]) -> dict[str, str]:
    values = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise click.UsageError(f"--param takes NAME=VALUE, not {pair!r}")
        values[name] = value
    return values


def _typed(question: Question, printed: dict[str, str]) -> dict[str, Value]:
    known = {parameter.name: parameter for parameter in question.parameters}
    if unknown := sorted(printed.keys() - known.keys()):
        listed = ", ".join(known) or "none"
        raise click.UsageError(f"{question.name} has no parameter {unknown[0]!r}; its parameters: {listed}")
    try:
        given = {name: known[name].read(value) for name, value in printed.items()}
    except ValueError as error:
        raise click.UsageError(f"{question.name}: {error}") from error
    return {**{name: parameter.default for name, parameter in known.items()}, **given}


def _nearest(name: str, questions: Iterable[str]) -> str:
    close = get_close_matches(name, list(questions), n=3, cutoff=0.5)
    return f" (near: {', '.join(close)})" if close else ""
