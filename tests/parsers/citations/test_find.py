"""Mentions in single texts, as they are printed in the five orders and in forms that other orders use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.citations import Mention, find_mentions
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.model import ActReference

Said = tuple[str | None, str | None, str | None, str | None]  # kind, number, day, title

KAZAKH: list[tuple[str, list[Said]]] = [
    ("Қазақстан Республикасының Конституциясын", [("constitution", None, None, "Конституция")]),
    ("Конституцияны", [("constitution", None, None, "Конституция")]),
    (
        "1995 жылғы 30 тамыздағы Қазақстан Республикасының Конституциясын",
        [("constitution", None, "1995-08-30", "Конституция")],
    ),
    ("Әлеуметтік кодексті", [("code", None, None, "Әлеуметтік кодексі")]),
    (
        "2007 жылғы 15 мамырдағы Қазақстан Республикасы Еңбек кодексінің 125-бабы 3-тармағына сәйкес",
        [("code", None, "2007-05-15", "Еңбек кодексі")],
    ),
    (
        "Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексін (бұдан әрі - ӘРПК)",
        [("code", None, None, "Әкімшілік рәсімдік-процестік кодексі")],
    ),
    (
        '"Неке (ерлі-зайыптылық) және отбасы туралы" Қазақстан Республикасыныңкодексін',
        [("code", None, None, "Неке (ерлі-зайыптылық) және отбасы туралы")],
    ),
    (
        '3. "Неке (ерлі-зайыптылық) және отбасы". Қазақстан Республикасының кодексі</p>',
        [("code", None, None, "Неке (ерлі-зайыптылық) және отбасы")],
    ),
    (
        '"Білім туралы","Лицензиялау туралы" Қазақстан Республикасы заңдарды',
        [("law", None, None, "Білім туралы"), ("law", None, None, "Лицензиялау туралы")],
    ),
    (
        '6. "Қазақстан Республикасындағы тілдер туралы Қазақстан Республикасының Заңы. 7. "Білім туралы" Заңы.',
        [("law", None, None, "Қазақстан Республикасындағы тілдер туралы"), ("law", None, None, "Білім туралы")],
    ),
    (
        '2005 жылғы 13 сәуірдегі "А туралы", 2008 жылғы 29 желтоқсандағы "Ә туралы" Қазақстан Республикасының заңдарын',
        [("law", None, "2005-04-13", "А туралы"), ("law", None, "2008-12-29", "Ә туралы")],
    ),
    (
        'Қазақстан Республикасы Үкіметінің "Кейбір мәселелер туралы" 2023 жылғы 4 қазандағы № 866 қаулысымен',
        [("resolution", "866", "2023-10-04", "Кейбір мәселелер туралы")],
    ),
    (
        'Министрдің 2017 жылғы 25 қазандағы № 360 "Сипаттамаларды бекіту туралы" бұйрығымен',
        [("order", "360", "2017-10-25", "Сипаттамаларды бекіту туралы")],
    ),
    (
        "ҚР Денсаулық сақтау министрінің 19.11.2014 № 238 (жарияланған соң қолданысқа енгізіледі) бұйрығымен",
        [("order", "238", "2014-11-19", None)],
    ),
    ("Үкіметтің № 1193 қаулысын", [("resolution", "1193", None, None)]),
    (
        "Мүгедектердің құқықтары туралы конвенциясын, Бала құқықтары туралы конвенциясын",
        [
            ("convention", None, None, "Мүгедектердің құқықтары туралы конвенция"),
            ("convention", None, None, "Бала құқықтары туралы конвенция"),
        ],
    ),
    (
        '"Ә туралы" Қазақстан Республикасының заңына сәйкес бекітілетін Қызметтер көрсету стандарттарын',
        [("law", None, None, "Ә туралы"), ("standard", None, None, "Қызметтер көрсету стандарттары")],
    ),
    (
        "Үйде әлеуметтік көмек көрсету бөлімшесі туралы ережеге сәйкес",
        [("regulation", None, None, "Үйде әлеуметтік көмек көрсету бөлімшесі туралы ереже")],
    ),
    (
        "Еңбек, Бюджет және Азаматтық кодекстерін",
        [("code", None, None, f"{name} кодексі") for name in ("Еңбек", "Бюджет", "Азаматтық")],
    ),
    ('"Сайлау туралы" Қазақстан Республикасының Конституциялық заңын', [("law", None, None, "Сайлау туралы")]),
    ("кәсіби-этикалық қағидаттар кодекстерін", []),
    ("тұратын балалардың заңды құқықтарын қорғайды", []),
    ("қоғаммен байланыс мәселелеріне қатысты қаулыларды, өкімдерді, бұйрықтарды", []),
    ("еңбекті қорғау, қауіпсіздік техникасы ережелері мен нормалары", []),
    ("азаматтық және еңбек заңнамасының негізгі ережелерін", []),
    ('"Отбасының цифрлық картасы" АЖ-мен жұмыс істеу', []),
]

RUSSIAN: list[tuple[str, list[Said]]] = [
    ("Конституцию Республики Казахстан", [("constitution", None, None, "Конституция")]),
    (
        "статьи 125 Трудового кодекса Республики Казахстан от 15 мая 2007 года",
        [("code", None, "2007-05-15", "Трудовой кодекс")],
    ),
    (
        "Гражданского кодекса и Налогового кодекса",
        [("code", None, None, "Гражданский кодекс"), ("code", None, None, "Налоговый кодекс")],
    ),
    (
        'законы Республики Казахстан "Об образовании", " О борьбе с коррупцией" и иные нормативные правовые акты',
        [("law", None, None, "Об образовании"), ("law", None, None, "О борьбе с коррупцией")],
    ),
    (
        'законы Республики Казахстан от 13 апреля 2005 года "О защите", от 29 декабря 2008 года "Об услугах"',
        [("law", None, "2005-04-13", "О защите"), ("law", None, "2008-12-29", "Об услугах")],
    ),
    (
        'Закон Республики Казахстан "О статистике" от 19 марта 2010 года № 257-IV, правила',
        [("law", "257-IV", "2010-03-19", "О статистике")],
    ),
    (
        "приказом и.о. Министра труда и социальной защиты населения РК от 25.10.2017 № 360 (вводится в действие)",
        [("order", "360", "2017-10-25", None)],
    ),
    (
        'постановление Правительства Республики Казахстан от 31 декабря 2015 года № 1193 "О системе оплаты труда"',
        [("resolution", "1193", "2015-12-31", "О системе оплаты труда")],
    ),
    (
        "Конвенцию о правах инвалидов, Конвенцию о правах ребенка, законы",
        [
            ("convention", None, None, "Конвенция о правах инвалидов"),
            ("convention", None, None, "Конвенция о правах ребенка"),
        ],
    ),
    (
        "в соответствии с Положением об отделении социальной помощи на дому. Выполняет",
        [("regulation", None, None, "Положение об отделении социальной помощи на дому")],
    ),
    (
        "Трудовой, Бюджетный и Гражданский кодексы Республики Казахстан",
        [("code", None, None, f"{name} кодекс") for name in ("Трудовой", "Бюджетный", "Гражданский")],
    ),
    (
        "пункта 15 Положения о Министерстве труда Республики Казахстан, утвержденного постановлением Правительства "
        "Республики Казахстан от 18 февраля 2017 года № 81, ПРИКАЗЫВАЮ",
        [
            ("regulation", None, None, "Положение о Министерстве труда Республики Казахстан"),
            ("resolution", "81", "2017-02-18", None),
        ],
    ),
    ('Конвенцию "О правах ребенка"', [("convention", None, None, "О правах ребенка")]),
    ("основные положения гражданского законодательства", []),
    ("действующие стандарты, правила и технические условия эксплуатации", []),
    ("издает приказы, распоряжения; соблюдение законности", []),
]


def said(act: ActReference) -> Said:
    return act.kind, act.number, act.adopted_on.isoformat() if act.adopted_on else None, act.title


def mentions(language: str, text: str) -> list[Mention]:
    return [mention for mention in find_mentions(grammar_for(language), text) if mention.back is None]


@pytest.mark.parametrize(("text", "expected"), KAZAKH, ids=[text[:40] for text, _ in KAZAKH])
def test_kazakh(text: str, expected: list[Said]) -> None:
    assert [said(mention.act) for mention in mentions("kk", text)] == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN, ids=[text[:40] for text, _ in RUSSIAN])
def test_russian(text: str, expected: list[Said]) -> None:
    assert [said(mention.act) for mention in mentions("ru", text)] == expected


JOINT_KK = (
    "Қазақстан Республикасы Денсаулық сақтау министрінің 2009 жылғы 10 ақпандағы № 79, Қазақстан Республикасы Білім және "
    "ғылым министрінің 2009 жылғы 28 қаңтардағы № 28, Қазақстан Республикасы Еңбек министрінің 2009 жылғы 28 қаңтардағы "
    "№ 28-ө бірлескен бұйрығымен бекітілген, нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 5560 болып "
    "тіркелген Қажеттілікті бағалау ережесін"
)
JOINT_RU = (
    "Правила оценки потребности, утвержденные совместным приказом Министра здравоохранения Республики Казахстан от 10 "
    "февраля 2009 года № 79, Министра образования и науки Республики Казахстан от 28 января 2009 года № 28, Министра труда "
    "и социальной защиты населения Республики Казахстан от 28 января 2009 года № 28-п, зарегистрированный в Реестре "
    "государственной регистрации нормативных правовых актов под № 5560"
)


@pytest.mark.parametrize(
    ("language", "text", "also", "issuer"),
    [
        ("kk", JOINT_KK, ("28", "28-ө"), "Қазақстан Республикасы Денсаулық сақтау министрі"),
        ("ru", JOINT_RU, ("28", "28-п"), "Министр здравоохранения Республики Казахстан"),
    ],
)
def test_a_joint_order_is_one_act(language: str, text: str, also: tuple[str, ...], issuer: str) -> None:
    found = {mention.act.kind: mention for mention in mentions(language, text)}
    assert found.keys() == {"order", "rules"}
    order = found["order"]
    assert (order.act.number, order.act.adopted_on, order.also_numbered) == ("79", date(2009, 2, 10), also)
    assert (order.act.registration_number, order.act.issuer) == ("5560", issuer)


def test_registration_in_brackets() -> None:
    text = (
        '"А туралы" министрдің 2017 жылғы 25 қазандағы №360 бұйрығына (2017 жылғы 6 желтоқсанда Нормативтік құқықтық '
        "актілерді мемлекеттік тіркеу тізілімінде № 16057 болып тіркелген) мынадай өзгерістер енгізілсін"
    )
    (mention,) = mentions("kk", text)
    assert (mention.act.registration_number, mention.act.registered_on) == ("16057", date(2017, 12, 6))


@pytest.mark.parametrize(("language", "text"), [("kk", JOINT_KK), ("ru", JOINT_RU), ("kk", KAZAKH[10][0])])
def test_mentions_lie_in_the_text_in_order(language: str, text: str) -> None:
    found = find_mentions(grammar_for(language), text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)


def test_a_text_in_an_unknown_language_has_no_mentions() -> None:
    assert find_mentions(grammar_for(None), "Constitution; Labour Code") == []


PIECES = st.sampled_from(
    [
        "Қазақстан Республикасының ", "Үкіметінің ", "2015 жылғы 31 желтоқсандағы ", "25.10.2017 ", "№ 1193 ", "қаулысын",
        '"Білім туралы"', '"Білім туралы ', '"', ", ", " және ", "заңдарын", "Еңбек кодексін", "(бұдан әрі – Кодекс)",
        "бірлескен ", "бұйрығымен бекітілген, ", "ережесін", "Кодекстің", "көрсетілген бұйрықпен", "законы ", "от 5 мая 2007 года ",
        "Трудового кодекса", "приказом ", "Министра труда РК ", "; ", "(", ")", " туралы конвенциясын", "Білім ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(["kk", "ru"]))
def test_any_text_gives_mentions_that_lie_in_it_and_do_not_begin_alike(text: str, language: str) -> None:
    found = find_mentions(grammar_for(language), text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(mention.act.kind for mention in found)
    assert find_mentions(grammar_for(language), text) == found
