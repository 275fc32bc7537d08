"""Documents that give less than the catalog expects, or nothing at all, are errors and never a change of the law."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from biliktilik.pipeline.build import build
from biliktilik.pipeline.cli.application import application as main

RAW = Path(__file__).parents[3] / "raw"
ORDER_580 = "2025-10-24_580-нқ.kk.txt"
ORDER_309 = "2025-10-06_309.kk.txt"
EXPECTED = """[[expected]]
act = {{ kind = "order", number = "580-нқ", adopted_on = 2025-10-24 }}
language = "kk"
{bounds}
"""
HEAD = """ "Отбасын қолдау орталықтары туралы"
Қазақстан Республикасы Мәдениет және ақпарат министрінің 2025 жылғы 24 қазандағы № 580-НҚ бұйрығы.
"""
HEAD_360 = """ Біліктілік сипаттамаларын бекіту туралы
Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрінің 2017 жылғы 25 қазандағы № 360 бұйрығы.
"""

Rows = Callable[[Path, str], list[tuple[object, ...]]]


def built(tmp_path: Path, catalog: str = "", **texts: str) -> Path:
    """A database of order 580 and of further texts."""
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copyfile(RAW / ORDER_580, raw / ORDER_580)
    (raw / "catalog.toml").write_text(catalog, encoding="utf-8")
    for name, text in texts.items():
        (raw / f"{name}.txt").write_text(text, encoding="utf-8")
    build(raw, str(tmp_path / "x.sqlite"))
    return tmp_path / "x.sqlite"


def ask(database: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(database) as connection:
        return connection.execute(query).fetchall()


def errors(database: Path) -> list[tuple[object, ...]]:
    return ask(database, "SELECT code, act_number, message FROM v_findings WHERE severity = 'error'")


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        ("duties = { min = 162, max = 162 }\npositions = { max = 12 }", []),
        ("duties = { min = 163 }", ["162 duties were read where the catalog expects at least 163"]),
        ("positions = { max = 11 }", ["12 positions were read where the catalog expects at most 11"]),
        ("knowledge = { min = 1, max = 2 }", ["146 knowledge were read where the catalog expects 1 to 2"]),
        ("cards = { min = 3, max = 3 }", ["0 cards were read where the catalog expects 3"]),
    ],
)
def test_a_count_outside_its_bounds_is_an_error(tmp_path: Path, bounds: str, told: list[str]) -> None:
    database = built(tmp_path, EXPECTED.format(bounds=bounds))
    assert errors(database) == [("count_outside", "580-нқ", message) for message in told]
    result = CliRunner().invoke(main, ["check", "--strict", "-d", str(database)])
    assert result.exit_code == (3 if told else 0)


def test_an_expected_document_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    catalog = EXPECTED.format(bounds="duties = { min = 1 }").replace('"kk"', '"ru"')
    [(code, _, message)] = errors(built(tmp_path, catalog))
    assert code == "expected_source_missing"
    assert "the text of order № 580-нқ of 2025-10-24 in ru" in str(message)


def test_a_text_is_expected_by_its_bytes(tmp_path: Path) -> None:
    from hashlib import sha256

    digest = sha256((RAW / ORDER_580).read_bytes()).hexdigest()
    database = built(tmp_path, f'[[expected]]\nsha256 = "{digest}"\namendments = {{ min = 1 }}\n')
    assert [row[0] for row in errors(database)] == ["count_outside"]


def test_a_head_without_units_is_an_error_and_not_the_text_of_its_act(tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    before = built(alone)
    together = tmp_path / "together"
    together.mkdir()
    # longer than the good text, and after it in every order of names
    database = built(together, zz=HEAD + " " * 200_000 + "\n")
    found = [(code, number) for code, number, _ in errors(database)]
    assert found == [("document_empty", "580-нқ")]
    for view in ("v_acts", "v_provisions", "v_duties", "v_requirements", "v_relations", "v_changes"):
        assert ask(database, f"SELECT * FROM {view}") == ask(before, f"SELECT * FROM {view}"), view


def test_an_empty_text_does_not_replace_what_amendments_tell_of_an_act(tmp_path: Path) -> None:
    amending = (RAW / ORDER_309).read_text("utf-8")
    alone = tmp_path / "alone"
    alone.mkdir()
    before = built(alone, amending=amending)
    together = tmp_path / "together"
    together.mkdir()
    database = built(together, amending=amending, empty=HEAD_360)
    query = "SELECT number, text_known, in_force_from, in_force_to FROM v_acts WHERE number = '360'"
    assert ask(database, query) == ask(before, query)
    for view in ("v_positions", "v_amendments", "v_requirement_matrix", "v_relations"):
        assert ask(database, f"SELECT * FROM {view}") == ask(before, f"SELECT * FROM {view}"), view
    assert ("document_empty", "360") in [(code, number) for code, number, _ in errors(database)]


@pytest.mark.parametrize("preamble", ["", "      БҰЙЫРАМЫН:\n"])
def test_a_text_with_units_is_preferred_to_a_longer_one_without(tmp_path: Path, preamble: str) -> None:
    database = built(tmp_path, aa=HEAD + preamble + " " * 200_000 + "\n")
    assert ask(database, "SELECT count(*) FROM v_duties") == [(162,)]


def test_a_document_that_lost_its_units_between_two_builds_is_no_legal_change(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    before = built(old)
    raw = new / "raw"
    raw.mkdir()
    (raw / ORDER_580).write_text(HEAD, encoding="utf-8")
    build(raw, str(new / "x.sqlite"))
    result = CliRunner().invoke(main, ["changes", str(before), str(new / "x.sqlite"), "--format", "json"])
    assert result.exit_code == 0, result.output
    assert '"section": "legal"' not in result.stdout
