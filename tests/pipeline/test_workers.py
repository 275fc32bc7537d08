"""Tasks that take too long, too much, or their process with them: the others come out as if they had not been there."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from biliktilik.pipeline.limits import Limits
from biliktilik.pipeline.workers import Loss, Outcome, Tell, run_limited

SHORT = Limits(seconds=1.0, megabytes=300)


def act(task: str, tell: Tell) -> str:
    """Do what a task says."""
    if task == "hang":
        tell("heard")
        time.sleep(60)
    if task == "hoard":
        tell("heard")
        return str(len(b"x" * 2_000_000_000))
    if task == "crash":
        faulthandler.disable()  # pytest's own report of it is not wanted
        os.kill(os.getpid(), signal.SIGSEGV)
    if task == "leave":
        os._exit(7)
    if task == "raise":
        raise ValueError("no such thing")
    return f"{task}!"


def outcomes(tasks: list[str], jobs: int = 1) -> list[Outcome[str]]:
    return list(run_limited(act, tasks, SHORT, jobs))


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_outcomes_come_in_the_order_of_the_tasks_whatever_becomes_of_some(jobs: int) -> None:
    tasks = ["a", "crash", "b", "hang", "c", "hoard", "d", "raise", "e", "leave"]
    found = outcomes(tasks, jobs)
    assert [outcome.result for outcome in found] == ["a!", None, "b!", None, "c!", None, "d!", None, "e!", None]
    assert [outcome.loss for outcome in found[1::2]] == [Loss.CRASH, Loss.TIME, Loss.MEMORY, Loss.FAILED, Loss.CRASH]
    assert [outcome.told for outcome in found[1::2]] == [None, "heard", "heard", None, None]
    assert [outcome.detail for outcome in found[1::2]] == [
        "SIGSEGV",
        "",
        "",
        "ValueError: no such thing",
        "exit status 7",
    ]


def test_nothing_to_do() -> None:
    assert outcomes([]) == []


def test_one_process_serves_many_tasks() -> None:
    assert len({outcome.result for outcome in run_limited(own_process, [1, 2, 3, 4], SHORT)}) == 1


def own_process(_task: int, _tell: Tell) -> int:
    return os.getpid()


def test_advance_counts_every_task() -> None:
    seen: list[tuple[int, int]] = []
    run_limited(act, ["a", "crash", "b"], SHORT, 2, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


SCRIPT = """
import os, sys, time
from biliktilik.pipeline.limits import Limits
from biliktilik.pipeline.workers import run_limited
def wait(task, tell):
    os.write(1, f"{os.getpid()}\\n".encode())  # at once, so that two lines cannot mix
    time.sleep(60)
run_limited(wait, [1, 2], Limits(50), 2)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs the fork of Linux")
def test_an_interruption_leaves_no_process(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as run:
        assert run.stdout is not None
        children = [int(run.stdout.readline()) for _ in range(2)]
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=20) != 0
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
