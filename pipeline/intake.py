"""Documents on their way into the raw folder: read before they are stored, never overwriting one another."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.reading import list_sources, read_given


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
        digest = read_given(file, "the document cannot be added").sha256
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


def _digests(raw: Path) -> dict[str, Path]:
    files = list_sources(raw) if raw.is_dir() else ()
    return {file.sha256: file.path for file in files if file.sha256 and not file.duplicate_of}


def _copy(file: Path, target: Path) -> None:
    """A copy that is there whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    shutil.copyfile(file, part)
    part.replace(target)
