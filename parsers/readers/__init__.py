"""Bytes of a published document → :class:`~biliktilik.parsers.model.SourceText`.

The format is found from the bytes, never from the name. A reader that cannot give text raises
:class:`UnreadableSource` with a reason that a person can act on.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Final

from biliktilik.parsers.model import SourceText
from biliktilik.parsers.readers.container import DOCX
from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.extracted import Extracted
from biliktilik.parsers.readers.signature import media_type_of

__all__ = ["UnreadableSource", "read_bytes", "read_source"]

# Which module of this package reads which media type.
_READERS: Final = {
    "application/pdf": "pdf",
    "text/html": "html",
    "text/markdown": "markdown",
    "text/plain": "text",
    DOCX: "docx",
}


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
    name = _READERS[media_type]
    extracted = _reader(name)(data)
    if not extracted.text.strip():
        raise UnreadableSource("the file is empty: it has no character but blanks")
    digest = sha256(data).hexdigest()
    return SourceText(
        source_file,
        extracted.text,
        digest,
        media_type,
        extracted.encoding,
        name,
        extracted.links,
        extracted.findings,
        extracted.past,
    )


def _reader(name: str) -> Callable[[bytes], Extracted]:
    """The function ``extract`` of a reader's module; loaded only when a document of its format is met."""
    module = import_module(f"{__name__}.{name}")
    return module.extract  # type: ignore[no-any-return]
