"""Promises that hold for every database, each an SQL file whose query returns the rows that break it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Promise:
    """``says`` is the promise in words, ``query`` returns offending rows: none when it holds."""

    name: str
    says: str
    query: str


def read_promise(name: str, sql: str) -> Promise:
    """Divide the text of an invariant's file into its leading comments and its query."""
    lines = sql.splitlines()
    says = " ".join(line.removeprefix("--").strip() for line in lines if line.startswith("--"))
    query = "\n".join(line for line in lines if not line.startswith("--")).strip()
    return Promise(name, says, query)


@cache
def promises() -> tuple[Promise, ...]:
    """All promises, by name."""
    folder = files("biliktilik.schema") / "invariants"
    found = sorted((item.name, item.read_text(encoding="utf-8")) for item in folder.iterdir())
    return tuple(read_promise(name.removesuffix(".sql"), sql) for name, sql in found if name.endswith(".sql"))
