"""``biliktilik amend --try``: how one amending sentence is read, and what it would do to an act."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from biliktilik.pipeline.cli.options import DEFAULT_DATABASE, database_option, format_option, verbose_option
from biliktilik.pipeline.cli.tables import chosen_style, write_json, write_table
from biliktilik.pipeline.errors import BiliktilikError

if TYPE_CHECKING:
    from biliktilik.parsers.trial import Trial
    from biliktilik.pipeline.cli.amend_effect import Effect


@click.command(short_help="Try how an amending sentence is read.")
@click.option("--try", "passage", metavar="TEXT|FILE", required=True, help="The instruction; - reads standard input.")
@click.option("--act", metavar="ACT", help="Number or URI of the act that it amends.  [default: the one it names]")
@database_option
@format_option
@verbose_option
def amend(passage: str, act: str | None, database: str, style: str | None) -> None:
    """Show how an amending instruction is read: action, target, new wording, and its effect on the tree of ACT.

    The text is one instruction with its quotation, or a passage of several with the lines that say where they stand
    ("в приложении 1:"). No database is changed. What cannot be read, or cannot be carried out, is an error that says
    why.
    """
    from biliktilik.parsers.trial import try_instructions
    from biliktilik.pipeline.cli.amend_report import readable, records, rows

    trial = try_instructions(_text(passage))
    effects = _effects(trial, act, database)
    chosen = chosen_style(style)
    if chosen == "table":
        click.echo("\n".join(readable(trial, effects)))
    elif chosen == "csv":
        write_table(rows(trial, effects), "csv")
    else:
        write_json(records(trial, effects))
    _complain(trial, effects)


def _text(passage: str) -> str:
    """The words themselves, or those of the file that is named."""
    from biliktilik.pipeline.reading import read_given

    if passage == "-":
        return sys.stdin.read()
    try:
        is_file = Path(passage).is_file()
    except (OSError, ValueError):  # a text can be too long for a file name
        is_file = False
    return read_given(Path(passage), "the file cannot be read").text if is_file else passage


def _effects(trial: Trial, act: str | None, database: str) -> list[Effect | None]:
    """The effect of each operation; None where no act is named or no database was built."""
    from biliktilik.pipeline.cli.amend_effect import effect_on, named_head
    from biliktilik.pipeline.store.acts import find_act
    from biliktilik.pipeline.store.database import reading
    from biliktilik.pipeline.store.units import read_units

    if act is None and database == DEFAULT_DATABASE and not Path(database).is_file():
        return [None for _ in trial.amendments]
    with reading(database) as reader:
        given = find_act(reader, act) if act else None
        units_of = cache(lambda head: read_units(reader, head))  # one act is mostly the target of many instructions
        found: list[Effect | None] = []
        for amendment in trial.amendments:
            head = given or named_head(reader, amendment)
            found.append(effect_on(units_of(head), head, amendment, trial.language) if head else None)
    return found


def _complain(trial: Trial, effects: list[Effect | None]) -> None:
    """Raise for the first thing that was not understood or cannot be carried out."""
    if trial.reasons or not trial.amendments:
        raise BiliktilikError(
            what="the text is not understood as a whole" if trial.amendments else "no instruction is understood",
            why="; ".join(reason.message for reason in trial.reasons) or "it holds no instruction",
            remedy="write it as an amending order would: unit, verb, and the new wording in quotation marks",
        )
    for amendment, effect in zip(trial.amendments, effects, strict=True):
        if effect is not None and effect.obstacle:
            where = f"{amendment.action} {amendment.target_eid or amendment.target_printed}"
            raise BiliktilikError(what="the operation cannot be carried out", where=where, why=effect.obstacle)
