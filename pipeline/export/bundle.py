"""An export as a whole: a folder for each form, the descriptor, the checksums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from biliktilik.pipeline.export.checksums import ExportedFile, measure, write_checksums
from biliktilik.pipeline.export.delimited import EXCEL, PLAIN
from biliktilik.pipeline.export.forms import EXCEL_CSV, Form, load_all
from biliktilik.pipeline.export.package import DESCRIPTOR, descriptor
from biliktilik.pipeline.export.place import replaced
from biliktilik.pipeline.store.database import Reader

Progress = Callable[[str, int, int], None]


def export(reader: Reader, directory: Path, forms: Sequence[Form], progress: Progress) -> list[ExportedFile]:
    """Write the database as ``forms`` into ``directory`` (new, empty, or a former export); return the files written.

    The directory is replaced at once or not at all. ``progress`` is told the stage, and how many forms are done of how
    many. Raises ``BiliktilikError`` when a form or the directory cannot be written.
    """
    writers = load_all(forms)
    with replaced(directory) as draft:
        for done, (form, write) in enumerate(writers):
            progress("forms", done, len(writers))
            folder = draft / form.name
            folder.mkdir()
            write(reader, folder)
        progress("forms", len(writers), len(writers))
        _describe(reader, draft, forms)
        return write_checksums(draft)


def _describe(reader: Reader, draft: Path, forms: Sequence[Form]) -> None:
    unlisted = tuple(f"{form.name}/" for form in forms if not form.listed)
    files = [file for file in measure(draft) if not file.path.startswith(unlisted)]
    text = descriptor(reader, files, EXCEL if EXCEL_CSV in forms else PLAIN)
    (draft / DESCRIPTOR).write_text(text, encoding="utf-8", newline="\n")
