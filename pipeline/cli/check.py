"""``biliktilik check``: do the promises of the schema hold, and what did the build find?"""

from __future__ import annotations

import click

from biliktilik.pipeline.cli.options import database_option, format_option, verbose_option
from biliktilik.pipeline.cli.tables import write_table
from biliktilik.pipeline.errors import ExitCode
from biliktilik.pipeline.store.database import Reader, reading
from biliktilik.pipeline.store.table import Table, Value, cell_text
from biliktilik.schema.promises import promises

_FINDINGS = """
SELECT severity, code, act_number, source_file, line, message, excerpt
FROM v_findings
ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
         source_file, char_start, code, message
"""


@click.command(short_help="List broken promises and findings.")
@click.option("--strict", is_flag=True, help="Fail on any finding of severity error, too.")
@database_option
@format_option
@verbose_option
@click.pass_context
def check(ctx: click.Context, strict: bool, database: str, style: str | None) -> None:
    """List broken promises and findings; exit status 3 when a promise is broken.

    A promise is a rule that every database keeps, such as "every character of a source lies in one segment". A
    finding is something odd, missing or disputed in a document.
    """
    with reading(database) as reader:
        findings = reader.ask(_FINDINGS)
        broken = broken_promises(reader)
    write_table(Table(findings.columns, [*broken, *findings.rows]), style)
    errors = sum(row[0] == "error" for row in findings.rows)
    click.echo(f"{len(broken)} broken promises, {len(findings.rows)} findings, {errors} of them errors", err=True)
    if broken or (strict and errors):
        ctx.exit(ExitCode.CHECK_FAILED)


def broken_promises(reader: Reader) -> list[tuple[Value, ...]]:
    """One row per promise that does not hold, in the columns of the findings."""
    answers = ((promise, reader.ask(promise.query)) for promise in promises())
    return [
        ("broken", promise.name, None, None, None, promise.says, _first(answer))
        for promise, answer in answers
        if answer.rows
    ]


def _first(answer: Table) -> str:
    values = ", ".join(f"{column} = {cell_text(value)}" for column, value in next(answer.records()).items())
    return f"{len(answer.rows)} rows, for example {values}"
