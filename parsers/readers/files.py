"""The bytes of a file, without waiting for a pipe, draining a device, or taking in more than a document can have."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from biliktilik.parsers.readers.errors import UnreadableSource

MEGABYTE: Final = 1_000_000
# A scan of a thousand pages stays below this; the longest order known as text takes 0.2 MB.
LARGEST_FILE: Final = 64 * MEGABYTE
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: Path) -> bytes:
    """The content of a regular file (a link may lead to it).

    Raises :class:`UnreadableSource` for anything else, for a file that cannot be opened and for one over
    ``LARGEST_FILE`` bytes.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableSource(f"the file cannot be opened: {getattr(error, 'strerror', None) or error}") from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableSource("this is no file but a folder, a pipe or a device; remove it")
        try:
            data = file.read(LARGEST_FILE + 1) if status.st_size <= LARGEST_FILE else None
        except OSError as error:
            raise UnreadableSource(f"the file cannot be read: {error.strerror}") from error
    if data is None or len(data) > LARGEST_FILE:
        raise UnreadableSource(
            f"the file is larger than {LARGEST_FILE // MEGABYTE} MB, and no order is; see what it is, "
            "and add the text of the act alone"
        )
    return data
