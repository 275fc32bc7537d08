"""The public views: one SQL file each, a comment on its grain and then one SELECT."""

import re
from dataclasses import dataclass
from functools import cache

from biliktilik.schema.sql_files import divided, sql_files


@dataclass(frozen=True, slots=True)
class View:
    """A public view: ``select`` is its query, ``grain`` says what one row is, ``notes`` explains single columns."""

    name: str
    grain: str
    notes: dict[str, str]
    select: str

    @property
    def ddl(self) -> str:
        """The statement that creates the view, alike in SQLite and PostgreSQL."""
        return f"CREATE VIEW {self.name} AS\n{self.select}"

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables that the view rests on, the leading one first."""
        return tuple(re.findall(r"\b(?:FROM|JOIN) (\w+)", self.select))

    @property
    def columns(self) -> tuple[tuple[str, str, str], ...]:
        """For each column in order: its name, the table alias and the column or expression behind it."""
        head = self.select.split("\nFROM ", 1)[0].removeprefix("SELECT\n")
        return tuple(_column(line.strip()) for line in head.split(",\n"))

    @property
    def aliases(self) -> dict[str, str]:
        """Table aliases of the view and the tables that they stand for."""
        return {alias: table for table, alias in re.findall(r"\b(?:FROM|JOIN) (\w+) (\w+)", self.select)}


def _column(line: str) -> tuple[str, str, str]:
    source, _, name = line.partition(" AS ")
    plain = re.fullmatch(r"(\w+)\.(\w+)", source)
    if plain is None:
        return name, "", source
    return name or plain[2], plain[1], plain[2]


def read_view(name: str, sql: str) -> View:
    """Divide the text of a view's file into its leading comments and its query."""
    comments, select = divided(sql)
    pairs = [re.fullmatch(r"([a-z_]+): (.+)", comment) for comment in comments]
    notes = {pair[1]: pair[2] for pair in pairs if pair}
    grain = " ".join(comment for comment, pair in zip(comments, pairs, strict=True) if not pair)
    return View(name, grain, notes, select)


@cache
def views() -> tuple[View, ...]:
    """All public views, by name."""
    return tuple(read_view(name, sql) for name, sql in sql_files("views"))
