"""``biliktilik serve``: the explorer."""

from __future__ import annotations

import click

from biliktilik.pipeline.cli.options import database_option, verbose_option
from biliktilik.pipeline.errors import BiliktilikError

_DEFAULT_PORT = 8001


@click.command()
@database_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_DEFAULT_PORT,
    show_default=True,
    help="Port to listen on; 0 picks a free one.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--open", "open_browser", is_flag=True, help="Open the first page in a browser.")
@verbose_option
def serve(database: str, port: int, host: str, open_browser: bool) -> None:
    """Browse the database: acts, positions, questions, tables and SQL.

    Listens on this machine only unless --host says otherwise, prints its address, and runs until Ctrl-C. The database
    is opened for reading only; after a build the new one is shown.
    """
    try:
        from biliktilik.pipeline.explorer.server import run_server
    except ModuleNotFoundError as error:
        raise BiliktilikError(
            what="the explorer is not installed",
            why=f"there is no module {error.name!r}",
            remedy="install it with `pip install 'biliktilik[explorer]'`",
        ) from error

    def tell(address: str) -> None:
        click.echo(f"{address} (Ctrl-C ends)", err=True)
        if open_browser:
            click.launch(address)

    run_server(database, host, port, tell)
