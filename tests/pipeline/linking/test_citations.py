"""Which act a mention means: names, days, numbers and languages set together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biliktilik.parsers.identity import fold_title
from biliktilik.parsers.model import ActReference, Body, Citation, CitedIn, Span
from biliktilik.pipeline.catalog import Catalog
from biliktilik.pipeline.corpus import Corpus
from biliktilik.pipeline.linking import link
from biliktilik.pipeline.linking.acts import reference_uri
from biliktilik.pipeline.linking.citations import Identities
from biliktilik.pipeline.linking.titles import LANGUAGES, known_titles, read_titles
from biliktilik.pipeline.reading import Reading

MakeReading = Callable[..., Reading]
MakeBody = Callable[..., Body]

TITLES = read_titles(
    [
        {"kind": "code", "kk": "Еңбек кодексі", "ru": "Трудовой кодекс", "several": True},
        {
            "kind": "law",
            "kk": "Арнаулы қызметтер туралы",
            "ru": "О специальных услугах",
            "forms": ["Арнаулы қызмет туралы"],
        },
    ]
)
LABOUR = ActReference("code", None, None, "Еңбек кодексі")
SERVICES = ActReference("law", None, None, "Арнаулы қызметтер туралы")
DAY = date(2020, 1, 1)
PAY = ActReference("resolution", "1193", date(2015, 12, 31), "Еңбекақы жүйесі туралы")


def uri(act: ActReference, *others: ActReference) -> str | None:
    complete = Identities(TITLES).learn([act, *others]).complete(act)
    return reference_uri(complete) if complete else None


def test_two_labour_codes_and_a_mention_without_a_day_are_three_acts() -> None:
    old, new = replace(LABOUR, adopted_on=date(2007, 5, 15)), replace(LABOUR, adopted_on=date(2015, 11, 23))
    assert uri(LABOUR, old, new) == "/akn/kz/act/code/-/-~еңбек-кодексі"
    assert uri(old, LABOUR, new) == "/akn/kz/act/code/2007-05-15/-~еңбек-кодексі"
    assert uri(new, LABOUR, old) == "/akn/kz/act/code/2015-11-23/-~еңбек-кодексі"


def test_one_day_of_a_name_that_several_acts_have_borne_does_not_date_the_others() -> None:
    assert uri(LABOUR, replace(LABOUR, adopted_on=date(2007, 5, 15))) == "/akn/kz/act/code/-/-~еңбек-кодексі"


def test_the_only_day_of_a_name_dates_every_mention() -> None:
    dated = replace(SERVICES, adopted_on=date(2008, 12, 29))
    assert uri(SERVICES, dated) == "/akn/kz/act/law/2008-12-29/-~арнаулы-қызметтер-туралы"


def test_two_days_of_a_name_leave_the_mention_without_a_day_alone() -> None:
    days = [replace(SERVICES, adopted_on=day) for day in (date(2008, 12, 29), date(2020, 1, 1))]
    assert uri(SERVICES, *days) == "/akn/kz/act/law/-/-~арнаулы-қызметтер-туралы"


@pytest.mark.parametrize(
    "title",
    ["АРНАУЛЫ ҚЫЗМЕТТЕР ТУРАЛЫ", "Арнаулы қызмет туралы", "О специальных услугах", "Арнаулы «қызметтер» туралы"],
)
def test_spelling_and_language_do_not_matter(title: str) -> None:
    assert uri(replace(SERVICES, title=title)) == uri(SERVICES)


def test_a_title_belongs_to_its_kind() -> None:
    assert uri(replace(SERVICES, kind="rules", title="О специальных услугах")) != uri(SERVICES)


def test_number_and_day_name_an_act_whatever_its_title() -> None:
    assert uri(PAY) == uri(replace(PAY, title=None)) == "/akn/kz/act/resolution/2015-12-31/1193"


def test_a_title_leads_to_the_number_that_others_state() -> None:
    assert uri(replace(PAY, number=None, adopted_on=None), PAY) == uri(PAY)
    assert uri(replace(PAY, number=None), PAY) == uri(PAY)


@pytest.mark.parametrize(
    "act", [ActReference("resolution", "1193", None), ActReference("order", None, date(2015, 1, 1))]
)
def test_a_number_or_a_day_alone_names_no_act(act: ActReference) -> None:
    assert uri(act, PAY) is None


DAYS = st.none() | st.sampled_from([date(2007, 5, 15), date(2008, 12, 29), date(2015, 11, 23)])
NAMES = st.sampled_from(["Еңбек кодексі", "Трудовой кодекс", "Арнаулы қызмет туралы", "О специальных услугах", None])
ACTS = st.builds(ActReference, st.sampled_from(["code", "law"]), st.none() | st.sampled_from("12"), DAYS, NAMES)


@given(st.lists(ACTS, max_size=8), st.data())
def test_the_order_of_mentions_does_not_matter(acts: list[ActReference], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(acts))
    one, two = Identities(TITLES).learn(acts), Identities(TITLES).learn(shuffled)
    assert [one.complete(act) for act in acts] == [two.complete(act) for act in acts]


@given(st.lists(ACTS, max_size=8))
def test_a_complete_reference_stays_as_it_is(acts: list[ActReference]) -> None:
    identities = Identities(TITLES).learn(acts)
    for act in acts:
        complete = identities.complete(act)
        if complete is not None:
            again = Identities(TITLES).learn([*acts, complete]).complete(complete)
            assert again is not None
            assert reference_uri(again) == reference_uri(complete)


def test_one_title_may_not_be_given_to_two_acts() -> None:
    with pytest.raises(ValueError, match="two acts"):
        read_titles([{"kind": "law", "kk": "А туралы"}, {"kind": "law", "kk": "Ә туралы", "forms": ["А туралы"]}])


def test_the_file_of_titles() -> None:
    for (kind, folded), act in known_titles().entries.items():
        assert kind == act.kind
        assert folded in {fold_title(title) for title in (*act.names.values(), *act.forms)}
        assert act.names.keys() <= set(LANGUAGES)
        assert folded not in {fold_title(form) for form in act.forms} & {
            fold_title(name) for name in act.names.values()
        }


# --- whole corpora --------------------------------------------------------------------------------------------------


def cite(act: ActReference, eid: str = "att_1__pos_1", also: tuple[str, ...] = ()) -> Citation:
    printed = act.title or f"№ {act.number}"
    return Citation(CitedIn.KNOWLEDGE, eid, 1, act, also, printed, Span(0, 4), "cite")


def reading(make: MakeReading, body: Body, name: str, language: str, *acts: Citation, **values: object) -> Reading:
    return make(name, name, language=language, body=replace(body, citations=acts), **values)


def codes(corpus: Corpus) -> list[str]:
    return [found.code for found in corpus.findings if found.code.startswith("cit")]


def test_acts_known_by_mentions_only(make_reading: MakeReading, make_body: MakeBody) -> None:
    corpus = link([reading(make_reading, make_body(), "a", "kk", cite(PAY))], Catalog())
    act = next(act for act in corpus.acts if act.number == "1193")
    assert (act.kind, act.adopted_on, act.text_known) == ("resolution", "2015-12-31", "none")
    assert [(name.language, name.title) for name in act.names] == [("kk", "Еңбекақы жүйесі туралы")]
    assert codes(corpus) == []


def test_a_mention_that_cannot_be_told_is_kept(make_reading: MakeReading, make_body: MakeBody) -> None:
    bare = ActReference("resolution", "1193", None)
    corpus = link([reading(make_reading, make_body(), "a", "kk", cite(bare))], Catalog())
    assert [one.cited_act_uri for one in corpus.citations] == [None]
    assert codes(corpus) == ["citation_unresolved"]


def test_languages_that_name_other_acts(make_reading: MakeReading, make_body: MakeBody) -> None:
    constitution = ActReference("constitution", None, None, "Конституция")
    kk = reading(make_reading, make_body(), "a", "kk", cite(constitution), cite(PAY))
    ru = reading(make_reading, make_body(), "b", "ru", cite(constitution))
    (finding,) = [found for found in link([kk, ru], Catalog()).findings if found.code == "cited_acts_differ"]
    assert "only in kk: «Еңбекақы жүйесі туралы»" in finding.message
    assert "only in ru" not in finding.message
    both = [reading(make_reading, make_body(), name, name, cite(constitution), cite(PAY)) for name in ("kk", "ru")]
    assert codes(link(both, Catalog())) == []


def test_facts_that_differ(make_reading: MakeReading, make_body: MakeBody) -> None:
    order = ActReference("order", "79", date(2009, 2, 10))
    kk = reading(make_reading, make_body(), "a", "kk", cite(order, also=("28", "28-ө")))
    ru = reading(make_reading, make_body(), "b", "ru", cite(order, also=("28", "28-п")))
    corpus = link([ru, kk], Catalog())
    (finding,) = [found for found in corpus.findings if found.code == "citation_facts_differ"]
    assert "kk 28, 28-ө; ru 28, 28-п" in finding.message
    assert next(act for act in corpus.acts if act.number == "79").also_numbered == ("28", "28-ө", "28-п")


def test_a_joined_title_is_told(make_reading: MakeReading, make_body: MakeBody) -> None:
    law = ActReference("law", None, None, "Арнаулы әлеуметтік қызмет туралы")
    corpus = link([reading(make_reading, make_body(), "a", "kk", cite(law))], Catalog())
    (finding,) = [found for found in corpus.findings if found.code == "citation_title_varies"]
    assert "«Арнаулы әлеуметтік қызметтер туралы»" in finding.message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_the_order_of_documents_does_not_matter(
    make_reading: MakeReading, make_body: MakeBody, data: st.DataObject
) -> None:
    acts = [LABOUR, replace(LABOUR, adopted_on=date(2007, 5, 15)), SERVICES, PAY, replace(PAY, number=None)]
    readings = [
        reading(make_reading, make_body(), f"{number}", "kk", cite(act), act=ActReference("order", f"{number}", DAY))
        for number, act in enumerate(acts)
    ]
    assert link(data.draw(st.permutations(readings)), Catalog()) == link(readings, Catalog())
