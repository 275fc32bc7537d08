"""Comparing two builds of 100,000 rows and more, in which every seventh row differs."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Final

from biliktilik.pipeline.build import build
from biliktilik.pipeline.releases import compare_releases

ROOT: Final = Path(__file__).resolve().parents[1]
TARGET: Final = 15.0
COPIES: Final = 7
_KEYS: Final = {"act_uri", "provision_id", "wording_id", "position_wording_id", "position_id", "item_wording_id"}
_TABLES: Final = {
    "acts": "act_uri",
    "sources": "act_uri",
    "segments": "source_file",
    "provisions": "act_uri",
    "positions": "act_uri",
    "items": "act_uri",
    "alternatives": "item_wording_id",
}
_EDITS: Final = (
    "UPDATE items SET text = text || '!' WHERE ordinal % 7 = 0",
    "UPDATE provisions SET text = '! ' || text WHERE text IS NOT NULL AND ordinal % 7 = 1",
    "UPDATE segments SET rule = rule || '!' WHERE char_start % 7 = 0",
    "DELETE FROM items WHERE ordinal = 4",
)


def multiply(database: Path) -> None:
    """Add each order several times, under other URIs and names."""
    with closing(sqlite3.connect(database)) as connection:
        for number in range(COPIES):
            for table, where in _TABLES.items():
                names = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
                values = ", ".join(_copied(name, number) for name in names)
                kept = f"{where} LIKE '%/order/%'" if where != "source_file" else "source_file LIKE '%.txt'"
                connection.execute(f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {kept}")
        connection.commit()


def _copied(name: str, number: int) -> str:
    if name in _KEYS:
        return f"replace({name}, '/order/', '/order{number}/')"
    return f"{name} || '{number}'" if name in ("source_file", "sha256", "number", "act_number") else name


def edit(database: Path, statements: Iterable[str]) -> None:
    with closing(sqlite3.connect(database)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def compare_once() -> str:
    """Build, multiply, edit, and compare; what came of it, in words."""
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.sqlite"), Path(folder, "new.sqlite")
        build(ROOT / "raw", str(old))
        multiply(old)
        shutil.copyfile(old, new)
        edit(new, _EDITS)
        started = perf_counter()
        report = compare_releases(str(old), str(new))
        seconds = perf_counter() - started
    rows = sum(count.unchanged + count.moved + count.changed + count.removed for count in report.counts)
    return f"{seconds:.3f} s for {rows} rows, {len(report.differences)} of them differing; target {TARGET} s"


if __name__ == "__main__":
    print(f"biliktilik changes: {compare_once()}")
