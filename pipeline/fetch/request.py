"""One request, one answer: verified, within limits of time and size, and without anything from the environment.

httpx would take proxies, a CA file and more from environment variables (``trust_env``); that is switched off, so that
what is fetched and whom it is believed from depends on the command alone.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

import httpx

from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.fetch.limits import Limits

ROBOT: Final = "biliktilik"

_READ_STATUS: Final = 200
# A coding within a coding multiplies what a small answer can grow to, and no honest server needs it.
_CODINGS: Final = ("", "identity", "gzip")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; ``body`` is empty unless ``status`` is 200. Names of ``headers`` are in small letters."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class Unanswered(Exception):
    """No answer, or none that is taken; ``passing`` when another try may go better, ``untrusted`` for a certificate."""

    def __init__(self, why: str, *, passing: bool = False, untrusted: bool = False) -> None:
        super().__init__(why)
        self.passing = passing
        self.untrusted = untrusted


def user_agent() -> str:
    """What the program says it is."""
    return f"{ROBOT}/{version('biliktilik')} (reads legal orders on job qualifications into a database)"


def trust(ca_file: Path | None) -> ssl.SSLContext:
    """Whom to believe: the authorities that httpx brings, or those of ``ca_file`` (PEM) and no others.

    Raises ``BiliktilikError`` (usage) for a file without certificates.
    """
    if ca_file is None:
        return httpx.create_ssl_context(trust_env=False)
    try:
        return ssl.create_default_context(cafile=str(ca_file))
    except OSError as error:  # ssl.SSLError is one, too
        why = "it holds no certificate in PEM form" if isinstance(error, ssl.SSLError) else error.strerror or str(error)
        remedy = "name a file with the certificate of the authority that signed the portal's"
        raise BiliktilikError("the CA file cannot be used", str(ca_file), why, remedy, ExitCode.USAGE) from error


def send(url: str, limits: Limits, size: int, context: ssl.SSLContext) -> Answer:
    """GET ``url``; redirects are answers like others. Raises :class:`Unanswered`.

    The time limit holds over everything, a name that does not resolve and headers that drip in as well: that is why
    the request runs in an event loop, where any wait can be cut off.
    """
    try:
        return asyncio.run(_send(url, limits, size, context))
    except TimeoutError as error:
        raise Unanswered(f"the answer was not complete after {limits.total:g} seconds") from error
    except httpx.TimeoutException as error:
        raise Unanswered(f"no answer in time ({type(error).__name__})", passing=True) from error
    except httpx.TransportError as error:
        if _certificate_failed(error):
            raise Unanswered(f"its certificate is not trusted: {error}", untrusted=True) from error
        raise Unanswered(f"the connection failed: {error or type(error).__name__}", passing=True) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unanswered(f"the answer cannot be read: {error}") from error


async def _send(url: str, limits: Limits, size: int, context: ssl.SSLContext) -> Answer:
    headers = {"User-Agent": user_agent(), "Accept": "text/html, text/plain", "Accept-Encoding": "gzip"}
    times = httpx.Timeout(limits.read, connect=limits.connect)
    request = httpx.Request("GET", url, headers=headers, extensions={"timeout": times.as_dict()})
    # The transport alone: a client would look into redirects, keep cookies and reuse connections.
    transport = httpx.AsyncHTTPTransport(verify=context, trust_env=False)
    async with asyncio.timeout(limits.total), transport:
        response = await transport.handle_async_request(request)
        try:
            said = {name.lower(): value for name, value in response.headers.items()}
            body = await _body(response, size) if response.status_code == _READ_STATUS else b""
        finally:
            await response.aclose()
    return Answer(url, response.status_code, said, body)


async def _body(response: httpx.Response, size: int) -> bytes:
    """The bytes of an answer, unpacked; reading ends where they are more than ``size``."""
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in _CODINGS:
        raise Unanswered(f"the answer is packed in a way that was not asked for: {coding}")
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > size:
            raise Unanswered(f"the answer is longer than {size} bytes")
    return bytes(body)


def _certificate_failed(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
