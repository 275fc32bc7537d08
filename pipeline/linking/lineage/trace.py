"""The lineage of jobs: which job of an older act is which job of a newer one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from biliktilik.parsers.model import Severity, Span
from biliktilik.pipeline.corpus import Act, CorpusFinding, LineageLink, Wording
from biliktilik.pipeline.linking.lineage.cited import Resolve, follow_references
from biliktilik.pipeline.linking.lineage.duties import Shared, shared_duties
from biliktilik.pipeline.linking.lineage.jobs import Job, Key, collect_jobs
from biliktilik.pipeline.linking.lineage.kinds import NOTHING, Pair, Witnesses, decide
from biliktilik.pipeline.linking.lineage.likeness import alike_titles, disputed_fields
from biliktilik.pipeline.linking.lineage.overrides import (
    Override,
    apply_overrides,
    check_overrides,
    load_overrides,
    removed_pairs,
)
from biliktilik.pipeline.linking.lineage.titles import Likeness
from biliktilik.pipeline.linking.lineage.words import load_words


@dataclass(frozen=True, slots=True)
class Lineage:
    """The links in order of acts and units, and what was found on the way."""

    links: tuple[LineageLink, ...]
    findings: tuple[CorpusFinding, ...]


def trace_lineage(
    acts: Sequence[Act], wordings: Sequence[Wording], resolve: Resolve, overrides: Sequence[Override] | None = None
) -> Lineage:
    """Link the positions and cards of each two acts, from the one adopted first to the other.

    Three witnesses speak for a link, in this order: a card's reference to a paragraf of an order; the titles; the
    duties. ``resolve`` gives the URI of an act that a text names; ``overrides`` are those of ``lineage.toml`` unless
    given. Every two acts are compared by themselves, so that no third document changes what is found between them.
    """
    decided = load_overrides() if overrides is None else overrides
    full = frozenset(act.uri for act in acts if act.text_known == "full")
    cited = follow_references(wordings, collect_jobs(wordings), full, resolve)
    jobs, known = cited.jobs, {job.key: job for job in cited.jobs}
    ranks = _ranks(acts)
    shared = shared_duties(jobs, ranks)
    alike = alike_titles(jobs, ranks, _scopes(acts))
    removed = removed_pairs(decided)
    told = list(_witnesses(jobs, ranks, shared, alike, cited.links))
    kept = [one for one in told if (jobs[one.pair[0]].key, jobs[one.pair[1]].key) not in removed]
    links = apply_overrides(list(decide(jobs, kept)), decided, known)
    found = frozenset(
        ((link.from_act_uri, link.from_eid), (link.to_act_uri, link.to_eid)) for link in decide(jobs, told)
    )
    findings = (
        *check_overrides(decided, found, known, frozenset(act.uri for act in acts)),
        *_disputes(jobs, wordings),
    )
    return Lineage(tuple(sorted(links, key=lambda link: _order(link, ranks))), findings)


def _ranks(acts: Sequence[Act]) -> dict[str, int]:
    """The acts from the oldest to the newest; those of unknown age have no place."""
    aged = sorted((act.adopted_on, act.in_force_from or "~", act.uri) for act in acts if act.adopted_on)
    return {uri: rank for rank, (_, _, uri) in enumerate(aged)}


def _scopes(acts: Sequence[Act]) -> dict[tuple[str, str], frozenset[str]]:
    """The organisations that the title of each act names, by language."""
    words = load_words().words
    return {
        (act.uri, name.language): words[name.language].organisations_in(name.title)
        for act in acts
        for name in act.names
        if name.title and name.language in words
    }


def _witnesses(
    jobs: Sequence[Job],
    ranks: Mapping[str, int],
    shared: Mapping[Pair, Shared],
    alike: Mapping[Pair, Likeness],
    cited: frozenset[tuple[Key, Key]],
) -> Iterator[Witnesses]:
    numbers = {job.key: number for number, job in enumerate(jobs)}
    references = {
        (numbers[older], numbers[newer])
        for older, newer in cited
        if older[0] in ranks and newer[0] in ranks and ranks[older[0]] < ranks[newer[0]]
    }
    for pair in sorted({*shared, *alike, *references}):
        untitled = not all(jobs[number].titles for number in pair)
        yield Witnesses(pair, alike.get(pair, Likeness.NONE), shared.get(pair, NOTHING), pair in references, untitled)


def _disputes(jobs: Sequence[Job], wordings: Sequence[Wording]) -> Iterator[CorpusFinding]:
    """A finding per job whose titles in two languages name organisations of different fields."""
    for job in jobs:
        if fields := disputed_fields(job):
            titles = "; ".join(f"{language}: {title}" for language, title in job.titles)
            message = f"the titles of {job.eid} name organisations of different fields ({', '.join(fields)}): {titles}"
            place = min(_places(job, wordings))[1:]
            yield CorpusFinding("title_fields_differ", Severity.WARNING, message, job.act_uri, *place)


def _places(job: Job, wordings: Sequence[Wording]) -> Iterator[tuple[str, str, Span]]:
    """Where the job stands, with the language of the text."""
    for wording in wordings:
        if wording.known and wording.act_uri == job.act_uri:
            spans = {unit.eid: unit.span for unit in wording.body.positions}
            spans |= {unit.eid: unit.span for unit in wording.body.cards}
            if job.eid in spans:
                yield wording.language or "~", wording.source_file, spans[job.eid]


def _order(link: LineageLink, ranks: Mapping[str, int]) -> tuple[int, str, int, str]:
    return ranks.get(link.from_act_uri, -1), link.from_eid, ranks.get(link.to_act_uri, -1), link.to_eid
