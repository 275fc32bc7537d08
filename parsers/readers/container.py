"""What a ZIP container or an old office file holds, told by the names inside, never by the name of the file."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from biliktilik.parsers.readers.errors import UnreadableSource

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MAIN: Final = re.compile(r"word/document\d*\.xml")  # some services number the main part
_MOST_MEMBERS: Final = 4_096  # an order with pictures has some dozens of parts
_ELSE: Final[tuple[tuple[str, str], ...]] = (
    ("xl/workbook.xml", "an Excel workbook (XLSX); save the text of the act as DOCX or plain text and add that"),
    ("xl/workbook.bin", "an Excel workbook (XLSB); save the text of the act as DOCX or plain text and add that"),
    ("ppt/presentation.xml", "a presentation (PPTX); save the text of the act as DOCX or plain text and add that"),
    ("META-INF/container.xml", "an e-book (EPUB); save the text of the act as plain text and add that"),
)
_MIMETYPES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (ODT); save it as DOCX and add that"),
    (
        b"application/vnd.oasis.opendocument.spreadsheet",
        "an OpenDocument spreadsheet (ODS); save the text of the act as DOCX or plain text and add that",
    ),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file; save the text of the act as DOCX and add that"),
    (b"application/epub", "an e-book (EPUB); save the text of the act as plain text and add that"),
)


def container_type(data: bytes) -> str:
    """Media type of the document in a ZIP container; raises :class:`UnreadableSource` for everything but a DOCX.

    Names that lead out of the container, and a name that stands in it twice, are refused: two programs would not
    agree on what such a file says.
    """
    try:
        with ZipFile(BytesIO(data)) as container:
            names = container.namelist()
            _check_names(names)
            if any(_MAIN.fullmatch(name) for name in names):
                return DOCX
            mimetype = container.read("mimetype")[:200] if "mimetype" in names else b""
    except UnreadableSource:
        raise
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableSource(
            f"the file is a damaged or incomplete ZIP container (DOCX or an archive): {error}; get it anew, or open it "
            "in an office program and save it as DOCX"
        ) from error
    raise UnreadableSource(f"the file is {_other(names, mimetype)}")


def _check_names(names: list[str]) -> None:
    if len(names) > _MOST_MEMBERS:
        raise UnreadableSource(
            f"the ZIP container has {len(names):,} members, more than any document; unpack it and add the documents"
        )
    if len(set(names)) < len(names):
        twice = next(name for index, name in enumerate(names) if name in names[:index])
        raise UnreadableSource(
            f"the ZIP container holds «{twice}» twice, so that nobody can tell which of the two is meant; open the "
            "document in an office program, save it as DOCX and add that"
        )
    for name in names:
        if name.startswith(("/", "\\")) or ":" in name or ".." in re.split(r"[/\\]", name):
            raise UnreadableSource(
                f"the ZIP container holds «{name}», a name that leads out of it; no office program writes that, "
                "so nothing of it was read; get the document from its publisher"
            )


def _other(names: list[str], mimetype: bytes) -> str:
    for name, explanation in _ELSE:
        if name in names:
            return explanation
    for start, explanation in _MIMETYPES:
        if mimetype.startswith(start):
            return explanation
    if "[Content_Types].xml" in names:
        return "an Open XML package without word/document.xml, so no DOCX; save the document as DOCX and add that"
    return f"a ZIP archive of {len(names)} files, no DOCX; unpack it and add the documents in it"


def why_compound(data: bytes) -> str:
    """What a compound file (the container of old and of encrypted office files) is, and what to do with it."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            "an office file encrypted with a password; open it with the password, take the protection off, save it as "
            "DOCX and add that"
        )
    if "WordDocument".encode("utf-16-le") in data:
        return "an old Word file (DOC); save it as DOCX and add that"
    if "Workbook".encode("utf-16-le") in data:
        return "an old Excel file (XLS); save the text of the act as DOCX or plain text and add that"
    return "an old Word or Excel file; save the document as DOCX and add that"
