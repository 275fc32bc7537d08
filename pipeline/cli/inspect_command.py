"""``biliktilik inspect``: what the parser sees in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from biliktilik.pipeline.cli.options import format_option, verbose_option
from biliktilik.pipeline.cli.tables import chosen_style, write_json, write_table
from biliktilik.pipeline.printable import printable

if TYPE_CHECKING:
    from biliktilik.parsers.model import ParsedDocument


@click.command("inspect", short_help="Show what is found in one file.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--propose", is_flag=True, help="Print entries for the grammar, for wordings that no rule knows.")
@format_option
@verbose_option
def inspect(file: Path, propose: bool, style: str | None) -> None:
    """Show the structure found in FILE, its coverage and its findings; no database is touched.

    The csv form lists the units, the json form gives everything. --propose prints TOML instead: a rule for each wording
    that no rule knows, to look through and to paste into a file of parsers/grammar/.
    """
    if propose and style:
        raise click.UsageError("--propose prints TOML; it takes no --format")
    from biliktilik.pipeline.cli.inspection import Inspection
    from biliktilik.pipeline.reading import parse_given

    document = parse_given(file, "the document cannot be read")
    if propose:
        click.echo(_proposal(document), nl=False)
        return
    inspection = Inspection(document)
    chosen = chosen_style(style)
    if chosen == "table":
        click.echo(printable("\n".join(inspection.report())))
    elif chosen == "csv":
        write_table(inspection.units(), "csv")
    else:
        write_json(inspection.everything())


def _proposal(document: ParsedDocument) -> str:
    from biliktilik.parsers.grammar import grammar_for
    from biliktilik.pipeline.proposals.entries import propose

    return propose(document, grammar_for(document.language))
