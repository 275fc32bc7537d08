"""``biliktilik check``: findings, promises, and the exit status."""

import json
import sqlite3
from pathlib import Path

from .conftest import Run


def test_findings_are_listed_gravest_first(run: Run, database: Path) -> None:
    result = run("check", "-d", database)
    assert [row["severity"] for row in json.loads(result.stdout)] == ["error", "warning"]
    assert "0 broken promises, 2 findings, 1 of them errors" in result.stderr
    assert result.exit_code == 0


def test_strict_fails_on_an_error(run: Run, database: Path) -> None:
    assert run("check", "--strict", "-d", database).exit_code == 3


def test_strict_passes_with_warnings_only(run: Run, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("DELETE FROM findings WHERE severity = 'error'")
    assert run("check", "--strict", "-d", database).exit_code == 0


def test_a_broken_promise_fails_and_is_shown(run: Run, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE segments SET char_start = 3 WHERE source_file = 'old.kk.txt'")
    result = run("check", "-d", database)
    assert result.exit_code == 3
    first = json.loads(result.stdout)[0]
    assert first["severity"] == "broken"
    assert "old.kk.txt" in first["excerpt"]
