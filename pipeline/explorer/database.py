"""The built database as Datasette asks it: never written, and opened anew when a build has replaced the file."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from datasette.database import Database

Answer = TypeVar("Answer")
_Stamp = tuple[int, int, int]


class BuiltDatabase(Database):  # type: ignore[misc]
    """A SQLite file opened as immutable.

    A build puts a new file in the place of the old one. Each thread keeps one connection and looks before each use
    whether the file is still the same; if not, it opens the new one. Without a file the old one stays in use.
    """

    def __init__(self, datasette: Any, path: Path) -> None:
        super().__init__(datasette, str(path), is_mutable=False)
        self._file = path.resolve()
        self._opened = threading.local()
        self._seen = _stamp(self._file)

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """A new connection that can neither write, nor attach another file, nor load code."""
        if write:
            raise sqlite3.OperationalError("the database is open for reading only")
        connection = sqlite3.connect(f"{self._file.as_uri()}?immutable=1", uri=True, check_same_thread=False)
        connection.execute("PRAGMA query_only = ON")
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        self._all_file_connections.append(connection)
        return connection

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """What ``fn`` makes of a connection to the newest file, in a thread of the pool."""
        import asyncio

        return await asyncio.get_running_loop().run_in_executor(self.ds.executor, lambda: fn(self._connection()))

    def _connection(self) -> sqlite3.Connection:
        stamp = _stamp(self._file) or getattr(self._opened, "stamp", None)
        if stamp != self._seen:
            self._forget(stamp)
        if getattr(self._opened, "stamp", None) != stamp or stamp is None:
            self._open(stamp)
        connection: sqlite3.Connection = self._opened.connection
        return connection

    def _open(self, stamp: _Stamp | None) -> None:
        old = getattr(self._opened, "connection", None)
        connection = self.connect()
        self.ds._prepare_connection(connection, self.name)
        self._opened.connection, self._opened.stamp = connection, stamp
        if old is not None:
            self._all_file_connections.remove(old)
            old.close()

    def _forget(self, stamp: _Stamp | None) -> None:
        """Drop what Datasette remembers of the old file."""
        self._seen = stamp
        self.cached_hash = self.cached_size = self._cached_table_counts = None


def _stamp(file: Path) -> _Stamp | None:
    """What tells one file from the next in its place; None without a file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
