"""The form ``html``: the pages of the explorer as files that open from disk, without a server and without a script."""

from __future__ import annotations

from pathlib import Path

from biliktilik.pipeline.store.database import Reader


def write(reader: Reader, directory: Path) -> None:
    """Write the pages below ``directory``: a folder for each language of the interface, and ``index.html`` before them.

    There is a page for every act (as a whole and as of each day on which something changed), position, card, cited act
    and list of findings, and a comparison for each pair of jobs that the lineage knows and for each pair of successive
    states of an act or position. Only one page is held in memory at a time.
    """
    from biliktilik.pipeline.export.site.files import write_site

    write_site(reader, directory)
