"""The mentions of the five documents beside the tables of tests/cases/citations, which were read by eye."""

from pathlib import Path

import pytest

from biliktilik.pipeline.corpus import Corpus
from biliktilik.pipeline.rows import Rows, make_rows

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases" / "citations"
COLUMNS = ("eid", "item_kind", "ordinal", "as_printed", "kind", "title", "number", "date", "resolved")
SOURCES = {
    "2012.kk": "2012-02-02_31-ө-м.kk.txt",
    "2012.ru": "2012-02-02_31-ө-м.ru.txt",
    "125.kk": "2024-04-30_125.kk.txt",
    "309.kk": "2025-10-06_309.kk.txt",
    "580.kk": "2025-10-24_580-нқ.kk.txt",
}


@pytest.fixture(scope="module")
def rows(corpus: Corpus) -> Rows:
    return make_rows(corpus)


def table(name: str) -> list[tuple[str, ...]]:
    lines = (CASES / f"{name}.tsv").read_text("utf-8").rstrip("\n").split("\n")
    assert tuple(lines[0].split("\t")) == COLUMNS
    return [tuple(line.split("\t")) for line in lines[1:]]


def found(rows: Rows, name: str) -> list[tuple[str, ...]]:
    acts = {str(row["act_uri"]): row for row in rows["acts"]}
    listed = []
    for row in rows["citations"]:
        if row["source_file"] == SOURCES[name]:
            act = acts.get(str(row["cited_act_uri"]), {"number": None, "adopted_on": None})
            said = (row["item_kind"], row["item_ordinal"], row["as_printed"], row["cited_kind"], row["cited_title"])
            values = (row["eid"], *said, act["number"], act["adopted_on"], int(bool(row["resolved"])))
            listed.append(tuple("" if value is None else str(value) for value in values))
    return listed


@pytest.mark.parametrize("name", SOURCES)
def test_the_units_read_by_eye(rows: Rows, name: str) -> None:
    expected = table(name)
    units = {row[0].partition("__item_")[0] for row in expected if row[1] != "note"}
    kinds = {row[1] for row in expected} & {"title", "requisites", "note", "preamble", "point"}
    held = [row for row in found(rows, name) if row[1] in kinds or row[0].partition("__item_")[0] in units]
    assert held == expected


def test_all_are_resolved(corpus: Corpus) -> None:
    assert [one.citation.as_printed for one in corpus.citations if one.cited_act_uri is None] == []


def test_the_same_act_in_both_languages(corpus: Corpus) -> None:
    acts = {act.uri: {name.language: name.title for name in act.names} for act in corpus.acts}
    assert acts["/akn/kz/act/code/-/-~еңбек-кодексі"] == {"kk": "Еңбек кодексі", "ru": "Трудовой кодекс"}
    assert acts["/akn/kz/act/code/2007-05-15/-~еңбек-кодексі"] == {"kk": "Еңбек кодексі", "ru": "Трудовой кодекс"}


def test_the_joint_order(corpus: Corpus) -> None:
    (act,) = [act for act in corpus.acts if act.number == "79"]
    assert (act.also_numbered, act.registration_number, act.text_known) == (("28", "28-ө", "28-п"), "5560", "none")


def test_no_act_is_known_under_two_uris(corpus: Corpus) -> None:
    named: dict[tuple[str | None, str, str | None], list[str]] = {}
    for act in corpus.acts:
        for name in act.names:
            if name.title:
                named.setdefault((act.kind, name.title.casefold(), name.language), []).append(act.uri)
    twice = [uris for uris in named.values() if len(uris) > 1]
    assert [sorted(uris) for uris in twice] == [
        ["/akn/kz/act/code/-/-~еңбек-кодексі", "/akn/kz/act/code/2007-05-15/-~еңбек-кодексі"]
    ] * 2


DIFFERENCES = {
    "att_1__sec_2__pos_3": ({"Мемлекеттік атаулы әлеуметтік көмек туралы"}, {"О специальных социальных услугах"}),
    "att_1__sec_2__pos_7": ({"Мемлекеттік атаулы әлеуметтік көмек туралы"}, {"О специальных социальных услугах"}),
    "att_1__sec_2__pos_8": (
        {"Мемлекеттік атаулы әлеуметтік көмек туралы"},
        {"О браке (супружестве) и семье", "О специальных социальных услугах"},
    ),
    "att_1__sec_2__pos_9": (
        set(),
        {
            "О занятости населения",
            "О пенсионном обеспечении в Республике Казахстан",
            "О специальных социальных услугах",
        },
    ),
    "att_1__sec_2__pos_10": (
        {"Қазақстан Республикасында мүгедектерді әлеуметтік қорғау туралы"},
        {"О пенсионном обеспечении в Республике Казахстан"},
    ),
    "att_1__sec_2__pos_11": (set(), {"О специальных социальных услугах"}),
}


def test_where_the_languages_of_the_2012_order_differ(corpus: Corpus) -> None:
    messages = [finding.message for finding in corpus.findings if finding.code == "cited_acts_differ"]
    assert {message.split()[1] for message in messages} == DIFFERENCES.keys()
    for message in messages:
        kk, ru = DIFFERENCES[message.split()[1]]
        for title in kk | ru:
            assert f"«{title}»" in message
        assert ("only in kk" in message, "only in ru" in message) == (bool(kk), bool(ru))
