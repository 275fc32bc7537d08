"""Finding the files of a raw folder and reading each of them, on one process or on several."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from biliktilik.parsers.model import ParsedDocument, SourceText
from biliktilik.pipeline.catalog import CATALOG_NAME
from biliktilik.pipeline.errors import BiliktilikError, ExitCode

Advance = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the raw folder. ``sha256`` is None, and ``failure`` says why, when it could not be opened."""

    source_file: str
    path: Path
    sha256: str | None
    failure: str | None = None
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: a parsed document, or the reason why there is none.

    ``source`` may be there without ``document``: the text was read, but the parser failed on it.
    """

    file: RawFile
    document: ParsedDocument | None = None
    source: SourceText | None = None
    failure: str | None = None


def list_sources(raw: Path) -> tuple[RawFile, ...]:
    """All documents below the folder ``raw``, by name, with duplicates marked.

    The catalog, files called README and names that begin with a dot are no documents. Of files with the same bytes
    the one with the shortest, then alphabetically first name counts. Raises ``BiliktilikError`` without a folder.
    """
    if not raw.is_dir():
        why = "there is no such folder"
        raise BiliktilikError("no documents to build from", str(raw), why, exit_code=ExitCode.SOURCE_UNREADABLE)
    files = [_open(path, raw) for path in raw.rglob("*") if _is_document(path.relative_to(raw), path)]
    return tuple(sorted(_mark_duplicates(files), key=lambda file: file.source_file))


def _is_document(name: Path, path: Path) -> bool:
    hidden = any(part.startswith(".") for part in name.parts)
    own = name.name == CATALOG_NAME or name.name.startswith("README")
    return not hidden and not own and (path.is_file() or path.is_symlink()) and not path.is_dir()


def _open(path: Path, raw: Path) -> RawFile:
    source_file = path.relative_to(raw).as_posix()
    try:
        return RawFile(source_file, path, hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError as error:
        return RawFile(source_file, path, None, f"the file cannot be opened: {error.strerror}")


def _mark_duplicates(files: Sequence[RawFile]) -> Iterator[RawFile]:
    first: dict[str, str] = {}
    for file in sorted(files, key=lambda file: (len(file.source_file), file.source_file)):
        kept = first.setdefault(file.sha256, file.source_file) if file.sha256 else file.source_file
        twin = None if kept == file.source_file else kept
        yield RawFile(file.source_file, file.path, file.sha256, file.failure, twin)


def read_all(files: Sequence[RawFile], jobs: int, advance: Advance) -> tuple[Reading, ...]:
    """Read and parse ``files`` on ``jobs`` processes; the readings come in the order of the files."""
    if jobs <= 1 or len(files) < 2:
        readings = []
        for file in files:
            readings.append(read_one(file))
            advance(len(readings), len(files))
        return tuple(readings)
    with ProcessPoolExecutor(max_workers=min(jobs, len(files))) as pool:
        futures = [pool.submit(read_one, file) for file in files]
        for done, _ in enumerate(as_completed(futures), start=1):
            advance(done, len(files))
        return tuple(future.result() for future in futures)


def read_given(file: Path, failed: str) -> SourceText:
    """The text of a file that a person names. Raises ``BiliktilikError``, with ``failed`` as what, without a text."""
    from biliktilik.parsers.readers import UnreadableSource, read_source

    try:
        return read_source(file, file.name)
    except UnreadableSource as error:
        raise BiliktilikError(
            what=failed,
            where=str(file),
            why=str(error),
            remedy="check the path, and that it is a text in UTF-8 or a Cyrillic encoding",
            exit_code=ExitCode.SOURCE_UNREADABLE,
        ) from error


def read_one(file: RawFile) -> Reading:
    """Read and parse one file. Never raises for what is in the file: a failure is told in the reading."""
    # The grammar takes a while to load, and commands that read nothing should not wait for it.
    from biliktilik.parsers.document import parse_document
    from biliktilik.parsers.readers import UnreadableSource, read_source

    if file.failure or file.duplicate_of:
        return Reading(file, failure=file.failure)
    try:
        source = read_source(file.path, file.source_file)
    except (UnreadableSource, OSError) as error:
        return Reading(file, failure=str(error))
    try:
        return Reading(file, parse_document(source), source)
    except Exception as error:  # one document that trips the parser must not keep the others from being published
        return Reading(file, None, source, f"the parser failed: {type(error).__name__}: {error}")
