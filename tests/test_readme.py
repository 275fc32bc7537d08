"""What the README promises: its commands run, its table is what the database answers, its facts hold."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|console)\n(.*?)```", README, re.DOTALL)
COMMAND = ".venv/bin/biliktilik"
SAFE = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines() if line.startswith(COMMAND)]
SHOWN = [re.fullmatch(r"\$ ([^\n]+)\n(.*)", text, re.DOTALL) for kind, text in BLOCKS if kind == "console"]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that looks like a built clone, so that the README's relative paths mean what they say."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "raw").symlink_to(ROOT / "raw")
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    assert run(f"{COMMAND} build", folder).returncode == 0
    yield folder


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(shlex.split(line), cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def test_there_are_commands_and_one_shown_answer() -> None:
    assert len(SAFE) > 4
    assert len(SHOWN) == 1


@pytest.mark.parametrize("line", SAFE)
def test_commands_run(clone: Path, line: str) -> None:
    done = run(line, clone)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_table_is_what_the_database_answers(clone: Path) -> None:
    shown = SHOWN[0]
    assert shown is not None
    assert run(f"{shown[1]} --format table", clone).stdout == shown[2]


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)`", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_named_files_exist() -> None:
    for name in re.findall(r"`((?:docs|raw|parsers|schema|pipeline)/[^`\s]*)`", README):
        assert (ROOT / name).exists(), name


def test_every_named_view_exists(clone: Path) -> None:
    have = run(f"{COMMAND} query \"SELECT name FROM sqlite_schema WHERE type = 'view'\"", clone).stdout
    for view in set(re.findall(r"\bv_\w+", README)):
        assert f'"{view}"' in have, view
