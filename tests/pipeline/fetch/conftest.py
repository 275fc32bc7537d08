"""A server on this machine that plays the portal, and a clock whose time passes only in sleep."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from biliktilik.pipeline.clock import Clock
from biliktilik.pipeline.fetch.limits import Limits
from biliktilik.pipeline.fetch.portal import Portal
from biliktilik.pipeline.fetch.visit import Visit

ID = "V1700016057"
KK, RU = f"/kaz/docs/{ID}", f"/rus/docs/{ID}"
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Бұйрық - "Әділет" АҚЖ</title><script>var loaded = {load};</script></head><body>
<div id="container" class="module_npaView lang_{lang}">
 <div class="container_alpha slogan"><h1>Бұйрық</h1> <span class="status status_{status}">…</span>
  <p>Бұйрық 2017 жылғы 25 қазан № 360</p></div>
 <div class="container_gamma tabs clearfix"><a href="/x?{load}">t</a></div>
 <div class="container_gamma text text_{status}"><div class="gs_12"><article>
 <h3 id="z1">Бекіту туралы</h3><script>track({load})</script>
 <p id="z2">\n&nbsp;&nbsp; 1. {text}</p></article></div></div>
 <div class="container_omega aftertext">{load}</div></div></body></html>
"""
SHELL = """<!doctype html><html><head><title>НЦПС «Әділет»</title><meta name="adilet-build" content="42"></head>
<body><noscript>JavaScript</noscript><div id="root"></div></body></html>"""


def page(text: str = "Қоса беріліп отырған сипаттамалар бекітілсін.", lang: str = "kaz", **values: object) -> bytes:
    """An act's page in the old portal's markup."""
    return PAGE.format(text=text, lang=lang, **{"load": 1, "status": "upd", **values}).encode()


@dataclass(frozen=True)
class Reply:
    """What the server says; ``act`` does with the connection whatever it likes instead of sending ``body``."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    act: Callable[[Any, Event], None] | None = None


@dataclass(frozen=True)
class Asked:
    path: str
    headers: Mapping[str, str]
    at: float


def moved(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


class FakeTime:
    """Time that passes in ``sleep`` alone."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    @property
    def clock(self) -> Clock:
        start = datetime(2026, 1, 1, tzinfo=UTC)
        return Clock(lambda: start + timedelta(seconds=self.seconds), lambda: self.seconds, self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


class FakePortal:
    """Answers with what ``replies`` holds for a path: one reply for ever, or a list, the last of them for ever."""

    def __init__(self, time: FakeTime) -> None:
        self.replies: dict[str, Reply | list[Reply]] = {}
        self.asked: list[Asked] = []
        self.stopped = Event()
        self.time = time
        self.url = ""

    @property
    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def answer(self, path: str) -> Reply:
        reply = self.replies.get(path, Reply(status=404))
        if isinstance(reply, list):
            return reply.pop(0) if len(reply) > 1 else reply[0]
        return reply


@contextmanager
def serving(portal: FakePortal, context: ssl.SSLContext | None = None) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            portal.asked.append(Asked(self.path, dict(self.headers), portal.time.seconds))
            reply = portal.answer(self.path)
            self.close_connection = True
            if reply.act is not None:
                reply.act(self, portal.stopped)
                return
            self.send_response(reply.status)
            length = {} if "Content-Length" in reply.headers else {"Content-Length": str(len(reply.body))}
            for name, value in {"Content-Type": "text/html; charset=utf-8", **length, **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass  # a client that hangs up is what some tests are about

    server = Server(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    portal.url = f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        portal.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def portal(time: FakeTime) -> Iterator[FakePortal]:
    fake = FakePortal(time)
    with serving(fake):
        yield fake


MakeVisit = Callable[..., Visit]


@pytest.fixture(scope="session")
def context() -> ssl.SSLContext:
    return ssl.create_default_context()


@pytest.fixture
def visit(portal: FakePortal, time: FakeTime, context: ssl.SSLContext) -> MakeVisit:
    """A visit to the fake portal; the values given replace those of the limits."""

    def make(**values: Any) -> Visit:
        return Visit(Portal(portal.url), context, Limits(**values), time.clock, lambda message: None)

    return make
