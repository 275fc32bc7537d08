"""When each act came into force and lost it, with every text's statement kept beside the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from biliktilik.parsers.model import Action, ActReference, Event, EventKind, ForceRule, Severity
from biliktilik.pipeline.catalog import Catalog
from biliktilik.pipeline.corpus import Act, CorpusFinding, LinkedAmendment, Source, printed_acts
from biliktilik.pipeline.timeline.days import DISPUTED, ESTIMATED, UNKNOWN, Claim, Day, day_of, settle

Resolve = Callable[[ActReference], str | None]


@dataclass(frozen=True, slots=True)
class ActDays:
    """First day in force and first day no longer in force of each act; ``UNKNOWN`` where the sources do not say."""

    starts: Mapping[str, Day]
    ends: Mapping[str, Day]
    findings: tuple[CorpusFinding, ...]

    def start(self, uri: str | None) -> Day:
        """First day in force."""
        return self.starts.get(uri or "", UNKNOWN)

    def end(self, uri: str | None) -> Day:
        """First day no longer in force."""
        return self.ends.get(uri or "", UNKNOWN)


def act_days(
    acts: Sequence[Act],
    sources: Sequence[Source],
    amendments: Sequence[LinkedAmendment],
    catalog: Catalog,
    resolve: Resolve,
) -> ActDays:
    """Settle the days of all acts from own clauses, notes in other texts, repealing acts, and the catalog."""
    by_uri = {act.uri: act for act in acts}
    starts = _group(_start_claims(by_uri, sources, resolve))
    start_days = {uri: settle(claims) for uri, claims in starts.items()}
    noted = _end_claims(by_uri, sources, resolve)
    ends = _group(chain(noted, _repeal_claims(amendments, start_days)))
    end_days = {uri: settle(claims) for uri, claims in ends.items()}
    for relation in catalog.relations:
        repealed = resolve(relation.to_act.reference)
        by = resolve(relation.from_act.reference)
        if relation.type == "repeals" and repealed and by and relation.scope is None:
            end_days.setdefault(repealed, start_days.get(by, UNKNOWN))
    findings = [*_disputes(by_uri, starts, "came into force"), *_disputes(by_uri, ends, "lost force")]
    findings += _ambiguities(starts)
    return ActDays(start_days, end_days, tuple(findings))


def event_day(event: Event, days: ActDays, acts: Mapping[str, Act], resolve: Resolve) -> Day:
    """The day of an event: what its note says, else the day on which the changing act came into force."""
    uri = resolve(event.by) if event.by else None
    if event.force is None:
        return days.start(uri)
    return _day(event.force, acts.get(uri or ""), event.by)


def _group(claims: Iterator[tuple[str, Claim]]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for uri, claim in claims:
        groups.setdefault(uri, []).append(claim)
    return groups


def _start_claims(acts: Mapping[str, Act], sources: Sequence[Source], resolve: Resolve) -> Iterator[tuple[str, Claim]]:
    for source, document, act in printed_acts(sources):
        name = source.file.source_file
        for clause in document.force:
            if not clause.eids:
                day = _day(clause.force, acts.get(act), document.header.act)
                words = document.source.text[clause.span.start : clause.span.end]
                yield act, Claim(day, clause.force, act, name, document.language, clause.span, words)
        for event in document.events:
            uri = resolve(event.by) if event.by else None
            if uri and event.force:
                day = _day(event.force, acts.get(uri), event.by)
                yield uri, Claim(day, event.force, uri, name, document.language, event.span, event.quote)


def _end_claims(acts: Mapping[str, Act], sources: Sequence[Source], resolve: Resolve) -> Iterator[tuple[str, Claim]]:
    for source, document, act in printed_acts(sources):
        for event in document.events:
            if event.kind is not EventKind.REPEALED or event.eid is not None or event.force is None:
                continue
            uri = resolve(event.by) if event.by else None
            day = _day(event.force, acts.get(uri or ""), event.by)
            name = source.file.source_file
            yield act, Claim(day, event.force, act, name, document.language, event.span, event.quote)


def _repeal_claims(amendments: Sequence[LinkedAmendment], starts: Mapping[str, Day]) -> Iterator[tuple[str, Claim]]:
    """An act that another declares void loses force when that one comes into force."""
    for linked in amendments:
        amendment, uri = linked.amendment, linked.target_act_uri
        if amendment.action is Action.REPEAL and amendment.target_eid is None and uri is not None:
            day = starts.get(linked.amending_act_uri, UNKNOWN)
            yield uri, Claim(day, None, uri, linked.source_file, linked.language, amendment.span, amendment.instruction)


def _day(force: ForceRule, act: Act | None, reference: ActReference | None) -> Day:
    adopted = act.adopted_on if act else None
    published = act.published_on if act else None
    own = reference.adopted_on if reference else None
    return day_of(
        force,
        date.fromisoformat(adopted) if adopted else own,
        date.fromisoformat(published) if published else None,
    )


def _disputes(acts: Mapping[str, Act], groups: Mapping[str, Sequence[Claim]], what: str) -> Iterator[CorpusFinding]:
    for uri in sorted(groups):
        claims = [claim for claim in groups[uri] if claim.day.on]
        answer = settle(claims)
        if answer.basis != DISPUTED:
            continue
        told = dict.fromkeys(f"{_reading(claim)} by the text in {claim.language}" for claim in claims)
        readings = "; ".join(told)
        number = acts[uri].number if uri in acts else None
        message = f"the texts do not agree when act {number or uri} {what}: {readings}; {answer.on} is used"
        first = claims[0]
        yield CorpusFinding("force_disputed", Severity.WARNING, message, uri, first.source_file, first.span)


def _reading(claim: Claim) -> str:
    if claim.day.basis == ESTIMATED:
        return f"{claim.day.on} at the earliest (a rule, and no known day of publication)"
    return f"{claim.day.on} ({claim.day.basis})"


def _ambiguities(groups: Mapping[str, Sequence[Claim]]) -> Iterator[CorpusFinding]:
    """Words that could count from the day of publication itself would give one day earlier."""
    for uri in sorted(groups):
        for claim in groups[uri]:
            if claim.force and claim.force.ambiguous and claim.day.on and claim.act_uri == uri:
                earlier = (date.fromisoformat(claim.day.on) - timedelta(days=1)).isoformat()
                message = (
                    f"the words «{' '.join(claim.words.split())}» could count from the day of publication itself and "
                    f"mean {earlier}; {claim.day.on} is used"
                )
                place = (uri, claim.source_file, claim.span)
                yield CorpusFinding("force_ambiguous", Severity.WARNING, message, *place)


def dated(act: Act, days: ActDays) -> Act:
    """The act with its days."""
    start, end = days.start(act.uri), days.end(act.uri)
    return replace(
        act,
        in_force_from=start.on,
        in_force_from_basis=start.basis,
        in_force_to=end.on,
        in_force_to_basis=end.basis,
    )
