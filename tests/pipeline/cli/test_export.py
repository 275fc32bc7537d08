import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from biliktilik.pipeline.export import forms
from biliktilik.schema.views import views

Run = Callable[..., Result]


def test_csv_and_json_are_written_and_listed(run: Run, database: Path, tmp_path: Path) -> None:
    result = run("export", tmp_path / "out", "-d", database)
    assert result.exit_code == 0, result.stderr
    listed = json.loads(result.stdout)
    written = {str(path) for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {row["file"] for row in listed} == written
    assert len(written) == 2 * len(views()) + 2
    assert all(Path(row["file"]).stat().st_size == row["bytes"] for row in listed)
    assert f"{len(written)} files" in result.stderr


def test_the_listing_as_csv(run: Run, database: Path, tmp_path: Path) -> None:
    result = run("export", tmp_path / "out", "--as", "json", "-d", database, "--format", "csv")
    assert result.stdout.splitlines()[0] == "file,bytes,sha256"


def test_excel_means_semicolons(run: Run, database: Path, tmp_path: Path) -> None:
    assert run("export", tmp_path / "out", "--as", "csv", "--excel", "-d", database).exit_code == 0
    head = (tmp_path / "out/csv/v_acts.csv").read_bytes().splitlines()[0]
    assert head.startswith(b'\xef\xbb\xbf"act_uri";"kind";')


def test_forms_are_named_in_any_case_and_once(run: Run, database: Path, tmp_path: Path) -> None:
    assert run("export", tmp_path / "out", "--as", "CSV, csv", "-d", database).exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["SHA256SUMS", "csv", "datapackage.json"]


@pytest.mark.parametrize("named", ["word", "csv,word", "", ","])
def test_an_unknown_form_is_a_usage_error(run: Run, database: Path, tmp_path: Path, named: str) -> None:
    result = run("export", tmp_path / "out", "--as", named, "-d", database)
    assert result.exit_code == 2
    assert "csv, parquet, xlsx, json, akn, html" in result.stderr
    assert not (tmp_path / "out").exists()


def test_excel_without_csv_is_a_usage_error(run: Run, database: Path, tmp_path: Path) -> None:
    assert run("export", tmp_path / "out", "--as", "json", "--excel", "-d", database).exit_code == 2


@pytest.mark.parametrize(
    ("form", "missing", "extra"), [("parquet", "pyarrow", "parquet"), ("xlsx", "xlsxwriter", "xlsx")]
)
def test_a_missing_library_names_the_extra(
    run: Run, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, missing: str, extra: str
) -> None:
    monkeypatch.setattr(forms, "find_spec", lambda name: None if name == missing else object())
    result = run("export", tmp_path / "out", "--as", f"csv,{form}", "-d", database)
    assert result.exit_code == 1
    assert f"needs {missing}" in result.stderr
    assert f"pip install 'biliktilik[{extra}]'" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_directory_of_others_is_refused(run: Run, database: Path, tmp_path: Path) -> None:
    result = run("export", tmp_path, "-d", database)
    assert result.exit_code == 1
    assert "no former export" in result.stderr
    assert database.is_file()


def test_without_a_database(run: Run, tmp_path: Path) -> None:
    result = run("export", tmp_path / "out", "-d", tmp_path / "none.sqlite")
    assert result.exit_code == 1
    assert "biliktilik build" in result.stderr
