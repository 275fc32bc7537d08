"""Databases built from a few documents of raw/, as they are and with one thing changed."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from biliktilik.pipeline.build import build

RAW = Path(__file__).parents[3] / "raw"
ORDER_580 = "2025-10-24_580-нқ.kk.txt"
ORDER_309 = "2025-10-06_309.kk.txt"
ACT_580 = "/akn/kz/act/order/2025-10-24/580-нқ"
ACT_360 = "/akn/kz/act/order/2017-10-25/360"
ACT_400 = "/akn/kz/act/order/2026-10-06/400"

# Point 12 of order 580 is the requirement line of one position; it asks for two years of service.
LINE_OF_POINT_12 = "құқық қорғау жүйесінде (барлық меншік нысанындағы ұйымдарда) кемінде 2 жыл жұмыс өтілі."
# The third of the 23 duties of point 4, at the beginning of its line.
THIRD_DUTY = "Орталықтың саясатын, қызмет стратегиясын"
NEW_DUTY = "жаңа ақпараттық жүйені енгізеді;\n\n      "
ORDER_400 = """ "Отбасын қолдау орталықтарының басшылары мен мамандарының үлгілік біліктілік сипаттамаларын бекіту туралы" Қазақстан Республикасы Мәдениет және ақпарат министрінің 2025 жылғы 24 қазандағы № 580-НҚ бұйрығына өзгерістер енгізу туралы
Қазақстан Республикасы Мәдениет және ақпарат министрінің 2026 жылғы 6 қазандағы № 400 бұйрығы
       БҰЙЫРАМЫН:

      1. "Отбасын қолдау орталықтарының басшылары мен мамандарының үлгілік біліктілік сипаттамаларын бекіту туралы" Қазақстан Республикасы Мәдениет және ақпарат министрінің 2025 жылғы 24 қазандағы № 580-НҚ бұйрығына мынадай өзгерістер енгізілсін:

      көрсетілген бұйрықпен бекітілген Отбасын қолдау орталықтарының басшылары мен мамандарының үлгілік біліктілік сипаттамаларында:

      12-тармақ мынадай редакцияда жазылсын:

      "12. Біліктілікке қойылатын талаптар: жоғары (немесе жоғары оқу орнынан кейінгі) білім (әлеуметтік, педагогика) және кемінде 5 жыл жұмыс өтілі.".

      2. Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.

      Министр
А. Балаева
"""

Change = Callable[[Path], None]
Builder = Callable[..., Path]
Editor = Callable[..., Path]


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Build a database from copies of orders 309 and 580 and the catalog, after ``change`` was made to the folder."""

    def built(change: Change = lambda raw: None) -> Path:
        place = tmp_path_factory.mktemp("release")
        raw = place / "raw"
        raw.mkdir()
        for name in (ORDER_580, ORDER_309, "catalog.toml"):
            shutil.copyfile(RAW / name, raw / name)
        change(raw)
        build(raw, str(place / "built.sqlite"))
        return place / "built.sqlite"

    return built


def replaced(raw: Path, name: str, old: str, new: str) -> None:
    text = (raw / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (raw / name).write_text(text.replace(old, new), encoding="utf-8")


def five_years(raw: Path) -> None:
    replaced(raw, ORDER_580, LINE_OF_POINT_12, LINE_OF_POINT_12.replace("2 жыл", "5 жыл"))


def one_duty_more(raw: Path) -> None:
    replaced(raw, ORDER_580, THIRD_DUTY, NEW_DUTY + THIRD_DUTY)


def amended(raw: Path) -> None:
    (raw / "400.kk.txt").write_text(ORDER_400, encoding="utf-8")


@pytest.fixture(scope="session")
def base(make: Builder) -> Path:
    return make()


@pytest.fixture(scope="session")
def with_five_years(make: Builder) -> Path:
    return make(five_years)


@pytest.fixture(scope="session")
def with_duty(make: Builder) -> Path:
    return make(one_duty_more)


@pytest.fixture(scope="session")
def with_order_400(make: Builder) -> Path:
    return make(amended)


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[Editor]:
    """A copy of a database after some SQL statements, each of which must meet its number of rows (None: any)."""
    made: list[Path] = []

    def edit(database: Path, *statements: tuple[str, int | None]) -> Path:
        copy = tmp_path / f"edited{len(made)}.sqlite"
        made.append(copy)
        shutil.copyfile(database, copy)
        with closing(sqlite3.connect(copy)) as connection:
            for sql, rows in statements:
                met = connection.execute(sql).rowcount
                assert rows in (None, met), sql
            connection.commit()
        return copy

    yield edit
