"""Akoma Ntoso 3.0: one XML file per act whose text is known, language and version between two changes."""

from __future__ import annotations

from pathlib import Path

from biliktilik.pipeline.store.database import Reader


def write(reader: Reader, directory: Path) -> tuple[Path, ...]:
    """Write every version of every act with a known text as Akoma Ntoso below ``directory``; the files, by name.

    A version ends where the wording of any unit changes; its date is its first day, and an act without known days has
    one version without a date. What is known only to exist has its eId, the status ``unknown`` and a remark. A
    character that XML 1.0 cannot hold stands as U+FFFD; its element names it in ``bt:replaced``, and a note in the
    metadata counts them. Existing files of the same name are replaced, each at once; nothing else is touched. Raises
    ``BiliktilikError`` when the database cannot answer or a unit has no way up to the root of its act.
    """
    from biliktilik.pipeline.export.akn.files import write_files

    return write_files(reader, directory)
