"""From a folder to a database: the real documents, and folders in which something is wrong."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from biliktilik.pipeline.build import BuildReport, build
from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.schema.promises import promises
from biliktilik.schema.views import views

RAW = Path(__file__).parents[2] / "raw"
SHORTEST = "2025-10-06_309.kk.txt"
POEM = "Қараңғы түнде тау қалғып,\nҰйқыға кетер балбырап.\n"


def digests(database: Path, names: dict[str, str] | None = None) -> dict[str, str]:
    """A digest of the sorted rows of every view; ``names`` leads from names of files to those to put for them."""
    told = {}
    with closing(sqlite3.connect(database)) as opened:
        for view in views():
            rows = [
                repr(tuple(_renamed(v, names or {}) for v in row))
                for row in opened.execute(f"SELECT * FROM {view.name}")
            ]
            told[view.name] = hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()
    return told


def _renamed(value: object, names: dict[str, str]) -> object:
    return names.get(value, value) if isinstance(value, str) else value


def ask(database: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as opened:
        return opened.execute(query).fetchall()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, BuildReport]]:
    database = tmp_path_factory.mktemp("built") / "x.sqlite"
    yield database, build(RAW, str(database))


def test_the_real_documents(corpus: tuple[Path, BuildReport]) -> None:
    database, report = corpus
    assert report.failures == ()
    assert report.sources == 5
    for view in ("sources", "provisions", "positions", "findings"):
        assert [(getattr(report, view),)] == ask(database, f"SELECT COUNT(*) FROM v_{view}"), view
    acts = ask(database, "SELECT number, text_known FROM v_acts WHERE text_known <> 'none' ORDER BY 1")
    assert acts == [("125", "full"), ("309", "full"), ("31-ө-м", "full"), ("360", "partial"), ("580-НҚ", "full")]


def test_every_promise_holds_for_them(corpus: tuple[Path, BuildReport]) -> None:
    broken = {promise.name: ask(corpus[0], promise.query)[:3] for promise in promises()}
    assert {name: rows for name, rows in broken.items() if rows} == {}


def test_foreign_keys_hold(corpus: tuple[Path, BuildReport]) -> None:
    assert ask(corpus[0], "PRAGMA foreign_key_check") == []


def test_building_again_gives_the_same_file(corpus: tuple[Path, BuildReport], tmp_path: Path) -> None:
    build(RAW, str(tmp_path / "again.sqlite"), jobs=2)
    assert (tmp_path / "again.sqlite").read_bytes() == corpus[0].read_bytes()


def test_names_of_files_do_not_matter(corpus: tuple[Path, BuildReport], tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(RAW / "catalog.toml", raw)
    names = {}
    for number, path in enumerate(sorted(RAW.glob("*.txt"), reverse=True)):
        names[f"{number}.txt"] = path.name
        shutil.copy(path, raw / f"{number}.txt")
    build(raw, str(tmp_path / "x.sqlite"))
    assert digests(tmp_path / "x.sqlite", names) == digests(corpus[0])


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    shutil.copy(RAW / SHORTEST, tmp_path)
    build(tmp_path, str(tmp_path / "out" / "x.sqlite"), progress=lambda *stage: told.append(stage))
    assert told == [("read", 1, 1), ("link", 1, 1), ("rows", 1, 1), ("publish", 1, 1)]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 300, b"%PDF-1.7\n\x00\xff\xfe"])
def test_what_cannot_be_read_does_not_stop_the_others(tmp_path: Path, content: bytes) -> None:
    raw, database = tmp_path / "raw", tmp_path / "x.sqlite"
    raw.mkdir()
    shutil.copy(RAW / SHORTEST, raw)
    (raw / "bad.txt").write_bytes(content)
    report = build(raw, str(database))
    assert [failure.source_file for failure in report.failures] == ["bad.txt"]
    found = ask(database, "SELECT severity, source_file FROM v_findings WHERE code = 'unreadable_source'")
    assert found == [("error", "bad.txt")]
    assert ask(database, "SELECT COUNT(*) FROM v_amendments")[0] != (0,)


def test_a_poem_is_kept_as_it_is(tmp_path: Path) -> None:
    raw, database = tmp_path / "raw", tmp_path / "x.sqlite"
    raw.mkdir()
    (raw / "poem.txt").write_text(POEM, encoding="utf-8")
    report = build(raw, str(database))
    assert report.failures == ()
    assert ask(database, "SELECT text, act_uri FROM v_sources") == [(POEM, None)]
    assert ask(database, "SELECT COUNT(*) FROM v_acts") == [(0,)]
    assert report.findings > 0


def test_a_duplicate_is_told_and_left_out(tmp_path: Path) -> None:
    raw, database = tmp_path / "raw", tmp_path / "x.sqlite"
    raw.mkdir()
    shutil.copy(RAW / SHORTEST, raw / "a.txt")
    shutil.copy(RAW / SHORTEST, raw / "copy-of-a.txt")
    build(raw, str(database))
    assert ask(database, "SELECT source_file, text IS NULL FROM v_sources ORDER BY 1") == [
        ("a.txt", 0),
        ("copy-of-a.txt", 1),
    ]
    found = ask(database, "SELECT severity, source_file FROM v_findings WHERE code = 'duplicate_source'")
    assert found == [("warning", "copy-of-a.txt")]


def test_two_texts_of_one_act_compete(tmp_path: Path) -> None:
    raw, database = tmp_path / "raw", tmp_path / "x.sqlite"
    raw.mkdir()
    text = (RAW / SHORTEST).read_text(encoding="utf-8")
    (raw / "a.txt").write_text(text[:-200], encoding="utf-8")
    (raw / "z.txt").write_text(text, encoding="utf-8")
    build(raw, str(database))
    found = ask(database, "SELECT severity, source_file FROM v_findings WHERE code = 'competing_sources'")
    assert found == [("error", "a.txt")]
    assert ask(database, "SELECT DISTINCT source_file FROM v_provisions") == [("z.txt",)]
    assert len(ask(database, "SELECT DISTINCT source_file FROM v_segments")) == 2


def test_a_parser_that_fails_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: object) -> None:
        raise RuntimeError("no such rule")

    raw, database = tmp_path / "raw", tmp_path / "x.sqlite"
    raw.mkdir()
    shutil.copy(RAW / SHORTEST, raw)
    monkeypatch.setattr("biliktilik.parsers.document.parse_document", fail)
    report = build(raw, str(database))
    assert [failure.reason for failure in report.failures] == ["the parser failed: RuntimeError: no such rule"]
    assert ask(database, "SELECT DISTINCT kind FROM v_segments") == [("unparsed",)]


@pytest.mark.parametrize("files", [[], ["catalog.toml"], ["README.md"]])
def test_a_folder_without_documents_leaves_the_database(tmp_path: Path, files: list[str]) -> None:
    raw, database = tmp_path / "raw", tmp_path / "x.sqlite"
    raw.mkdir()
    for name in files:
        (raw / name).touch()
    database.write_bytes(b"old")
    with pytest.raises(BiliktilikError, match="no documents") as caught:
        build(raw, str(database))
    assert caught.value.exit_code == ExitCode.SOURCE_UNREADABLE
    assert database.read_bytes() == b"old"
