"""Which files of a folder are documents."""

from pathlib import Path

import pytest

from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.reading import list_sources


def fill(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_documents_are_all_files_but_some(tmp_path: Path) -> None:
    files = ["b.txt", "a/c.txt", "catalog.toml", "README.md", "a/README", ".hidden", ".git/x", "a/.x/y"]
    fill(tmp_path, {name: name.encode() for name in files})
    assert [file.source_file for file in list_sources(tmp_path)] == ["a/c.txt", "b.txt"]


def test_the_shortest_then_first_name_of_the_same_bytes_counts(tmp_path: Path) -> None:
    fill(tmp_path, dict.fromkeys(["long.txt", "b.txt", "c.txt"], b"same") | {"other.txt": b"other"})
    twins = {file.source_file: file.duplicate_of for file in list_sources(tmp_path)}
    assert twins == {"b.txt": None, "c.txt": "b.txt", "long.txt": "b.txt", "other.txt": None}


def test_a_file_that_cannot_be_opened_is_listed(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (file,) = list_sources(tmp_path)
    assert file.sha256 is None
    assert file.failure is not None
    assert "cannot be opened" in file.failure


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(BiliktilikError, match="no such folder") as caught:
        list_sources(tmp_path / "raw")
    assert caught.value.exit_code == ExitCode.SOURCE_UNREADABLE
