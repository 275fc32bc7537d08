"""The directory of an export: made beside its place, put there when it is whole, and never over files of others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.export.checksums import CHECKSUMS, listed_files
from biliktilik.pipeline.export.package import DESCRIPTOR, NAME

_REMEDY: Final = "name a new or empty directory, or one that an export has written before"


@contextmanager
def replaced(directory: Path) -> Iterator[Path]:
    """An empty directory to fill, which takes the place of ``directory`` when the block ends without an error.

    Raises ``BiliktilikError`` when ``directory`` holds anything but a former export, or nothing can be written there;
    what was there before is then unchanged.
    """
    target = directory.resolve()
    _check(target, directory)
    workshop = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(mkdtemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent))
        draft = workshop / "new"
        draft.mkdir()
        yield draft
        _swap(draft, target, workshop / "old")
    except OSError as error:
        raise _refusal(
            directory, str(error), "what was there before is unchanged; name another directory, or mend this one"
        ) from error
    finally:
        if workshop and (target.exists() or not (workshop / "old").exists()):
            rmtree(workshop, ignore_errors=True)


def _swap(draft: Path, target: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    try:
        draft.rename(target)
    except BaseException:
        if old.exists():
            old.rename(target)
        raise


def _check(target: Path, given: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise _refusal(given, "it is a file", _REMEDY)
    if Path.cwd().is_relative_to(target):
        raise _refusal(given, "you stand in it, and it would be replaced", "name a directory below it, or go elsewhere")
    if any(target.iterdir()):
        _check_former_export(target, given)


def _check_former_export(target: Path, given: Path) -> None:
    if not _is_export(target):
        raise _refusal(given, "it holds files, and they are no former export", _REMEDY)
    files = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_symlink() or path.is_file()}
    if strangers := sorted(files - {CHECKSUMS} - listed_files(target)):
        more = f" and {len(strangers) - 1} more" if len(strangers) > 1 else ""
        why = f"{strangers[0]}{more} would be lost: the former export did not write it"
        raise _refusal(given, why, "move it away, or name another directory")


def _is_export(target: Path) -> bool:
    try:
        descriptor = json.loads((target / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(descriptor, dict) and descriptor.get("name") == NAME


def _refusal(where: Path, why: str, remedy: str) -> BiliktilikError:
    return BiliktilikError("the export cannot be written here", str(where), why, remedy)
