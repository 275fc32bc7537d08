"""What a failure looks like, on our pages and on Datasette's own."""

from __future__ import annotations

import logging
from typing import Final

from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError
from markupsafe import Markup

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.explorer.answer import error_response
from biliktilik.pipeline.pages.error import ErrorPage
from biliktilik.pipeline.store.database import QueryRefused

_log: Final = logging.getLogger(__name__)


def error_page(error: Exception) -> ErrorPage:
    """What a page tells of a failure: 404 unknown, 400 unreadable, 503 too slow, 500 anything else."""
    if isinstance(error, BiliktilikError):
        status = 500 if isinstance(error, QueryRefused) else 404
        return ErrorPage(status, error.what, error.where, error.why, error.remedy)
    if isinstance(error, TimeoutError):
        return ErrorPage(503, str(error))
    if isinstance(error, ValueError):
        return ErrorPage(400, str(error))
    _log.error("a page could not be shown", exc_info=error)
    return ErrorPage(500, f"{type(error).__name__}: {error}")


def failure_response(request: Request, error: Exception) -> Response:
    """The answer to a request of Datasette that failed: its own JSON for programs, our page for people."""
    page = _told_by_datasette(error) or error_page(error)
    if not request.path.endswith(".json"):
        return error_response(page, request)
    told = dict(getattr(error, "error_dict", {}))
    return Response.json(
        {**told, "ok": False, "error": page.what, "status": page.status, "title": page.why or None}, status=page.status
    )


def _told_by_datasette(error: Exception) -> ErrorPage | None:
    if isinstance(error, Base400):
        what = "there is no page at this address" if error.args in ((), ("404",)) else str(error.args[0])
        return ErrorPage(error.status, what)
    if isinstance(error, DatasetteError):
        # Of a message in HTML only the first paragraph is one: the SQL and a script for it follow.
        first = str(error.message).partition("</p>")[0]
        what = Markup(first).striptags() if error.message_is_html else first
        return ErrorPage(error.status, what, why=error.title or "")
    return None
