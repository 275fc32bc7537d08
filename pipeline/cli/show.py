"""``biliktilik show``: the wording of an act, or of one of its units."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator

import click

from biliktilik.pipeline.cli.options import database_option, format_option, iso_day, verbose_option
from biliktilik.pipeline.cli.tables import chosen_style, write_table
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.acts import ActHead, find_act
from biliktilik.pipeline.store.database import reading
from biliktilik.pipeline.store.units import PlacedUnit, Unit, as_table, as_tree, read_units, require_eid
from biliktilik.pipeline.store.witnesses import Witnessed, read_witnesses

_INDENT = "  "


@click.command()
@click.argument("act")
@click.argument("eid", required=False)
@click.option("--on", callback=iso_day, metavar="DATE", help="Only what was in force on this day (YYYY-MM-DD).")
@click.option("--language", type=click.Choice(["kk", "ru"]), help="Only this language.  [default: all there are]")
@database_option
@format_option
@verbose_option
def show(*, act: str, eid: str | None, on: str | None, language: str | None, database: str, style: str | None) -> None:
    """Show an act, or one unit of it with all that stands below.

    ACT is a number as printed ("31-ө-м") or an act's URI; EID is a unit such as att_1__sec_2__pos_1.
    """
    with reading(database) as reader:
        head = find_act(reader, act)
        units = read_units(reader, head, language)
        told = read_witnesses(reader, head)
    if eid:
        require_eid(units, eid, head)
    in_force = [unit for unit in units if unit.in_force(on)]
    placed = list(as_tree(in_force, eid))
    if on:
        _tell_unknown(placed, head, on)
    if chosen_style(style) == "table":
        click.echo("\n".join(_readable(head, placed, told)))
    else:
        write_table(as_table(placed, head), style)


def _tell_unknown(placed: list[PlacedUnit], head: ActHead, on: str) -> None:
    unknown = sum(node.unit.valid_from is None for node in placed)
    if unknown:
        click.echo(f"validity of {unknown} units is not known; they are shown", err=True)
    if not placed:
        raise BiliktilikError(what=f"nothing of this was in force on {on}", where=head.act_uri)


def _readable(head: ActHead, placed: list[PlacedUnit], told: list[Witnessed]) -> Iterator[str]:
    yield from _head(head)
    shown = {node.unit.eid for node in placed}
    yield from (change.line() for change in told if change.scope is None or change.scope in shown)
    languages = {node.unit.language for node in placed}
    current: str | None = None
    for node in placed:
        if len(languages) > 1 and node.unit.language != current:
            current = node.unit.language
            yield f"\n[{current}]"
        yield from _lines(node)


def _head(head: ActHead) -> Iterator[str]:
    yield click.style(f"№ {head.number or '-'}  {head.adopted_on or ''}  {head.act_uri}", bold=True)
    yield from (title for title in (head.title_kk, head.title_ru) if title)
    if head.in_force_from or head.in_force_to:
        first = _based(head.in_force_from, head.in_force_from_basis, "?")
        yield f"in force: {first} – {_based(head.in_force_to, head.in_force_to_basis, 'open')}"
    if head.text_known != "full":
        yield f"text known: {head.text_known}"


def _based(day: str | None, basis: str | None, unknown: str) -> str:
    """A day with what it rests on, where that is less than a printed date."""
    if day is None:
        return unknown
    return day if basis in (None, "stated") else f"{day} ({basis})"


def _lines(node: PlacedUnit) -> Iterator[str]:
    unit, margin = node.unit, _INDENT * node.depth
    name = " ".join(part for part in (unit.label, unit.heading) if part)
    if unit.kind != "item":
        yield f"{margin}{click.style(name or unit.kind, bold=True)}  {click.style(unit.eid, dim=True)}{_dates(unit)}"
    if not unit.wording_known:
        yield f"{margin}{_INDENT}(the wording is not known)"
    if unit.text:
        rank = "/".join(part for part in (unit.level, unit.category) if part)
        bullet = "- " if unit.kind == "item" else _INDENT
        yield _wrapped(f"[{rank}] {unit.text}" if rank else unit.text, margin + bullet, margin + _INDENT)


def _dates(unit: Unit) -> str:
    if unit.valid_from is None and unit.valid_to is None:
        return ""
    return f"  [{_based(unit.valid_from, unit.valid_basis, '?')} – {unit.valid_to or 'open'})"


def _wrapped(text: str, first: str, rest: str) -> str:
    if not sys.stdout.isatty():
        return first + text
    width = min(shutil.get_terminal_size().columns, 120)
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest)
