"""``biliktilik inspect`` on real documents."""

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

RAW = Path(__file__).resolve().parents[3] / "raw"


def document(number: str) -> Path:
    return next(RAW.glob(f"*_{number}.kk.txt"))


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_json_gives_everything_and_no_database_is_made(run: Run, elsewhere: Path) -> None:
    result = run("inspect", document("309"))
    everything = json.loads(result.stdout)
    assert result.exit_code == 0
    assert everything["coverage"] == 1.0
    assert everything["header"]["act"]["number"] == "309"
    assert len(everything["amendments"]) == 11
    assert list(elsewhere.iterdir()) == []


def test_csv_gives_the_units(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("inspect", document("580-нқ"), "--format", "csv").stdout)))
    assert {"att_1__sec_2__prg_4", "att_1__point_13"} <= {row["eid"] for row in rows}
    assert sum(int(row["items"]) for row in rows) > 100


def test_report_shows_tree_segments_and_findings(run: Run) -> None:
    report = run("inspect", document("309"), "--format", "table").stdout
    for part in ("№ 309, 2025-10-06", "coverage: 100.00%", "of № 360, quoted", "segments (", "findings: ", "line "):
        assert part in report


@pytest.mark.parametrize("content", [None, b"", bytes(range(256)) * 20])
def test_what_cannot_be_read_is_exit_4(run: Run, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "odd.txt"
    if content is not None:
        file.write_bytes(content)
    result = run("inspect", file)
    assert result.exit_code == 4
    assert "odd.txt" in result.stderr


def test_a_poem_is_of_no_known_kind(run: Run, tmp_path: Path) -> None:
    poem = tmp_path / "poem.txt"
    poem.write_text("Көктем келді,\nгүл ашылды.\n", encoding="utf-8")
    result = run("inspect", poem, "--format", "table")
    assert result.exit_code == 0
    assert "kind: unknown" in result.stdout
