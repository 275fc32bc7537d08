"""The timeline stage as a whole: from linked documents to dated wordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from biliktilik.pipeline.catalog import Catalog
from biliktilik.pipeline.corpus import (
    Act,
    CorpusFinding,
    Island,
    LinkedAmendment,
    LinkedCitation,
    Relation,
    Source,
    Wording,
)
from biliktilik.pipeline.timeline.acts import ActDays, Resolve, act_days, dated, event_day
from biliktilik.pipeline.timeline.history import Edition, History
from biliktilik.pipeline.timeline.notes import tell
from biliktilik.pipeline.timeline.operations import Operation, apply, quote_unknown_base
from biliktilik.pipeline.timeline.relations import relations
from biliktilik.pipeline.timeline.wordings import number_islands, wordings_of

Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Dated:
    """What the timeline knows: acts with their days, wordings with their intervals, what became of amendments."""

    acts: tuple[Act, ...]
    wordings: tuple[Wording, ...]
    amendments: tuple[LinkedAmendment, ...]
    relations: tuple[Relation, ...]
    findings: tuple[CorpusFinding, ...]


def date_corpus(
    acts: Sequence[Act],
    sources: Sequence[Source],
    own: Sequence[Wording],
    islands: Sequence[Island],
    amendments: Sequence[LinkedAmendment],
    citations: Sequence[LinkedCitation],
    catalog: Catalog,
    resolve: Resolve,
) -> Dated:
    """Give every unit its intervals. The outcome depends on the documents alone, not on their order."""
    days = act_days(acts, sources, amendments, catalog, resolve)
    findings = list(days.findings)
    told = {source.file.source_file: source for source in sources}
    by_uri = {act.uri: act for act in acts}
    histories: dict[Key, History] = {}
    outside: list[Wording] = []
    for wording in own:
        if wording.act_uri is None:
            outside.append(wording)
            continue
        history = _begun(wording, days)
        histories[wording.act_uri, wording.language] = history
        source = told[wording.source_file]
        findings += tell(history, source, lambda event: event_day(event, days, by_uri, resolve))
    printed = set(histories)
    statuses = _carry_out(histories, islands, amendments, days, findings)
    for key, history in histories.items():
        if key not in printed:
            number_islands(history)
    wordings = [wording for key in sorted(histories, key=str) for wording in wordings_of(histories[key], key[0], *key)]
    settled = tuple(_settled(linked, statuses, days) for linked in amendments)
    return Dated(
        tuple(dated(act, days) for act in acts),
        (*wordings, *outside),
        settled,
        relations(acts, sources, amendments, citations, catalog, days, resolve),
        tuple(findings),
    )


def _begun(wording: Wording, days: ActDays) -> History:
    """The history of an act whose text is at hand, before any change: all of it from the first day to the last."""
    start, end = days.start(wording.act_uri), days.end(wording.act_uri)
    history = History(start, end, wording.language)
    origin = history.add_edition(Edition(wording.source_file, wording.body))
    history.open_all(origin, [unit.eid for unit in wording.body.provisions], start)
    return history


def _carry_out(
    histories: dict[Key, History],
    islands: Sequence[Island],
    amendments: Sequence[LinkedAmendment],
    days: ActDays,
    findings: list[CorpusFinding],
) -> Mapping[tuple[str, int], str]:
    """Apply all amendments in order of their days; statuses by amending act and ordinal."""
    statuses: dict[tuple[str, int], str] = {}
    whole = set(histories)
    for linked, operation, key in sorted(_operations(islands, amendments, days), key=_order):
        if key in whole:
            outcome = apply(histories[key], operation)
        else:
            history = histories.setdefault(key, History(days.start(key[0]), days.end(key[0]), key[1]))
            outcome = quote_unknown_base(history, operation)
        if outcome.finding is not None:
            findings.append(outcome.finding)
        statuses.setdefault((linked.amending_act_uri, linked.ordinal), outcome.status)
    return statuses


def _operations(
    islands: Sequence[Island], amendments: Sequence[LinkedAmendment], days: ActDays
) -> list[tuple[LinkedAmendment, Operation, Key]]:
    """Each amendment with the body that holds its new wording, for the language of the amending text."""
    found = []
    for linked in amendments:
        uri = linked.target_act_uri
        if uri is None:
            continue
        quoting = [
            island.wording
            for island in islands
            if island.amending_act_uri == linked.amending_act_uri
            and island.wording.act_uri == uri
            and island.wording.language == linked.language
            and any(unit.eid == linked.amendment.target_eid for unit in island.wording.body.provisions)
        ]
        body = quoting[0].body if quoting else None
        day = days.start(linked.amending_act_uri)
        operation = Operation(linked.amendment, day, linked.source_file, body, uri)
        found.append((linked, operation, (uri, linked.language)))
    return found


def _order(entry: tuple[LinkedAmendment, Operation, Key]) -> tuple[str, str, int, str]:
    linked, operation, key = entry
    return operation.day.on or "~", linked.amending_act_uri, linked.ordinal, key[1] or ""


def _settled(linked: LinkedAmendment, statuses: Mapping[tuple[str, int], str], days: ActDays) -> LinkedAmendment:
    day = days.start(linked.amending_act_uri)
    status = statuses.get((linked.amending_act_uri, linked.ordinal), linked.status)
    return replace(linked, status=status, effective_from=day.on, effective_basis=day.basis)
