"""How commands end: statuses, messages, closed pipes, Ctrl-C, and what is loaded when."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from biliktilik.pipeline.cli import check as check_command

from .conftest import Run

COMMAND = Path(sys.executable).with_name("biliktilik")
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300000) SELECT i FROM n"


def shell(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([COMMAND, *arguments], capture_output=True, text=True, cwd=cwd, timeout=60, check=False)


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['biliktilik', '--help']\n"
        "from biliktilik.pipeline.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('sqlalchemy', 'rich', 'regex', 'httpx', 'lxml', 'jinja2', 'pandas', 'biliktilik.parsers.grammar') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    for name in ("build", "inspect", "check", "show", "query"):
        assert f"  {name}" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_command_has_help(run: Run) -> None:
    for name in ("build", "inspect", "check", "show", "query"):
        assert run(name, "--help").exit_code == 0


def test_unknown_command_and_option_are_usage_errors(run: Run) -> None:
    assert run("fly").exit_code == 2
    assert run("query", "--fly").exit_code == 2


def test_an_error_says_what_where_why_and_what_to_do(run: Run, tmp_path: Path) -> None:
    lines = run("check", "-d", tmp_path / "none").stderr.splitlines()
    assert lines[0] == "error: there is no database"
    assert [line.split(":")[0].strip() for line in lines[1:]] == ["where", "why", "do"]


@pytest.mark.parametrize("arguments", [["-v", "check", "-d", "none"], ["check", "-v", "-d", "none"]])
def test_traceback_only_on_request(run: Run, arguments: list[str]) -> None:
    assert "Traceback" in run(*arguments).stderr
    assert "Traceback" not in run("check", "-d", "none").stderr


def test_an_unexpected_failure_is_no_traceback_either(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_command, "broken_promises", lambda reader: 1 / 0)
    result = run("check", "-d", database)
    assert result.exit_code == 1
    assert "ZeroDivisionError" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in run("check", "-v", "-d", database).stderr


def test_a_closed_pipe_is_silent(database: Path) -> None:
    line = f'"{COMMAND}" query "{LONG}" -d "{database}" | head -n 1; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[\n", "")


def test_ctrl_c_ends_a_long_query(database: Path) -> None:
    with subprocess.Popen([COMMAND, "query", ENDLESS, "-d", database], stderr=subprocess.PIPE, text=True) as running:
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=30)
    assert (running.returncode, said) == (130, "interrupted\n")


def test_data_goes_to_stdout_and_messages_to_stderr(database: Path) -> None:
    done = shell("check", "-d", database)
    assert done.stdout.startswith("[\n{")
    assert done.stderr.startswith("0 broken promises")
