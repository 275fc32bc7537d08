"""Nothing in a source becomes markup, and nothing that is asked can write, load or read beyond the database."""

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

import pytest

from biliktilik.pipeline.explorer.answer import read_in_thread

ROOT = Path(__file__).parents[3]
EVIL = "<script>alert(1)</script>"
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"


@pytest.fixture(scope="module")
def evil(built: Callable[..., Any], visit: Callable[[Path], Any]) -> Any:
    """The explorer of a made-up order: a real one with a script in a title, in duties and in requirements."""
    text = next((ROOT / "raw").glob("*_580-нқ.kk.txt")).read_text("utf-8")
    for word in ("Әлеуметтік жұмыскер", "психологиялық", "әлеуметтік қызметтер", "кемінде"):
        assert word in text
        text = text.replace(word, f"{word} {EVIL} \"'&")
    return visit(built({"evil.kk.txt": text}, alone=True).path)


def test_a_script_in_a_document_is_text_on_every_page(evil: Any) -> None:
    steps = evil.walk("kk")

    assert [step.address for step in steps if step.status != 200 or "<script" in step.body] == []
    shown = {step.address for step in steps if "&lt;script&gt;alert(1)&lt;/script&gt;" in step.body}
    assert {"/question/longest-duty-lists", "/question/education-fields"} <= shown


@pytest.mark.parametrize("words", ["script", "alert", "психологиялық", EVIL, "%22%3E" + EVIL])
def test_a_script_in_a_document_is_text_where_found_words_are_marked(evil: Any, words: str) -> None:
    answer = evil.get(f"/search?q={words}")

    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "&lt;" in answer.text


def test_a_script_in_a_document_is_text_on_the_pages_of_datasette(evil: Any) -> None:
    page = evil.get("/biliktilik/v_duties?_size=max").text

    assert EVIL not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "address",
    [
        "/question/category-ladder?",
        "/findings?",
        "/question/accepts-less-than?",
        "/?",
        "/biliktilik?",
    ],
)
def test_a_script_in_an_address_is_text(visitor: Any, address: str) -> None:
    names = ("title", "act", "code", "severity", "years", "sql", "q", "lang", EVIL)
    page = visitor.get(address + urlencode(dict.fromkeys(names, f'"{EVIL}'))).text

    assert EVIL not in page
    assert EVIL not in visitor.get(f"/question/{EVIL}").text


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO acts (act_uri) VALUES ('x')",
        "WITH x AS (SELECT 1) DELETE FROM findings",
        "WITH x AS (SELECT 1) UPDATE findings SET code = 'x'",
        "ATTACH 'other.sqlite' AS other",
        "PRAGMA query_only = OFF",
        "SELECT * FROM pragma_journal_mode",
        "SELECT load_extension('mod_spatialite')",
        "SELECT writefile('x', 'y')",
        "SELECT readfile('/etc/passwd')",
        "VACUUM INTO 'copy.sqlite'",
        "SELECT 1; DELETE FROM findings",
        ENDLESS,
    ],
)
def test_datasette_refuses_whatever_is_no_reading(visitor: Any, five: Any, statement: str) -> None:
    before = sha256(five.path.read_bytes()).digest()

    answer = visitor.get(f"/biliktilik.json?{urlencode({'sql': statement})}")

    assert answer.status_code == 400
    assert answer.json()["ok"] is False
    assert sha256(five.path.read_bytes()).digest() == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM findings",
        "ATTACH ':memory:' AS other",
        "SELECT load_extension('mod_spatialite')",
        "CREATE TABLE x (y)",
        "VACUUM INTO '/tmp/biliktilik-copy.sqlite'",
    ],
)
def test_the_connection_itself_can_only_read(visitor: Any, statement: str) -> None:
    database = visitor.explorer.get_database("biliktilik")

    with pytest.raises(sqlite3.OperationalError):
        visitor.run(database.execute_fn(lambda connection: connection.execute(statement)))
    with pytest.raises(sqlite3.OperationalError, match="reading only"):
        visitor.run(database.execute_write("DELETE FROM findings"))


def test_a_page_that_asks_too_much_is_stopped_and_the_next_is_served(visitor: Any) -> None:
    started = perf_counter()
    with pytest.raises(TimeoutError, match="longer than 1 s"):
        visitor.run(read_in_thread(visitor.explorer, lambda reader: reader.ask(ENDLESS)))

    assert perf_counter() - started < 5
    assert visitor.get("/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/-/biliktilik/../../../README.md",
        "/-/static/../../../README.md",
        "/-/static/%2e%2e/%2e%2e/app.py",
        "/question/..%2f..%2fREADME",
        "/etc/passwd",
        "/_memory",
        "/_internal",
    ],
)
def test_no_address_reaches_another_file_or_database(visitor: Any, path: str) -> None:
    answer = visitor.get(path, follow_redirects=True)

    assert answer.status_code in {403, 404}


def test_lower_knows_every_letter_in_the_sql_of_datasette(visitor: Any) -> None:
    answer = visitor.get("/biliktilik.json?" + urlencode({"sql": "SELECT lower('ҚӨІЁ'), upper('қөіё')"}))

    assert answer.json()["rows"] == [["қөіё", "ҚӨІЁ"]]


def test_views_and_columns_are_described_in_the_words_of_the_schema(visitor: Any) -> None:
    page = visitor.get("/biliktilik/v_duties").text

    assert "One row per duty of a position, language and interval." in page
    assert "The item without the label of its block and its final mark." in page
