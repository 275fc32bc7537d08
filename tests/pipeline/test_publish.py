"""A database appears whole or not at all."""

import sqlite3
from pathlib import Path

import pytest

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.publish import database_path, publish
from biliktilik.schema.version import SCHEMA_VERSION


def test_an_empty_database_has_its_version(tmp_path: Path) -> None:
    target = tmp_path / "new" / "x.sqlite"
    publish({}, str(target))
    with sqlite3.connect(target) as database:
        assert database.execute("SELECT id, schema_version FROM meta").fetchall() == [(1, SCHEMA_VERSION)]
    assert [path.name for path in target.parent.iterdir()] == ["x.sqlite"]


def test_rows_that_do_not_fit_leave_the_old_database(tmp_path: Path) -> None:
    target = tmp_path / "x.sqlite"
    target.write_bytes(b"old")
    orphan = {"source_file": "a", "char_start": 0, "char_end": 1, "kind": "text", "eid": None, "rule": "r"}
    with pytest.raises(BiliktilikError, match="do not fit together"):
        publish({"segments": [orphan]}, str(target))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_row_that_breaks_a_rule_leaves_the_old_database(tmp_path: Path) -> None:
    target = tmp_path / "x.sqlite"
    target.write_bytes(b"old")
    with pytest.raises(BiliktilikError, match="could not be written"):
        publish({"acts": [{"act_uri": "u", "text_known": "perhaps"}]}, str(target))
    assert target.read_bytes() == b"old"


def test_a_folder_cannot_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "x.sqlite"
    (target / "inside").mkdir(parents=True)
    with pytest.raises(BiliktilikError, match="could not be written"):
        publish({}, str(target))
    assert [path.name for path in tmp_path.iterdir()] == ["x.sqlite"]


@pytest.mark.parametrize(
    ("database", "path"),
    [("output/x.sqlite", "output/x.sqlite"), ("sqlite:///x.db", "x.db"), ("sqlite:////tmp/x.db", "/tmp/x.db")],
)
def test_paths_and_urls(database: str, path: str) -> None:
    assert database_path(database) == Path(path)


@pytest.mark.parametrize("url", ["postgresql://u:secret@localhost/d", "sqlite://", "sqlite:///:memory:", "://"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(BiliktilikError) as caught:
        database_path(url)
    assert "secret" not in str(caught.value)
