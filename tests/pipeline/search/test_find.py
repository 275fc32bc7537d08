"""Searches over the documents of raw/. What must be found, and what must not, was looked up there by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biliktilik.pipeline.search import SearchAnswer, find
from biliktilik.pipeline.search.marking import holds
from biliktilik.pipeline.search.terms import read_terms
from biliktilik.pipeline.store.database import Reader

EVERYTHING = 10_000
# Passages that are found by words which they do not show, too: numbers of acts, codes of cards.
ALSO_FOUND_BY_CODES = ("act", "card", "card_name", "card_related")

# What is typed; words as printed around one place that must be found; words that nothing found may hold.
RUSSIAN = [
    ("социального работника", "Социальный работник по уходу за престарелыми и инвалидами", "лошад"),
    ("Социальными работниками", "Социальный работник по оценке и определению", "лошад"),
    ("СОЦИАЛЬНЫЙ РАБОТНИК", "Проводит учебу со специалистами и социальными работниками", "лошад"),
    (
        '"социальный работник"',
        "учебу со специалистами и социальными работниками",
        "работников, оказывающих специальные",
    ),
    ("«социального работника»", "Социальный работник по уходу за престарелыми", "работников, оказывающих специальные"),
    ("лошадь", "Проверяет готовность лошади и коновода", "психолог"),
    ("КОНОВОДОМ", "руководит действиями коновода, отдавая краткие", "психолог"),
    ("учёту", "Организует работу по учету лиц", "Проводит учебу"),
    ("занятия", "Во время занятий руководит действиями коновода", "Директор Центра"),
    ("занятость", "Директор Центра (службы) занятости", "Во время занятий"),
    ("семей", "семей, нуждающихся в социальном обслуживании", "семинар"),
    ("медико-социальные учреждения", "Директор медико-социального учреждения", "медико-педагогической"),
    ("иппотерапия", "райттерапии (иппотерапии)", "психолог"),
    ("иппот*", "райттерапии (иппотерапии)", "психолог"),
    ("№ 238", "здравоохранения и социального развития РК от 19.11.2014", "№ 360"),
    ("№ 360", "от 25.10.2017 № 360", "№ 238"),
]
KAZAKH = [
    ("әлеуметтік қызметкерлердің", "Қарттар мен мүгедектерді күту жөніндегі әлеуметтік қызметкер", "Ымдау"),
    ("алеуметтик кызметкер", "Қарттар мен мүгедектерді күту жөніндегі әлеуметтік қызметкер", "Ымдау"),
    ("ӘЛЕУМЕТТІК ҚЫЗМЕТКЕР", "Мамандар мен әлеуметтік қызметкерлерге", "Ымдау"),
    ("қызметкермен", "қызметкерлердің біліктілігін арттырудың", "Ымдау"),
    ("өрт қауіпсіздігі", "Өрт қауiпсiздiгi қағидаларының орындалуын", "Ымдау"),  # printed with a Latin i
    ("өрт қауiпсiздiк", "Өрт қауiпсiздiгi қағидаларын", "Ымдау"),  # typed with a Latin i
    ("орт кауипсиздиги", "Өрт қауiпсiздiгi қағидаларын", "Ымдау"),
    ("кейс-менеджерге", "Әлеуметтік жұмыскер кейс-менеджер", "Ымдау"),
    ("кейс менеджер", "Әлеуметтік жұмыскер кейс-менеджер", "Ымдау"),
    ("ымдау тілінде", '"Ымдау тілі маманы" кәсібінің карточкасы', "кейс-менеджер"),
    ("5320-2-003", '"Жеке көмекші" мамандығының карточкасы', "Ымдау"),
    ("балаларды алимент", "кәмелетке толмаған балаларға алимент", "Ымдау"),
    ("заңға", "әлеуметтік, экономикалық, заң, медициналық", "занятий"),
    ("әлеум*", "Әлеуметтік жұмыс менеджері", "Ымдау тілі маманы"),
    ("№ 238", "толықтырылды", "№ 360"),
    ("№ 360", "25.10.2017 № 360 бұйрығымен", "№ 238"),
]


def shown(answer: SearchAnswer) -> list[str]:
    return ["".join(text for text, _ in hit.excerpt) for hit in answer.hits]


@pytest.mark.parametrize(
    ("language", "typed", "wanted", "unwanted"),
    [("ru", *case) for case in RUSSIAN] + [("kk", *case) for case in KAZAKH],
)
def test_what_is_found_and_what_is_not(reader: Reader, language: str, typed: str, wanted: str, unwanted: str) -> None:
    for narrowed in (None, language):
        excerpts = shown(find(reader, typed, language=narrowed, limit=EVERYTHING))
        assert any(wanted in excerpt for excerpt in excerpts), excerpts[:5]
        assert [excerpt for excerpt in excerpts if unwanted in excerpt] == []


@pytest.mark.parametrize(
    "spellings",
    [
        ("Қызметкер", "кызметкер", "ҚЫЗМЕТКЕРЛЕРДІҢ", "қызметкерге"),
        ("социальный", "социального", "СОЦИАЛЬНЫМ", "социальных"),
        ("детьми", "дети", "детей"),
        ("деятельность", "деятельности", "деятельностью"),
        ("баланың", "балалар", "балаларды"),
    ],
)
def test_forms_of_a_word_find_the_same(reader: Reader, spellings: tuple[str, ...]) -> None:
    found = [{hit.eid or "" for hit in find(reader, typed, limit=EVERYTHING).hits} for typed in spellings]
    assert found[0]
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize(
    "typed", ["", " ", "*", '""', "«»", "№", "—", "***", "( ) :", "\x00", "\ud800", "_", "абракадабра"]
)
def test_nothing_is_found_for_nothing(reader: Reader, typed: str) -> None:
    answer = find(reader, typed)
    assert (answer.total, answer.hits) == (0, ())


@pytest.mark.parametrize(
    "typed", ["OR", "NOT", "NEAR(a b)", "stems:қызмет", "folded : *", "^a", "{a b}: c", 'a" OR "b', "a AND"]
)
def test_syntax_of_the_database_is_words(reader: Reader, typed: str) -> None:
    for hit in find(reader, typed, limit=EVERYTHING).hits:
        assert any(marked for _, marked in hit.excerpt) or hit.kind in ALSO_FOUND_BY_CODES


@given(typed=st.text(max_size=60) | st.text(alphabet='абқi "*()-:^{}+№1', max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_string_is_harmless(reader: Reader, typed: str) -> None:
    answer = find(reader, typed, limit=5)
    assert bool(answer.terms) == any(character.isalnum() for character in typed)
    assert answer.terms or not answer.total
    for hit in answer.hits:
        assert any(marked for _, marked in hit.excerpt) or hit.kind in ALSO_FOUND_BY_CODES


def test_long_questions_are_answered(reader: Reader) -> None:
    words = " ".join(f"слово{number} тест-{number}" for number in range(2_000))
    assert find(reader, words).total == 0
    assert find(reader, "социальный " * 2_000).total == find(reader, "социальный").total


@pytest.mark.parametrize(
    "typed", ["қызмет", "социальный", "үй", "балалар", '"жоғары білім"', "әлеум*", "об", "1 жыл", "кейс-менеджер"]
)
def test_the_index_and_the_marks_agree(reader: Reader, typed: str) -> None:
    passages = reader.ask("SELECT language, text, kind FROM v_search").rows
    marked = sum(
        all(holds(str(text), str(language) if language else None, term) for term in read_terms(typed))
        for language, text, kind in passages
        if kind not in ALSO_FOUND_BY_CODES
    )
    counted = sum(one.count for one in find(reader, typed).tallies if one.kind not in ALSO_FOUND_BY_CODES)
    assert counted == marked > 0


def test_pages_are_parts_of_one_order(reader: Reader) -> None:
    whole = find(reader, "қызмет", limit=EVERYTHING)
    assert len(whole.hits) == whole.total > 45
    parts = [hit for offset in range(0, 60, 20) for hit in find(reader, "қызмет", limit=20, offset=offset).hits]
    assert parts == list(whole.hits[:60])
    assert [hit.rank for hit in parts] == list(range(1, len(parts) + 1))


def test_titles_come_before_texts(reader: Reader) -> None:
    kinds = [hit.kind for hit in find(reader, "психолог", limit=EVERYTHING).hits]
    ranks = [0 if kind in ("position", "card") else 1 if kind in ("act", "heading") else 2 for kind in kinds]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


def test_letters_as_typed_come_first(reader: Reader) -> None:
    (first, *_) = shown(find(reader, "үй", kind="duty"))
    assert "үй" in first.lower()


def test_filters_keep_what_they_name(reader: Reader) -> None:
    answer = find(reader, "психолог", limit=EVERYTHING)
    for tally in answer.tallies:
        kept = find(reader, "психолог", language=tally.language, act=tally.act_uri, kind=tally.kind, limit=EVERYTHING)
        assert kept.total == len(kept.hits) == tally.count or tally.language is None
        assert {(hit.act_uri, hit.kind) for hit in kept.hits} == {(tally.act_uri, tally.kind)}
    assert sum(tally.count for tally in answer.tallies) == answer.total
