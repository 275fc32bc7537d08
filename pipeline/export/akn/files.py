"""The files: every version of every act with a known text, one by one."""

from __future__ import annotations

from pathlib import Path

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.export.akn.body import Body
from biliktilik.pipeline.export.akn.edition import Edition, edition
from biliktilik.pipeline.export.akn.material import read_material
from biliktilik.pipeline.export.akn.metadata import write_annex_metadata, write_metadata
from biliktilik.pipeline.export.akn.names import file_name
from biliktilik.pipeline.export.akn.sheet import Element, Sheet, to_bytes
from biliktilik.pipeline.export.akn.versions import versions
from biliktilik.pipeline.store.database import Reader


def write_files(reader: Reader, directory: Path) -> tuple[Path, ...]:
    """Write all versions below ``directory``, which is made where it is missing; the files in order of their names."""
    written = []
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for material in read_material(reader):
            for version in versions(material.units):
                target = directory / file_name(material.uri, version.language, version.start)
                _replace(target, to_bytes(document(edition(material, version))))
                written.append(target)
    except OSError as error:
        raise BiliktilikError("the file cannot be written", error.filename or str(directory), str(error)) from error
    return tuple(sorted(written))


def document(edition: Edition) -> Element:
    """The Akoma Ntoso document of one edition."""
    sheet = Sheet()
    root = sheet.root("akomaNtoso")
    act = sheet.add(root, "act", {"name": str(edition.material.act["kind"]), "contains": "singleVersion"})
    meta = sheet.add(act, "meta")
    body = Body(sheet, edition)
    for annex, eid in body.write(act):
        of_annex = sheet.add(annex, "meta")
        annex.insert(0, of_annex)
        write_annex_metadata(sheet, of_annex, edition, eid)
    write_metadata(sheet, meta, edition, body)
    return root


def _replace(target: Path, content: bytes) -> None:
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(content)
    part.replace(target)
