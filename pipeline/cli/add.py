"""``biliktilik add``: documents go into the raw folder, from here or the portal, and the database is built."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from biliktilik.pipeline.cli import failure
from biliktilik.pipeline.cli.build import build
from biliktilik.pipeline.cli.options import DEFAULT_RAW, database_option, format_option, verbose_option
from biliktilik.pipeline.errors import ExitCode
from biliktilik.pipeline.fetch.portal import OLD_PORTAL, PORTAL_VARIABLE
from biliktilik.pipeline.printable import printable_line

if TYPE_CHECKING:
    from biliktilik.pipeline.fetch.address import ActAddress
    from biliktilik.pipeline.fetch.portal import Portal
    from biliktilik.pipeline.fetch.visit import Visit
    from biliktilik.pipeline.intake import Receipt

_COLUMNS: Final = ("file", "act_id", "language", "status", "source")


@dataclass(frozen=True, slots=True)
class _Named:
    """What the arguments name, told apart."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]
    acts: tuple[ActAddress, ...]


@dataclass(frozen=True, slots=True)
class _Wish:
    """How the documents are to be taken."""

    raw: Path
    language: str | None
    portal: Portal
    ca_file: Path | None
    dry_run: bool


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="FILE|FOLDER|URL|ID...")
@click.option("--raw", type=click.Path(path_type=Path), default=DEFAULT_RAW, show_default=True, help="Raw folder.")
@click.option("--language", type=click.Choice(["kk", "ru"]), help="Text to fetch of an act named by its id.  [both]")
@click.option("--dry-run", is_flag=True, help="Say what would be requested and stored, and do neither.")
@click.option(
    "--ca-file",
    type=click.Path(path_type=Path),
    help="Believe the portal only if an authority of this file (PEM) signed its certificate.",
)
@click.option(
    "--portal",
    metavar="URL",
    envvar=PORTAL_VARIABLE,
    show_envvar=True,
    default=OLD_PORTAL,
    show_default=True,
    help="For tests: a server on this machine that plays the portal.",
)
@database_option
@format_option
@verbose_option
@click.pass_context
def add(
    ctx: click.Context,
    documents: tuple[str, ...],
    raw: Path,
    language: str | None,
    dry_run: bool,
    ca_file: Path | None,
    portal: str,
    database: str,
    style: str | None,
) -> None:
    """Put documents into the raw folder and build; list what became of each.

    FILE is copied if it can be read; of several files, all are copied or none. Of a FOLDER each document is copied that
    can be read. An act of the portal, by its ID (V1700016057) or the URL of its page, is fetched from the old portal:
    only such an argument touches the network. A document that says what one there says is not stored again.
    """
    from biliktilik.pipeline.fetch.portal import read_portal

    asked = read_portal(portal)
    named = _tell_apart(documents, asked)
    receipts = []
    for receipt in _take(named, _Wish(raw, language, asked, ca_file, dry_run)):
        receipts.append(receipt)
        if receipt.refusal is not None:
            failure.report(receipt.refusal, verbose=failure.is_verbose(ctx))
    _list(receipts, style)
    refused = [receipt for receipt in receipts if receipt.refusal is not None]
    if not dry_run and len(refused) < len(receipts):
        ctx.invoke(build, raw=raw, database=database, jobs=1)
    if refused:
        ctx.exit(ExitCode.SOURCE_UNREADABLE)


def _tell_apart(documents: Iterable[str], portal: Portal) -> _Named:
    """Files, folders and acts; what lies on the disk is taken from there, whatever else its name may mean."""
    from biliktilik.pipeline.fetch.address import read_address

    files, folders, acts = [], [], []
    for name in documents:
        path = Path(name)
        if path.is_dir():
            folders.append(path)
        elif path.exists():
            files.append(path)
        elif (address := read_address(name, portal.host)) is not None:
            acts.append(address)
        else:
            files.append(path)
    return _Named(tuple(files), tuple(folders), tuple(acts))


def _take(named: _Named, wish: _Wish) -> Iterator[Receipt]:
    """Files first: one that is refused ends the command before anything is stored or asked for."""
    from biliktilik.pipeline.intake import Shelf, take_in, take_in_folder

    visit = _visit(wish) if named.acts and not wish.dry_run else None
    shelf = Shelf(wish.raw)
    yield from take_in(named.files, shelf, dry_run=wish.dry_run)
    for folder in named.folders:
        yield from take_in_folder(folder, shelf, dry_run=wish.dry_run)
    if named.acts:
        yield from _fetch(named.acts, wish, visit)


def _visit(wish: _Wish) -> Visit:
    from biliktilik.pipeline import clock
    from biliktilik.pipeline.fetch.limits import Limits
    from biliktilik.pipeline.fetch.request import trust
    from biliktilik.pipeline.fetch.visit import Visit

    return Visit(wish.portal, trust(wish.ca_file), Limits(), clock.SYSTEM, _say)


def _fetch(acts: tuple[ActAddress, ...], wish: _Wish, visit: Visit | None) -> Iterator[Receipt]:
    from biliktilik.pipeline.fetch.acts import fetch_acts, plan_acts, texts_of

    texts = texts_of(acts, wish.language)
    if visit is not None:
        yield from fetch_acts(texts, wish.raw, visit)
        return
    _say(f"would request {wish.portal.url('/robots.txt')}")
    for receipt in plan_acts(texts, wish.raw, wish.portal):
        _say(f"would request {receipt.source}")
        yield receipt


def _list(receipts: Iterable[Receipt], style: str | None) -> None:
    from biliktilik.pipeline.cli.tables import write_table
    from biliktilik.pipeline.intake import Status
    from biliktilik.pipeline.store.table import Table

    rows = []
    for one in receipts:
        file = one.path.as_posix() if one.path is not None else None
        rows.append((file, one.act_id, one.language, one.status.value, one.source))
        if one.status is Status.CHANGED:
            _say(f"{file}: the act has changed; the text from before is still there: move away the one you do not want")
    write_table(Table(_COLUMNS, rows), style)
    sys.stdout.flush()


def _say(message: str) -> None:
    click.echo(printable_line(message), err=True)
