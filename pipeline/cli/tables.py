"""Listings: one table of values, written for a person (table), a spreadsheet (csv) or a program (json)."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal, TextIO

from biliktilik.pipeline.printable import printable
from biliktilik.pipeline.store.table import Table, Value, cell_text

if TYPE_CHECKING:
    from rich.table import Table as RichTable

# Wide enough that no cell is ever folded: in a pipe one row is one line.
_UNFOLDED: Final = 1_000_000
# Columns of at most so many characters (a file name, a code) stay whole on a terminal; longer ones may be folded.
_NARROW: Final = 26


def write_table(table: Table, style: str | None, stream: TextIO | None = None) -> None:
    """Write ``table`` to ``stream`` (stdout) as ``table``, ``csv`` or ``json``; None picks by what stdout is."""
    out = stream or sys.stdout
    {"table": _write_text, "csv": _write_csv, "json": _write_json}[chosen_style(style, out)](table, out)


def chosen_style(style: str | None, stream: TextIO | None = None) -> str:
    """The form that was asked for, or else a table on a terminal and JSON in a pipe."""
    return style or ("table" if (stream or sys.stdout).isatty() else "json")


def write_json(value: object, stream: TextIO | None = None) -> None:
    """Write one value that is no plain table, as indented JSON."""
    out = stream or sys.stdout
    out.write(json.dumps(value, ensure_ascii=False, indent=2, default=_encode) + "\n")


def _write_text(table: Table, out: TextIO) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table as RichTable

    terminal = out.isatty()
    shown = RichTable(box=SIMPLE if terminal else None, pad_edge=False, header_style="bold")
    _add_cells(shown, table)
    console, unfolded = Console(file=out, highlight=False), Console(file=out, width=_UNFOLDED)
    # A terminal that is too small breaks the lines itself: that is ugly, but no column is lost.
    console.width = max(console.width, unfolded.measure(shown).minimum) if terminal else _UNFOLDED
    with console.capture() as capture:
        console.print(shown)
    out.writelines(line.rstrip() + "\n" for line in capture.get().splitlines())


def _add_cells(shown: RichTable, table: Table) -> None:
    from rich.text import Text

    for index, name in enumerate(table.columns):
        widest = max(len(cell_text(row[index])) for row in (table.columns, *table.rows))
        justify: Literal["left", "right"] = "right" if _is_numeric(table.rows, index) else "left"
        narrow = min(widest, _NARROW)
        shown.add_column(Text(name), justify=justify, min_width=narrow, no_wrap=widest == narrow, overflow="fold")
    for row in table.rows:
        # Text, not str: square brackets in a law are brackets, never rich markup.
        shown.add_row(*(Text(printable(cell_text(value))) for value in row))


def _write_csv(table: Table, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.names)
    writer.writerows([cell_text(value) for value in row] for row in table.rows)


def _write_json(table: Table, out: TextIO) -> None:
    out.write("[")
    separator = "\n"
    for record in table.records():
        out.write(separator + json.dumps(record, ensure_ascii=False, default=_encode))
        separator = ",\n"
    out.write("\n]\n" if table.rows else "]\n")


def _encode(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _is_numeric(rows: Sequence[tuple[Value, ...]], index: int) -> bool:
    values = [row[index] for row in rows if row[index] is not None]
    return bool(values) and all(isinstance(value, int | float) for value in values)
