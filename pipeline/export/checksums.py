"""``SHA256SUMS``: the checksum of every file of an export, for ``sha256sum -c``."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

CHECKSUMS: Final = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of an export: ``path`` below its directory with forward slashes, size in bytes, SHA-256 hexadecimal."""

    path: str
    size: int
    sha256: str


def measure(directory: Path) -> list[ExportedFile]:
    """Every file below ``directory``, sorted by path."""
    files = {path.relative_to(directory).as_posix(): path for path in directory.rglob("*") if path.is_file()}
    return [_measured(name, files[name].read_bytes()) for name in sorted(files)]


def _measured(name: str, content: bytes) -> ExportedFile:
    return ExportedFile(name, len(content), sha256(content).hexdigest())


def write_checksums(directory: Path) -> list[ExportedFile]:
    """Write ``SHA256SUMS`` over every other file of ``directory``; return them all, and itself as the last."""
    files = measure(directory)
    content = "".join(f"{file.sha256}  {file.path}\n" for file in files).encode()
    (directory / CHECKSUMS).write_bytes(content)
    return [*files, _measured(CHECKSUMS, content)]


def listed_files(directory: Path) -> set[str]:
    """The paths that ``SHA256SUMS`` of ``directory`` lists; none when there is no such file."""
    try:
        lines = (directory / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return {path for line in lines if (path := line.partition("  ")[2])}
