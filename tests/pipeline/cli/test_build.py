"""``biliktilik build`` from the command line."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

RAW = Path(__file__).resolve().parents[3] / "raw"
COMMAND = Path(sys.executable).with_name("biliktilik")
CLOSING = re.compile(r"\d+ sources, \d+ provisions, \d+ positions, \d+ items, \d+ findings, \d+\.\d\d seconds")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    shutil.copy(next(RAW.glob("*_309.kk.txt")), folder)
    return folder


def test_build_says_what_it_made_on_stderr_only(run: Run, raw: Path, tmp_path: Path) -> None:
    result = run("build", raw, "-d", tmp_path / "new" / "b.sqlite")
    assert (result.exit_code, result.stdout) == (0, "")
    assert CLOSING.fullmatch(result.stderr.splitlines()[-1])
    assert (tmp_path / "new" / "b.sqlite").is_file()


def test_default_folders_are_relative_to_the_current_one(raw: Path) -> None:
    done = subprocess.run([COMMAND, "build"], cwd=raw.parent, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert (raw.parent / "output" / "biliktilik.sqlite").is_file()
    asked: list[str | Path] = [COMMAND, "query", "SELECT source_file FROM v_sources", "--format", "csv"]
    listed = subprocess.run(asked, cwd=raw.parent, capture_output=True, text=True, timeout=60, check=True)
    assert listed.stdout == "source_file\n2025-10-06_309.kk.txt\n"


def test_an_unreadable_document_is_named_and_the_others_are_built(run: Run, raw: Path, tmp_path: Path) -> None:
    (raw / "picture.txt").write_bytes(bytes(range(256)) * 20)
    result = run("build", raw, "-d", tmp_path / "b.sqlite")
    assert result.exit_code == 4
    assert "left out: picture.txt: " in result.stderr
    assert CLOSING.fullmatch(result.stderr.splitlines()[-1])
    assert run("query", "SELECT 1 FROM v_amendments", "-d", tmp_path / "b.sqlite").exit_code == 0


@pytest.mark.parametrize("empty", [True, False])
def test_nothing_to_build_leaves_the_database_alone(run: Run, database: Path, tmp_path: Path, empty: bool) -> None:
    folder = tmp_path / "nothing"
    if empty:
        folder.mkdir()
    before = database.read_bytes()
    result = run("build", folder, "-d", database)
    assert result.exit_code == 4
    assert str(folder) in result.stderr
    assert database.read_bytes() == before


def test_ctrl_c_leaves_the_database_alone(run: Run, raw: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("biliktilik.pipeline.build.make_rows", interrupt)
    before = database.read_bytes()
    result = run("build", raw, "-d", database)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (130, "interrupted")
    assert database.read_bytes() == before


def test_jobs_must_be_positive(run: Run, raw: Path) -> None:
    assert run("build", raw, "--jobs", "0").exit_code == 2
