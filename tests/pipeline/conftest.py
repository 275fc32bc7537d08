"""The documents of raw/, read, linked and built once; and made-up documents, as a parser would hand them over."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from biliktilik.parsers.model import (
    ActReference,
    Alternative,
    BlockKind,
    Body,
    Education,
    Header,
    Item,
    ParsedDocument,
    Position,
    Provision,
    ProvisionKind,
    Segment,
    SegmentKind,
    SourceText,
    Span,
)
from biliktilik.pipeline.build import build
from biliktilik.pipeline.catalog import load_catalog
from biliktilik.pipeline.corpus import Corpus
from biliktilik.pipeline.linking import link
from biliktilik.pipeline.reading import RawFile, Reading, list_sources, read_all
from biliktilik.pipeline.store.database import Reader, reading

RAW = Path(__file__).parents[2] / "raw"
ORDER = ActReference("order", "1-Ө", date(2012, 2, 2), "Бұйрық", "Министр", "7442", date(2012, 2, 27))
HEAD_360 = """ Халықты әлеуметтік қорғау және жұмыспен қамту ұйымдарының басшылары, мамандары және басқа да қызметшілері лауазымдарының үлгілік біліктілік сипаттамаларын бекіту туралы
Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің міндетін атқарушының 2017 жылғы 25 қазандағы № 360 бұйрығы. Қазақстан Республикасының Әділет министрлігінде 2017 жылғы 6 желтоқсанда № 16057 болып тіркелді
      БҰЙЫРАМЫН:

      1. Қоса беріліп отырған үлгілік біліктілік сипаттамалары бекітілсін.

      Министрдің міндетін атқарушы
А. Иванов

Қазақстан Республикасы
Еңбек және халықты әлеуметтік
қорғау министрінің бұйрығына
қосымша

 Үлгілік біліктілік сипаттамалары
 1-тарау. Жалпы ережелер
"""
TEXT = "1. Бас маман.\n\nЖоғары білім;\nкемінде үш жыл.\n"
SPAN = Span(0, 13)

MakeReading = Callable[..., Reading]
MakeOrder360 = Callable[[Callable[[int, int], str], Callable[[int], str]], str]


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    """The documents of raw/ as they were read."""
    return read_all(list_sources(RAW), 1, lambda done, total: None)


@pytest.fixture(scope="session")
def corpus(readings: tuple[Reading, ...]) -> Corpus:
    """The documents of raw/, linked."""
    return link(readings, load_catalog(RAW))


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A database built from raw/, open for reading."""
    database = tmp_path_factory.mktemp("real") / "real.sqlite"
    build(RAW, str(database))
    with reading(str(database)) as opened:
        yield opened


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The order 580-нқ with markup in a duty, a title, a requirement and a cited act."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "raw").mkdir()
    text = (RAW / "2025-10-24_580-нқ.kk.txt").read_text(encoding="utf-8")
    for old, new in (
        ("қызметтерге деген қажеттілікке", '<script>alert("1")</script> қызметтерге деген қажеттілікке'),
        ("4-параграф. Әлеуметтік жұмыскер", '4-параграф. Әлеуметтік"><img src=x onerror=alert(2)> жұмыскер'),
        ("санатсыз жоғары деңгейлі біліктілік маманы", "санатсыз <b>жоғары</b> деңгейлі біліктілік маманы"),
    ):
        assert old in text
        text = text.replace(old, new)
    (folder / "raw" / "a.kk.txt").write_text(text, encoding="utf-8")
    build(folder / "raw", str(folder / "hostile.sqlite"))
    with reading(str(folder / "hostile.sqlite")) as opened:
        yield opened


@pytest.fixture
def order() -> ActReference:
    return ORDER


def _body(requirements: int = 1, eid: str = "att_1__pos_1", title: str | None = "Бас маман") -> Body:
    block = f"{eid}__requirements"
    alternative = Alternative(
        1, (Education.HIGHER, Education.TVE), ("social",), ("соц",), 3.0, False, None, SPAN, "alt"
    )
    items = tuple(
        Item(BlockKind.REQUIREMENTS, eid, "2", None, block, f"{block}__item_{n}", n, "Жоғары білім", SPAN, "item")
        for n in range(1, requirements + 1)
    )
    items = tuple(replace(item, alternatives=(alternative,)) for item in items)
    provisions = (
        Provision(eid, None, ProvisionKind.POSITION, "1", title, None, 1, SPAN, "pos"),
        Provision(block, eid, ProvisionKind.REQUIREMENTS, None, None, None, 2, SPAN, "block"),
    )
    return Body(provisions, (Position(eid, "2", "10-1", title, None, SPAN, "pos"),), items)


@pytest.fixture
def make_body() -> Callable[..., Body]:
    """A body with one position and a number of requirement items."""
    return _body


@pytest.fixture
def make_reading() -> MakeReading:
    """The reading of a file; the values given replace those of its document."""

    def make(name: str = "a.kk.txt", text: str = TEXT, **values: Any) -> Reading:
        digest = sha256(text.encode()).hexdigest()
        source = SourceText(name, text, digest, "text/plain", "utf-8", "text")
        act = values.pop("act", ORDER)
        whole: dict[str, Any] = {
            "language": "kk",
            "kind": "order",
            "header": Header(act, SPAN, SPAN),
            "body": _body(),
            "segments": (Segment(Span(0, len(text)), SegmentKind.TEXT, "att_1__pos_1", "text"),),
        }
        document = ParsedDocument(source=source, **{**whole, **values})
        return Reading(RawFile(name, Path(name), digest), document, source)

    return make


def _order_360(title: Callable[[int, int], str], triple: Callable[[int], str]) -> str:
    text = HEAD_360 + "".join(f"\n      {point}. Жалпы ереже {point}.\n" for point in (1, 2, 3))
    for chapter, first, jobs in ((1, 4, 11), (2, 37, 8), (3, 61, 3)):
        if chapter > 1:
            text += f" {chapter}-тарау. {chapter}-тараудың лауазымдары\n"
        for job in range(1, jobs + 1):
            text += f" {job}-параграф. {title(chapter, job)}\n" + triple(first + 3 * (job - 1))
    return text


@pytest.fixture(scope="session")
def order_360() -> MakeOrder360:
    """Order 360 made up as a whole: points 1 to 3, then three points for each job of three chapters, up to 69.

    ``title`` is asked for the job of a chapter, ``triple`` for the three points that begin with a number.
    """
    return _order_360


Rows = list[tuple[object, ...]]


class Database:
    """A built database that tests ask."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(path)

    def rows(self, query: str, *values: object) -> Rows:
        """All rows of one query."""
        return self._connection.execute(query, values).fetchall()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Database]:
    """Build the five documents (unless ``alone``) and the texts given by file name."""

    def make(texts: dict[str, str] | None = None, *, alone: bool = False) -> Database:
        folder = tmp_path_factory.mktemp("raw")
        if not alone:
            shutil.copytree(RAW, folder, dirs_exist_ok=True)
        for name, text in (texts or {}).items():
            (folder / name).write_text(text, "utf-8")
        path = tmp_path_factory.mktemp("database") / "built.sqlite"
        build(folder, str(path))
        return Database(path)

    return make


@pytest.fixture(scope="session")
def five(built: Callable[..., Database]) -> Database:
    """The database of the five documents."""
    return built()
