"""Notes of the publisher and clauses on entry into force, as published texts word them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from biliktilik.parsers.force import read_force
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.model import ParsedDocument

Document = Callable[[str], ParsedDocument]
Parse = Callable[[str], ParsedDocument]


@pytest.mark.parametrize(
    ("language", "text", "on", "days", "ambiguous"),
    [
        (
            "kk",
            "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі",
            None,
            10,
            False,
        ),
        (
            "kk",
            "алғашқы ресми жарияланған күнінен бастап күнтізбелік он күн өткен соң қолданысқа енгізілді",
            None,
            10,
            True,
        ),
        (
            "kk",
            "алғашқы ресми жарияланған күнінен кейін күнтізбелік алпыс күн өткен соң қолданысқа енгізіледі",
            None,
            60,
            False,
        ),
        (
            "kk",
            "Осы бұйрық 2025 жылғы 1 қаңтардан бастап қолданысқа енгізіледі және ресми жариялануға тиіс",
            "2025-01-01",
            None,
            False,
        ),
        ("kk", "(12.07.2026 бастап қолданысқа енгізіледі)", "2026-07-12", None, False),
        ("kk", "Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі", None, None, False),
        (
            "ru",
            "вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования",
            None,
            10,
            False,
        ),
        (
            "ru",
            "вводится в действие по истечении шестидесяти календарных дней после дня его первого официального опубликования",
            None,
            60,
            False,
        ),
        (
            "ru",
            "вводится в действие по истечении 21 календарных дней со дня его первого официального опубликования",
            None,
            21,
            True,
        ),
        ("ru", "(вводится в действие 01.01.2018)", "2018-01-01", None, False),
        ("ru", "Настоящий приказ вводится в действие с 1 января 2025 года", "2025-01-01", None, False),
        ("ru", "вводится в действие со дня его первого официального опубликования", None, None, False),
    ],
)
def test_rules_of_entry_into_force(language: str, text: str, on: str | None, days: int | None, ambiguous: bool) -> None:
    force = read_force(grammar_for(language), text)
    assert force is not None
    assert (str(force.on) if force.on else None, force.days, force.ambiguous) == (on, days, ambiguous)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "осы бұйрық тіркелгеннен кейін он жұмыс күні ішінде мәліметтер ұсынылсын"),
        ("ru", "в течение десяти рабочих дней после государственной регистрации"),
    ],
)
def test_other_terms_are_no_entry_into_force(language: str, text: str) -> None:
    assert read_force(grammar_for(language), text) is None


@pytest.mark.parametrize("key", ["2012.kk", "2012.ru"])
def test_the_notes_of_the_2012_order(document: Document, key: str) -> None:
    events = [(e.kind.value, e.eid, e.by and e.by.number, e.by and str(e.by.adopted_on)) for e in document(key).events]
    assert events == [
        ("repealed", None, "360", "2017-10-25"),
        ("amended", "att_1__sec_2__pos_4", "238", "2014-11-19"),
        ("inserted", "att_1__sec_3__pos_10", "238", "2014-11-19"),
    ]


def test_the_notes_on_future_wording_of_the_standard(document: Document) -> None:
    events = [
        (e.kind.value, e.eid, e.by and e.by.number, e.force and str(e.force.on)) for e in document("125.kk").events
    ]
    units = ["att_1__point_3__sub_9", *(f"att_1__point_{number}" for number in range(12, 17))]
    assert events == [("future", eid, "109", "2026-07-12") for eid in units]


CHANGED = """О правилах учёта
Приказ Министра труда Республики Казахстан от 1 февраля 2019 года № 5
      1. Первый пункт.
      Сноска. Пункт 1 с изменениями, внесенными приказами Министра труда РК от 02.03.2020 № 11 (вводится в действие 01.04.2020); от 05.06.2021 № 22 (вводится в действие с 01.07.2021).

      2. Второй пункт.
      Сноска. Пункт 2 в редакции приказа Министра труда РК от 02.03.2020 № 11 (вводится в действие 01.04.2020).

      3. Третий пункт:

      1) исключен приказом Министра труда РК от 02.03.2020 № 11 (вводится в действие 01.04.2020);

      2) второй подпункт.

      Примечание ИЗПИ!
      Пункт 4 предусмотрен в редакции приказа Министра труда РК от 05.06.2025 № 33 (вводится в действие с 01.01.2027).

      4. Четвёртый пункт.
"""


def test_several_changes_in_one_note(parse: Parse) -> None:
    events = [(e.kind.value, e.eid, e.by and e.by.number, e.force and str(e.force.on)) for e in parse(CHANGED).events]
    assert events == [
        ("amended", "point_1", "11", "2020-04-01"),
        ("amended", "point_1", "22", "2021-07-01"),
        ("amended", "point_2", "11", "2020-04-01"),
        ("excluded", "point_3__sub_1", "11", "2020-04-01"),
        ("future", "point_4", "33", "2027-01-01"),
    ]
