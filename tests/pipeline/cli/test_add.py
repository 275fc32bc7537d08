"""``biliktilik add`` from the command line."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import Result

from biliktilik.pipeline import clock
from biliktilik.pipeline.cli.build import build
from biliktilik.pipeline.fetch import request, visit
from biliktilik.pipeline.fetch.portal import OLD_PORTAL
from biliktilik.pipeline.fetch.request import Answer

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
    assert rows(result)[0]["status"] == "there already"
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


def rows(result: Result) -> list[dict[str, str | None]]:
    return json.loads(result.stdout)  # type: ignore[no-any-return]


def test_what_became_of_each_document_is_listed(run: Run, document: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    command = ("add", document, "--raw", raw, "-d", tmp_path / "b.sqlite")
    listed = {"file": str(raw / document.name), "act_id": None, "language": None, "source": str(document)}
    assert rows(run(*command)) == [{**listed, "status": "stored"}]
    assert rows(run(*command)) == [{**listed, "status": "there already"}]
    table = run(*command, "--format", "csv").stdout.splitlines()
    assert table == ["file,act_id,language,status,source", f"{raw / document.name},,,there already,{document}"]


# --- folders --------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(document: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    shutil.copy(document, folder / "sub" / "a.kk.txt")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 but not really")
    shutil.copy(document, folder / "c.kk.txt")
    for name in ("README.md", ".hidden", "catalog.toml", "sub/README"):
        (folder / name).write_text("no document")
    return folder


def test_a_folder_is_taken_in_one_by_one(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "sub" / "a.kk.txt").write_text((folder / "c.kk.txt").read_text() + "\n")
    raw = tmp_path / "raw"
    result = run("add", folder, "--raw", raw, "-d", tmp_path / "b.sqlite")
    assert result.exit_code == 4
    assert [(row["source"], row["status"], row["file"]) for row in rows(result)] == [
        (str(folder / "b.pdf"), "refused", None),
        (str(folder / "c.kk.txt"), "stored", str(raw / "c.kk.txt")),
        (str(folder / "sub" / "a.kk.txt"), "stored", str(raw / "sub" / "a.kk.txt")),
    ]
    assert str(folder / "b.pdf") in result.stderr
    assert sorted(path.name for path in raw.rglob("*.*")) == ["a.kk.txt", "c.kk.txt"]
    assert (tmp_path / "b.sqlite").exists()


def test_the_same_text_twice_in_a_folder_is_stored_once(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("add", folder, "--raw", tmp_path / "raw", "-d", tmp_path / "b.sqlite")
    stored = tmp_path / "raw" / "c.kk.txt"
    assert [(row["status"], row["file"]) for row in rows(result)][1:] == [
        ("stored", str(stored)),
        ("there already", str(stored)),
    ]


def test_a_folder_that_holds_no_document_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "README.md").write_text("nothing here")
    result = run("add", tmp_path / "empty", "--raw", tmp_path / "raw", "-d", tmp_path / "b.sqlite")
    assert result.exit_code == 4
    assert "holds no documents" in result.stderr
    assert not (tmp_path / "b.sqlite").exists()


def test_two_files_of_one_name_are_refused(run: Run, document: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / document.name).write_text("Басқа мәтін")
    result = run("add", document, tmp_path / "other" / document.name, "--raw", tmp_path / "raw")
    assert result.exit_code == 1
    assert not (tmp_path / "raw").exists()


# --- dry run --------------------------------------------------------------------------------------------------------


def test_a_dry_run_stores_and_builds_nothing_and_sees_the_same_text_twice(
    run: Run, document: Path, folder: Path, tmp_path: Path
) -> None:
    raw, database = tmp_path / "raw", tmp_path / "b.sqlite"
    result = run("add", document, folder, "--raw", raw, "-d", database, "--dry-run")
    assert result.exit_code == 4
    assert [row["status"] for row in rows(result)] == [
        "would be stored",
        "refused",
        "there already",
        "there already",
    ]
    assert not raw.exists()
    assert not database.exists()


def test_a_dry_run_says_what_would_be_requested(run: Run, tmp_path: Path, no_network: None) -> None:
    result = run("add", "V1700016057", "https://adilet.zan.kz/rus/docs/Z010000266_#z1", "--raw", tmp_path, "--dry-run")
    assert result.exit_code == 0
    pages = [
        f"{OLD_PORTAL}/{page}" for page in ("kaz/docs/V1700016057", "rus/docs/V1700016057", "rus/docs/Z010000266_")
    ]
    assert result.stderr.splitlines() == [f"would request {url}" for url in (f"{OLD_PORTAL}/robots.txt", *pages)]
    names = ["V1700016057.kk.html", "V1700016057.ru.html", "Z010000266_.ru.html"]
    assert rows(result) == [
        {
            "file": str(tmp_path / name),
            "act_id": name.split(".")[0],
            "language": name.split(".")[1],
            "status": "would be stored",
            "source": page,
        }
        for name, page in zip(names, pages, strict=True)
    ]
    assert list(tmp_path.iterdir()) == []


# --- the portal -----------------------------------------------------------------------------------------------------


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(request, "send", refuse)
    monkeypatch.setattr(visit, "send", refuse)
    monkeypatch.setattr("socket.socket.connect", refuse)


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """A portal in memory: what it answers to each path, a refusal of robots.txt to none."""
    pages: dict[str, Answer] = {}

    def answer(url: str, *_: object) -> Answer:
        assert url.startswith("http://127.0.0.1:9/")
        return pages.get(urlsplit(url).path, Answer(url, 404, {}))

    monkeypatch.setenv("BILIKTILIK_PORTAL", "http://127.0.0.1:9")
    monkeypatch.setattr(visit, "send", answer)
    monkeypatch.setattr(clock, "SYSTEM", clock.Clock(lambda: datetime.now(UTC), lambda: 0.0, lambda seconds: None))
    return pages


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The raw folders that were built instead of building them: how pages are read is tested elsewhere."""
    folders: list[Path] = []
    monkeypatch.setattr(build, "callback", lambda raw, **_: folders.append(raw))
    return folders


def serve(portal: dict[str, Answer], path: str, text: str) -> None:
    page = f'<div class="container_gamma text"><article><p>{text}</p></article></div>'
    portal[path] = Answer(f"http://127.0.0.1:9{path}", 200, {}, page.encode())


def test_an_act_is_fetched_and_built(run: Run, portal: dict[str, Answer], built: list[Path], tmp_path: Path) -> None:
    serve(portal, "/rus/docs/V1700016057", "Приказ")
    raw = tmp_path / "raw"
    command = ("add", "V1700016057", "--language", "ru", "--raw", raw)
    result = run(*command)
    assert result.exit_code == 0, result.stderr
    listed = {"file": str(raw / "V1700016057.ru.html"), "act_id": "V1700016057", "language": "ru"}
    (row,) = rows(result)
    assert row == {**listed, "status": "stored", "source": "http://127.0.0.1:9/rus/docs/V1700016057"}
    assert result.stderr.splitlines() == [
        "requests http://127.0.0.1:9/robots.txt",
        "requests http://127.0.0.1:9/rus/docs/V1700016057",
    ]
    serve(portal, "/rus/docs/V1700016057", "Приказ с изменениями")
    changed = run(*command)
    assert [row["status"] for row in rows(changed)] == ["changed"]
    assert "the act has changed" in changed.stderr
    assert built == [raw, raw]


def test_an_act_that_is_missing_in_one_language_is_told_of(
    run: Run, portal: dict[str, Answer], built: list[Path], tmp_path: Path
) -> None:
    serve(portal, "/kaz/docs/V1700016057", "Бұйрық")
    result = run("add", "V1700016057", "--raw", tmp_path / "raw")
    assert result.exit_code == 4
    assert [(row["language"], row["status"]) for row in rows(result)] == [("kk", "stored"), ("ru", "refused")]
    assert "no page of this act in Russian" in result.stderr
    assert len(built) == 1


def test_nothing_is_built_where_everything_was_refused(
    run: Run, portal: dict[str, Answer], built: list[Path], tmp_path: Path
) -> None:
    result = run("add", "V1700016057", "--raw", tmp_path / "raw")
    assert result.exit_code == 4
    assert built == []
    assert not (tmp_path / "raw").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("V17000160577777",),
        ("https://example.org/rus/docs/V1700016057",),
        ("https://adilet.zan.kz/rus/docs/V1700016057", "--portal", "https://example.org"),
        ("V1700016057", "--ca-file", "/nowhere/ca.pem"),
        ("V1700016057", "--language", "en"),
    ],
)
def test_a_bad_call_is_a_usage_error_before_anything_is_done(
    run: Run, document: Path, tmp_path: Path, no_network: None, arguments: tuple[str, ...]
) -> None:
    result = run("add", document, *arguments, "--raw", tmp_path / "raw", "-d", tmp_path / "b.sqlite")
    assert result.exit_code == 2
    assert result.stderr
    assert not (tmp_path / "raw").exists()


def test_a_missing_file_ends_the_command_before_anything_is_fetched(run: Run, tmp_path: Path, no_network: None) -> None:
    result = run("add", "V1700016057", tmp_path / "missing.txt", "--raw", tmp_path / "raw")
    assert result.exit_code == 4
    assert "missing.txt" in result.stderr


def test_a_file_that_is_called_like_an_act_is_a_file(
    run: Run, document: Path, tmp_path: Path, no_network: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.rename(tmp_path / "V1700016057")
    monkeypatch.chdir(tmp_path)
    result = run("add", "V1700016057", "--dry-run")
    assert [row["file"] for row in rows(result)] == ["raw/V1700016057"]


def test_files_touch_no_network(run: Run, document: Path, tmp_path: Path, no_network: None) -> None:
    assert run("add", document, "--raw", tmp_path / "raw", "-d", tmp_path / "b.sqlite").exit_code == 0
