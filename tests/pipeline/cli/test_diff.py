"""``biliktilik diff`` on the documents of raw/."""

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import Result

from biliktilik.pipeline.build import build

Run = Callable[..., Result]
PAIR = ("31-ө-м", "580-нқ", "--eid", "att_1__sec_2__pos_11")


@pytest.fixture(scope="module")
def built_five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("five") / "five.sqlite"
    build(Path(__file__).parents[3] / "raw", str(path))
    return path


def test_a_person_reads_signs_and_sentences(run: Run, built_five: Path) -> None:
    done = run("diff", *PAIR, "-d", built_five, "--format", "table", "--summaries", "ru")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("№ 31-ө-м [kk] → № 580-НҚ [kk]\n")
    assert "минимальный стаж (лет): 3 → 2" in done.stdout
    assert "[-экономикалық-] {+педагогика+}" in done.stdout


def test_a_spreadsheet_gets_one_row_per_change(run: Run, built_five: Path) -> None:
    done = run("diff", *PAIR, "-d", built_five, "--format", "csv")
    rows = list(csv.DictReader(StringIO(done.stdout)))
    assert rows[0]["what"] == "requirements"
    assert (rows[0]["weight"], rows[0]["old_unit"], rows[0]["new_unit"]) == (
        "100",
        "att_1__sec_2__pos_11",
        "att_1__sec_2__prg_3",
    )
    weights = [int(row["weight"]) for row in rows]
    assert weights == sorted(weights, reverse=True)


def test_places_lead_back_to_the_words(run: Run, built_five: Path) -> None:
    done = run("diff", *PAIR, "-d", built_five, "--format", "csv")
    raw = Path(__file__).parents[3] / "raw"
    for row in csv.DictReader(StringIO(done.stdout)):
        if row["old_source"]:
            text = (raw / row["old_source"]).read_text("utf-8")
            held = text[int(row["old_start"]) : int(row["old_end"])]
            assert "".join(row["old_text"].split())[:20] in "".join(held.split())


def test_a_program_gets_everything_in_three_languages(run: Run, built_five: Path) -> None:
    done = run("diff", "360", "-d", built_five)
    told = json.loads(done.stdout)
    assert told["old"]["complete"] is False
    changes = [change for unit in told["units"] for change in unit["changes"]]
    assert {change["change"] for change in changes} == {"old_unknown"}
    assert set(changes[0]["summary"]) == {"kk", "ru", "en"}


def test_a_page_of_its_own(run: Run, built_five: Path, tmp_path: Path) -> None:
    page = tmp_path / "redline.html"
    done = run("diff", *PAIR, "-d", built_five, "--html", page, "--format", "csv")
    assert done.exit_code == 0, done.output
    text = page.read_text("utf-8")
    assert re.search(r"<del> ?экономикалық</del>", text)
    assert "<script" not in text
    assert not re.search(r"(?:href|src)=\"(?!data:|#)", text)  # nothing is fetched, nothing leads away


def test_what_is_wrong_is_said(run: Run, built_five: Path, tmp_path: Path) -> None:
    for arguments, status, message in (
        (("diff", "31-ө-м", "--from", "2013"), 2, "is no day of the form"),
        (("diff", "31-ө-м", "--eid", "nowhere"), 1, "has no unit 'nowhere'"),
        (("diff", *PAIR, "--html", tmp_path / "no" / "page.html"), 1, "could not be written"),
    ):
        done = run(*arguments, "-d", built_five)
        assert (done.exit_code, message in done.stderr) == (status, True), done.output
