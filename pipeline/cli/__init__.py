"""The command line. Only Click is imported before a command runs, so that ``--help`` answers at once."""

from __future__ import annotations


def main() -> None:
    """Run the command line and end the process with its exit status."""
    from biliktilik.pipeline.cli.application import application

    application()
