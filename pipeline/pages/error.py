"""The page that stands where another one cannot."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What failed, where, why and what to do; ``status`` is that of HTTP: 400, 404, 500 or 503."""

    status: int
    what: str
    where: str = ""
    why: str = ""
    remedy: str = ""
