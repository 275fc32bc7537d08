"""The catalog says what it must, and says where it is wrong."""

from datetime import date
from pathlib import Path

import pytest

from biliktilik.pipeline.catalog import Catalog, load_catalog
from biliktilik.pipeline.errors import BiliktilikError

RAW = Path(__file__).parents[2] / "raw"
ACT = '[[acts]]\nkind = "order"\nnumber = "1"\nadopted_on = 2012-02-02\n'
FACT = '[[acts.facts]]\nname = "published_on"\nvalue = 2012-06-28\nsource = "Gazette"\n'
END = '{ kind = "order", number = "1", adopted_on = 2012-02-02 }'
EXPECTED = f'[[expected]]\nact = {END}\nlanguage = "kk"\n'


def write(folder: Path, content: str) -> Path:
    (folder / "catalog.toml").write_text(content, encoding="utf-8")
    return folder


def test_a_folder_without_a_catalog(tmp_path: Path) -> None:
    assert load_catalog(tmp_path) == Catalog()


def test_the_catalog_of_this_repository() -> None:
    catalog = load_catalog(RAW)
    facts = {(act.number, fact.name): fact.value for act in catalog.acts for fact in act.facts}
    assert facts == {
        ("31-ө-м", "published_on"): "2012-06-28",
        ("31-ө-м", "adilet_id"): "V1200007442",
        ("360", "adilet_id"): "V1700016057",
    }
    stated = [(relation.from_act.number, relation.type, relation.to_act.number) for relation in catalog.relations]
    assert stated == [("360", "repeals", "238"), ("488", "amends", "360")]
    assert all(fact.source for act in catalog.acts for fact in act.facts)


def test_values(tmp_path: Path) -> None:
    catalog = load_catalog(write(tmp_path, ACT + FACT))
    assert catalog.acts[0].uri == "/akn/kz/act/order/2012-02-02/1"
    assert catalog.acts[0].adopted_on == date(2012, 2, 2)
    assert catalog.acts[0].facts[0].value == "2012-06-28"


@pytest.mark.parametrize(
    ("content", "key", "why"),
    [
        ("x = 1\n", "x", "unknown key"),
        ("acts = 1\n", "acts", "list of tables"),
        (ACT + "colour = 1\n", "acts[1].colour", "unknown key"),
        (ACT.replace("2012-02-02", '"2012-02-02"'), "acts[1].adopted_on", "must be a day"),
        (ACT.replace("2012-02-02", "2012-02-02T10:00:00"), "acts[1].adopted_on", "must be a day"),
        (ACT.replace('"1"', "1"), "acts[1].number", "must be a text"),
        (ACT.replace('"1"', '" "'), "acts[1].number", "must be a text"),
        (ACT + ACT, "acts", "listed twice"),
        (ACT + FACT + FACT, "acts[1].facts", "stated twice"),
        (ACT + FACT.replace("published_on", "hue"), "acts[1].facts[1].name", "unknown fact"),
        (ACT + FACT.replace('"Gazette"', '""'), "acts[1].facts[1].source", "must be a text"),
        (ACT + FACT.replace("2012-06-28", '"June"'), "acts[1].facts[1].value", "must be a day"),
        (
            f'[[relations]]\ntype = "eats"\nfrom = {END}\nto = {END}\nsource = "x"\n',
            "relations[1].type",
            "unknown type",
        ),
        (
            f'[[relations]]\ntype = "amends"\nfrom = 1\nto = {END}\nsource = "x"\n',
            "relations[1].from",
            "must be a table",
        ),
        ('[[relations]]\ntype = "amends"\nfrom = {}\n', "relations[1].from.kind", "must be a text"),
        ("[[expected]]\nduties = { min = 1 }\n", "expected[1]", "either act and language, or sha256"),
        (EXPECTED, "expected[1]", "expects nothing"),
        (EXPECTED.replace('"kk"', '"kz"') + "duties = { min = 1 }\n", "expected[1].language", "one of kk, ru"),
        (EXPECTED + "hue = { min = 1 }\n", "expected[1].hue", "unknown key"),
        (EXPECTED + "duties = 5\n", "expected[1].duties", "min = 1, max = 9"),
        (EXPECTED + "duties = {}\n", "expected[1].duties", "min = 1, max = 9"),
        (EXPECTED + "duties = { least = 5 }\n", "expected[1].duties", "min = 1, max = 9"),
        (EXPECTED + "duties = { min = true }\n", "expected[1].duties.min", "whole number"),
        (EXPECTED + "duties = { max = -1 }\n", "expected[1].duties.max", "whole number"),
        (EXPECTED + "duties = { min = 9, max = 1 }\n", "expected[1].duties", "is more than"),
        ('[[expected]]\nsha256 = "12"\nduties = { min = 1 }\n', "expected[1].sha256", "64 hexadecimal digits"),
        ((EXPECTED + "duties = { min = 1 }\n") * 2, "expected", "listed twice"),
    ],
)
def test_mistakes_name_file_and_key(tmp_path: Path, content: str, key: str, why: str) -> None:
    with pytest.raises(BiliktilikError) as caught:
        load_catalog(write(tmp_path, content))
    assert caught.value.where.endswith("catalog.toml")
    assert caught.value.what == f"the catalog is wrong at {key}"
    assert why in caught.value.why


@pytest.mark.parametrize("content", [b"[[acts\n", b"\xff\xfe"])
def test_what_is_no_toml(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "catalog.toml").write_bytes(content)
    with pytest.raises(BiliktilikError, match="cannot be read"):
        load_catalog(tmp_path)
