"""``biliktilik show``: finding the act and the unit, and what is shown of them."""

import json
from pathlib import Path

import pytest

from .conftest import NEW, OLD, Run

POSITION = "att_1__sec_2__pos_1"


@pytest.mark.parametrize("name", ["2-НҚ", "2-нқ", "№ 2-нқ", "2–нқ", "33", NEW])
def test_an_act_has_many_names(run: Run, database: Path, name: str) -> None:
    rows = json.loads(run("show", name, "-d", database).stdout)
    assert {row["act_uri"] for row in rows} == {NEW}


def test_units_come_in_reading_order_with_items_below_their_block(run: Run, database: Path) -> None:
    rows = json.loads(run("show", "2-нқ", "-d", database).stdout)
    assert [row["eid"].removeprefix(POSITION) for row in rows] == [
        "att_1__sec_2",
        "",
        "__duties",
        "__duties__item_1",
        "__duties__item_2",
        "__requirements",
        "__requirements__item_1",
    ]
    assert rows[-1]["level"] == "higher"
    assert rows[-1]["category"] == "first"


def test_kazakh_comes_first_and_a_language_can_be_picked(run: Run, database: Path) -> None:
    both = [row["language"] for row in json.loads(run("show", "1-ө-м", POSITION, "-d", database).stdout)]
    assert both == ["kk"] * 6 + ["ru"] * 6
    one = json.loads(run("show", "1-ө-м", POSITION, "--language", "ru", "-d", database).stdout)
    assert {row["language"] for row in one} == {"ru"}


def test_readable_form_has_head_titles_and_items(run: Run, database: Path) -> None:
    text = run("show", "1-ө-м", "-d", database, "--format", "table").stdout
    for part in (OLD, "Ескі бұйрық", "[kk]", "[ru]", "1 Психолог", "- кеңес береді [бір]", "[higher/first] жоғары"):
        assert part in text


def test_csv_lists_the_same_rows(run: Run, database: Path) -> None:
    assert len(run("show", "2-нқ", "-d", database, "--format", "csv").stdout.splitlines()) == 8


def test_unknown_validity_is_told(run: Run, database: Path) -> None:
    result = run("show", "2-нқ", POSITION, "--on", "2020-01-01", "-d", database)
    assert len(json.loads(result.stdout)) == 6
    assert "validity of 6 units is not known" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["1-ө-н"], "did you mean 1-ө-м"),
        (["zzz"], "no act is called"),
        (["7"], "/akn/kz/act/law/2002-02-02/7"),
        (["1-ө-м", "att_1__sec_2__pos_2"], "did you mean att_1__sec_2__pos_1"),
        (["2-нқ", "--language", "ru"], "there is: kk"),
    ],
)
def test_what_is_not_there_is_an_error_with_a_hint(run: Run, database: Path, arguments: list[str], said: str) -> None:
    result = run("show", *arguments, "-d", database)
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_day_must_be_a_day(run: Run, database: Path) -> None:
    assert run("show", "2-нқ", "--on", "2020-13-01", "-d", database).exit_code == 2
