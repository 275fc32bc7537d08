"""``biliktilik diff``: what changed between two days of an act, or between the jobs of two acts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from biliktilik.pipeline.cli.options import database_option, format_option, iso_day, verbose_option
from biliktilik.pipeline.cli.tables import chosen_style, write_json, write_table
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.database import reading

if TYPE_CHECKING:
    from biliktilik.pipeline.changes.model import Comparison, Piece

_TEXTS: Final = click.Choice(["kk", "ru"])
_SUMMARIES: Final = click.Choice(["en", "kk", "ru"])


@click.command()
@click.argument("act")
@click.argument("act2", required=False)
@click.option("--from", "since", callback=iso_day, metavar="DATE", help="Day of the first state (YYYY-MM-DD).")
@click.option("--to", "until", callback=iso_day, metavar="DATE", help="Day of the second state (YYYY-MM-DD).")
@click.option("--eid", metavar="EID", help="Only this unit of ACT, such as a position or a card.")
@click.option(
    "--eid2", metavar="EID", help="The position or card of ACT2 to compare it with.  [default: its counterparts]"
)
@click.option(
    "--language", type=click.Choice(["kk", "ru"]), help="Language of the texts.  [default: the first in common]"
)
@click.option(
    "--summaries",
    type=click.Choice(["en", "kk", "ru"]),
    default="en",
    show_default=True,
    help="Language of the sentences.",
)
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a redline page to this file, too.")
@database_option
@format_option
@verbose_option
def diff(
    *,
    act: str,
    act2: str | None,
    since: str | None,
    until: str | None,
    eid: str | None,
    eid2: str | None,
    language: str | None,
    summaries: str,
    html: Path | None,
    database: str,
    style: str | None,
) -> None:
    """Compare one act on two days, or the jobs of two acts, item by item and word by word.

    ACT and ACT2 are numbers as printed ("31-ө-м") or URIs. Of one act, the days are by default the first and the last
    on which anything in it changes; of two acts, the last wordings at hand are compared.
    """
    from biliktilik.pipeline.changes.inquiry import Asked, compare_asked
    from biliktilik.pipeline.changes.report import readable, records, rows

    with reading(database) as reader:
        compared = compare_asked(reader, Asked(act, act2, eid, eid2, since, until, language))
    if html:
        _write_page(compared, summaries, html)
    chosen = chosen_style(style)
    if chosen == "table":
        click.echo("\n".join(readable(compared, summaries, _paint)))
    elif chosen == "json":
        write_json(records(compared))
    else:
        write_table(rows(compared, summaries), chosen)


def _write_page(compared: Comparison, language: str, path: Path) -> None:
    from biliktilik.pipeline.pages.compare import RedlineFile, show_comparison
    from biliktilik.pipeline.pages.links import NoLinks
    from biliktilik.pipeline.pages.render import STYLESHEET, Frame, render

    page = RedlineFile(show_comparison(compared, language), STYLESHEET.read_text(encoding="utf-8"))
    text = render("redline_file.html", page, Frame(language, NoLinks()))
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BiliktilikError("the page could not be written", str(path), str(error)) from error
    click.echo(f"written: {path}", err=True)


def _paint(piece: Piece) -> str:
    """A piece with its sign and, on a terminal, a colour; Click takes colours out of a pipe."""
    from biliktilik.pipeline.changes.report import plain

    colours = {"delete": "red", "insert": "green"}
    return click.style(plain(piece), fg=colours[piece.op]) if piece.op in colours else piece.text
