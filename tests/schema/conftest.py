"""An empty database in memory."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from biliktilik.schema.database import create, sqlite_engine


@pytest.fixture
def connection() -> Iterator[Connection]:
    with sqlite_engine("sqlite://").connect() as opened:
        create(opened)
        yield opened
