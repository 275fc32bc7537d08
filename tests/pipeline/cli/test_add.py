"""``biliktilik add`` from the command line."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from .conftest import Run

RAW = Path(__file__).resolve().parents[3] / "raw"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return Path(shutil.copy(next(RAW.glob("*_309.kk.txt")), tmp_path))


def test_a_document_is_copied_and_built(run: Run, document: Path, tmp_path: Path) -> None:
    raw, database = tmp_path / "raw", tmp_path / "b.sqlite"
    result = run("add", document, "--raw", raw, "-d", database)
    assert result.exit_code == 0, result.stderr
    assert (raw / document.name).read_bytes() == document.read_bytes()
    assert sqlite3.connect(database).execute("SELECT count(*) FROM v_amendments").fetchone() == (11,)


def test_a_text_that_is_there_already_is_not_copied_again(run: Run, document: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(document, raw / "other.txt")
    result = run("add", document, "--raw", raw, "-d", tmp_path / "b.sqlite")
    assert result.exit_code == 0
    assert "there already" in result.stderr
    assert [path.name for path in raw.iterdir()] == ["other.txt"]


def test_another_text_of_the_same_name_is_not_overwritten(run: Run, document: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / document.name).write_text("Басқа мәтін")
    result = run("add", document, "--raw", raw, "-d", tmp_path / "b.sqlite")
    assert result.exit_code == 1
    assert "another document of this name" in result.stderr
    assert (raw / document.name).read_text() == "Басқа мәтін"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"<html><body><div id=root></div></body></html>"])
def test_a_file_without_text_is_refused_and_nothing_is_copied(
    run: Run, document: Path, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    result = run("add", document, bad, "--raw", tmp_path / "raw", "-d", tmp_path / "b.sqlite")
    assert result.exit_code == 4
    assert not (tmp_path / "raw").exists()


@pytest.mark.parametrize("name", ["https://adilet.zan.kz/kaz/docs/V1700016057", "V1700016057"])
def test_the_portal_is_not_fetched_from_yet(run: Run, name: str) -> None:
    result = run("add", name)
    assert result.exit_code == 4
    assert "not fetched" in result.stderr
