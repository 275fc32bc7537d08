"""The pages of the raw folder that came from the portal: what they are called, and whether one is there already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from biliktilik.pipeline.fetch.address import ActAddress
from biliktilik.pipeline.fetch.page import NoAct, read_page
from biliktilik.pipeline.intake import Status, store

_SHORT: Final = 8  # hexadecimal digits of a digest: enough to tell the editions of one act apart


def plan_page(address: ActAddress, raw: Path) -> tuple[Path, Status]:
    """Where the first page of a text would lie, and whether it would be stored or compared with what is there."""
    there = list(_pages_of(address, raw))
    return (there[0], Status.WOULD_COMPARE) if there else (raw / _name(address), Status.WOULD_STORE)


def put_page(address: ActAddress, data: bytes, digest: str, raw: Path) -> tuple[Path, Status]:
    """Store the page of a text unless a page that says the same lies there; the older ones stay.

    The first page of a text is called after act and language, and after the day of the edition where one was asked
    for; a later one that says something else has the beginning of its content's ``digest`` in its name, too: no page
    says since when it has been so.
    """
    there = list(_pages_of(address, raw))
    for path in there:
        if _digest_of(path) == digest:
            return path, Status.THERE
    target = raw / _name(address)
    for length in (_SHORT, len(digest)):
        if target.exists():
            target = raw / _name(address, digest[:length])
    store(target, lambda part: part.write_bytes(data))
    return target, Status.CHANGED if there else Status.STORED


def _name(address: ActAddress, digest: str | None = None) -> str:
    """``V1700016057.kk.html``: letters, digits, dots and dashes, which every file system takes."""
    edition = address.edition.isoformat() if address.edition else None
    return ".".join(part for part in (address.act_id, edition, digest, address.language, "html") if part)


def _pages_of(address: ActAddress, raw: Path) -> Iterator[Path]:
    """The pages of one text (and edition) anywhere below the raw folder, by name."""
    edition = re.escape(f".{address.edition.isoformat()}") if address.edition else ""
    name = re.compile(rf"{re.escape(address.act_id)}{edition}(?:\.[0-9a-f]+)?\.{address.language}\.html")
    paths = raw.rglob(f"{address.act_id}*.html") if raw.is_dir() else ()
    return iter(sorted((path for path in paths if name.fullmatch(path.name)), key=lambda path: (len(path.name), path)))


def _digest_of(path: Path) -> str | None:
    """What a stored page says; None for one that is no page any more."""
    try:
        return read_page(path.read_bytes()).digest
    except (OSError, NoAct):
        return None
