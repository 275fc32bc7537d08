"""Bytes of a published document → :class:`~biliktilik.parsers.model.SourceText`.

The format is found from the bytes, never from the name. A reader that cannot give text raises
:class:`UnreadableSource` with a reason that a person can act on.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from biliktilik.parsers.model import SourceText
from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.signature import media_type_of
from biliktilik.parsers.readers.text import decode

__all__ = ["UnreadableSource", "read_bytes", "read_source"]


def read_source(path: Path, source_file: str) -> SourceText:
    """Read one file; ``source_file`` is the name under which rows will cite it.

    Raises :class:`UnreadableSource` for a file that is missing, empty, binary or in a format without a reader.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(f"the file cannot be opened: {error.strerror}") from error
    return read_bytes(data, source_file)


def read_bytes(data: bytes, source_file: str) -> SourceText:
    """Turn the bytes of one document into text with code-point offsets that never change afterwards."""
    media_type = media_type_of(data)
    text, encoding = decode(data)
    if not text.strip():
        raise UnreadableSource("the file is empty: it has no character but blanks")
    return SourceText(source_file, text, sha256(data).hexdigest(), media_type, encoding, "text")
