"""How much is asked of the portal, and how much is taken from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, sizes in bytes.

    ``pause`` between two requests is what other readers of the portal keep, too. ``attempts`` at one page, with
    ``backoff`` after the first failure and twice as much after each further one; a server that wants more than
    ``longest_wait`` is not waited for. ``total`` holds for one answer from the first byte sent to the last received.
    The longest codes are pages of some ten megabytes, hence ``page_size``; RFC 9309 asks to read at least 500 KiB of a
    robots.txt.
    """

    pause: float = 3.0
    attempts: int = 4
    backoff: float = 5.0
    longest_wait: float = 120.0
    connect: float = 15.0
    read: float = 30.0
    total: float = 180.0
    page_size: int = 48 * 2**20
    robots_size: int = 512 * 2**10
    redirects: int = 5
