"""A walk through all pages of an explorer by their links: for timings, and to see that no link leads nowhere."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from html import unescape
from time import perf_counter
from typing import Any, Final
from urllib.parse import urlsplit

from biliktilik.pipeline.explorer.routes import ROUTES
from biliktilik.pipeline.explorer.visit import LANGUAGE_COOKIE

_LINK: Final = re.compile(r'<a [^>]*?href="(/[^"#]*)')
_LANGUAGE: Final = re.compile(r"[?&]lang=")


@dataclass(frozen=True, slots=True)
class Step:
    """A page that was asked for: its address, the address that led there, the answer, and how long it took."""

    address: str
    led_by: str
    status: int
    body: str
    seconds: float


async def walk(explorer: Any, language: str, variants: int = 3) -> AsyncIterator[Step]:
    """Ask for every page of ours that links lead to from the first page, each address once.

    Of one path at most ``variants`` sets of parameters are tried. Links to the same page in another language and to
    Datasette's own pages are not followed.
    """
    waiting, seen, tried = [("/", "/")], {"/"}, {"/": 1}
    while waiting:
        address, led_by = waiting.pop(0)
        started = perf_counter()
        answer = await explorer.client.get(address, cookies={LANGUAGE_COOKIE: language})
        yield Step(address, led_by, answer.status_code, answer.text, perf_counter() - started)
        for link in map(unescape, _LINK.findall(answer.text)):
            path = urlsplit(link).path
            if link in seen or tried.get(path, 0) >= variants or not _is_ours(link):
                continue
            seen.add(link)
            tried[path] = tried.get(path, 0) + 1
            waiting.append((link, address))


def _is_ours(link: str) -> bool:
    path = urlsplit(link).path
    return not _LANGUAGE.search(link) and any(re.fullmatch(route.pattern, path) for route in ROUTES)
