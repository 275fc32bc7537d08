"""Folders of raw documents, built into databases."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from biliktilik.pipeline.build import build

RAW = Path(__file__).parents[3] / "raw"
Rows = list[tuple[object, ...]]


class Database:
    """A built database that tests ask."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)

    def rows(self, query: str, *values: object) -> Rows:
        """All rows of one query."""
        return self._connection.execute(query, values).fetchall()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Database]:
    """Build the five documents (unless ``alone``) and the texts given by file name."""

    def make(texts: dict[str, str] | None = None, *, alone: bool = False) -> Database:
        folder = tmp_path_factory.mktemp("raw")
        if not alone:
            shutil.copytree(RAW, folder, dirs_exist_ok=True)
        for name, text in (texts or {}).items():
            (folder / name).write_text(text, "utf-8")
        path = tmp_path_factory.mktemp("database") / "built.sqlite"
        build(folder, str(path))
        return Database(path)

    return make


@pytest.fixture(scope="session")
def five(built: Callable[..., Database]) -> Database:
    """The database of the five documents."""
    return built()
