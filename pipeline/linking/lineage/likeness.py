"""Which jobs of two acts have titles that are alike, without comparing all titles with all.

Titles are filed under their core (:mod:`.titles`): only those with the same core are compared, which is O(n) for the
filing and one comparison per pair of jobs that are called alike at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from biliktilik.pipeline.linking.lineage.jobs import Job
from biliktilik.pipeline.linking.lineage.titles import Likeness, TitleForm, compare_titles, read_title
from biliktilik.pipeline.linking.lineage.words import LANGUAGES, load_words

Pair = tuple[int, int]
Scopes = Mapping[tuple[str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Filed:
    """One form of a title of the job with that number; ``own`` is False for an alias."""

    job: int
    form: TitleForm
    own: bool


def alike_titles(jobs: Sequence[Job], ranks: Mapping[str, int], scopes: Scopes) -> dict[Pair, Likeness]:
    """The likeness of each two jobs whose titles are alike, by their numbers in ``jobs``, the older act's first.

    ``scopes``: the organisations that an act (URI and language) is about. Kazakh titles are compared where both jobs
    have one, else Russian ones. An alias never makes a job the same, and a job whose two languages name organisations
    of different fields shares no more than its office with another.
    """
    found: dict[Pair, Likeness] = {}
    for drawer in _filed(jobs, ranks).values():
        for one in drawer:
            for other in drawer:
                older, newer = jobs[one.job], jobs[other.job]
                if ranks[older.act_uri] >= ranks[newer.act_uri] or not _spoken(older, newer, one.form.language):
                    continue
                language = one.form.language
                scope = (
                    scopes.get((older.act_uri, language), frozenset()),
                    scopes.get((newer.act_uri, language), frozenset()),
                )
                likeness = compare_titles(one.form, other.form, scope)
                if not (one.own and other.own):
                    likeness = min(likeness, Likeness.GENERAL)
                pair = one.job, other.job
                found[pair] = max(found.get(pair, Likeness.NONE), likeness)
    doubtful = {number for number, job in enumerate(jobs) if disputed_fields(job)}
    capped = {pair: min(one, Likeness.OFFICE) if doubtful & {*pair} else one for pair, one in found.items()}
    return {pair: likeness for pair, likeness in sorted(capped.items()) if likeness}


def _filed(jobs: Sequence[Job], ranks: Mapping[str, int]) -> dict[tuple[str, frozenset[str]], list[_Filed]]:
    drawers: dict[tuple[str, frozenset[str]], list[_Filed]] = {}
    for number, job in enumerate(jobs):
        if job.act_uri in ranks:
            for filed in _forms(number, job):
                drawers.setdefault((filed.form.language, filed.form.core), []).append(filed)
    return drawers


def _forms(number: int, job: Job) -> Iterator[_Filed]:
    for texts, own in ((job.titles, True), (job.aliases, False)):
        for language, title in texts:
            for form in read_title(language, title):
                yield _Filed(number, form, own)


def _spoken(older: Job, newer: Job, language: str) -> bool:
    """Is this the first language in which both jobs have a title?"""
    common = {spoken for spoken, _ in older.titles} & {spoken for spoken, _ in newer.titles}
    return language == next((spoken for spoken in LANGUAGES if spoken in common), None)


def disputed_fields(job: Job) -> tuple[str, ...]:
    """The fields of the organisations that the languages of a job's title name, if they contradict each other."""
    vocabulary = load_words()
    fields: dict[str, frozenset[str]] = {}
    for language, title in job.titles:
        named = (form.organisations for form in read_title(language, title))
        fields[language] = fields.get(language, frozenset()) | vocabulary.fields(frozenset[str]().union(*named))
    told = [named for named in fields.values() if named]
    every = frozenset[str]().union(*told)
    return tuple(sorted(every)) if len(told) > 1 and not frozenset.intersection(*told) else ()
