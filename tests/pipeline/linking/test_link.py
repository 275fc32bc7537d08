"""Documents set in relation."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from biliktilik.parsers.model import (
    Action,
    ActReference,
    Amendment,
    Body,
    ContentKind,
    Finding,
    Header,
    Island,
    Severity,
    Span,
)
from biliktilik.pipeline.catalog import Catalog, CatalogAct, CatalogFact
from biliktilik.pipeline.corpus import Corpus
from biliktilik.pipeline.linking import link
from biliktilik.pipeline.reading import RawFile, Reading

MakeReading = Callable[..., Reading]
MakeBody = Callable[..., Body]
SPAN = Span(0, 4)
TARGET = ActReference("order", "360", date(2017, 10, 25), "Үлгілік сипаттамалар", None, "16057", date(2017, 12, 6))
AMENDING = ActReference("order", "309", date(2025, 10, 6), "Өзгерістер туралы")
TARGET_URI = "/akn/kz/act/order/2017-10-25/360"


def amendment(target: ActReference = TARGET, disputed: bool = False) -> Amendment:
    text = ("52-тармақ", Action.REPLACE, "жазылсын", "52. …", ContentKind.DUTIES)
    return Amendment(1, target, "att_1__point_52", *text, disputed, SPAN, "amend")


def codes(corpus: Corpus) -> list[str]:
    return [found.code for found in corpus.findings]


def test_two_languages_are_one_act(make_reading: MakeReading, order: ActReference) -> None:
    russian = replace(order, title="Приказ", issuer="Министр РК")
    corpus = link([make_reading(), make_reading("a.ru.txt", "x", language="ru", act=russian)], Catalog())
    (act,) = corpus.acts
    assert act.uri == "/akn/kz/act/order/2012-02-02/1-ө"
    assert (act.number, act.act_number, act.text_known) == ("1-Ө", "1-ө", "full")
    names = [(name.language, name.title, name.issuer) for name in act.names]
    assert names == [("kk", "Бұйрық", "Министр"), ("ru", "Приказ", "Министр РК")]
    assert codes(corpus) == []


def test_the_target_of_an_amendment_is_partly_known(make_reading: MakeReading, make_body: MakeBody) -> None:
    island = Island(TARGET, make_body(eid="att_1__point_52"))
    reading = make_reading(act=AMENDING, body=Body(), amendments=(amendment(),), islands=(island,))
    corpus = link([reading], Catalog())
    target = next(act for act in corpus.acts if act.uri == TARGET_URI)
    assert (target.text_known, target.registration_number, target.registered_on) == ("partial", "16057", "2017-12-06")
    assert [linked.status for linked in corpus.amendments] == ["base_unknown"]
    quoted = next(wording for wording in corpus.wordings if wording.act_uri == TARGET_URI)
    assert quoted.source_file == "a.kk.txt"
    assert [position.eid for position in quoted.body.positions] == ["att_1__point_52"]
    assert codes(corpus) == ["amendment_undated", "unknown_wording"]


def test_quotations_wait_when_the_text_of_the_target_is_there(make_reading: MakeReading, make_body: MakeBody) -> None:
    island = Island(TARGET, make_body(eid="att_1__point_52"))
    amending = make_reading("b.txt", "b", act=AMENDING, body=Body(), amendments=(amendment(),), islands=(island,))
    corpus = link([make_reading(act=TARGET), amending], Catalog())
    assert [linked.status for linked in corpus.amendments] == ["pending"]
    assert [wording.source_file for wording in corpus.wordings if wording.act_uri == TARGET_URI] == ["a.kk.txt"]
    assert codes(corpus) == ["amendment_undated"]


def test_a_disputed_target_stays_disputed(make_reading: MakeReading) -> None:
    reading = make_reading(act=AMENDING, amendments=(amendment(disputed=True),))
    assert [linked.status for linked in link([reading], Catalog()).amendments] == ["disputed"]


def test_number_and_day_name_an_act_without_its_kind(make_reading: MakeReading) -> None:
    unkind = amendment(replace(TARGET, kind=None))
    corpus = link([make_reading(act=AMENDING, amendments=(amendment(), unkind))], Catalog())
    assert [act.uri for act in corpus.acts] == [TARGET_URI, "/akn/kz/act/order/2025-10-06/309"]
    assert {linked.target_act_uri for linked in corpus.amendments} == {TARGET_URI}


def test_the_catalog_adds_facts_and_acts(make_reading: MakeReading) -> None:
    fact = CatalogFact("published_on", "2012-06-28", "Gazette")
    known = CatalogAct("order", "1-ө", date(2012, 2, 2), (fact,))
    other = CatalogAct("order", "9", date(2014, 11, 19))
    acts = link([make_reading()], Catalog((known, other))).acts
    assert [(act.act_number, act.number, act.published_on, act.text_known) for act in acts] == [
        ("1-ө", "1-Ө", "2012-06-28", "full"),
        ("9", "9", None, "none"),
    ]


def test_of_two_texts_of_one_act_the_longer_counts(make_reading: MakeReading, make_body: MakeBody) -> None:
    short, long = make_reading("a.txt", "short"), make_reading("b.txt", "much longer")
    for readings in ([short, long], [long, short]):
        corpus = link(readings, Catalog())
        assert {source.file.source_file: source.use for source in corpus.sources} == {
            "a.txt": "competing",
            "b.txt": "used",
        }
        assert [wording.source_file for wording in corpus.wordings] == ["b.txt"]
        assert [(f.code, f.severity, f.source_file) for f in corpus.findings] == [
            ("competing_sources", Severity.ERROR, "a.txt")
        ]


def test_duplicates_and_failures_are_told(make_reading: MakeReading) -> None:
    twin = Reading(RawFile("copy.txt", Path("copy.txt"), "00", None, "a.kk.txt"))
    broken = Reading(RawFile("bad.bin", Path("bad.bin"), "11"), failure="not a text")
    corpus = link([twin, broken, make_reading()], Catalog())
    assert {source.file.source_file: source.use for source in corpus.sources} == {
        "a.kk.txt": "used",
        "copy.txt": "duplicate",
        "bad.bin": "unreadable",
    }
    told = {found.code: (found.severity, found.source_file) for found in corpus.findings}
    assert told == {
        "duplicate_source": (Severity.WARNING, "copy.txt"),
        "unreadable_source": (Severity.ERROR, "bad.bin"),
    }


def test_a_document_of_no_known_kind_is_no_act(make_reading: MakeReading) -> None:
    poem = make_reading(
        act=ActReference(None, None, None, "Ода"), kind=None, findings=(Finding("odd", Severity.INFO, "m"),)
    )
    corpus = link([poem], Catalog())
    assert corpus.acts == ()
    (wording,) = corpus.wordings
    assert wording.act_uri is None
    assert wording.body.provisions
    assert (wording.body.positions, wording.body.items) == ((), ())
    assert codes(corpus) == ["odd"]


def test_an_act_without_number_and_title_is_named_by_its_digest(make_reading: MakeReading) -> None:
    reading = make_reading(act=ActReference("order", None, None))
    (act,) = link([reading], Catalog()).acts
    assert act.uri == f"/akn/kz/act/order/-/-~sha256-{reading.file.sha256[:12] if reading.file.sha256 else ''}"
    assert (act.number, act.names) == (None, ())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"registered_on": date(2012, 2, 28)}, "state registration differs: kk 2012-02-27, ru 2012-02-28"),
        ({"adopted_on": date(2012, 2, 3)}, "adoption differs: kk 2012-02-02, ru 2012-02-03"),
    ],
)
def test_dates_that_disagree(
    make_reading: MakeReading, order: ActReference, changes: dict[str, date], message: str
) -> None:
    russian = make_reading("a.ru.txt", "x", language="ru", act=replace(order, **changes))  # type: ignore[arg-type]
    (found,) = link([make_reading(), russian], Catalog()).findings
    assert found.code == "dates_disagree"
    assert found.severity is Severity.WARNING
    assert message in found.message
    assert found.span is not None


def test_languages_that_differ(make_reading: MakeReading, make_body: MakeBody) -> None:
    other = make_body(2)
    extra = make_body(eid="att_1__pos_2", title=None)
    russian = Body(other.provisions, (*other.positions, *extra.positions), other.items)
    corpus = link([make_reading(), make_reading("a.ru.txt", "x", language="ru", body=russian)], Catalog())
    told = {found.code: found.message for found in corpus.findings if found.code != "languages_disagree"}
    assert told == {
        "position_in_one_language": "position att_1__pos_2 (without a title) is missing in kk",
        "language_counts_differ": "requirements of att_1__pos_1: 1 items in kk, 2 in ru",
    }


def test_a_unit_numbered_twice_is_kept_apart(make_reading: MakeReading, make_body: MakeBody) -> None:
    body = make_body()
    twice = Body((*body.provisions, body.provisions[0]), body.positions, body.items)
    corpus = link([make_reading(body=twice)], Catalog())
    assert [unit.eid for unit in corpus.wordings[0].body.provisions][-1] == "att_1__pos_1~2"
    assert codes(corpus) == ["repeated_unit"]


def test_the_order_of_readings_does_not_matter(make_reading: MakeReading, order: ActReference) -> None:
    readings = [
        make_reading(),
        make_reading("a.ru.txt", "x", language="ru"),
        make_reading("b.txt", "b", act=AMENDING, amendments=(amendment(),)),
        make_reading("c.txt", "c", act=AMENDING),
        make_reading("d.txt", "d", header=Header(replace(order, number="2", kind=None), None, None)),
    ]
    first = link(readings, Catalog())
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert link(readings, Catalog()) == first
