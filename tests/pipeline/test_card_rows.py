"""Rows of cards: one per part, each under its card, the act referred to among the acts."""

from functools import cache
from pathlib import Path

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.readers import read_source
from biliktilik.pipeline.catalog import Catalog
from biliktilik.pipeline.linking import link
from biliktilik.pipeline.reading import RawFile, Reading
from biliktilik.pipeline.rows import Rows, make_rows
from biliktilik.schema.tables import Base

ROOT = Path(__file__).parents[2]
NAME = "2024-04-30_125.kk.txt"
CASES = ROOT / "tests" / "cases" / "cards" / "125.kk"


@cache
def rows() -> Rows:
    source = read_source(ROOT / "raw" / NAME, NAME)
    file = RawFile(NAME, ROOT / "raw" / NAME, source.sha256)
    return make_rows(link((Reading(file, parse_document(source), source),), Catalog()))


def read_by_hand(table: str) -> int:
    return len((CASES / f"{table}.tsv").read_text("utf-8").rstrip("\n").split("\n")) - 1


def test_every_part_that_was_read_by_hand_is_a_row() -> None:
    known = {row["wording_id"] for row in rows()["cards"] if row["wording_known"]}
    assert len(known) == read_by_hand("cards")
    for table in ("education", "names", "function_list", "functions", "skills", "related", "experience", "references"):
        assert len(rows()[f"card_{table}"]) == read_by_hand(table), table
    assert len(rows()["card_abilities"]) + len(rows()["card_knowledge"]) == read_by_hand("items")


def test_every_part_hangs_under_a_card_and_fits_its_table() -> None:
    cards = {row["wording_id"] for row in rows()["cards"]}
    for name, found in rows().items():
        if name.startswith("card_"):
            assert {row["card_wording_id"] for row in found} <= cards
            assert all(set(row) <= set(Base.metadata.tables[name].columns.keys()) for row in found)


def test_the_act_that_a_card_refers_to_is_an_act() -> None:
    acts = {row["act_uri"] for row in rows()["acts"]}
    cited = {row["cited_act_uri"] for row in rows()["card_references"]}
    assert cited == {"/akn/kz/act/order/2017-10-25/360"} <= acts
    assert not any(row["resolved"] for row in rows()["card_references"])
