"""``biliktilik changes``: what differs between two builds, and whether the law or the program is the cause."""

from __future__ import annotations

import click

from biliktilik.pipeline.cli.options import verbose_option
from biliktilik.pipeline.cli.tables import write_json, write_table


@click.command(short_help="Compare two builds: legal changes apart from parser changes.")
@click.argument("old", metavar="OLD.sqlite")
@click.argument("new", metavar="NEW.sqlite")
@click.option(
    "--format",
    "style",
    type=click.Choice(["markdown", "table", "csv", "json"]),
    default="markdown",
    show_default=True,
    help="markdown: a report to read; table: the counts of each view; csv: one line per change; json: everything.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="How many rows per view and section the Markdown report lists; the rest is counted.",
)
@click.option("--exit-code", is_flag=True, help="Exit status 1 when anything differs, else 0.")
@verbose_option
@click.pass_context
def changes(ctx: click.Context, *, old: str, new: str, style: str, limit: int, exit_code: bool) -> None:
    """Report what differs between two databases that `biliktilik build` made.

    Rows differ because the documents do (legal changes), because the catalog does, or because another version of the
    program read the same documents differently (parser changes). Where the databases do not tell, the report says so.
    A file with another name and the same bytes is no change.
    """
    from biliktilik.pipeline.releases import compare_releases
    from biliktilik.pipeline.releases.listing import as_json, change_table, count_table
    from biliktilik.pipeline.releases.markdown import write_markdown

    report = compare_releases(old, new)
    if style == "markdown":
        click.echo(write_markdown(report, limit), nl=False)
    elif style == "json":
        write_json(as_json(report))
    else:
        write_table(change_table(report) if style == "csv" else count_table(report), style)
    if exit_code and report.differs:
        ctx.exit(1)
