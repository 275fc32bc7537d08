"""``biliktilik inspect``: what the parser sees in one file."""

from __future__ import annotations

from pathlib import Path

import click

from biliktilik.pipeline.cli.options import format_option, verbose_option
from biliktilik.pipeline.cli.tables import chosen_style, write_json, write_table
from biliktilik.pipeline.printable import printable


@click.command("inspect", short_help="Show what is found in one file.")
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@verbose_option
def inspect(file: Path, style: str | None) -> None:
    """Show the structure found in FILE, its coverage and its findings; no database is touched.

    The csv form lists the units, the json form gives everything.
    """
    from biliktilik.pipeline.cli.inspection import Inspection
    from biliktilik.pipeline.reading import parse_given

    inspection = Inspection(parse_given(file, "the document cannot be read"))
    chosen = chosen_style(style)
    if chosen == "table":
        click.echo(printable("\n".join(inspection.report())))
    elif chosen == "csv":
        write_table(inspection.units(), "csv")
    else:
        write_json(inspection.everything())
