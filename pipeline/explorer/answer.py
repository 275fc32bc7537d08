"""From a request to a response: the page read and printed in a thread of the database, with the headers of a page."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from io import StringIO
from typing import Any, Final, TypeVar

from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Request, Response

from biliktilik.pipeline.cli.tables import write_table
from biliktilik.pipeline.explorer.paths import DATABASE, LANGUAGE_PARAMETER
from biliktilik.pipeline.explorer.visit import LANGUAGE_COOKIE, Visit, read_visit
from biliktilik.pipeline.messages import LANGUAGES
from biliktilik.pipeline.pages.error import ErrorPage
from biliktilik.pipeline.pages.render import render
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Table

Body = TypeVar("Body")

# No script at all, no style but our own file, nothing from elsewhere, in no frame.
PAGE_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Vary": "Accept-Language",
}
_MEDIA_TYPES: Final = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}
_YEAR: Final = 365 * 24 * 60 * 60


def is_explorer(datasette: Any) -> bool:
    """Whether a Datasette serves our database: a plugin is shared by all of a process."""
    return DATABASE in datasette.databases


def visit_of(request: Request) -> Visit:
    """What a request of Datasette asks for."""
    return read_visit(request.path, request.query_string, request.url_vars, request.headers, request.cookies)


def page_response(body: str, request: Request, status: int = 200) -> Response:
    """A page with its headers; the language that the address asks for is remembered."""
    response = Response.html(body, status=status, headers=dict(PAGE_HEADERS))
    asked = request.args.get(LANGUAGE_PARAMETER)
    if asked in LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, asked, max_age=_YEAR, httponly=True, samesite="lax")
    return response


def table_response(table: Table, form: str, name: str) -> Response:
    """A whole table as ``csv`` (to be saved as ``name``) or ``json``, as the command line writes it."""
    text = StringIO()
    write_table(table, form, text)
    headers = {"X-Content-Type-Options": "nosniff"}
    if form == "csv":
        headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return Response(text.getvalue(), headers=headers, content_type=_MEDIA_TYPES[form])


def error_response(page: ErrorPage, request: Request) -> Response:
    """The page of a failure."""
    return page_response(render("error.html", page, visit_of(request).frame), request, page.status)


async def read_in_thread(datasette: Any, fn: Callable[[Reader], Body]) -> Body:
    """What ``fn`` reads from the database, within Datasette's time limit. Raises ``TimeoutError`` beyond it."""
    limit = datasette.sql_time_limit_ms

    def run(connection: sqlite3.Connection) -> Body:
        rows, connection.row_factory = connection.row_factory, None
        try:
            with sqlite_timelimit(connection, limit):
                return fn(Reader(connection, DATABASE))
        except KeyboardInterrupt as error:  # how a reader tells of a query that was interrupted
            raise TimeoutError(f"the query ran longer than {limit / 1000:g} s and was stopped") from error
        finally:
            connection.row_factory = rows

    return await datasette.get_database(DATABASE).execute_fn(run)  # type: ignore[no-any-return]
