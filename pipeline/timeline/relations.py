"""What acts do to each other, from notes, amending instructions and the catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from biliktilik.parsers.model import Action, CitedIn, EventKind
from biliktilik.pipeline.catalog import Catalog
from biliktilik.pipeline.corpus import Act, LinkedAmendment, LinkedCitation, Relation, Source, printed_acts
from biliktilik.pipeline.timeline.acts import ActDays, Resolve, event_day
from biliktilik.pipeline.timeline.days import COMPUTED, STATED

_EVENT_TYPES: Final = {
    EventKind.REPEALED: "repeals",
    EventKind.AMENDED: "amends",
    EventKind.INSERTED: "inserts",
    EventKind.EXCLUDED: "repeals",
    EventKind.FUTURE: "amends",
}
_NOT_CITING: Final = frozenset({CitedIn.TITLE, CitedIn.REQUISITES, CitedIn.NOTE})
_ACTION_TYPES: Final = {Action.INSERT: "inserts", Action.REPEAL: "repeals"}
_WORD: Final = re.compile(r"\w{4,}")
_STEM: Final = 5  # letters of a word that its endings leave alone
_SAME_SUBJECT: Final = 0.5  # of the stems of two titles are common when one act replaces the other


def relations(
    acts: Sequence[Act],
    sources: Sequence[Source],
    amendments: Sequence[LinkedAmendment],
    citations: Sequence[LinkedCitation],
    catalog: Catalog,
    days: ActDays,
    resolve: Resolve,
) -> tuple[Relation, ...]:
    """All relations in a steady order; each text that states one gives a row of its own."""
    by_uri = {act.uri: act for act in acts}
    found = [
        *_of_events(by_uri, sources, days, resolve),
        *_of_amendments(amendments, days),
        *_of_catalog(catalog, days, resolve),
        *_of_citations(citations),
    ]
    found += _replacements(by_uri, found, days)
    return tuple(sorted(set(found), key=_order))


def _of_events(
    acts: Mapping[str, Act], sources: Sequence[Source], days: ActDays, resolve: Resolve
) -> Iterator[Relation]:
    for source, document, act in printed_acts(sources):
        for event in document.events:
            by = resolve(event.by) if event.by else None
            if by is None:
                continue
            day = event_day(event, days, acts, resolve)
            place = (source.file.source_file, event.span)
            kind = _EVENT_TYPES[event.kind]
            yield Relation(by, kind, act, event.eid, day.on, day.basis, event.quote, *place)


def _of_amendments(amendments: Sequence[LinkedAmendment], days: ActDays) -> Iterator[Relation]:
    for linked in amendments:
        amendment = linked.amendment
        if linked.target_act_uri is None:
            continue
        day = days.start(linked.amending_act_uri)
        yield Relation(
            linked.amending_act_uri,
            _ACTION_TYPES.get(amendment.action, "amends"),
            linked.target_act_uri,
            amendment.target_eid,
            day.on,
            day.basis,
            amendment.instruction,
            linked.source_file,
            amendment.span,
        )


def _of_catalog(catalog: Catalog, days: ActDays, resolve: Resolve) -> Iterator[Relation]:
    for relation in catalog.relations:
        ends = [resolve(act.reference) for act in (relation.from_act, relation.to_act)]
        if ends[0] and ends[1]:
            effective = days.start(ends[0]).on
            yield Relation(ends[0], relation.type, ends[1], relation.scope, effective, "catalog", relation.source)


def _of_citations(citations: Sequence[LinkedCitation]) -> Iterator[Relation]:
    """An act rests on what its preamble names and cites what its units name; the first mention of each text tells.

    Mentions in titles, requisites and notes speak of amendments and repeals, which have relations of their own.
    """
    told: set[tuple[str, str, str, str]] = set()
    for linked in sorted(citations, key=lambda linked: (linked.source_file, linked.citation.span)):
        citation, to = linked.citation, linked.cited_act_uri
        if to is None or to == linked.act_uri or citation.cited_in in _NOT_CITING:
            continue
        kind = "based_on" if citation.cited_in is CitedIn.PREAMBLE else "cites"
        key = (linked.act_uri, kind, to, linked.source_file)
        if key not in told:
            told.add(key)
            place = (linked.source_file, citation.span)
            yield Relation(linked.act_uri, kind, to, citation.eid, None, STATED, citation.as_printed, *place)


def _replacements(acts: Mapping[str, Act], found: Sequence[Relation], days: ActDays) -> Iterator[Relation]:
    """An act that repeals another on the same subject replaces it, on the day on which it came into force."""
    pairs = {(r.from_act_uri, r.to_act_uri) for r in found if r.type == "repeals" and r.scope is None}
    for by, to in sorted(pairs):
        one, other = acts.get(by), acts.get(to)
        if one and other and _same_subject(one, other):
            yield Relation(by, "replaces", to, None, days.start(by).on, COMPUTED)


def _same_subject(one: Act, other: Act) -> bool:
    titles = {name.language: name.title for name in one.names if name.title}
    for name in other.names:
        mine = titles.get(name.language)
        if mine and name.title and _overlap(mine, name.title) >= _SAME_SUBJECT:
            return True
    return False


def _overlap(one: str, other: str) -> float:
    """Share of common word stems among all stems of two titles."""
    stems = [{word[:_STEM].casefold() for word in _WORD.findall(title)} for title in (one, other)]
    every = stems[0] | stems[1]
    return len(stems[0] & stems[1]) / len(every) if every else 0.0


def _order(relation: Relation) -> tuple[str, str, str, str, str, int]:
    start = relation.span.start if relation.span else -1
    return (
        relation.from_act_uri,
        relation.type,
        relation.to_act_uri,
        relation.scope or "",
        relation.source_file or "",
        start,
    )
