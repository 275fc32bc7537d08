"""Work done in processes of its own, task by task, under limits: what one task does to its process hurts no other.

A process is started once and serves many tasks; it is replaced only when it dies or has to be killed.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from biliktilik.pipeline.clock import SYSTEM
from biliktilik.pipeline.limits import Limits

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")
Tell = Callable[[Any], None]
Work = Callable[[Task, Tell], Result]

# A forked process has the modules and the grammar at once; elsewhere than on Linux forking is missing or unsafe.
_START_METHOD: Final = "fork" if sys.platform == "linux" else "spawn"
_MEGABYTE: Final = 1_000_000
_GRACE: Final = 5  # seconds after its time limit when a process that nobody watches any more ends itself


class Loss(Enum):
    """Why a task has no result."""

    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What came of a task: its ``result``, or the ``loss``.

    ``told`` is the last thing that the work told on its way; ``detail`` says how its process ended or what it raised.
    """

    result: Result | None = None
    loss: Loss | None = None
    told: Any = None
    detail: str = ""


@dataclass(slots=True)
class _Worker:
    """One process as its master sees it, and the task that it is at."""

    process: BaseProcess
    connection: Connection
    index: int = -1
    deadline: float = 0.0
    told: Any = None

    def end(self) -> None:
        """Kill the process, whatever it does."""
        self.connection.close()
        self.process.kill()
        self.process.join()


@dataclass(slots=True)
class _Crew(Generic[Task, Result]):
    """The processes and the tasks that wait for one."""

    work: Work[Task, Result]
    limits: Limits
    tasks: Sequence[Task]
    waiting: deque[int]
    workers: list[_Worker] = field(default_factory=list)

    def start(self) -> None:
        """One more process, at the first task that waits."""
        context = multiprocessing.get_context(_START_METHOD)
        ours, theirs = context.Pipe()
        # A forked process holds all that is open here; it must let go of it, or it would never see its master gone.
        strangers = (ours, *(worker.connection for worker in self.workers)) if _START_METHOD == "fork" else ()
        process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, strangers, self.work, self.limits), daemon=True
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        self.give(worker)

    def give(self, worker: _Worker) -> None:
        """Hand the next task to a process that is free; without one, the process has done its work."""
        if not self.waiting:
            self.dismiss(worker)
            return
        worker.index, worker.told = self.waiting.popleft(), None
        worker.deadline = SYSTEM.monotonic() + self.limits.seconds
        with suppress(OSError):  # a process that is gone already is found out when its answer is waited for
            worker.connection.send(self.tasks[worker.index])

    def dismiss(self, worker: _Worker) -> None:
        """End a process."""
        self.workers.remove(worker)
        worker.end()

    def replace(self, worker: _Worker) -> None:
        """End a process that failed, and start another if there is work for it."""
        self.dismiss(worker)
        if self.waiting:
            self.start()

    def outcomes(self) -> Iterator[tuple[int, Outcome[Result]]]:
        """The outcomes as they come, each with the index of its task."""
        while self.workers:
            patience = max(0.0, min(worker.deadline for worker in self.workers) - SYSTEM.monotonic())
            ready = wait([worker.connection for worker in self.workers], patience)
            for worker in [worker for worker in self.workers if worker.connection in ready]:
                yield from self._hear(worker)
            now = SYSTEM.monotonic()
            for worker in [worker for worker in self.workers if worker.deadline <= now]:
                self.replace(worker)
                yield worker.index, Outcome(loss=Loss.TIME, told=worker.told)

    def _hear(self, worker: _Worker) -> Iterator[tuple[int, Outcome[Result]]]:
        index = worker.index
        try:
            answer = worker.connection.recv_bytes()
        except (EOFError, OSError):
            worker.process.join(_GRACE)
            detail = _how_it_ended(worker.process.exitcode)
            self.replace(worker)
            yield index, Outcome(loss=Loss.CRASH, told=worker.told, detail=detail)
            return
        kind, content = answer[:1], answer[1:]
        told = worker.told
        if kind == _TOLD:
            worker.told = pickle.loads(content)
        elif kind == _LOST_MEMORY:
            self.replace(worker)
            yield index, Outcome(loss=Loss.MEMORY, told=told)
        else:
            self.give(worker)  # before the answer is unpacked, so that the process has something to do meanwhile
            if kind == _DONE:
                yield index, Outcome(pickle.loads(content), told=told)
            else:
                yield index, Outcome(loss=Loss.FAILED, told=told, detail=content.decode())


_TOLD: Final = b"t"
_DONE: Final = b"d"
_FAILED: Final = b"f"
_LOST_MEMORY: Final = b"m"


def run_limited(
    work: Work[Task, Result],
    tasks: Sequence[Task],
    limits: Limits,
    jobs: int = 1,
    advance: Callable[[int, int], None] = lambda done, total: None,
    meanwhile: Callable[[], None] = lambda: None,
) -> tuple[Outcome[Result], ...]:
    """``work(task, tell)`` for every task, on ``jobs`` processes, each task within ``limits``; outcomes in order.

    ``work`` is a function of a module; tasks, what is told and results can be pickled. ``advance`` is called with the
    number of tasks done and the total; ``meanwhile`` once, when the processes are at work. Whatever ends this
    function, an interruption too, it leaves no process behind.
    """
    outcomes: dict[int, Outcome[Result]] = {}
    crew = _Crew(work, limits, tasks, deque(range(len(tasks))))
    try:
        for _ in range(min(jobs, len(tasks))):
            crew.start()
        meanwhile()
        for index, outcome in crew.outcomes():
            outcomes[index] = outcome
            advance(len(outcomes), len(tasks))
    finally:
        for worker in crew.workers:
            worker.end()
    return tuple(outcomes[index] for index in range(len(tasks)))


def _how_it_ended(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        with suppress(ValueError):
            return signal.Signals(-exitcode).name
    return f"exit status {exitcode}"


def _serve(connection: Connection, strangers: Sequence[Connection], work: Work[Any, Any], limits: Limits) -> None:
    """The life of a process: task in, answer out, until its master is gone."""
    for stranger in strangers:
        stranger.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the master sees to its processes
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _limit_memory(limits.megabytes)
    with suppress(EOFError, OSError):
        while _answer(connection, connection.recv(), work, limits):
            pass


def _answer(connection: Connection, task: Any, work: Work[Any, Any], limits: Limits) -> bool:
    """Answer one task; False when the process should not go on: short of memory it is not to be trusted."""
    _end_in(limits.seconds + _GRACE)
    gc.disable()  # what is made here is kept until it is sent, and a long document is a million objects to go through
    try:
        result = work(task, lambda told: connection.send_bytes(_TOLD + pickle.dumps(told)))
        answer = _DONE + pickle.dumps(result)
    except MemoryError:
        connection.send_bytes(_LOST_MEMORY)
        return False
    except Exception as error:
        answer = _FAILED + f"{type(error).__name__}: {error}".encode(errors="replace")
    _end_in(0)
    gc.enable()
    connection.send_bytes(answer)
    return True


def _end_in(seconds: float) -> None:
    """Let this process end after so many seconds, should its master not be there to end it; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(megabytes: float) -> None:
    """Let this process map so much more than it has mapped now; where the system knows no such limit, there is none."""
    try:
        import resource
        from pathlib import Path

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + int(megabytes * _MEGABYTE)
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    except (ImportError, OSError, ValueError):
        return
