"""What README*.md and docs/ promise: every block of code runs, every shown answer is what the program answers.

    sh       every command ends with 0 and says something
    console  ``$ command`` (a line ``> `` goes on with it) and below it exactly what the command prints
    python   runs to its end
    sql      is answered with at least one row
    toml     can be read

Commands run in a folder that looks like a built clone, and in this process where no shell is needed. In a console block
a listing is a table, as on a terminal, but its lines are never folded.

``python tests/test_docs.py`` writes the answers of today into the console blocks (``make docs``).
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Final

import pytest
from click.testing import CliRunner

from biliktilik.pipeline.cli.application import application
from biliktilik.pipeline.queries import Question, all_questions
from biliktilik.schema.views import views

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = (*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md")))
COMMAND: Final = ".venv/bin/biliktilik"
NOT_RUN: Final = {
    "make": "makes .venv and builds: the fixture has done the second, and the test runs in the first",
    f"{COMMAND} serve": "runs until it is stopped; tests/pipeline/cli/test_serve.py starts and stops it",
}
BLOCK: Final = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
LINK: Final = re.compile(r"!?\[[^\]\n]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its page, the line where it starts, its kind (the word after the fence) and its text."""

    page: Path
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended, and what a person saw of it (stdout and stderr)."""

    status: int
    text: str


def read_blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        yield Block(page, text.count("\n", 0, match.start()) + 1, match[1], match[2])


def commands_of(text: str) -> Iterator[str]:
    """The commands of a shell script, each whole: a line goes on while a quotation is open or a backslash ends it."""
    pending = ""
    for line in text.splitlines():
        pending += line
        if is_whole(pending):
            if shlex.split(pending, comments=True):
                yield pending
            pending = ""
        else:
            pending += "\n"
    assert not pending.strip(), f"the command does not end: {pending}"


def is_whole(command: str) -> bool:
    try:
        shlex.split(command, comments=True)
    except ValueError:
        return False
    return not command.endswith("\\")


def dialogues_of(text: str) -> Iterator[str]:
    """The commands of a console block; what stands below each is its answer and is not looked at."""
    command: list[str] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield "\n".join(command)
            command = [line[2:]]
        elif line.startswith("> ") and command and not is_whole("\n".join(command)):
            command.append(line[2:])
    if command:
        yield "\n".join(command)


def answered(text: str, run: Callable[[str], Answer]) -> str:
    """The console block ``text`` with the answers that its commands give now."""
    parts = []
    for command in dialogues_of(text):
        answer = run(command)
        assert answer.status == 0, f"{command}\nended with {answer.status}:\n{answer.text}"
        parts.append("$ " + command.replace("\n", "\n> ") + "\n" + answer.text)
    return "".join(parts)


def run(command: str, *, on_terminal: bool = False) -> Answer:
    """Run ``command`` in the current folder; ``on_terminal``: a listing is a table if nothing else is asked for."""
    words = shlex.split(command.replace("\\\n", " "), comments=True)
    if words[0] != COMMAND or needs_shell(command):
        done = subprocess.run(
            ["/bin/bash", "-o", "pipefail", "-c", command],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip
        return Answer(done.returncode, done.stdout)
    if on_terminal and takes_format(words[1]) and not {"--format", "--propose"} & {*words}:
        words += ["--format", "table"]
    result = CliRunner().invoke(application, words[1:])
    return Answer(result.exit_code, result.output)


def run_on_terminal(command: str) -> Answer:
    return run(command, on_terminal=True)


def needs_shell(command: str) -> bool:
    """Whether ``command`` holds a pipe, a redirection or the like outside of quotation marks."""
    return any(set(token) <= set("();<>|&") for token in shlex.shlex(command, posix=True, punctuation_chars=True))


def takes_format(name: str) -> bool:
    return any("--format" in parameter.opts for parameter in application.commands[name].params)


def make_clone(folder: Path) -> Path:
    """A folder that looks like a built clone, so that the relative paths of the pages mean what they say."""
    copytree(ROOT / "raw", folder / "raw")
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    with chdir(folder):
        built = run(f"{COMMAND} build")
    assert built.status == 0, built.text
    return folder


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clone(tmp_path_factory.mktemp("clone"))


@pytest.fixture
def inside(clone: Path) -> Iterator[Path]:
    with chdir(clone):
        yield clone


def run_script(block: Block) -> None:
    for command in commands_of(block.text):
        if command not in NOT_RUN:
            answer = run(command)
            assert answer.status == 0, answer.text
            assert answer.text or ">" in command, command


def compare_answers(block: Block) -> None:
    assert answered(block.text, run_on_terminal) == block.text, "`make docs` writes the new answers"


def run_python(block: Block) -> None:
    with redirect_stdout(StringIO()) as said:
        exec(compile(block.text, str(block), "exec"), {})
    assert said.getvalue()


def ask(block: Block) -> None:
    answer = CliRunner().invoke(application, ["query", block.text, "--format", "json"])
    assert answer.exit_code == 0, answer.output
    assert answer.output.strip() != "[]"


def read_toml(block: Block) -> None:
    assert tomllib.loads(block.text)


KINDS: Final = {
    "sh": run_script,
    "console": compare_answers,
    "python": run_python,
    "sql": ask,
    "toml": read_toml,
}


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("block", [block for page in PAGES for block in read_blocks(page)], ids=str)
def test_block(block: Block) -> None:
    KINDS[block.kind](block)


def test_what_is_not_run_stands_in_a_page() -> None:
    scripts = [block.text for page in PAGES for block in read_blocks(page) if block.kind == "sh"]
    assert NOT_RUN.keys() <= {command for text in scripts for command in commands_of(text)}


@pytest.mark.parametrize("question", all_questions().values(), ids=lambda question: str(question.name))
def test_every_question_has_a_page(question: Question) -> None:
    page = ROOT / "docs" / "how-to" / f"{question.name}.md"
    text = page.read_text(encoding="utf-8")
    asked = f"{COMMAND} query {question.name}"
    blocks = list(read_blocks(page))
    assert any(asked in block.text for block in blocks), asked
    assert any(block.kind == "console" for block in blocks)
    assert [p.name for p in question.parameters if f"`{p.name}`" not in text] == []


def test_every_page_is_in_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {(index.parent / link).resolve() for link in LINK.findall(index.read_text(encoding="utf-8"))}
    assert [str(page) for page in (ROOT / "docs").rglob("*.md") if page != index and page not in linked] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_names_in_the_text_exist(page: Path) -> None:
    text = COMMENT.sub("", BLOCK.sub("", page.read_text(encoding="utf-8")))
    for link in LINK.findall(text):
        path, _, anchor = link.partition("#")
        assert "://" in link or (page.parent / path).exists(), link
        assert not anchor or anchor in anchors_of(page.parent / path if path else page), link
    for name in re.findall(r"`((?:docs|raw|parsers|schema|pipeline|tests)/[^`\s]*)`", text):
        assert (ROOT / name).exists(), name
    for view in re.findall(r"`(v_\w+)", text):
        assert view in {known.name for known in views()}, view
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)`", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def anchors_of(page: Path) -> set[str]:
    """The anchors that the headings of ``page`` get when it is shown."""
    headings = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def test_readme_names_every_command() -> None:
    table = re.findall(r"^\| `biliktilik (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(application.commands) == set(table)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_translated_readme_shows_the_same_first_screen(language: str) -> None:
    first = [list(read_blocks(ROOT / name))[:2] for name in ("README.md", f"README.{language}.md")]
    assert [block.text for block in first[0]] == [block.text for block in first[1]]


def test_blocks_are_cut_at_whole_commands() -> None:
    assert list(commands_of('# about\na "b\nc"  # d\n\ne \\\n  f\n')) == ['a "b\nc"  # d', "e \\\n  f"]
    assert list(dialogues_of('$ a "b\n> c"\n> shown\n$ d\n')) == ['a "b\nc"', "d"]
    assert answered("$ a\nold\n$ b\n", lambda command: Answer(0, f"{command}!\n")) == "$ a\na!\n$ b\nb!\n"
    assert needs_shell("a | b") and needs_shell("a > b") and not needs_shell("a 'b | c > d'")


def refresh() -> None:
    """Write the answers of today into the console blocks of all pages."""
    with tempfile.TemporaryDirectory() as folder, chdir(make_clone(Path(folder))):
        for page in PAGES:
            old = page.read_text(encoding="utf-8")
            new = BLOCK.sub(refreshed, old)
            if new != old:
                page.write_text(new, encoding="utf-8")
                print(f"{page.relative_to(ROOT)}: answers changed")


def refreshed(match: re.Match[str]) -> str:
    return f"```console\n{answered(match[2], run_on_terminal)}```" if match[1] == "console" else match[0]


if __name__ == "__main__":
    refresh()
