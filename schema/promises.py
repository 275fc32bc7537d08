"""Promises that hold for every database, each an SQL file whose query returns the rows that break it."""

from dataclasses import dataclass
from functools import cache

from biliktilik.schema.sql_files import divided, sql_files


@dataclass(frozen=True, slots=True)
class Promise:
    """``says`` is the promise in words, ``query`` returns offending rows: none when it holds."""

    name: str
    says: str
    query: str


def read_promise(name: str, sql: str) -> Promise:
    """Divide the text of an invariant's file into its leading comments and its query."""
    comments, query = divided(sql)
    return Promise(name, " ".join(comments), query)


@cache
def promises() -> tuple[Promise, ...]:
    """All promises, by name."""
    return tuple(read_promise(name, sql) for name, sql in sql_files("invariants"))
