"""How a command ends: exit statuses, and the message of an error."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Final

import click

from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.printable import printable, printable_line

# What a shell expects of a program that Ctrl-C ended: 128 + the number of SIGINT.
INTERRUPTED: Final = 130

_VERBOSE: Final = "biliktilik.verbose"


def set_verbose(ctx: click.Context) -> None:
    """Ask for tracebacks; ``ctx.meta`` is shared by a command and its group, so ``-v`` may stand before or after."""
    ctx.meta[_VERBOSE] = True


def is_verbose(ctx: click.Context) -> bool:
    """Whether ``-v`` was given."""
    return bool(ctx.meta.get(_VERBOSE))


def report(error: Exception, *, verbose: bool) -> int:
    """Print to stderr what went wrong, where, why and what to do; return the exit status."""
    if verbose:
        traceback.print_exception(error)
    if isinstance(error, BiliktilikError):
        click.echo(describe(error.what, error.where, error.why, error.remedy), err=True)
        return error.exit_code
    why = f"{type(error).__name__}: {error}"
    remedy = "" if verbose else "run the same command with -v for the traceback, and report it"
    click.echo(describe("an unexpected failure", "", why, remedy), err=True)
    return ExitCode.FAILED


def describe(what: str, where: str | None, why: str | None, remedy: str | None) -> str:
    """The lines of one error message; parts that are empty are left out."""
    parts = (("  where:", where and printable_line(where)), ("  why:  ", why), ("  do:   ", remedy))
    lines = [f"error: {what}", *(f"{label} {text}" for label, text in parts if text)]
    return printable("\n".join(lines))


def flush_data() -> None:
    """Write out what stdout holds, so that a closed pipe shows here and not when the interpreter ends."""
    sys.stdout.flush()


def silence_data() -> None:
    """Send what is left of stdout nowhere: its reader has seen enough, which is no failure."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
