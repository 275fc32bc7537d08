"""``biliktilik export``: the database as files for other tools."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from biliktilik.pipeline.cli.options import database_option, format_option, verbose_option
from biliktilik.pipeline.cli.tables import write_table
from biliktilik.pipeline.export.forms import DEFAULT, EXCEL_CSV, FORMS, Form
from biliktilik.pipeline.store.database import reading
from biliktilik.pipeline.store.table import Table

if TYPE_CHECKING:
    from biliktilik.pipeline.export.checksums import ExportedFile

_COLUMNS: Final = ("file", "bytes", "sha256")


def _read_forms(_ctx: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name for part in value.split(",") if (name := part.strip().lower())))
    unknown = [name for name in names if name not in FORMS]
    if unknown or not names:
        what = f"there is no form {unknown[0]!r}" if unknown else "no form is named"
        raise click.BadParameter(f"{what}; the forms: {', '.join(FORMS)}")
    return names


@click.command(short_help="Write the database as CSV, JSON, Parquet, XLSX, …")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "names",
    metavar="FORMS",
    default=",".join(DEFAULT),
    show_default=True,
    callback=_read_forms,
    help=f"Forms to write, comma-separated: {', '.join(FORMS)}.",
)
@click.option(
    "--excel", is_flag=True, help="CSV for spreadsheets: semicolons, decimal commas, a byte order mark, no formulas."
)
@database_option
@format_option
@verbose_option
def export(directory: Path, names: tuple[str, ...], excel: bool, database: str, style: str | None) -> None:
    """Write all that the database holds into DIR, with datapackage.json and SHA256SUMS.

    Every public view becomes one file (or one sheet of the workbook), with a folder for each form; datapackage.json
    says what each column means. DIR is new, empty, or a former export, which is replaced at once or not at all. The
    files written are listed on stdout.
    """
    from biliktilik.pipeline.cli.progress import shown_progress
    from biliktilik.pipeline.export.bundle import export as export_forms

    forms = _chosen(names, excel)
    with reading(database) as reader, shown_progress() as progress:
        files = export_forms(reader, directory, forms, progress)
    write_table(_listing(directory, files), style)
    click.echo(f"{len(files)} files, {sum(file.size for file in files):,} bytes in {directory}", err=True)


def _chosen(names: Sequence[str], excel: bool) -> list[Form]:
    if excel and "csv" not in names:
        raise click.UsageError("--excel is about CSV files; add csv to --as, or leave --excel out")
    return [EXCEL_CSV if excel and name == "csv" else FORMS[name] for name in names]


def _listing(directory: Path, files: Sequence[ExportedFile]) -> Table:
    return Table(_COLUMNS, [(str(directory / file.path), file.size, file.sha256) for file in files])
