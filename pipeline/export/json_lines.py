"""The form ``json``: JSON Lines, one object on each line."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from biliktilik.pipeline.export.content import Content, contents
from biliktilik.pipeline.store.database import Reader
from biliktilik.schema.version import SCHEMA_VERSION


def write(reader: Reader, directory: Path) -> None:
    """One file for each view, ``{view}.jsonl``, with the keys in the order of the columns."""
    for content in contents(reader):
        (directory / f"{content.view.name}.jsonl").write_bytes(encode(content))


def encode(content: Content) -> bytes:
    """The whole file of one view: UTF-8, each line ended by a line feed."""
    names = content.names
    records = (dict(zip(names, row, strict=True)) for row in content.rows)
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records).encode()


def fingerprint(reader: Reader) -> str:
    """SHA-256 of all that the views hold, hexadecimal: alike for alike databases, however their files are laid out."""
    digest = sha256(f"biliktilik {SCHEMA_VERSION}\n".encode())
    for content in contents(reader):
        digest.update(f"{content.view.name} {','.join(content.names)}\n".encode())
        digest.update(encode(content))
    return digest.hexdigest()
