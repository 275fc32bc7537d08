"""The explorer on a socket of this machine."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

import uvicorn

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.explorer.application import make_explorer
from biliktilik.pipeline.store.database import reading, sqlite_file


def run_server(database: str, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve ``database`` until interrupted; ``tell`` hears the address once it answers.

    Raises ``BiliktilikError`` without a database of ours, or when nothing can listen there.
    """
    with reading(database) as reader:
        reader.ask("SELECT act_uri FROM v_acts LIMIT 1")
    explorer = make_explorer(sqlite_file(database))
    with _listen(host, port) as listening:
        config = uvicorn.Config(
            explorer.app(), log_level="warning", lifespan="on", access_log=False, timeout_graceful_shutdown=1
        )
        _Server(config, lambda: tell(_address(listening))).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, tell: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = tell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets=sockets)
        if self.started:
            self._tell()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise BiliktilikError(
            what="the explorer cannot listen there",
            where=f"{host}, port {port}",
            why=_reason(error),
            remedy="name another port, or --port 0 for a free one",
        ) from error
    return listening


def _reason(error: OSError) -> str:
    """Why, without the address that Python adds; an unknown host has numbers of its own."""
    if isinstance(error, socket.gaierror) or error.errno is None:
        return error.strerror or str(error)
    return os.strerror(error.errno)


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
