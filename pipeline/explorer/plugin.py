"""Our plugin of Datasette: pages, their style, functions of SQL, and what a failure looks like."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from typing import Any, Final

from datasette import hookimpl
from datasette.utils.asgi import Request, Response

from biliktilik.pipeline.explorer.answer import (
    error_response,
    is_explorer,
    page_response,
    read_in_thread,
    table_response,
    visit_of,
)
from biliktilik.pipeline.explorer.failure import error_page, failure_response
from biliktilik.pipeline.explorer.paths import STYLESHEET_PATH
from biliktilik.pipeline.explorer.routes import DOWNLOADS, ROUTES, Download, Route
from biliktilik.pipeline.pages.render import STYLESHEET, render
from biliktilik.pipeline.store.database import fold_every_letter

View = Callable[..., Awaitable[Response]]

_ONE_YEAR: Final = {"Cache-Control": "max-age=31536000, immutable, public", "X-Content-Type-Options": "nosniff"}


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, View]]:
    """Our pages; they come before Datasette's own, so that ``/`` is ours."""
    pages = [(f"^{route.pattern}$", _page_view(route)) for route in ROUTES]
    downloads = [(f"^{download.pattern}$", _download_view(download)) for download in DOWNLOADS]
    return [*pages, *downloads, (f"^{STYLESHEET_PATH}$", _stylesheet)]


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """lower() and upper() of SQL know every letter."""
    fold_every_letter(conn)


@hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator]
def handle_exception(datasette: Any, request: Request, exception: Exception) -> Generator[None, Any, None]:
    """One look for every failure. In place of Datasette's answer, which also prints its variables to stdout."""
    outcome = yield
    if is_explorer(datasette):
        outcome.force_result([failure_response(request, exception)])


def _page_view(route: Route) -> View:
    async def view(request: Request, datasette: Any) -> Response:
        visit = visit_of(request)
        try:
            body = await read_in_thread(
                datasette, lambda reader: render(route.template, route.read(reader, visit), visit.frame)
            )
        except Exception as error:
            return error_response(error_page(error), request)
        return page_response(body, request)

    return view


def _download_view(download: Download) -> View:
    async def view(request: Request, datasette: Any) -> Response:
        visit = visit_of(request)
        try:
            table = await read_in_thread(datasette, lambda reader: download.read(reader, visit))
        except Exception as error:
            return error_response(error_page(error), request)
        return table_response(table, visit.parts["form"], download.name(visit))

    return view


async def _stylesheet() -> Response:
    return Response(STYLESHEET.read_bytes(), headers=_ONE_YEAR, content_type="text/css; charset=utf-8")
