"""The reading of an amending passage as a report for a person, rows for a spreadsheet, or values for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from biliktilik.parsers.model import Amendment, Body, Severity
from biliktilik.parsers.trial import Trial
from biliktilik.pipeline.cli.amend_effect import Effect
from biliktilik.pipeline.store.table import Table, Value, cell_text

_EXCERPT: Final = 100
_COLUMNS: Final = (
    "ordinal", "action", "target_act", "target_eid", "target_printed", "address", "word_edit", "old_words", "new_text",
    "content_kind", "everywhere", "annex", "disputed", "rule", "state", "touched", "occurrences", "obstacle",
)  # fmt: skip


def rows(trial: Trial, effects: Sequence[Effect | None]) -> Table:
    """One row per operation."""
    listed = zip(trial.amendments, effects, strict=True)
    return Table(_COLUMNS, [tuple(_record(amendment, effect).values()) for amendment, effect in listed])


def records(trial: Trial, effects: Sequence[Effect | None]) -> dict[str, Any]:
    """Operations with the units of their new wording and those that they touch; findings."""
    operations = []
    for amendment, effect in zip(trial.amendments, effects, strict=True):
        record: dict[str, Any] = dict(_record(amendment, effect))
        record["new_units"] = [
            {"eid": eid, "kind": kind, "text": text} for eid, kind, text in _new_units(trial, amendment)
        ]
        touched = effect.units if effect else ()
        record["touched_units"] = [{"eid": u.eid, "kind": u.kind, "text": u.text or u.heading} for u in touched]
        operations.append(record)
    findings = [{"severity": f.severity, "code": f.code, "message": f.message} for f in trial.findings]
    return {"language": trial.language, "operations": operations, "findings": findings}


def readable(trial: Trial, effects: Sequence[Effect | None]) -> Iterator[str]:
    """The lines that a person reads."""
    for amendment, effect in zip(trial.amendments, effects, strict=True):
        yield from _operation(trial, amendment)
        if effect is not None:
            yield from _effect(effect)
        yield ""
    for finding in trial.findings:
        if finding.severity is not Severity.ERROR:
            yield f"{finding.severity} {finding.code}: {finding.message}"


def _operation(trial: Trial, amendment: Amendment) -> Iterator[str]:
    record = _record(amendment, None)
    yield f"{amendment.ordinal}. {amendment.action} {amendment.target_eid or 'the act itself'}"
    yield f"   printed: {amendment.target_printed}"
    if record["address"]:
        yield f"   address: {cell_text(record['address'])}"
    if record["target_act"]:
        yield f"   act: {cell_text(record['target_act'])}"
    if amendment.word_edit is not None:
        everywhere = ", everywhere" if amendment.everywhere else ""
        yield f"   words: {amendment.word_edit}{everywhere}"
        yield from (f"   {name}: «{words}»" for name, words in _words(amendment))
    elif amendment.new_text is not None:
        yield f"   new wording ({amendment.content_kind}):"
        units = list(_new_units(trial, amendment))
        yield from (f"     {eid}  {kind}  {_excerpt(text)}" for eid, kind, text in units)
        if not units:
            yield f"     {_excerpt(amendment.new_text)}"
    if amendment.annex is not None:
        yield f"   new wording: in annex {amendment.annex} of the amending act"
    yield f"   rule: {amendment.rule}"


def _words(amendment: Amendment) -> Iterator[tuple[str, str]]:
    if amendment.old_words is not None:
        yield "old", amendment.old_words
    if amendment.new_text is not None:
        yield "new", amendment.new_text


def _effect(effect: Effect) -> Iterator[str]:
    yield f"   effect on {effect.act_uri}: {effect.state}{f', {effect.obstacle}' if effect.obstacle else ''}"
    if effect.occurrences is not None:
        yield f"     the old words stand there {effect.occurrences} times"
    yield from (f"     {unit.eid}  {unit.kind}  {_excerpt(unit.text or unit.heading or '')}" for unit in effect.units)


def _record(amendment: Amendment, effect: Effect | None) -> dict[str, Value]:
    act = amendment.target
    named = " ".join(part for part in (act.kind, act.number and f"№ {act.number}", str(act.adopted_on or "")) if part)
    address = " / ".join(f"{step.kind} {step.number}".rstrip() for step in amendment.address)
    values: tuple[Value, ...] = (
        amendment.ordinal, amendment.action, named or None, amendment.target_eid, amendment.target_printed, address,
        amendment.word_edit, amendment.old_words, amendment.new_text, amendment.content_kind, amendment.everywhere,
        amendment.annex, amendment.disputed, amendment.rule, effect.state if effect else None,
        len(effect.units) if effect else None, effect.occurrences if effect else None,
        effect.obstacle if effect else None,
    )  # fmt: skip
    return dict(zip(_COLUMNS, values, strict=True))


def _new_units(trial: Trial, amendment: Amendment) -> Iterator[tuple[str, str, str]]:
    """The quoted units inside the new wording of one amendment."""
    for island in trial.islands:
        body: Body = island.body
        inside = _below(body, amendment.target_eid)
        for provision in body.provisions:
            if provision.eid in inside and provision.span.end <= amendment.span.end:
                yield provision.eid, str(provision.kind), provision.text or provision.heading or provision.label or ""


def _below(body: Body, eid: str | None) -> set[str]:
    found = {eid} if eid else set()
    for provision in body.provisions:  # a parent stands before its children
        if provision.parent_eid in found:
            found.add(provision.eid)
    return {one for one in found if one}


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
