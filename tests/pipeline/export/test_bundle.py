import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.export.bundle import export
from biliktilik.pipeline.export.forms import FORMS, Form
from biliktilik.pipeline.store.database import Reader, reading
from biliktilik.schema.views import views

ALL = "csv,json,parquet,xlsx"


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def descriptor(root: Path) -> Any:
    return json.loads((root / "datapackage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", ["all", "excel"])
def test_frictionless_finds_the_package_and_every_table_valid(real_export: Path, part: str) -> None:
    report = validate(str(real_export / part / "datapackage.json"))
    assert report.valid, report.flatten(["name", "message"])[:5]
    assert {task.name for task in report.tasks if task.type == "table"} == {view.name for view in views()}


def test_frictionless_would_find_a_wrong_cell(nasty: Reader, tmp_path: Path) -> None:
    export(nasty, tmp_path / "out", [FORMS["csv"]], lambda *_: None)
    table = tmp_path / "out/csv/v_cards.csv"
    table.write_bytes(table.read_bytes().replace(b",,7,", b",,VII,"))
    report = validate(str(tmp_path / "out/datapackage.json"))
    assert "type-error" in {error[0] for error in report.flatten(["type"])}


def test_the_descriptor_says_what_the_columns_mean(real_export: Path) -> None:
    package = descriptor(real_export / "all")
    resources = {resource["name"]: resource for resource in package["resources"]}
    fields = {field["name"]: field for field in resources["v_requirement_matrix"]["schema"]["fields"]}
    assert fields["min_years"]["type"] == "number"
    assert "NULL when no length is stated" in fields["min_years"]["description"]
    assert fields["level"]["constraints"] == {"enum": ["higher", "middle"]}
    assert all(resource["schema"]["missingValues"] == [""] for resource in resources.values() if "dialect" in resource)
    assert package["sources"][0]["title"] == "2012-02-02_31-ө-м.kk.txt"
    assert "licenses" not in package


def test_every_file_is_a_resource_with_its_size_and_hash(real_export: Path) -> None:
    root = real_export / "all"
    resources = {resource["path"]: resource for resource in descriptor(root)["resources"]}
    data = files(root)
    assert resources.keys() == data.keys() - {"datapackage.json", "SHA256SUMS"}
    for path, resource in resources.items():
        assert resource["hash"] == f"sha256:{hashlib.sha256(data[path]).hexdigest()}"
        assert resource["bytes"] == len(data[path])
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])


def test_without_csv_the_columns_are_told_all_the_same(nasty: Reader, tmp_path: Path) -> None:
    export(nasty, tmp_path / "out", [FORMS["parquet"]], lambda *_: None)
    resources = descriptor(tmp_path / "out")["resources"]
    assert all(resource["schema"]["fields"][0]["description"] for resource in resources)
    assert validate(str(tmp_path / "out/datapackage.json")).valid


def test_sha256sum_finds_every_file(real_export: Path) -> None:
    root = real_export / "all"
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    assert len(done.stdout.splitlines()) == len(files(root)) - 1


def test_the_same_bytes_whatever_the_directory(reader: Reader, real_export: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a" / "ө б"
    export(reader, elsewhere, [FORMS[name] for name in ALL.split(",")], lambda *_: None)
    assert files(elsewhere) == files(real_export / "all")


def test_the_same_bytes_whatever_the_order_of_rows_and_of_hashes(
    nasty_export: Path, nasty_database_backwards: Path, tmp_path: Path
) -> None:
    script = "from biliktilik.pipeline.cli import main; main()"
    command = [sys.executable, "-c", script, "export", "out", "--as", ALL, "-d", str(nasty_database_backwards)]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Almaty"}
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env=environment)
    assert files(tmp_path / "out") == files(nasty_export / "all")


def test_the_id_tells_different_contents_apart(real_export: Path, nasty_export: Path) -> None:
    ids = [descriptor(root / part)["id"] for root in (real_export, nasty_export) for part in ("all", "excel")]
    assert ids[0] == ids[1] != ids[2] == ids[3]


def test_a_former_export_is_replaced_as_a_whole(nasty: Reader, tmp_path: Path) -> None:
    export(nasty, tmp_path / "out", [FORMS["json"]], lambda *_: None)
    export(nasty, tmp_path / "out", [FORMS["csv"]], lambda *_: None)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"csv", "datapackage.json", "SHA256SUMS"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failure_leaves_the_former_export_as_it_was(
    nasty: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(nasty, tmp_path / "out", [FORMS["json"]], lambda *_: None)
    before = files(tmp_path / "out")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("biliktilik.pipeline.export.csv_files.write_views", fail)
    with pytest.raises(BiliktilikError, match="No space left on device"):
        export(nasty, tmp_path / "out", [FORMS["json"], FORMS["csv"]], lambda *_: None)
    assert files(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_form_that_cannot_be_written_is_told_before_anything_is(nasty: Reader, tmp_path: Path) -> None:
    with pytest.raises(BiliktilikError, match="cannot be written yet"):
        export(nasty, tmp_path / "out", [FORMS["csv"], Form("papyrus", "papyrus")], lambda *_: None)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_is_told_with_its_extra(nasty: Reader, tmp_path: Path) -> None:
    form = Form("parquet", "parquet", ("pyarrow", "no_such_library"), "parquet")
    with pytest.raises(BiliktilikError) as caught:
        export(nasty, tmp_path / "out", [form], lambda *_: None)
    assert "no_such_library" in caught.value.why
    assert "biliktilik[parquet]" in caught.value.remedy


def test_a_database_of_another_version_is_refused(nasty_database: Path, tmp_path: Path) -> None:
    import sqlite3
    from shutil import copyfile

    old = copyfile(nasty_database, tmp_path / "old.sqlite")
    with sqlite3.connect(old) as connection:
        connection.execute("UPDATE meta SET schema_version = '0.1'")
    with reading(str(old)) as reader, pytest.raises(BiliktilikError, match=r"0\.1"):
        export(reader, tmp_path / "out", [FORMS["csv"]], lambda *_: None)
    assert not (tmp_path / "out").exists()
