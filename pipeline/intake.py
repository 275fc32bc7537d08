"""Documents on their way into the raw folder: read before they are stored, never overwriting one another."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from biliktilik.parsers.model import SourceText
from biliktilik.parsers.readers import UnreadableSource, read_source
from biliktilik.pipeline.errors import BiliktilikError, ExitCode


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a document lies in the raw folder, and whether it came there now."""

    path: Path
    new: bool


def take_in(files: Sequence[Path], raw: Path) -> list[Stored]:
    """Store documents under their own names; all of them or, where one cannot be, none.

    A text that is there already, under any name, is left alone. Raises ``BiliktilikError`` for a file without text and
    for a name that another text has taken.
    """
    there = _digests(raw)
    stored = []
    for file in files:
        digest = _read(file).sha256
        known = there.get(digest)
        target = raw / file.name
        if known is None and target.exists():
            raise BiliktilikError(
                what="another document of this name is there already",
                where=str(target),
                why=f"its text is not that of {file}",
                remedy="give the new document another name, such as one with its date",
            )
        stored.append((file, Stored(known or target, known is None)))
        there[digest] = known or target
    for file, place in stored:
        if place.new:
            _copy(file, place.path)
    return [place for _, place in stored]


def _read(file: Path) -> SourceText:
    try:
        return read_source(file, file.name)
    except UnreadableSource as error:
        raise BiliktilikError(
            what="the document cannot be added",
            where=str(file),
            why=str(error),
            exit_code=ExitCode.SOURCE_UNREADABLE,
        ) from error


def _digests(raw: Path) -> dict[str, Path]:
    if not raw.is_dir():
        return {}
    files = sorted(path for path in raw.rglob("*") if path.is_file() and path.suffix != ".toml")
    return {sha256(path.read_bytes()).hexdigest(): path for path in files}


def _copy(file: Path, target: Path) -> None:
    """A copy that is there whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(file, part)
    part.replace(target)
