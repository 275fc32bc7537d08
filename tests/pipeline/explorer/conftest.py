"""Explorers asked in this process, without a socket."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from biliktilik.pipeline.explorer.application import make_explorer
from biliktilik.pipeline.explorer.walk import Step, walk

Answer = TypeVar("Answer")


class Visitor:
    """Asks an explorer for pages, in one event loop."""

    def __init__(self, database: Path, loop: asyncio.AbstractEventLoop) -> None:
        self.explorer = make_explorer(database)
        self._loop = loop

    def run(self, awaited: Awaitable[Answer]) -> Answer:
        async def wait() -> Answer:
            return await awaited

        return self._loop.run_until_complete(wait())

    def get(self, address: str, **options: Any) -> Any:
        """The response of httpx."""
        return self.run(self.explorer.client.get(address, **options))

    def walk(self, language: str, variants: int = 1) -> list[Step]:
        async def collect() -> list[Step]:
            return [step async for step in walk(self.explorer, language, variants)]

        return self.run(collect())


@pytest.fixture(scope="session")
def visit() -> Iterator[Callable[[Path], Visitor]]:
    """Make a visitor of the explorer of a database."""
    loop = asyncio.new_event_loop()
    yield lambda database: Visitor(database, loop)
    loop.close()


@pytest.fixture(scope="session")
def visitor(five: Any, visit: Callable[[Path], Visitor]) -> Visitor:
    """A visitor of the explorer of the five documents."""
    return visit(five.path)
