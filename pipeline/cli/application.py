"""The ``biliktilik`` command: its subcommands, and how any failure inside them ends."""

from __future__ import annotations

from typing import Final

import click

from biliktilik.pipeline.cli import failure
from biliktilik.pipeline.cli.add import add
from biliktilik.pipeline.cli.amend import amend
from biliktilik.pipeline.cli.build import build
from biliktilik.pipeline.cli.changes import changes
from biliktilik.pipeline.cli.check import check
from biliktilik.pipeline.cli.diff import diff
from biliktilik.pipeline.cli.export import export
from biliktilik.pipeline.cli.inspect_command import inspect
from biliktilik.pipeline.cli.options import verbose_option
from biliktilik.pipeline.cli.query import query
from biliktilik.pipeline.cli.serve import serve
from biliktilik.pipeline.cli.show import show
from biliktilik.pipeline.errors import ExitCode


class Application(click.Group):
    """A group that turns every failure of a command into a message and an exit status."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; Click's own usage errors pass through (exit status 2)."""
        try:
            result = super().invoke(ctx)
            failure.flush_data()
        except (click.exceptions.Exit, click.ClickException):
            raise
        except (KeyboardInterrupt, click.Abort):
            click.echo("interrupted", err=True)
            ctx.exit(failure.INTERRUPTED)
        except BrokenPipeError:
            failure.silence_data()
            ctx.exit(ExitCode.DONE)
        except Exception as error:
            ctx.exit(failure.report(error, verbose=failure.is_verbose(ctx)))
        return result


_EXIT_STATUS: Final = (
    "Exit status: 0 done, 1 failed, 2 usage, 3 check failed, 4 a source is missing or unreadable, 130 interrupted."
)


@click.group(
    cls=Application,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog=_EXIT_STATUS,
)
@verbose_option
@click.version_option(package_name="biliktilik")
def application() -> None:
    """Legal orders on job qualifications, as a database that says where every value comes from."""


for command in (build, add, inspect, check, show, diff, query, amend, changes, export, serve):
    application.add_command(command)
