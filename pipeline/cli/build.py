"""``biliktilik build``: raw documents to database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from biliktilik.pipeline.cli.options import DEFAULT_RAW, database_option, verbose_option
from biliktilik.pipeline.errors import ExitCode
from biliktilik.pipeline.printable import printable_line

if TYPE_CHECKING:
    from biliktilik.pipeline.build import BuildReport


@click.command()
@click.argument("raw", type=click.Path(path_type=Path), default=DEFAULT_RAW)
@database_option
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that parse.")
@verbose_option
@click.pass_context
def build(ctx: click.Context, raw: Path, database: str, jobs: int) -> None:
    """Build the database from the documents in RAW (default: raw).

    The new database replaces the old one at once or not at all. A document that cannot be read is named, the others
    are published, and the exit status is 4.
    """
    from biliktilik.pipeline.build import build as build_database
    from biliktilik.pipeline.cli.progress import shown_progress

    with shown_progress() as progress:
        report = build_database(raw, database, jobs=jobs, progress=progress)
    for failed in report.failures:
        click.echo(printable_line(f"left out: {failed.source_file}: {failed.reason}"), err=True)
    click.echo(closing_line(report), err=True)
    if report.failures:
        ctx.exit(ExitCode.SOURCE_UNREADABLE)


def closing_line(report: BuildReport) -> str:
    """What a build made, on one line."""
    counts = ("sources", "provisions", "positions", "items", "findings")
    return ", ".join([*(f"{getattr(report, name)} {name}" for name in counts), f"{report.seconds:.2f} seconds"])
