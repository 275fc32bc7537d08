"""Our plugin of Datasette: pages, their style, functions of SQL, and what a failure looks like."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any, Final

from datasette import hookimpl
from datasette.filters import FilterArguments
from datasette.utils.asgi import BadRequest, Request, Response

from biliktilik.pipeline.explorer.answer import (
    error_response,
    is_explorer,
    page_response,
    read_in_thread,
    table_response,
    visit_of,
)
from biliktilik.pipeline.explorer.failure import error_page, failure_response
from biliktilik.pipeline.explorer.paths import DATABASE, DATASETTE_STYLESHEET_PATH, STYLESHEET_PATH
from biliktilik.pipeline.explorer.routes import DOWNLOADS, ROUTES, Download, Route
from biliktilik.pipeline.explorer.search_filter import add_search_function, search_filter
from biliktilik.pipeline.messages import say
from biliktilik.pipeline.pages.render import STYLESHEET, render
from biliktilik.pipeline.store.database import fold_every_letter

View = Callable[..., Awaitable[Response]]

_STYLES: Final = {
    STYLESHEET_PATH: STYLESHEET,
    DATASETTE_STYLESHEET_PATH: Path(__file__).parent / "static" / "datasette.css",
}
_STYLE_HEADERS: Final = {"Cache-Control": "max-age=3600, public", "X-Content-Type-Options": "nosniff"}


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, View]]:
    """Our pages; they come before Datasette's own, so that ``/`` is ours."""
    pages = [(f"^{route.pattern}$", _page_view(route)) for route in ROUTES]
    downloads = [(f"^{download.pattern}$", _download_view(download)) for download in DOWNLOADS]
    styles = [(f"^{path}$", _style_view(file)) for path, file in _STYLES.items()]
    return [*pages, *downloads, *styles]


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """lower() and upper() of SQL know every letter; search_holds() finds words in any form."""
    fold_every_letter(conn)
    add_search_function(conn)


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def filters_from_request(request: Request, database: str, table: str, datasette: Any) -> Callable[[], Any]:
    """``?_search=`` with our folding; last, for Datasette's own filter says that a view cannot be searched."""

    async def found() -> FilterArguments | None:
        if not is_explorer(datasette) or database != DATABASE:
            return None
        columns = await datasette.get_database(database).table_columns(table)
        pairs = [(name, value) for name in request.args for value in request.args.getlist(name)]
        try:
            asked = search_filter(table, columns, pairs)
        except ValueError as error:
            raise BadRequest(str(error)) from error
        shown = {"supports_search": asked.searchable, "search": asked.typed}
        return FilterArguments(list(asked.conditions), asked.parameters, list(asked.descriptions), shown)

    return found


@hookimpl  # type: ignore[untyped-decorator]
def extra_css_urls(datasette: Any) -> list[str]:
    """Datasette's pages in our letters and colours."""
    return [DATASETTE_STYLESHEET_PATH] if is_explorer(datasette) else []


@hookimpl  # type: ignore[untyped-decorator]
def menu_links(datasette: Any, request: Request | None) -> list[dict[str, str]]:
    """The way from Datasette's pages to ours."""
    if request is None or not is_explorer(datasette):
        return []
    links = visit_of(request).frame.links
    say_here = partial(say, visit_of(request).language)
    pages = (("home", links.home()), ("findings", links.findings()), ("questions", links.questions()))
    return [{"href": address, "label": say_here(f"nav.{name}")} for name, address in pages if address]


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


def _style_view(file: Path) -> View:
    async def view() -> Response:
        return Response(file.read_bytes(), headers=_STYLE_HEADERS, content_type="text/css; charset=utf-8")

    return view
