"""Titles beside the likeness that a reader gives them: the real ones, their near misses, and Russian ones."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from biliktilik.pipeline.linking.lineage.cited import find_unit, unit_title
from biliktilik.pipeline.linking.lineage.jobs import Job
from biliktilik.pipeline.linking.lineage.likeness import alike_titles, disputed_fields
from biliktilik.pipeline.linking.lineage.titles import Likeness, compare_titles, read_title
from biliktilik.pipeline.linking.lineage.words import load_words

CASES = Path(__file__).resolve().parents[2] / "cases" / "lineage" / "titles.tsv"
ORDER = "Республикасы министрінің 2017 жылғы 25 қазандағы № 360 бұйрығы (мемлекеттік тіркеу тізілімінде №16057 болып тіркелген)."


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def likeness(language: str, older: str, newer: str) -> Likeness:
    return max(compare_titles(a, b) for a in read_title(language, older) for b in read_title(language, newer))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['older'][:40]}…{case['newer'][:40]}")
def test_likeness(case: dict[str, str]) -> None:
    assert likeness(case["language"], case["older"], case["newer"]).name == case["likeness"]


def test_titles_of_different_languages_are_never_alike() -> None:
    kk, ru = read_title("kk", "Психолог")[0], read_title("ru", "Психолог")[0]
    assert compare_titles(kk, ru) is Likeness.NONE


def test_an_office_without_an_organisation_is_that_of_its_act_but_an_occupation_is_everywhere_the_same() -> None:
    payments, family = frozenset({"pension_payment_organisation"}), frozenset({"family_support_centre"})
    head, psychologist = read_title("kk", "Бөлім бастығы")[0], read_title("kk", "Психолог")[0]
    assert compare_titles(head, head, (payments, family)) is Likeness.NONE
    assert compare_titles(psychologist, psychologist, (payments, family)) is Likeness.EQUAL


@pytest.mark.parametrize(
    "forms",
    [
        "маман маманы маманның мамандар мамандары маманға маманды",
        "қызмет қызметі қызметтің қызметтер қызметтері қызметке",
        "бөлімше бөлімшесі бөлімшенің бөлімшесінің бөлімшелер",
        "орталық орталығы орталығының орталықтар орталықтың",
        "отбасы отбасын отбасының",
        "анықтайды анықтау анықтауды",
        "әзірлейді әзірлеу",
    ],
)
def test_the_forms_of_a_kazakh_word_have_one_stem(forms: str) -> None:
    assert len({load_words().words["kk"].stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "printed", "title"),
    [
        ("kk", f"{ORDER} 1-параграф. Әлеуметтік жұмыскер жоғары, бірінші, екінші санаттар, санатсыз", "Әлеуметтік жұмыскер"),
        ("kk", f"{ORDER} Параграф 3. Әлеуметтік жұмыс жөніндегі маман. Жоғары, бірінші, екінші санаттар, санатсыз.", "Әлеуметтік жұмыс жөніндегі маман"),
        ("kk", f"{ORDER} Параграф 10. Арнаулы әлеуметтік қызметтер көрсету орталығының директоры", "Арнаулы әлеуметтік қызметтер көрсету орталығының директоры"),
        ("kk", f"{ORDER} Құрылымдық бөлімшенің (бөлімнің) бастығы.", "Құрылымдық бөлімшенің (бөлімнің) бастығы"),
        ("kk", ORDER, None),
        ("kk", "санатсыз", None),
        ("ru", "приказ № 360 (зарегистрирован за № 16057). Параграф 1. Социальный работник высшей, первой категории, без категории", "Социальный работник"),
    ],
)  # fmt: skip
def test_title_of_the_unit_that_a_card_refers_to(language: str, printed: str, title: str | None) -> None:
    assert unit_title(language, printed) == title


def job(eid: str, *titles: str, act: str = "a", language: str = "kk") -> Job:
    return Job(act, eid, titles[0] if titles else None, tuple((language, title) for title in titles))


class TestReferences:
    jobs = (job("chp_1__prg_1", "Директор"), job("chp_2__prg_1", "Әлеуметтік жұмыскер"), job("chp_2__prg_2", "Маман"))

    def find(self, eid: str | None, title: str | None, *, whole: bool) -> str | None:
        found = find_unit(self.jobs, eid, "kk", title, whole=whole)
        return found.eid if found else None

    def test_of_several_paragrafs_the_one_of_that_title(self) -> None:
        assert self.find("prg_1", "Әлеуметтік жұмыскер", whole=False) == "chp_2__prg_1"

    def test_the_only_one_of_a_number_once_the_text_is_whole(self) -> None:
        assert self.find("prg_2", "Психолог", whole=True) == "chp_2__prg_2"
        assert self.find("prg_2", "Психолог", whole=False) is None

    def test_a_number_that_several_have_does_not_decide(self) -> None:
        assert self.find("prg_1", "Психолог", whole=True) is None
        assert self.find("prg_1", None, whole=True) is None

    def test_without_a_number_the_title_decides(self) -> None:
        assert self.find(None, "Маман", whole=True) == "chp_2__prg_2"
        assert self.find(None, None, whole=True) is None

    def test_the_end_of_a_number_is_not_the_number(self) -> None:
        assert find_unit([job("chp_1__prg_11", "Маман")], "prg_1", "kk", "Маман", whole=True) is None


def test_languages_that_contradict_each_other_leave_the_office_only() -> None:
    head = "Әлеуметтік қорғау ұйымы құрылымдық бөлімшесінің бастығы"
    slip = Job("a", "p", head, (("kk", head), ("ru", "Начальник структурного подразделения центра занятости")))
    newer = job("q", head, act="b")
    assert disputed_fields(slip) == ("employment", "social_services")
    assert alike_titles((slip, newer), {"a": 0, "b": 1}, {}) == {(0, 1): Likeness.OFFICE}
    assert disputed_fields(newer) == ()


def test_russian_titles_are_compared_where_one_job_has_no_kazakh_one() -> None:
    older = Job("a", "p", None, (("kk", "Әлеуметтік жұмыскер"), ("ru", "Социальный работник")))
    newer = job("q", "Социальный работник", act="b", language="ru")
    assert alike_titles((older, newer), {"a": 0, "b": 1}, {}) == {(0, 1): Likeness.EQUAL}


def test_another_name_never_makes_a_job_the_same() -> None:
    older = job("p", "Бағалау жөніндегі әлеуметтік жұмыскер")
    newer = Job("b", "q", "Психолог", (("kk", "Психолог"),), aliases=(("kk", "Бағалау жөніндегі әлеуметтік жұмыскер"),))
    assert alike_titles((older, newer), {"a": 0, "b": 1}, {}) == {(0, 1): Likeness.GENERAL}
