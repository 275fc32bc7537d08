"""What each event changed: the wordings of every act before and after each day on which any of them changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from biliktilik.pipeline.changes.collected import texts_of
from biliktilik.pipeline.changes.compare import compare_editions, compare_jobs
from biliktilik.pipeline.changes.editions import Dated, day_before, edition_on, jobs_on
from biliktilik.pipeline.changes.model import ActTexts, Change, Unit, UnitComparison
from biliktilik.pipeline.corpus import Act, Corpus, LineageLink, Relation, Wording

_CHANGING = ("amends", "inserts", "repeals")
_SAME_JOB = ("same", "renamed", "split", "merged")


@dataclass(frozen=True, slots=True)
class DatedChange:
    """One change of one act on an ISO day, by an act if exactly one is known to have made it.

    ``unit`` and ``change`` are None where the act as a whole lost its force; ``across``: the change is the difference
    to the job of the act that replaces it.
    """

    act_uri: str
    language: str | None
    on: str
    by: str | None
    unit: Unit | None = None
    change: Change | None = None
    across: bool = False


def date_changes(corpus: Corpus) -> tuple[DatedChange, ...]:
    """All changes: of units by amendments, of acts by repeal, of jobs by the act that replaces theirs."""
    texts = _all_texts(corpus)
    acts = {act.uri: act for act in corpus.acts}
    found = [change for one in texts.values() for change in _of_act(acts[one.act_uri], one, corpus.relations)]
    found += _repeals(corpus)
    for relation in corpus.relations:
        if relation.type == "replaces":
            found += _replaced(relation, texts, acts, corpus.lineage)
    return tuple(sorted(found, key=_order))


def _order(found: DatedChange) -> tuple[str, str, str, int, str, str]:
    weight = found.change.weight if found.change else 0
    return (
        found.act_uri,
        found.on,
        found.language or "",
        -weight,
        found.change.eid if found.change else "",
        found.by or "",
    )


def _all_texts(corpus: Corpus) -> dict[tuple[str, str | None], ActTexts]:
    groups: dict[tuple[str, str | None], list[Wording]] = {}
    for wording in corpus.wordings:
        if wording.act_uri:
            groups.setdefault((wording.act_uri, wording.language), []).append(wording)
    acts = {act.uri: act for act in corpus.acts}
    return {key: texts_of(acts[key[0]], key[1], wordings) for key, wordings in sorted(groups.items(), key=str)}


def _of_act(act: Act, texts: ActTexts, relations: Iterable[Relation]) -> Iterator[DatedChange]:
    told = [one for one in relations if one.to_act_uri == act.uri and one.type in _CHANGING and one.effective_on]
    inserted = [one.scope for one in told if one.type == "inserts" and one.scope]
    for day in _days(act, texts):
        before, after = edition_on(texts, day_before(day)), edition_on(texts, day)
        if not before.units:
            continue
        on_day = [one for one in told if one.effective_on == day]
        for unit, change in compare_editions(before, after, inserted=inserted).changes:
            yield DatedChange(act.uri, texts.language, day, _author(unit, change, on_day), unit.unit, change)


def _days(act: Act, texts: ActTexts) -> list[str]:
    """The days on which a wording begins or ends, but for the last day of the act."""
    dated: tuple[Dated, ...] = (*texts.units, *texts.lines)
    days = {day for one in dated for day in (one.valid_from, one.valid_to) if day}
    return sorted(day for day in days if act.in_force_to is None or day < act.in_force_to)


def _author(unit: UnitComparison, change: Change, told: Sequence[Relation]) -> str | None:
    """The one act that is said to have changed the unit (or what holds it, or stands in it) on that day."""
    eids = {change.eid, unit.unit.eid}
    near = {one.from_act_uri for one in told if one.scope and any(_related(one.scope, eid) for eid in eids)}
    authors = near or {one.from_act_uri for one in told}
    return authors.pop() if len(authors) == 1 else None


def _related(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")


def _repeals(corpus: Corpus) -> Iterator[DatedChange]:
    """Acts that lost their force as a whole, whether or not their text is at hand."""
    for act in corpus.acts:
        if act.in_force_to is None:
            continue
        authors = {
            one.from_act_uri
            for one in corpus.relations
            if one.to_act_uri == act.uri and one.type == "repeals" and one.scope is None
        }
        yield DatedChange(act.uri, None, act.in_force_to, authors.pop() if len(authors) == 1 else None)


def _replaced(
    relation: Relation,
    texts: Mapping[tuple[str, str | None], ActTexts],
    acts: Mapping[str, Act],
    lineage: Sequence[LineageLink],
) -> Iterator[DatedChange]:
    """The jobs of a replaced act beside those of the act that replaces it, on the day of the replacement."""
    day = acts[relation.to_act_uri].in_force_to or relation.effective_on
    links = [
        link
        for link in lineage
        if (link.from_act_uri, link.to_act_uri) == (relation.to_act_uri, relation.from_act_uri)
        and link.kind in _SAME_JOB
    ]
    for language in sorted({key[1] for key in texts if key[0] == relation.to_act_uri}, key=str):
        old, new = texts.get((relation.to_act_uri, language)), texts.get((relation.from_act_uri, language))
        if day is None or old is None or new is None:
            continue
        before, after = jobs_on(old, day_before(day)), jobs_on(new, day)
        olds, news = ({unit.eid: unit for unit in side.units} for side in (before, after))
        pairs = [
            (olds[link.from_eid], news[link.to_eid]) for link in links if link.from_eid in olds and link.to_eid in news
        ]
        for unit, change in compare_jobs(before, after, pairs).changes:
            yield DatedChange(old.act_uri, language, day, relation.from_act_uri, unit.old, change, across=True)
