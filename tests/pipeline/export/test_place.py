from pathlib import Path

import pytest

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.export.checksums import write_checksums
from biliktilik.pipeline.export.place import replaced


def put_export(directory: Path) -> None:
    with replaced(directory) as draft:
        (draft / "datapackage.json").write_text('{"name": "biliktilik"}')
        write_checksums(draft)


def test_a_new_directory_below_new_ones(tmp_path: Path) -> None:
    put_export(tmp_path / "a/b/c")
    assert sorted(path.name for path in (tmp_path / "a/b/c").iterdir()) == ["SHA256SUMS", "datapackage.json"]
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["c"]


def test_an_empty_directory_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    put_export(tmp_path / "out")
    assert (tmp_path / "out/SHA256SUMS").is_file()


def test_through_a_link_the_directory_behind_it_is_replaced(tmp_path: Path) -> None:
    put_export(tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    put_export(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real/SHA256SUMS").is_file()


def test_files_of_others_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(BiliktilikError, match="no former export"):
        put_export(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("text", ['{"name": "other"}', "[]", "{", '"biliktilik"'])
def test_another_data_package_is_not_touched(tmp_path: Path, text: str) -> None:
    (tmp_path / "datapackage.json").write_text(text)
    with pytest.raises(BiliktilikError, match="no former export"):
        put_export(tmp_path)
    assert (tmp_path / "datapackage.json").read_text() == text


def test_a_file_put_into_a_former_export_is_not_lost(tmp_path: Path) -> None:
    put_export(tmp_path / "out")
    (tmp_path / "out/csv").mkdir()
    (tmp_path / "out/csv/mine.csv").write_text("mine")
    with pytest.raises(BiliktilikError, match=r"csv/mine\.csv would be lost"):
        put_export(tmp_path / "out")
    assert (tmp_path / "out/csv/mine.csv").read_text() == "mine"


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(BiliktilikError, match="it is a file"):
        put_export(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_directory_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BiliktilikError, match="cannot be written here"):
        put_export(tmp_path / "file/out")


def test_the_directory_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BiliktilikError, match="you stand in it"):
        put_export(Path())


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    put_export(tmp_path / "out")
    with pytest.raises(KeyboardInterrupt), replaced(tmp_path / "out") as draft:
        (draft / "half").write_text("half")
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert not (tmp_path / "out/half").exists()


def test_a_swap_that_fails_half_way_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_export(tmp_path / "out")
    rename = Path.rename

    def fail_for_the_new(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(BiliktilikError, match="Permission denied"):
        put_export(tmp_path / "out")
    assert (tmp_path / "out/SHA256SUMS").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
