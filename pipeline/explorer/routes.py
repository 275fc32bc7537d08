"""The pages of the explorer: one line each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.explorer.visit import Visit
from biliktilik.pipeline.pages.home import read_home
from biliktilik.pipeline.store.database import Reader

# What stands between the kind of a page and the end of its address.
_URI: Final = r"(?P<act_uri>/akn/.+)"
_UNIT: Final = r"(?P<act_uri>/akn/.+)/(?P<eid>[^/]+)"


@dataclass(frozen=True, slots=True)
class Route:
    """A page: the pattern of its path (anchored, percent-encoded), its template, and the function that reads it.

    The function raises ``BiliktilikError`` for what the database does not hold (404) and ``ValueError`` for a
    parameter that cannot be read (400).
    """

    pattern: str
    template: str
    read: Callable[[Reader, Visit], object]


ROUTES: Final = (Route(r"/", "home.html", lambda reader, visit: read_home(reader)),)
