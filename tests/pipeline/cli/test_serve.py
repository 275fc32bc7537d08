"""`biliktilik serve` as a person starts and ends it."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_it_tells_its_address_answers_there_and_ends_quietly_at_ctrl_c(database: Path) -> None:
    command = [str(Path(sys.executable).with_name("biliktilik")), "serve", "-d", str(database), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
        assert address is not None
        with urllib.request.urlopen(address[0], timeout=10) as answer:
            page = answer.read().decode()
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=10)

    assert "№ 1-Ө-М" in page
    assert (server.returncode, out, err) == (130, "", "interrupted\n")


def test_a_port_in_use_is_an_error_that_says_so(run: Run, database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "-d", database, "--port", str(port))

    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"127.0.0.1, port {port}" in result.stderr
    assert "why:   Address already in use\n" in result.stderr
    assert "--port 0" in result.stderr


@pytest.mark.parametrize(
    ("name", "what"), [("absent.sqlite", "there is no database"), ("notes.txt", "this file is no database")]
)
def test_without_a_database_nothing_is_served(run: Run, tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "notes.txt").write_text("no database at all, only words\n" * 100)

    result = run("serve", "-d", tmp_path / name, "--port", "0")

    assert (result.exit_code, result.stdout) == (1, "")
    assert what in result.stderr


def test_without_the_explorer_it_says_how_to_get_it(run: Run, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "biliktilik.pipeline.explorer.server", None)

    result = run("serve", "-d", database)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "biliktilik[explorer]" in result.stderr
