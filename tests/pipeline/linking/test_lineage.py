"""The lineage of the five documents beside tests/cases/lineage/expected.tsv, which was made by reading them."""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import SourceText
from biliktilik.pipeline.catalog import load_catalog
from biliktilik.pipeline.corpus import Corpus, LineageLink
from biliktilik.pipeline.linking import link
from biliktilik.pipeline.reading import RawFile, Reading

ROOT = Path(__file__).resolve().parents[3]
RAW = ROOT / "raw"
EXPECTED = ROOT / "tests" / "cases" / "lineage" / "expected.tsv"
Row = dict[str, str]
Ends = tuple[str, str, str, str]
MakeOrder360 = Callable[[Callable[[int, int], str], Callable[[int], str]], str]


def corpus_of(documents: Sequence[Reading]) -> Corpus:
    return link(documents, load_catalog(RAW))


def number(uri: str) -> str:
    return uri.rsplit("/", 1)[-1]


def ends(found: LineageLink) -> Ends:
    return number(found.from_act_uri), found.from_eid, number(found.to_act_uri), found.to_eid


def links(corpus: Corpus) -> dict[Ends, LineageLink]:
    return {ends(found): found for found in corpus.lineage}


def rows() -> list[Row]:
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def fits(row: Row, found: Ends) -> bool:
    from_act, from_eid, to_act, to_eid = found
    acts = (row["from_act"], row["to_act"]) == (from_act, to_act)
    return acts and row["from_eid"] in {"*", from_eid} and row["to_eid"] in {"*", to_eid}


@pytest.mark.parametrize(
    "row", rows(), ids=lambda row: f"{row['expect']} {row['from_act']} {row['from_eid']} {row['to_eid']}"
)
def test_what_a_reader_expects(corpus: Corpus, row: Row) -> None:
    found = [one for at, one in links(corpus).items() if fits(row, at)]
    kinds = [one.kind for one in found]
    if row["expect"] == "must":
        assert len(found) == 1, row["why"]
        assert kinds[0] in row["kinds"].split("|"), row["why"]
        assert row["evidence"] in {"", found[0].evidence}
    elif row["expect"] == "at_most_related":
        assert set(kinds) <= {"related"}, row["why"]
    else:
        assert row["expect"] == "must_not"
        assert found == [], row["why"]


def test_no_link_that_nobody_has_read(corpus: Corpus) -> None:
    read = [row for row in rows() if row["expect"] != "must_not"]
    assert [at for at in links(corpus) if not any(fits(row, at) for row in read)] == []


def test_every_unit_that_a_reader_names_is_there(corpus: Corpus) -> None:
    bodies = [wording for wording in corpus.wordings if wording.act_uri]
    known = {(number(w.act_uri or ""), one.eid) for w in bodies for one in w.body.positions}
    known |= {(number(w.act_uri or ""), one.eid) for w in bodies for one in w.body.cards}
    known |= {("360", "prg_1"), ("360", "prg_3"), ("360", "prg_10")}
    named = {(row[f"{side}_act"], row[f"{side}_eid"]) for row in rows() for side in ("from", "to")}
    assert {(act, eid) for act, eid in named if eid != "*"} <= known


def test_scores_and_evidence(corpus: Corpus) -> None:
    for found in corpus.lineage:
        assert 0 < found.score <= 1
        if found.evidence == "cited":
            assert found.score == 1
        assert found.from_act_uri < found.to_act_uri  # all five are orders: their URIs sort by day of adoption


def test_each_pair_once(corpus: Corpus) -> None:
    assert [at for at, times in Counter(map(ends, corpus.lineage)).items() if times > 1] == []


def test_the_slip_in_a_heading_is_told(corpus: Corpus) -> None:
    [found] = [one for one in corpus.findings if one.code == "title_fields_differ"]
    assert "att_1__sec_2__pos_12" in found.message
    assert "занятости" in found.message
    assert found.source_file == "2012-02-02_31-ө-м.kk.txt"
    assert found.span is not None


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_documents_changes_nothing(corpus: Corpus, readings: tuple[Reading, ...], seed: int) -> None:
    shuffled = list(readings)
    random.Random(seed).shuffle(shuffled)
    assert corpus_of(shuffled).lineage == corpus.lineage


@pytest.mark.parametrize("left_out", ["2024-04-30_125.kk.txt", "2025-10-06_309.kk.txt", "2025-10-24_580-нқ.kk.txt"])
def test_links_between_two_acts_rest_on_no_third_one(
    corpus: Corpus, readings: tuple[Reading, ...], left_out: str
) -> None:
    rest = corpus_of([reading for reading in readings if reading.file.source_file != left_out])
    [gone] = [number(one.act_uri or "") for one in corpus.sources if one.file.source_file == left_out]
    touched = {gone, "360"}  # what is known of order 360 is told by 125 and 309
    assert links(rest).keys() - links(corpus).keys() == set()
    kept = {at: one for at, one in links(corpus).items() if not touched & {at[0], at[2]}}
    assert {at: one for at, one in links(rest).items() if not touched & {at[0], at[2]}} == kept


# --- the day the full text of order 360 is there ------------------------------------------------------------------

NAME = "2017-10-25_360.kk.txt"
TITLES = {
    (1, 10): "Арнаулы әлеуметтік қызметтер көрсету орталығының директоры",
    (1, 11): "Әлеуметтік қорғау ұйымының құрылымдық бөлімшесінің (бөлімінің, секторының, тобының) бастығы",
    (2, 1): "Әлеуметтік жұмыскер",
    (2, 3): "Әлеуметтік жұмыс жөніндегі маман",
    (2, 7): "Жұмыспен қамту орталығының құрылымдық бөлімшесінің маманы",
}
INTERVIEW = (
    "өтініш берушімен сұхбат жүргізеді, өтініш берушінің тұрғылықты жері бойынша шығады, көршілерден қызмет алуға "
    "мүмкіндік беретін объективті себептерінің мәнін сұрастырады"
)


def title(chapter: int, job: int) -> str:
    """As the amendments of order 309 and the references of the cards suppose it."""
    return TITLES.get((chapter, job), f"{chapter * 100 + job}-учаскенің бақылаушысы")


def triple(first: int) -> str:
    return (
        f"\n      {first}. Лауазымдық міндеттері:\n\n      {INTERVIEW if first == 37 else 'учаскені аралайды'};\n\n"
        f"      журнал толтырады.\n\n      {first + 1}. Мыналарды:\n\n      еңбек тәртібін білуге тиіс.\n\n"
        f"      {first + 2}. Біліктілікке қойылатын талаптар: жоғары білім және кемінде 2 жыл жұмыс өтілі.\n\n"
    )


@pytest.fixture(scope="module")
def six(readings: tuple[Reading, ...], order_360: MakeOrder360) -> Corpus:
    source = SourceText(NAME, order_360(title, triple), "0" * 64, "text/plain", "utf-8", "text")
    reading = Reading(RawFile(NAME, RAW / NAME, "0" * 64), parse_document(source), source)
    return corpus_of((*readings, reading))


def test_references_reach_the_paragrafs_of_the_text(six: Corpus) -> None:
    found = {(one.from_eid, one.to_eid): one.kind for one in six.lineage if one.evidence == "cited"}
    assert found == {
        ("att_1__chp_1__prg_10", "att_1__point_17"): "same",
        ("att_1__chp_1__prg_11", "att_1__point_16"): "same",  # by its title: the card names no paragraf
        ("att_1__chp_2__prg_1", "att_1__point_13"): "same",
        ("att_1__chp_2__prg_3", "att_1__point_14"): "split",
        ("att_1__chp_2__prg_3", "att_1__point_15"): "same",
    }


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (("31-ө-м", "att_1__sec_3__pos_10", "360", "att_1__chp_2__prg_1"), "merged"),
        (("31-ө-м", "att_1__sec_3__pos_6", "360", "att_1__chp_2__prg_3"), "same"),
        (("31-ө-м", "att_1__sec_2__pos_11", "360", "att_1__chp_1__prg_11"), "same"),
        (("31-ө-м", "att_1__sec_2__pos_1", "360", "att_1__chp_1__prg_10"), "related"),
        (("31-ө-м", "att_1__sec_3__pos_7", "360", "att_1__chp_2__prg_7"), "same"),
        (("360", "att_1__chp_2__prg_1", "580-нқ", "att_1__sec_2__prg_4"), "same"),
        (("360", "att_1__chp_1__prg_11", "580-нқ", "att_1__sec_2__prg_3"), "renamed"),
    ],
)
def test_links_through_the_text(six: Corpus, found: Ends, kind: str) -> None:
    assert links(six)[found].kind == kind


def test_no_paragraf_is_known_by_reference_alone_any_more(six: Corpus) -> None:
    assert [one.from_eid for one in six.lineage if one.from_eid.startswith("prg_")] == []
    assert [one.to_eid for one in six.lineage if one.to_eid.startswith("prg_")] == []


def test_links_that_do_not_touch_order_360_stay_as_they_were(corpus: Corpus, six: Corpus) -> None:
    old, new = (
        {at: one for at, one in links(linked).items() if "360" not in (at[0], at[2])} for linked in (corpus, six)
    )
    assert new == old
