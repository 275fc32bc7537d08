"""One answer: what a slow, endless, packed, broken or untrusted server can and cannot do."""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import time as real_time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import trustme

from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.fetch.limits import Limits
from biliktilik.pipeline.fetch.portal import Portal
from biliktilik.pipeline.fetch.refusal import Refusal
from biliktilik.pipeline.fetch.request import Answer, Unanswered, send, trust
from biliktilik.pipeline.fetch.visit import Visit

from .conftest import KK, FakePortal, FakeTime, MakeVisit, Reply, page, serving

SIZE = 100_000
LIMITS = Limits(total=0.5, read=5.0, connect=5.0)

Act = Callable[[Any, Event], None]


@pytest.fixture
def ask(portal: FakePortal, context: ssl.SSLContext) -> Callable[[Reply], Answer]:
    def make(reply: Reply) -> Answer:
        portal.replies[KK] = reply
        return send(portal.url + KK, LIMITS, SIZE, context)

    return make


Ask = Callable[[Reply], Answer]


def drip(start: bytes, drop: bytes) -> Act:
    """Send ``start``, then ``drop`` again and again, as long as anybody listens."""

    def act(handler: Any, stopped: Event) -> None:
        with suppress(OSError):
            handler.wfile.write(start)
            while not stopped.wait(0.02):
                handler.wfile.write(drop)

    return act


def pour(start: bytes, portion: bytes) -> Act:
    def act(handler: Any, stopped: Event) -> None:
        with suppress(OSError):
            handler.wfile.write(start)
            while not stopped.is_set():
                handler.wfile.write(portion)

    return act


def reset(handler: Any, _stopped: Event) -> None:
    """Break the connection in the middle of the body."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def be_silent(_handler: Any, stopped: Event) -> None:
    stopped.wait(10)


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(drip(OK + b"Content-Length: 1000000\r\n\r\n", b"x"), id="body"),
        pytest.param(drip(OK, b"X-Slow: 1\r\n"), id="headers"),
        pytest.param(drip(b"", b" "), id="status line"),
        pytest.param(be_silent, id="silence"),
    ],
)
def test_a_slow_answer_is_cut_off_by_the_time_limit(ask: Ask, act: Act) -> None:
    started = real_time.monotonic()
    with pytest.raises(Unanswered, match=r"not complete after 0\.5 seconds|cannot be read|connection failed") as caught:
        ask(Reply(act=act))
    assert real_time.monotonic() - started < 5.0
    assert not caught.value.untrusted


def test_silence_before_the_read_limit_may_pass(portal: FakePortal, context: ssl.SSLContext) -> None:
    portal.replies[KK] = Reply(act=be_silent)
    with pytest.raises(Unanswered, match="in time") as caught:
        send(portal.url + KK, Limits(read=0.1, total=5.0), SIZE, context)
    assert caught.value.passing


def test_an_endless_body_is_cut_off_by_the_size_limit(portal: FakePortal, context: ssl.SSLContext) -> None:
    portal.replies[KK] = Reply(act=pour(OK + b"\r\n", b"x" * 10_000))
    with pytest.raises(Unanswered, match="longer than 100000 bytes") as caught:
        send(portal.url + KK, Limits(total=60.0), SIZE, context)
    assert not caught.value.passing


@pytest.mark.parametrize(("length", "taken"), [(SIZE, True), (SIZE + 1, False)])
def test_the_size_limit_is_exact(ask: Ask, length: int, taken: bool) -> None:
    if taken:
        assert len(ask(Reply(b"x" * length)).body) == length
    else:
        with pytest.raises(Unanswered):
            ask(Reply(b"x" * length))


def test_a_packed_page_is_unpacked(ask: Ask, portal: FakePortal) -> None:
    assert ask(Reply(gzip.compress(page()), headers={"Content-Encoding": "gzip"})).body == page()
    assert portal.asked[-1].headers["Accept-Encoding"] == "gzip"


def test_a_small_answer_that_unpacks_to_a_huge_one_is_cut_off(ask: Ask) -> None:
    bomb = gzip.compress(bytes(20 * 2**20))
    assert len(bomb) < SIZE
    with pytest.raises(Unanswered, match="longer than"):
        ask(Reply(bomb, headers={"Content-Encoding": "gzip"}))


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "deflate", "GZIP,gzip"])
def test_codings_that_were_not_asked_for_are_refused(ask: Ask, coding: str) -> None:
    with pytest.raises(Unanswered, match="not asked for"):
        ask(Reply(zlib.compress(b"x"), headers={"Content-Encoding": coding}))


def test_a_body_that_is_not_what_it_says_is_refused(ask: Ask) -> None:
    with pytest.raises(Unanswered, match="cannot be read"):
        ask(Reply(b"no gzip at all", headers={"Content-Encoding": "gzip"}))


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(reset, id="reset"),
        pytest.param(lambda handler, stopped: None, id="hung up"),
        pytest.param(lambda handler, stopped: handler.wfile.write(b"no http\r\n\r\n"), id="no http"),
        pytest.param(
            lambda handler, stopped: handler.wfile.write(OK + b"Content-Length: 9\r\n\r\nabc"), id="cut short"
        ),
    ],
)
def test_a_broken_connection_may_pass(ask: Ask, act: Act) -> None:
    with pytest.raises(Unanswered) as caught:
        ask(Reply(act=act))
    assert caught.value.passing


def test_a_reset_is_tried_again(portal: FakePortal, visit: MakeVisit) -> None:
    portal.replies[KK] = [Reply(act=reset), Reply(page())]
    one = visit()
    assert one.fetch(portal.url + KK).body == page()


def test_nobody_there(context: ssl.SSLContext) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        with pytest.raises(Unanswered, match="connection failed") as caught:
            send(url, LIMITS, SIZE, context)
    assert caught.value.passing


def test_the_body_of_an_error_is_not_read(ask: Ask) -> None:
    answer = ask(Reply(act=pour(b"HTTP/1.1 403 Forbidden\r\n\r\n", b"x" * 10_000)))
    assert (answer.status, answer.body) == (403, b"")


# --- certificates -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure(authority: trustme.CA, time: FakeTime) -> Iterator[FakePortal]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    fake = FakePortal(time)
    fake.replies[KK] = Reply(page())
    with serving(fake, context):
        yield fake


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


def test_an_authority_that_the_user_names_is_believed(secure: FakePortal, ca_file: Path) -> None:
    assert send(secure.url + KK, Limits(), SIZE, trust(ca_file)).body == page()


def test_an_unknown_authority_is_not_believed(secure: FakePortal, time: FakeTime) -> None:
    visit = Visit(Portal(secure.url), trust(None), Limits(), time.clock, lambda message: None)
    with pytest.raises(Refusal, match="certificate is not trusted") as caught:
        visit.fetch(secure.url + KK)
    assert "--ca-file" in caught.value.remedy
    assert (secure.asked, time.slept) == ([], []), "nothing was sent, and nothing is tried again"


def test_the_environment_names_no_authority(secure: FakePortal, ca_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    with pytest.raises(Unanswered) as caught:
        send(secure.url + KK, LIMITS, SIZE, trust(None))
    assert caught.value.untrusted


def test_a_certificate_for_another_name_is_not_believed(authority: trustme.CA, ca_file: Path, time: FakeTime) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("portal.example").configure_cert(context)
    fake = FakePortal(time)
    with serving(fake, context), pytest.raises(Unanswered) as caught:
        send(fake.url + KK, LIMITS, SIZE, trust(ca_file))
    assert caught.value.untrusted


def test_a_named_authority_replaces_the_others(ca_file: Path) -> None:
    assert len(trust(ca_file).get_ca_certs()) == 1
    for context in (trust(ca_file), trust(None)):
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_a_ca_file_without_certificates_is_a_usage_error(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BiliktilikError, match="CA file") as caught:
        trust(path)
    assert caught.value.exit_code == ExitCode.USAGE
    assert caught.value.why
