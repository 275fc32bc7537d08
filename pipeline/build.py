"""From a folder of raw documents to a published database: the stages, in order."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from biliktilik.pipeline.catalog import load_catalog
from biliktilik.pipeline.changes.events import date_changes
from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.linking import link
from biliktilik.pipeline.reading import Reading, list_sources, read_all
from biliktilik.pipeline.rows import Rows, make_rows

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A file that could not be read or parsed, and why."""

    source_file: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build published: numbers of rows, ``seconds`` of wall time, and the files that failed."""

    sources: int
    provisions: int
    positions: int
    items: int
    findings: int
    seconds: float
    failures: tuple[SourceFailure, ...] = ()


def build(raw: Path, database: str, *, jobs: int = 1, progress: Progress | None = None) -> BuildReport:
    """Build ``database`` (a path or an SQLAlchemy URL) from all documents below the folder ``raw``.

    ``progress`` is called with the name of a stage, what is done and the total. A file that cannot be read does not
    keep the others from being published: it is told in the report and in a finding. Raises ``BiliktilikError`` when
    nothing can be published; the database is then as it was before.
    """
    started = perf_counter()
    tell = progress or (lambda stage, done, total: None)
    catalog = load_catalog(raw)
    files = list_sources(raw)
    if not files:
        why = "the folder holds no documents"
        raise BiliktilikError("nothing to build", str(raw), why, exit_code=ExitCode.SOURCE_UNREADABLE)

    readings = read_all(files, jobs, lambda done, total: tell("read", done, total), meanwhile=_load_publisher)
    corpus = link(readings, catalog)
    tell("link", 1, 1)
    rows = make_rows(corpus, date_changes(corpus))
    tell("rows", 1, 1)
    _publish(rows, database)
    tell("publish", 1, 1)

    return _report(rows, readings, perf_counter() - started)


def _load_publisher() -> None:
    """SQLAlchemy takes a while to load: only once there are documents to read, and while they are read."""
    import biliktilik.pipeline.publish  # noqa: F401


def _publish(rows: Rows, database: str) -> None:
    from biliktilik.pipeline.publish import publish

    publish(rows, database)


def _report(rows: Rows, readings: tuple[Reading, ...], seconds: float) -> BuildReport:
    failed = [SourceFailure(reading.file.source_file, reading.failure) for reading in readings if reading.failure]
    tables = ("sources", "provisions", "positions", "items", "findings")
    sources, provisions, positions, items, findings = (len(rows[table]) for table in tables)
    return BuildReport(sources, provisions, positions, items, findings, seconds, tuple(failed))
