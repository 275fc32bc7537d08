"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
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
