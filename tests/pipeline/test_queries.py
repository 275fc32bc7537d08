"""The named questions: their files, and what they answer from a database built from the real documents."""

import re

import pytest

from biliktilik.pipeline.queries import Question, all_questions, read_question
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Table

QUESTIONS = all_questions()


def ask(reader: Reader, name: str, **given: str | float) -> Table:
    question = QUESTIONS[name]
    return reader.ask(question.sql, {**{p.name: p.default for p in question.parameters}, **given})


def test_at_least_the_eight_promised_questions() -> None:
    promised = "position-requirements accepts-less-than must-know category-ladder longest-duty-lists"
    assert {*promised.split(), "education-fields", "same-title", "findings-by-act"} <= QUESTIONS.keys()


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.name)
class TestEveryQuestion:
    def test_reads_views_only(self, question: Question) -> None:
        sources = re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", question.sql)
        assert sources
        own = set(re.findall(r"(\w+) AS \(", question.sql))
        assert [name for name in sources if not name.startswith("v_") and name not in own] == []

    def test_uses_every_parameter_and_no_other(self, question: Question) -> None:
        assert set(re.findall(r":(\w+)", question.sql)) == {parameter.name for parameter in question.parameters}

    def test_answers_with_its_defaults(self, question: Question, reader: Reader) -> None:
        assert ask(reader, question.name).rows

    def test_answers_twice_alike(self, question: Question, reader: Reader) -> None:
        assert ask(reader, question.name).rows == ask(reader, question.name).rows


@pytest.mark.parametrize(
    ("name", "title"),
    [("position-requirements", "психолог"), ("category-ladder", "психолог"), ("education-fields", "нұсқаушы")],
)
def test_titles_match_in_any_case(reader: Reader, name: str, title: str) -> None:
    lower, upper = ask(reader, name, title=title), ask(reader, name, title=title.upper())
    assert lower.rows == upper.rows
    assert lower.rows


def test_russian_titles_match_too(reader: Reader) -> None:
    rows = list(ask(reader, "position-requirements", title="СОЦИАЛЬНОЙ РАБОТЕ").records())
    assert {row["language"] for row in rows} == {"ru"}


def test_language_and_act_narrow_the_answer(reader: Reader) -> None:
    rows = list(ask(reader, "position-requirements", act="31-Ө-М", language="kk").records())
    assert {(row["act_number"], row["language"]) for row in rows} == {("31-ө-м", "kk")}


def test_fewer_years_open_fewer_positions(reader: Reader) -> None:
    counts = [len(ask(reader, "accepts-less-than", years=years).rows) for years in (0, 1, 2, 3, 5)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_must_know_matches_the_words_of_the_list(reader: Reader) -> None:
    rows = list(ask(reader, "must-know", act="БАЛАНЫҢ ҚҰҚЫҚТАРЫ").records())
    worded = [row for row in rows if "баланың құқықтары" in str(row["text"]).lower()]
    assert worded
    assert len(worded) < len(rows)  # the same law under another spelling is found, too


def test_the_ladder_goes_down(reader: Reader) -> None:
    rows = list(ask(reader, "category-ladder", act="31-ө-м", language="kk").records())
    ranks = {"highest": 1, "first": 2, "second": 3, "none": 4}
    ladder = [ranks.get(str(row["category"]), 5) for row in rows if row["level"] == "higher"]
    assert ladder == sorted(ladder)
    assert len(ladder) > 2


def test_longest_lists_come_first(reader: Reader) -> None:
    counts = [row["duties"] for row in ask(reader, "longest-duty-lists", rows=5).records()]
    assert len(counts) == 5
    assert counts == sorted(counts, key=lambda count: -float(str(count)))


@pytest.mark.parametrize(
    "text",
    ["SELECT 1", "-- other\n-- about\nSELECT 1", "-- a\nSELECT 1", "-- a\n-- about\n-- :x text  no default\nSELECT :x"],
)
def test_a_faulty_head_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"a\.sql"):
        read_question("a.sql", text)


def test_a_head_is_read_whole() -> None:
    question = read_question(
        "a.sql", '-- a\n-- What.\n-- :t text "x y"  a text\n-- :n number 2.5  years\nSELECT :t, :n\n'
    )
    assert (question.name, question.about, question.sql) == ("a", "What.", "SELECT :t, :n")
    assert [(p.name, p.default, p.about) for p in question.parameters] == [("t", "x y", "a text"), ("n", 2.5, "years")]


def test_who_must_know_asks_for_the_act_not_for_its_words(reader: Reader) -> None:
    kazakh, russian = (
        list(ask(reader, "who-must-know", act=act).records()) for act in ("баланың құқықтары", "правах ребенка в")
    )
    assert kazakh == russian
    assert {(row["act_number"], row["language"], row["holder"]) for row in kazakh} >= {
        ("31-ө-м", "kk", "position"),
        ("31-ө-м", "ru", "position"),
        ("580-нқ", "kk", "position"),
        ("125", "kk", "card"),
    }


def test_who_must_know_by_number(reader: Reader) -> None:
    rows = list(ask(reader, "who-must-know", act="1193").records())
    assert [row["eid"] for row in rows] == [f"att_1__point_{point}__item_9" for point in (11, 5, 8)]


def test_cited_acts_no_longer_in_force(reader: Reader) -> None:
    def numbers(on: str) -> set[object]:
        return {row["cited_number"] for row in ask(reader, "cited-acts-no-longer-in-force", on=on).records()}

    assert numbers("2017-12-01") == set()
    assert numbers("2020-01-01") == {"238"}
