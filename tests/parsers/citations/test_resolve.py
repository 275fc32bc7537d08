"""Mentions that point back to what their document has said before."""

from __future__ import annotations

from datetime import date

from biliktilik.parsers.citations.find import find_mentions
from biliktilik.parsers.citations.resolve import Memory
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.model import ActReference


def acts(language: str, *texts: str) -> list[tuple[str | None, str | None, date | None, str | None]]:
    grammar = grammar_for(language)
    memory: Memory[int] = Memory(grammar)
    found = [(number, mention) for number, text in enumerate(texts) for mention in find_mentions(grammar, text)]
    resolved = [mention.act for _, mention in memory.resolve(found)]
    return [(act.kind, act.number, act.adopted_on, act.title) for act in resolved]


RESOLUTION = 'Үкіметтің 2015 жылғы 31 желтоқсандағы № 1193 "Еңбекақы төлеу жүйесі туралы" қаулысын'
PAY = ("resolution", "1193", date(2015, 12, 31), "Еңбекақы төлеу жүйесі туралы")


def test_a_bare_number_means_the_act_introduced_before() -> None:
    assert acts("kk", RESOLUTION, "Үкіметтің № 1193 қаулысын") == [PAY, PAY]


def test_a_bare_number_never_introduced_stays_bare() -> None:
    assert acts("kk", "Үкіметтің № 1193 қаулысын", RESOLUTION) == [("resolution", "1193", None, None), PAY]


def test_a_number_of_another_kind_is_another_act() -> None:
    assert acts("kk", RESOLUTION, "министрдің № 1193 бұйрығын")[1] == ("order", "1193", None, None)


def test_a_short_name_with_a_missing_quotation_mark() -> None:
    text = '"Неке және отбасы туралы" кодексін (бұдан әрі - Неке және отбасы туралы" кодекс) ;'
    assert len(acts("kk", text)) == 1


def test_the_code_after_a_short_name() -> None:
    code = ("code", None, None, "Трудовой кодекс")
    assert acts("ru", "Трудовой кодекс Республики Казахстан (далее – Кодекс)", "статьи 5 Кодекса") == [code, code]


def test_the_law_after_a_short_name_in_kazakh() -> None:
    law = ("law", None, None, "Білім туралы")
    assert acts("kk", '"Білім туралы" Қазақстан Республикасының Заңы (бұдан әрі – Заң)', "Заңның 5-бабы") == [law, law]


def test_a_capital_noun_that_nothing_introduced_is_no_mention() -> None:
    assert acts("ru", "статьи 5 Кодекса") == []
    assert acts("kk", "Заң қызметі департаментіне") == []


def test_the_said_order_is_the_one_named_last() -> None:
    order = "2017 жылғы 25 қазандағы № 360 бұйрығына өзгерістер енгізілсін"
    assert acts("kk", order, "көрсетілген бұйрықпен бекітілген")[1][:3] == ("order", "360", date(2017, 10, 25))


def test_the_said_order_without_an_order_stays_unknown() -> None:
    assert acts("kk", "көрсетілген бұйрықпен бекітілген") == [("order", None, None, None)]


def test_what_is_remembered_is_a_whole_reference() -> None:
    memory: Memory[int] = Memory(grammar_for("kk"))
    found = [(0, mention) for mention in find_mentions(grammar_for("kk"), RESOLUTION)]
    assert [mention.act.issuer for _, mention in memory.resolve(found)] == ["Үкімет"]
    assert ActReference("resolution", None, None) not in [known.act for known in memory.latest.values()]
