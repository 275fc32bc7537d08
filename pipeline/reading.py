"""Reading and parsing documents, each within limits of time and memory, on one process or on several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from biliktilik.parsers.model import ParsedDocument, SourceText
from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.limits import MEGABYTES_VARIABLE, SECONDS_VARIABLE, Limits, limits_in_force
from biliktilik.pipeline.raw_folder import RawFile, list_sources
from biliktilik.pipeline.workers import Loss, Outcome, Tell, run_limited

__all__ = ["RawFile", "Reading", "list_sources", "parse_given", "read_all", "read_given", "read_one"]

Advance = Callable[[int, int], None]

Given = TypeVar("Given", SourceText, ParsedDocument)

UNREADABLE: Final = "unreadable_source"
OVER_LIMIT: Final = "document_over_limit"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: a parsed document, or the reason why there is none.

    ``source`` may be there without ``document``: the text was read, but the parser failed on it. ``failure_code`` is
    the code of the finding that a failure makes.
    """

    file: RawFile
    document: ParsedDocument | None = None
    source: SourceText | None = None
    failure: str | None = None
    failure_code: str = UNREADABLE


def read_all(
    files: Sequence[RawFile],
    jobs: int,
    advance: Advance,
    limits: Limits | None = None,
    meanwhile: Callable[[], None] = lambda: None,
) -> tuple[Reading, ...]:
    """Read and parse ``files`` on ``jobs`` processes; the readings come in the order of the files.

    ``meanwhile`` is called once, while the processes are at work.

    A document that takes more than ``limits`` (those in force), or ends the process that reads it, has a reading that
    says so, with its text where that was read; the others are not touched by it.
    """
    limits = limits or limits_in_force()
    to_read = [file for file in files if not (file.failure or file.duplicate_of)]
    idle = len(files) - len(to_read)
    if idle:
        advance(idle, len(files))
    outcomes = run_limited(
        _read_telling, to_read, limits, jobs, lambda done, _: advance(done + idle, len(files)), meanwhile
    )
    read = {file.source_file: _settled(file, outcome, limits) for file, outcome in zip(to_read, outcomes, strict=True)}
    return tuple(read.get(file.source_file) or Reading(file, failure=file.failure) for file in files)


def _settled(file: RawFile, outcome: Outcome[Reading], limits: Limits) -> Reading:
    if outcome.result is not None:
        return outcome.result
    code = OVER_LIMIT if outcome.loss in (Loss.TIME, Loss.MEMORY) else UNREADABLE
    return Reading(file, None, outcome.told, _why_lost(outcome, limits), code)


def _why_lost(outcome: Outcome[Any], limits: Limits) -> str:
    """What a person should know and do about a document without a result."""
    if outcome.loss is Loss.TIME:
        return (
            f"it was not read within {limits.seconds:g} seconds; see whether it is what it should be; "
            f"{SECONDS_VARIABLE} sets another limit"
        )
    if outcome.loss is Loss.MEMORY:
        return (
            f"reading it takes more than {limits.megabytes:g} MB of memory; see whether it is what it should be; "
            f"{MEGABYTES_VARIABLE} sets another limit"
        )
    if outcome.loss is Loss.CRASH:
        return f"reading it ended the process that read it ({outcome.detail}); save it in another format and add that"
    return f"the parser failed: {outcome.detail}"


def read_given(file: Path, failed: str) -> SourceText:
    """The text of a file that a person names. Raises ``BiliktilikError``, with ``failed`` as what, without a text."""
    return _given(_read_text, file, failed)


def parse_given(file: Path, failed: str) -> ParsedDocument:
    """The same, parsed."""
    return _given(_parse_text, file, failed)


def _given(work: Callable[[Path, Tell], Given | _Refused], file: Path, failed: str) -> Given:
    limits = limits_in_force()
    (outcome,) = run_limited(work, [file], limits)
    result = outcome.result
    if result is not None and not isinstance(result, _Refused):
        return result
    raise BiliktilikError(
        what=failed,
        where=str(file),
        why=result.why if isinstance(result, _Refused) else _why_lost(outcome, limits),
        remedy="check the path, and that the file is a document of an act",
        exit_code=ExitCode.SOURCE_UNREADABLE,
    )


@dataclass(frozen=True, slots=True)
class _Refused:
    """The reason of a reader that gives no text."""

    why: str


def _read_text(file: Path, _tell: Tell) -> SourceText | _Refused:
    from biliktilik.parsers.readers import UnreadableSource, read_source

    try:
        return read_source(file, file.name)
    except UnreadableSource as error:
        return _Refused(str(error))


def _parse_text(file: Path, tell: Tell) -> ParsedDocument | _Refused:
    from biliktilik.parsers.document import parse_document

    source = _read_text(file, tell)
    return source if isinstance(source, _Refused) else parse_document(source)


def _read_telling(file: RawFile, tell: Tell) -> Reading:
    return read_one(file, tell)


def read_one(file: RawFile, tell: Tell = lambda told: None) -> Reading:
    """Read and parse one file, in this process and without limits; ``tell`` gets the text as soon as it is there.

    Never raises for what is in the file, but ``MemoryError``: a failure is told in the reading.
    """
    # The grammar takes a while to load, and commands that read nothing should not wait for it.
    from biliktilik.parsers.document import parse_document
    from biliktilik.parsers.readers import UnreadableSource, read_source

    if file.failure or file.duplicate_of:
        return Reading(file, failure=file.failure)
    try:
        source = read_source(file.path, file.source_file)
    except MemoryError:
        raise
    except UnreadableSource as error:
        return Reading(file, failure=str(error))
    except Exception as error:  # whatever a reader's library raises for bytes that were made to trip it
        return Reading(file, failure=f"the reader failed: {type(error).__name__}: {error}")
    if file.sha256 is not None and source.sha256 != file.sha256:
        return Reading(file, failure="the file was changed while it was read; build again")
    tell(source)
    try:
        return Reading(file, parse_document(source), source)
    except MemoryError:
        raise
    except Exception as error:  # one document that trips the parser must not keep the others from being published
        return Reading(file, None, source, f"the parser failed: {type(error).__name__}: {error}")
