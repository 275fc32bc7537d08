"""``biliktilik amend --try``: reading, effect, and the reasons for a failure."""

import json
from pathlib import Path

import pytest

from .conftest import OLD, Run

DUTIES = "att_1__sec_2__pos_1__duties"
REPLACE = 'в приложении 1:\n\nпункты 52 и 53 изложить в следующей редакции:\n\n"52. Должностные обязанности: ведет учет.\n\n53. Должен знать: закон.";'
HEADING = '1-қосымшада:\n\n2-бөлімнің тақырыбы мынадай редакцияда жазылсын: "2-бөлім. Жаңа бөлім";'


def tried(
    run: Run, text: str, *arguments: str | Path, code: int = 0
) -> tuple[dict[str, object], list[dict[str, object]], str]:
    result = run("amend", "--try", text, *arguments)
    assert result.exit_code == code, result.stderr
    answer = json.loads(result.stdout)
    return answer, answer["operations"], result.stderr


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without output/biliktilik.sqlite."""
    monkeypatch.chdir(tmp_path)


def test_action_target_and_new_wording_without_any_database(run: Run) -> None:
    answer, operations, _ = tried(run, REPLACE)
    assert answer["language"] == "ru"
    assert [(row["action"], row["target_eid"], row["address"]) for row in operations] == [
        ("replace", "att_1__point_52", "annex 1 / point 52"),
        ("replace", "att_1__point_53", "annex 1 / point 53"),
    ]
    assert operations[0]["new_units"] == [
        {"eid": "att_1__point_52", "kind": "point", "text": "Должностные обязанности"},
        {"eid": "att_1__point_52__item_1", "kind": "item", "text": "ведет учет"},
    ]
    assert operations[0]["state"] is None


def test_words(run: Run) -> None:
    text = '5-тармақта "А" деген сөз "Б" деген сөзбен ауыстырылсын, "В" деген сөз алып тасталсын;'
    _, operations, _ = tried(run, text)
    assert [(row["word_edit"], row["old_words"], row["new_text"]) for row in operations] == [
        ("replace", "А", "Б"),
        ("delete", "В", None),
    ]


def test_the_text_may_stand_in_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "instruction.txt"
    file.write_text(REPLACE, "utf-8")
    assert len(tried(run, str(file))[1]) == 2


def test_a_whole_amending_point(run: Run) -> None:
    text = (
        '1. Внести в приказ Министра от 25 октября 2017 года № 360 "О мерах" следующие изменения:\n\n'
        "пункт 5 исключить.\n\n2. Настоящий приказ вводится в действие."
    )
    _, [row], _ = tried(run, text)
    assert (row["target_act"], row["target_eid"]) == ("order № 360 2017-10-25", "point_5")


def test_effect_on_the_tree(run: Run, database: Path) -> None:
    _, [row], _ = tried(run, HEADING, "--act", "1-ө-м", "-d", database)
    assert row["state"] == "applies"
    assert row["touched_units"] == [{"eid": "att_1__sec_2", "kind": "section", "text": "Бөлім"}]


def test_effect_of_a_repeal_is_the_unit_with_all_below_it(run: Run, database: Path) -> None:
    _, [row], _ = tried(run, "1-қосымшада: 2-бөлім алып тасталсын;", "--act", "1-ө-м", "-d", database)
    touched = row["touched_units"]
    assert isinstance(touched, list)
    assert [unit["eid"] for unit in touched][:3] == ["att_1__sec_2", "att_1__sec_2__pos_1", DUTIES]


def test_words_are_counted_where_they_stand(run: Run, database: Path) -> None:
    text = '1-қосымшаның 2-бөлімінде "есеп" деген сөз "баяндама" деген сөзбен ауыстырылсын;'
    _, [row], _ = tried(run, text, "--act", OLD, "-d", database)
    assert (row["state"], row["occurrences"]) == ("applies", 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1-қосымшада: 5-тармақ алып тасталсын;", "the act has no unit att_1__point_5"),
        ("2-бөлім алып тасталсын;", "att_1__sec_2: a line before the instruction"),
        ('1-қосымшаның 2-бөлімінде "жоқ сөз" деген сөз алып тасталсын;', "«жоқ сөз» do not stand there"),
        ('1-қосымшада: мынадай мазмұндағы 2-бөліммен толықтырылсын: "2-бөлім. Жаңа";', "att_1__sec_2 is there already"),
        (
            '1-қосымшаның 7-тармағы мынадай мазмұндағы 2) тармақшамен толықтырылсын: "2) жаңа";',
            "att_1__point_7 that could",
        ),
    ],
)
def test_what_cannot_be_carried_out(run: Run, database: Path, text: str, reason: str) -> None:
    _, [row], said = tried(run, text, "--act", "1-ө-м", "-d", database, code=1)
    assert row["state"] == "impossible"
    assert reason in said


def test_an_act_whose_text_is_not_there(run: Run, database: Path) -> None:
    _, [row], _ = tried(run, "5-тармақ алып тасталсын;", "--act", "/akn/kz/act/order/2001-01-01/7", "-d", database)
    assert row["state"] == "base_unknown"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("пункт 5 переписать от руки;", "переписать от руки"),
        ("пункт 5 изложить в следующей редакции:", "no new wording follows it"),
        ("в пункте приема", "пункте приема"),
        ("осы бұйрықтың 2-тармағында көзделген", "осы бұйрықтың"),
        ("", "it holds no instruction"),
    ],
)
def test_what_cannot_be_read(run: Run, text: str, reason: str) -> None:
    answer, operations, said = tried(run, text, code=1)
    assert operations == []
    assert "no instruction is understood" in said
    assert reason in said or any(reason in str(finding) for finding in answer["findings"])  # type: ignore[attr-defined]


def test_readable_and_csv_forms(run: Run, database: Path) -> None:
    arguments = ("--act", "1-ө-м", "-d", database)
    shown = run("amend", "--try", HEADING, *arguments, "--format", "table").stdout
    for part in ("1. replace_heading att_1__sec_2", "address: annex 1 / section 2 / heading", "applies", "Жаңа бөлім"):
        assert part in shown
    lines = run("amend", "--try", HEADING, *arguments, "--format", "csv").stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("ordinal,action,target_act,target_eid")


def test_no_database_is_changed(run: Run, database: Path) -> None:
    before = database.read_bytes()
    run("amend", "--try", HEADING, "--act", "1-ө-м", "-d", database)
    assert database.read_bytes() == before


def test_a_missing_database_is_an_error_when_an_act_is_named(run: Run) -> None:
    result = run("amend", "--try", HEADING, "--act", "360")
    assert result.exit_code == 1
    assert "there is no database" in result.stderr
