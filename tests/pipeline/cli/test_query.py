"""``biliktilik query``: named questions, free SELECTs, and what it refuses."""

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

POSITIONS = "SELECT act_number, language, title FROM v_positions ORDER BY 1, 2"


def test_lists_the_named_questions_without_a_database(run: Run) -> None:
    listed = {row["name"] for row in json.loads(run("query").stdout)}
    assert {"position-requirements", "must-know", "findings-by-act"} <= listed
    assert run("query", "--list").stdout == run("query").stdout


def test_a_pipe_gets_json(run: Run, database: Path) -> None:
    rows = json.loads(run("query", POSITIONS, "-d", database).stdout)
    assert rows[0] == {"act_number": "1-ө-м", "language": "kk", "title": "Психолог"}
    assert len(rows) == 3


def test_csv_has_a_header_and_one_line_per_row(run: Run, database: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("query", POSITIONS, "-d", database, "--format", "csv").stdout)))
    assert rows[0] == ["act_number", "language", "title"]
    assert len(rows) == 4


def test_table_keeps_brackets_and_one_row_per_line(run: Run, database: Path) -> None:
    lines = run("query", "SELECT text FROM v_duties", "-d", database, "--format", "table").stdout.splitlines()
    assert lines[0] == "text"
    assert "кеңес береді [бір]" in lines
    assert len(lines) == 7


@pytest.mark.parametrize("title", ["психолог", "ПСИХОЛОГ", "Психо"])
def test_named_question_matches_cyrillic_in_any_case(run: Run, database: Path, title: str) -> None:
    result = run("query", "position-requirements", "--param", f"title={title}", "-d", database)
    assert len(json.loads(result.stdout)) == 3


def test_lower_and_like_in_free_sql_know_cyrillic(run: Run, database: Path) -> None:
    sql = "SELECT title FROM v_positions WHERE lower(title) LIKE '%' || lower(:part) || '%'"
    assert len(json.loads(run("query", sql, "--param", "part=ХОЛОГ", "-d", database).stdout)) == 3


def test_number_parameters_are_numbers(run: Run, database: Path) -> None:
    two = run("query", "accepts-less-than", "--param", "years=2", "-d", database)
    three = run("query", "accepts-less-than", "-d", database)
    assert (len(json.loads(two.stdout)), len(json.loads(three.stdout))) == (0, 3)


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM acts", "PRAGMA query_only = OFF", "ATTACH 'x.sqlite' AS x", "-- a\nDROP TABLE acts", "", "/* a */"],
)
def test_only_select_is_accepted(run: Run, database: Path, sql: str) -> None:
    before = database.read_bytes()
    assert run("query", f" {sql} ", "-d", database).exit_code == 2
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT 1; SELECT 2", "one statement"),
        ("WITH a AS (SELECT 1) DELETE FROM acts", "readonly"),
        ("SELECT salary FROM v_positions", "no such column: salary"),
        ("SELECT :title", "title"),
    ],
)
def test_a_faulty_select_is_explained(run: Run, database: Path, sql: str, said: str) -> None:
    result = run("query", sql, "-d", database)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_leading_comments_and_a_closing_semicolon_are_fine(run: Run, database: Path) -> None:
    result = run("query", "\n-- how many\n/* rows */ SELECT count(*) AS n FROM v_positions;", "-d", database)
    assert json.loads(result.stdout) == [{"n": 3}]


def test_columns_of_one_name_all_stay(run: Run, database: Path) -> None:
    assert json.loads(run("query", "SELECT 1 AS a, 2 AS a", "-d", database).stdout) == [{"a": 1, "a_2": 2}]


def test_unknown_name_says_what_is_near(run: Run, database: Path) -> None:
    result = run("query", "must-knows", "-d", database)
    assert result.exit_code == 2
    assert "near: must-know" in result.stderr


@pytest.mark.parametrize("pair", ["years", "=3", "year=3", "years=three"])
def test_faulty_parameters_are_usage_errors(run: Run, database: Path, pair: str) -> None:
    assert run("query", "accepts-less-than", "--param", pair, "-d", database).exit_code == 2


def test_missing_database_says_to_build(run: Run, tmp_path: Path) -> None:
    result = run("query", "same-title", "-d", tmp_path / "none.sqlite")
    assert result.exit_code == 1
    assert "biliktilik build" in result.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_a_file_that_is_no_database_is_named(run: Run, tmp_path: Path) -> None:
    poem = tmp_path / "poem.sqlite"
    poem.write_text("roses are red\n" * 100)
    result = run("query", "same-title", "-d", poem)
    assert result.exit_code == 1
    assert "poem.sqlite" in result.stderr


def test_sqlite_urls_are_understood_and_others_refused(run: Run, database: Path) -> None:
    assert run("query", "SELECT 1", "-d", f"sqlite:///{database}").exit_code == 0
    refused = run("query", "SELECT 1", "-d", "postgresql://user:secret@host/name")
    assert refused.exit_code == 1
    assert "secret" not in refused.stderr
