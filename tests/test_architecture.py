"""What only one place may do: ask the network, and tell the time of day."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
ROOMS: Final = ("parsers", "pipeline", "schema")
FETCH: Final = ROOT / "pipeline" / "fetch"
# Whatever opens a connection to elsewhere. The explorer listens on this machine, and that is all.
CLIENTS: Final = {"httpx", "httpcore", "requests", "urllib3", "aiohttp", "urllib.request", "http.client", "ftplib"}
CLOCKS: Final = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "ctime", "monotonic"}


def modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def imports_of(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def clients_of(tree: ast.AST) -> set[str]:
    return {client for name in imports_of(tree) for client in CLIENTS if f"{name}.".startswith(f"{client}.")}


def clocks_of(tree: ast.AST) -> set[str]:
    """What a module takes from ``time``, ``datetime`` or ``date`` that tells the time of day."""
    found = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in CLOCKS
    }
    read = {name for name in found if name.split(".")[0] in ("time", "datetime", "date")}
    return read | {name for name in imports_of(tree) if name.startswith("time.") and name.split(".")[1] in CLOCKS}


def test_one_http_client() -> None:
    users = {path for path in modules() if clients_of(ast.parse(path.read_text("utf-8")))}
    assert users == {FETCH / "request.py"}


def test_one_clock() -> None:
    users = {path for path in modules() if clocks_of(ast.parse(path.read_text("utf-8")))}
    assert users == {ROOT / "pipeline" / "clock.py"}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import httpx", {"httpx"}),
        ("def f():\n    from httpx import get", {"httpx"}),
        ("import urllib.request as r", {"urllib.request"}),
        ("from urllib import request", {"urllib.request"}),
        ("from http.client import HTTPSConnection", {"http.client"}),
        ("import httpx_like, urllib.parse, http.server", set()),
    ],
)
def test_a_client_is_seen(code: str, found: set[str]) -> None:
    assert clients_of(ast.parse(code)) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("datetime.now(UTC)", {"datetime.now"}),
        ("date.today()", {"date.today"}),
        ("from time import time", {"time.time"}),
        ("from time import perf_counter", set()),
        ("self.time.now", set()),
    ],
)
def test_a_clock_is_seen(code: str, found: set[str]) -> None:
    assert clocks_of(ast.parse(code)) == found
