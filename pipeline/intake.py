"""Documents on their way into the raw folder: read before they are stored, never overwriting one another."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.reading import list_sources, read_given


class Status(StrEnum):
    """What became of a document, or would."""

    STORED = "stored"
    CHANGED = "changed"
    THERE = "there already"
    REFUSED = "refused"
    WOULD_STORE = "would be stored"
    WOULD_COMPARE = "would be compared"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one document.

    ``source`` is what it came from (a path, a URL), ``path`` where it lies or would lie in the raw folder (None:
    nowhere). ``act_id`` (the portal's) and ``language`` are None where the source was a file: that a file is read later
    tells more. ``refusal`` says why a document was refused.
    """

    source: str
    path: Path | None
    status: Status
    act_id: str | None = None
    language: str | None = None
    refusal: BiliktilikError | None = None


def take_in(files: Sequence[Path], shelf: Shelf, *, dry_run: bool = False) -> list[Receipt]:
    """Store the files that a person names, under their own names: all of them or, where one cannot be, none.

    A text that is there already, under any name, is left alone. Raises ``BiliktilikError`` for a file without text and
    for a name that another text has taken. With ``dry_run`` the files are read and nothing is stored.
    """
    receipts = [shelf.place(file, Path(file.name), dry_run=dry_run) for file in files]
    if not dry_run:
        _copy_all(receipts)
    return receipts


def take_in_folder(folder: Path, shelf: Shelf, *, dry_run: bool = False) -> Iterator[Receipt]:
    """Store each document below ``folder`` under its name there; one that cannot be keeps no other from it.

    Documents are what a build would read there: hidden files, READMEs and the catalog are none. A folder without
    documents is refused as a whole.
    """
    files = list_sources(folder)
    if not files:
        yield Receipt(str(folder), None, Status.REFUSED, refusal=_no_documents(folder))
    for file in files:
        try:
            receipt = shelf.place(file.path, Path(file.source_file), dry_run=dry_run)
            if not dry_run:
                _copy_all([receipt])
        except BiliktilikError as error:
            yield Receipt(str(file.path), None, Status.REFUSED, refusal=error)
        else:
            yield receipt


def _no_documents(folder: Path) -> BiliktilikError:
    return BiliktilikError(
        what="the folder holds no documents",
        where=str(folder),
        why="hidden files, READMEs and catalogs do not count",
        remedy="name the folder that the documents lie in",
        exit_code=ExitCode.SOURCE_UNREADABLE,
    )


class Shelf:
    """The raw folder, and which texts lie there or have been given a place there."""

    def __init__(self, raw: Path) -> None:
        self._raw = raw
        files = list_sources(raw) if raw.is_dir() else ()
        self._texts = {file.sha256: file.path for file in files if file.sha256 and not file.duplicate_of}
        self._taken: set[Path] = set()

    def place(self, file: Path, name: Path, *, dry_run: bool) -> Receipt:
        """Where ``file`` is to lie. Raises ``BiliktilikError`` for a file without text and for a name that is taken."""
        digest = read_given(file, "the document cannot be added").sha256
        known = self._texts.get(digest)
        if known is not None:
            return Receipt(str(file), known, Status.THERE)
        target = self._raw / name
        if target in self._taken or target.exists():
            raise BiliktilikError(
                what="another document of this name is there already",
                where=str(target),
                why=f"its text is not that of {file}",
                remedy="give the new document another name, such as one with its date",
            )
        self._texts[digest] = target
        self._taken.add(target)
        return Receipt(str(file), target, Status.WOULD_STORE if dry_run else Status.STORED)


def store(target: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` fill ``target``: it is there whole or not at all. Raises ``BiliktilikError`` where it cannot be."""
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise BiliktilikError(
            what="the document cannot be stored",
            where=str(target),
            why=error.strerror or str(error),
            remedy="see that the raw folder can be written to and that the disk is not full",
        ) from error


def _copy_all(receipts: Sequence[Receipt]) -> None:
    """Copy what is to be stored; where one copy fails, those before it are taken back."""
    done: list[Path] = []
    try:
        for receipt in receipts:
            if receipt.status is Status.STORED and receipt.path is not None:
                _copy(receipt.source, receipt.path)
                done.append(receipt.path)
    except BiliktilikError:
        for path in done:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _copy(source: str, target: Path) -> None:
    store(target, lambda part: shutil.copyfile(source, part))
