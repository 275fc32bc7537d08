"""``biliktilik inspect``: what the parser sees in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from biliktilik.pipeline.cli.options import format_option, verbose_option
from biliktilik.pipeline.cli.tables import chosen_style, write_json, write_table
from biliktilik.pipeline.errors import BiliktilikError, ExitCode

if TYPE_CHECKING:
    from biliktilik.parsers.model import ParsedDocument


@click.command("inspect", short_help="Show what is found in one file.")
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@verbose_option
def inspect(file: Path, style: str | None) -> None:
    """Show the structure found in FILE, its coverage and its findings; no database is touched.

    The csv form lists the units, the json form gives everything.
    """
    from biliktilik.pipeline.cli.inspection import Inspection

    inspection = Inspection(_parsed(file))
    chosen = chosen_style(style)
    if chosen == "table":
        click.echo("\n".join(inspection.report()))
    elif chosen == "csv":
        write_table(inspection.units(), "csv")
    else:
        write_json(inspection.everything())


def _parsed(file: Path) -> ParsedDocument:
    from biliktilik.parsers.document import parse_document
    from biliktilik.parsers.readers import UnreadableSource, read_source

    try:
        return parse_document(read_source(file, file.name))
    except (UnreadableSource, OSError) as error:
        raise BiliktilikError(
            what="the document cannot be read",
            where=str(file),
            why=str(error),
            remedy="check the path, and that it is a text in UTF-8 or a Cyrillic encoding",
            exit_code=ExitCode.SOURCE_UNREADABLE,
        ) from error
