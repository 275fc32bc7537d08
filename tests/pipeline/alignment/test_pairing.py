"""Items of a block in two languages, paired."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.alignment.blocks import Block
from biliktilik.pipeline.alignment.lexicon import load_lexicon
from biliktilik.pipeline.alignment.pairing import pair_items

MakeBlock = Callable[..., Block]

KK = [
    "Ұйымды басқару құрылымын, штаттық кестені айқындайды",
    "Мемлекеттік әлеуметтік тапсырысты қалыптастырады",
    "Есепке алу құжаттамасын жүргізеді",
    "Бөлімшенің жұмыс жоспарын әзірлеуге қатысады",
]
RU = [
    "Определяет структуру управления организацией, штатное расписание",
    "Формирует государственный социальный заказ",
    "Ведет учетную документацию",
    "Участвует в разработке плана работы подразделения",
]
texts = st.lists(st.sampled_from([*KK, *RU, "", "18", "№ 79", "әбв"]), max_size=7)


def pairs(kk: Block, ru: Block) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(group.kk, group.ru) for group in pair_items(load_lexicon(), kk, ru)]


@given(kk=texts, ru=texts)
def test_every_item_is_in_one_group(kk: list[str], ru: list[str], make_block: MakeBlock) -> None:
    groups = pair_items(load_lexicon(), make_block("kk", kk), make_block("ru", ru))
    assert sorted(i for group in groups for i in group.kk) == list(range(len(kk)))
    assert sorted(j for group in groups for j in group.ru) == list(range(len(ru)))
    assert all((group.score is None) == (not group.kk or not group.ru) for group in groups)
    assert all(group.score is None or 0 <= group.score <= 1 for group in groups)


@given(kk=texts, ru=texts)
def test_only_single_items_leave_the_order(kk: list[str], ru: list[str], make_block: MakeBlock) -> None:
    groups = pairs(make_block("kk", kk), make_block("ru", ru))
    assert [i for one, _ in groups for i in one] == list(range(len(kk)))
    joined = [(one, other) for one, other in groups if len(one) > 1 or len(other) > 1]
    assert joined == sorted(joined)
    assert all(list(side) == list(range(side[0], side[-1] + 1)) for group in joined for side in group if side)


def test_the_same_order_in_both_languages(make_block: MakeBlock) -> None:
    assert pairs(make_block("kk", KK), make_block("ru", RU)) == [((i,), (i,)) for i in range(4)]


def test_an_item_that_one_language_lacks(make_block: MakeBlock) -> None:
    found = pairs(make_block("kk", [KK[0], KK[2], KK[3]]), make_block("ru", RU))
    assert found == [((0,), (0,)), ((), (1,)), ((1,), (2,)), ((2,), (3,))]


def test_an_item_that_is_two_in_the_other_language(make_block: MakeBlock) -> None:
    kk = [KK[0], f"{KK[1]}, {KK[2]}", KK[3]]
    assert pairs(make_block("kk", kk), make_block("ru", RU)) == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]


def test_two_items_that_are_one_in_the_other_language(make_block: MakeBlock) -> None:
    ru = [RU[0], f"{RU[1]}, {RU[2]}", RU[3]]
    assert pairs(make_block("kk", KK), make_block("ru", ru)) == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]


def test_an_item_that_stands_elsewhere(make_block: MakeBlock) -> None:
    ru = [RU[3], *RU[:3]]
    found = pairs(make_block("kk", KK), make_block("ru", ru))
    assert sorted(found) == [((0,), (1,)), ((1,), (2,)), ((2,), (3,)), ((3,), (0,))]


def test_cited_acts_tell_items_apart(make_block: MakeBlock) -> None:
    plain = make_block("kk", ["А-бап", "Б-бап"]), make_block("ru", ["В-статья"])
    cited = make_block("kk", ["А-бап", "Б-бап"], [{"x"}, {"y"}]), make_block("ru", ["В-статья"], [{"y"}])
    assert ((1,), (0,)) not in pairs(*plain)
    assert ((1,), (0,)) in pairs(*cited)


def test_an_empty_side(make_block: MakeBlock) -> None:
    assert pairs(make_block("kk", []), make_block("ru", RU[:2])) == [((), (0,)), ((), (1,))]
    assert pairs(make_block("kk", []), make_block("ru", [])) == []
