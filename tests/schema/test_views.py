"""The public views have exactly the columns that users were promised."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from biliktilik.schema.dictionary import column_meaning
from biliktilik.schema.tables import Base
from biliktilik.schema.views import View, read_view, views

PROMISED = {
    name: columns.split()
    for name, columns in (
        line.split("\t")
        for line in Path(__file__).with_name("contract.tsv").read_text(encoding="utf-8").splitlines()[1:]
    )
}
PRINTED_NUMBERS = {"section", "position", "point", "label"}


def test_the_views_are_those_promised() -> None:
    assert sorted(view.name for view in views()) == sorted(PROMISED)


@pytest.mark.parametrize("view", views(), ids=lambda view: str(view.name))
def test_columns_are_those_promised_in_order(connection: Connection, view: View) -> None:
    assert list(connection.execute(text(f"SELECT * FROM {view.name}")).keys()) == PROMISED[view.name]
    assert [name for name, _, _ in view.columns] == PROMISED[view.name]


@pytest.mark.parametrize("view", views(), ids=lambda view: str(view.name))
def test_printed_numbers_stay_text(connection: Connection, view: View) -> None:
    kinds = {row[1]: row[2] for row in connection.execute(text(f"PRAGMA table_info({view.name})"))}
    assert {name: kinds[name] for name in kinds if name in PRINTED_NUMBERS} == dict.fromkeys(
        [name for name in kinds if name in PRINTED_NUMBERS], "TEXT"
    )


@pytest.mark.parametrize("view", views(), ids=lambda view: str(view.name))
def test_view_and_columns_are_explained(view: View) -> None:
    assert view.grain.startswith("One row per ")
    assert [column[0] for column in view.columns if not column_meaning(view, column)] == []


@pytest.mark.parametrize("view", views(), ids=lambda view: str(view.name))
def test_views_rest_on_tables_only(view: View) -> None:
    assert set(view.tables) <= set(Base.metadata.tables)


def test_reading_a_view() -> None:
    view = read_view("v", "-- One row per a.\n-- b: Half of it.\nSELECT\n    t.a,\n    t.c / 2 AS b\nFROM things t\n")
    assert view.grain == "One row per a."
    assert view.notes == {"b": "Half of it."}
    assert view.columns == (("a", "t", "a"), ("b", "", "t.c / 2"))
    assert view.aliases == {"t": "things"}
    assert view.ddl.startswith("CREATE VIEW v AS\nSELECT")
