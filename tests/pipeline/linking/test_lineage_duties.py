"""Shared duties: what counts as the same duty, what as telling, and that the filing misses little."""

from __future__ import annotations

import pytest

from biliktilik.pipeline.linking.lineage.duties import Shared, shared_duties
from biliktilik.pipeline.linking.lineage.jobs import Job
from biliktilik.pipeline.linking.lineage.kinds import Witnesses, decide
from biliktilik.pipeline.linking.lineage.titles import Likeness

RANKS = {"old": 0, "new": 1}
BANK = "мансап орталығына жүгінген жұмыссыздар қатарынан әртүрлі бейіндегі мамандардың деректер банкін қалыптастырады"
BANK_OLD = "жұмыссыздар, жұмыспен қамту орталығына өтініш берген адамдардың қатарынан әр түрлі бейіндегі мамандардың дерекқорын қалыптастырады"
STOVE = "тұрғын жайларды жинауға көмек көрсетілуіне ықпал етеді, пеш жағады, киімдерді кір жууға, химиялық тазалауға тапсырады"
SAFETY = "еңбекті қорғау, қауіпсіздік техникасы мен өртке қарсы қорғау ережелерінің сақталуын қамтамасыз етеді"


def job(act: str, eid: str, *duties: str, title: str | None = None, language: str = "kk") -> Job:
    titles = ((language, title),) if title else ()
    told = tuple((language, duty) for duty in duties)
    return Job(act, eid, title, titles, duties=told, sizes=((language, len(duties)),))


def test_a_duty_in_other_words_is_the_same_duty() -> None:
    jobs = (job("old", "a", BANK_OLD, STOVE), job("new", "b", BANK))
    assert shared_duties(jobs, RANKS) == {(0, 1): Shared(1, 1.0, 1.0)}


def test_duties_on_different_things_are_not() -> None:
    assert shared_duties((job("old", "a", BANK_OLD), job("new", "b", STOVE)), RANKS) == {}


def test_a_duty_of_everybody_counts_for_little() -> None:
    many = [job("new", f"n{number}", SAFETY) for number in range(4)]
    found = shared_duties((job("old", "a", SAFETY, STOVE), *many), RANKS)
    assert [shared.weight for shared in found.values()] == [0.25] * 4
    assert [shared.share for shared in found.values()] == [1.0] * 4


def test_each_duty_is_paired_once() -> None:
    found = shared_duties((job("old", "a", BANK_OLD), job("new", "b", BANK, BANK + " және жаңартады")), RANKS)
    assert found[0, 1].number == 1


def test_jobs_of_one_act_or_of_an_act_of_unknown_age_are_not_compared() -> None:
    assert shared_duties((job("old", "a", STOVE), job("old", "b", STOVE), job("none", "c", STOVE)), RANKS) == {}


def test_russian_duties_are_compared_where_kazakh_ones_are_missing() -> None:
    duty = "формирует банк данных специалистов разного профиля из числа безработных"
    jobs = (job("old", "a", duty, language="ru"), job("new", "b", duty, language="ru"))
    assert shared_duties(jobs, RANKS)[0, 1].number == 1
    assert shared_duties((job("old", "a", duty, language="ru"), job("new", "b", duty)), RANKS) == {}


class TestKinds:
    strong = Shared(6, 4.0, 0.5)

    def kinds(self, jobs: tuple[Job, ...], *witnesses: Witnesses) -> list[tuple[str, str]]:
        return [(found.kind, found.evidence) for found in decide(jobs, witnesses)]

    def test_duties_make_an_untitled_job_the_same_but_jobs_of_two_titles_only_related(self) -> None:
        jobs = (job("old", "a", title="Психолог"), job("new", "b"))
        assert self.kinds(jobs, Witnesses((0, 1), shared=self.strong, untitled=True)) == [("renamed", "content")]
        assert self.kinds(jobs, Witnesses((0, 1), shared=self.strong)) == [("related", "content")]

    def test_few_or_common_duties_make_nothing(self) -> None:
        jobs = (job("old", "a"), job("new", "b"))
        for weak in (Shared(3, 4.0, 0.2), Shared(6, 1.5, 0.5)):
            assert self.kinds(jobs, Witnesses((0, 1), shared=weak, untitled=True)) == []

    def test_the_same_office_needs_the_same_duties_to_be_the_same_job(self) -> None:
        jobs = (job("old", "a"), job("new", "b"))
        assert self.kinds(jobs, Witnesses((0, 1), Likeness.OFFICE)) == [("related", "title")]
        assert self.kinds(jobs, Witnesses((0, 1), Likeness.OFFICE, self.strong)) == [("renamed", "content")]

    def test_two_into_one_are_merged_and_one_into_two_is_split(self) -> None:
        jobs = (job("old", "a"), job("old", "b"), job("new", "c"), job("new", "d"))
        merged = Witnesses((0, 2), Likeness.GENERAL), Witnesses((1, 2), Likeness.GENERAL)
        assert self.kinds(jobs, *merged) == [("merged", "title")] * 2
        split = Witnesses((0, 2), Likeness.EQUAL), Witnesses((0, 3), cited=True)
        assert self.kinds(jobs, *split) == [("same", "title"), ("split", "cited")]

    def test_a_reference_to_a_job_of_another_title_is_no_more_than_related(self) -> None:
        jobs = (job("old", "a"), job("new", "b"))
        assert self.kinds(jobs, Witnesses((0, 1), cited=True)) == [("related", "cited")]

    @pytest.mark.parametrize(("weight", "kinds"), [(4.0, ["same"]), (3.0, ["same", "related"])])
    def test_likeness_of_duties_that_the_true_counterpart_explains_is_no_link(
        self, weight: float, kinds: list[str]
    ) -> None:
        jobs = (job("old", "a"), job("new", "b"), job("new", "c"))
        true = Witnesses((0, 1), Likeness.EQUAL, Shared(6, weight, 0.5))
        found = self.kinds(jobs, true, Witnesses((0, 2), shared=self.strong))
        assert [kind for kind, _ in found] == kinds
