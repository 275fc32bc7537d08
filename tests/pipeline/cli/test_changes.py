"""``biliktilik changes``: formats, exit statuses, and files that cannot be compared."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from .conftest import Run


@pytest.fixture
def other(database: Path, tmp_path: Path) -> Path:
    """The small database with two duties in other words, one of them longer than the other, and one that is gone."""
    copy = Path(copyfile(database, tmp_path / "other.sqlite"))
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE items SET text = 'есеп береді' WHERE text = 'есеп жасайды' AND language = 'ru'")
        connection.execute("DELETE FROM items WHERE block = 'duties' AND ordinal = 1 AND act_uri LIKE '%2-нқ'")
        connection.execute("UPDATE sources SET sha256 = source_file")
        connection.commit()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE sources SET sha256 = source_file")
        connection.commit()
    return copy


def test_markdown_is_what_a_pipe_gets_too(run: Run, database: Path, other: Path) -> None:
    result = run("changes", database, other)
    assert result.exit_code == 0
    assert result.stdout.startswith("# Changes between two builds\n")
    assert "`text` «есеп жасайды» → «есеп береді»" in result.stdout
    assert result.stdout == run("changes", database, other, "--format", "markdown", "--limit", "20").stdout


def test_csv_has_one_line_per_change(run: Run, database: Path, other: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(run("changes", database, other, "--format", "csv").stdout)))
    assert list(lines[0]) == ["section", "view", "change", "key", "column", "old", "new", "cause"]
    changed, removed = sorted(lines, key=lambda line: line["change"])
    assert (changed["column"], changed["old"], changed["new"]) == ("text", "есеп жасайды", "есеп береді")
    assert changed["key"] == "act_number=1-ө-м, language=ru, eid=att_1__sec_2__pos_1__duties__item_2"
    assert (removed["change"], removed["column"], removed["new"]) == ("removed", "", "")
    assert json.loads(removed["old"])["text"] == "кеңес береді [бір]"
    assert {line["section"] for line in lines} == {"parser"}


def test_json_holds_counts_and_changes(run: Run, database: Path, other: Path) -> None:
    told = json.loads(run("changes", database, other, "--format", "json").stdout)
    duties = next(count for count in told["counts"] if count["view"] == "v_duties")
    assert (duties["added"], duties["removed"], duties["changed"], duties["unchanged"]) == (0, 1, 1, 4)
    assert [change["section"] for change in told["changes"]] == ["parser", "parser"]
    assert (told["differs"], told["schema"], told["documents"]) == (True, [], [])


def test_table_counts_every_view(run: Run, database: Path, other: Path) -> None:
    lines = run("changes", database, other, "--format", "table").stdout.splitlines()
    assert lines[0].split() == ["view", "added", "removed", "changed", "renumbered", "moved", "unchanged"]
    assert ["v_duties", "0", "1", "1", "0", "0", "4"] in [line.split() for line in lines]


def test_exit_code_is_that_of_a_diff_only_when_asked_for(run: Run, database: Path, other: Path) -> None:
    assert run("changes", database, other).exit_code == 0
    assert run("changes", database, other, "--exit-code").exit_code == 1
    assert run("changes", database, database, "--exit-code").exit_code == 0
    assert run("changes", database, other, "--exit-code", "--format", "json").exit_code == 1


def test_the_limit_holds_for_markdown_alone(run: Run, database: Path, other: Path) -> None:
    assert "… and 2 more" in run("changes", database, other, "--limit", "0").stdout
    every = run("changes", database, other, "--format", "csv").stdout
    assert run("changes", database, other, "--format", "csv", "--limit", "0").stdout == every


def test_missing_files_are_told_without_the_option_of_other_commands(run: Run, database: Path, tmp_path: Path) -> None:
    result = run("changes", database, tmp_path / "none.sqlite")
    assert result.exit_code == 1
    assert "none.sqlite" in result.stderr
    assert "-d" not in result.stderr
    assert result.stdout == ""


def test_two_databases_have_to_be_named(run: Run, database: Path) -> None:
    assert run("changes", database).exit_code == 2
    assert run("changes", database, database, "--limit", "-1").exit_code == 2
