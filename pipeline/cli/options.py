"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import click

from biliktilik.pipeline.cli import failure

DEFAULT_DATABASE: Final = "output/biliktilik.sqlite"
DEFAULT_RAW: Final = "raw"

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _verbose(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        failure.set_verbose(ctx)


verbose_option: Decorator = click.option(
    "-v", "--verbose", is_flag=True, expose_value=False, callback=_verbose, help="Show the traceback of an error."
)
database_option: Decorator = click.option(
    "-d",
    "--database",
    metavar="DATABASE",
    default=DEFAULT_DATABASE,
    show_default=True,
    help="Path of a SQLite file, or a SQLAlchemy URL.",
)
format_option: Decorator = click.option(
    "--format",
    "style",
    type=click.Choice(["table", "csv", "json"]),
    help="Form of the listing.  [default: table on a terminal, json in a pipe]",
)


def iso_day(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The callback of an option that takes a day: the day in ISO form, None when it is not given."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day of the form YYYY-MM-DD") from error
