"""The files of a raw folder: which of them are documents, by which names they go, and which are the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from biliktilik.parsers.readers import UnreadableSource
from biliktilik.parsers.readers.files import read_file
from biliktilik.pipeline.catalog import CATALOG_NAME
from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.printable import printable_line


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the raw folder. ``sha256`` is None, and ``failure`` says why, when it could not be opened.

    ``source_file`` is its name below the folder, with forward slashes; characters that no name should have, such as
    line feeds and bytes that are not UTF-8, are written as escapes there.
    """

    source_file: str
    path: Path
    sha256: str | None
    failure: str | None = None
    duplicate_of: str | None = None


def list_sources(raw: Path) -> tuple[RawFile, ...]:
    """All documents below the folder ``raw``, by name, with duplicates marked.

    The catalog, files called README and names that begin with a dot are no documents. Of files with the same bytes
    the one with the shortest, then alphabetically first name counts. Raises ``BiliktilikError`` without a folder.
    """
    if not raw.is_dir():
        why = "there is no such folder"
        raise BiliktilikError("no documents to build from", str(raw), why, exit_code=ExitCode.SOURCE_UNREADABLE)
    files = _named(sorted(_entries(raw)), raw)
    return tuple(sorted(_mark_duplicates(list(files)), key=lambda file: file.source_file))


def _entries(raw: Path) -> Iterator[tuple[Path, str | None]]:
    """Every document, and every folder that cannot be looked into with the reason; links to folders are not followed.

    A link that leads nowhere, a pipe and a device are listed, too: whoever put them there takes them for documents.
    """
    refused: list[OSError] = []
    for folder, folders, names in os.walk(raw, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(folder)
        yield from ((here / name, None) for name in names if not _is_passed_over(name))
    for error in refused:
        yield Path(error.filename), f"the folder cannot be opened: {error.strerror}"


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "README")) or name == CATALOG_NAME


def _named(entries: Sequence[tuple[Path, str | None]], raw: Path) -> Iterator[RawFile]:
    taken: set[str] = set()
    for path, failure in entries:
        name = shown = printable_line(path.relative_to(raw).as_posix())
        count = 1
        while shown in taken:  # two names can differ in nothing but what is escaped
            count += 1
            shown = f"{name} ({count})"
        taken.add(shown)
        yield RawFile(shown, path, None, failure) if failure else _open(path, shown)


def _open(path: Path, source_file: str) -> RawFile:
    try:
        return RawFile(source_file, path, hashlib.sha256(read_file(path)).hexdigest())
    except UnreadableSource as error:
        return RawFile(source_file, path, None, str(error))


def _mark_duplicates(files: Sequence[RawFile]) -> Iterator[RawFile]:
    first: dict[str, str] = {}
    for file in sorted(files, key=lambda file: (len(file.source_file), file.source_file)):
        kept = first.setdefault(file.sha256, file.source_file) if file.sha256 else file.source_file
        twin = None if kept == file.source_file else kept
        yield RawFile(file.source_file, file.path, file.sha256, file.failure, twin)
