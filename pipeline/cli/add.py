"""``biliktilik add``: a document goes into the raw folder, and the database is built anew."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from biliktilik.pipeline.cli.build import build
from biliktilik.pipeline.cli.options import DEFAULT_RAW, database_option, verbose_option
from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.printable import printable_line

_REMOTE: Final = re.compile(r"(?:https?://|[A-ZА-Я]\d{9,10}_?$)")


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="FILE...")
@click.option("--raw", type=click.Path(path_type=Path), default=DEFAULT_RAW, show_default=True, help="Raw folder.")
@database_option
@verbose_option
@click.pass_context
def add(ctx: click.Context, documents: tuple[str, ...], raw: Path, database: str) -> None:
    """Copy each FILE into the raw folder and build.

    A file is read first: one that holds no text is refused, and nothing is copied.
    """
    from biliktilik.pipeline.intake import take_in

    for name in documents:
        if _REMOTE.match(name):
            raise BiliktilikError(
                what="documents are not fetched from the portal yet",
                where=name,
                remedy="download the document and add the file",
                exit_code=ExitCode.SOURCE_UNREADABLE,
            )
    for stored in take_in([Path(name) for name in documents], raw):
        click.echo(printable_line(f"{stored.path}{'' if stored.new else ': there already'}"), err=True)
    ctx.invoke(build, raw=raw, database=database, jobs=1)
