"""Which text gives the wording of each unit: a whole act, or what amendments quote of an act that is not at hand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from biliktilik.parsers.model import Body, Item, Position, Provision, Severity
from biliktilik.pipeline.corpus import CorpusFinding, Source, Wording
from biliktilik.pipeline.linking.acts import ActIndex

Unit = TypeVar("Unit", Provision, Position, Item)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of all acts, and what was found while collecting them."""

    wordings: tuple[Wording, ...]
    findings: tuple[CorpusFinding, ...]


def collect_wordings(sources: Sequence[Source], index: ActIndex) -> Wordings:
    """Whole acts first; then islands of acts (in a language) that no source prints, the latest amending act first."""
    own = [_own(source) for source in sources if source.use == "used" and source.document]
    printed = {(wording.act_key, wording.language) for wording in own}
    islands = sorted(_islands(sources, index), key=lambda pair: pair[0], reverse=True)
    taken: dict[tuple[str, str | None], set[str]] = {}
    wordings, findings = [], []
    for wording in [*own, *(island for _, island in islands)]:
        key = (wording.act_key, wording.language)
        if wording not in own and key in printed:
            findings.append(_pending(wording))
            continue
        fresh = _without(wording, taken.setdefault(key, set()))
        unique, repeated = _unrepeated(fresh)
        taken[key] |= {unit.eid for unit in unique.body.provisions} | {item.block_eid for item in unique.body.items}
        wordings.append(unique)
        findings.extend(repeated)
    return Wordings(tuple(wordings), tuple(findings))


def _own(source: Source) -> Wording:
    assert source.document is not None
    key = source.act_uri or f"sha256:{source.file.sha256}"
    document = source.document
    body = document.body if source.act_uri else Body(document.body.provisions)
    return Wording(key, source.act_uri, document.language, source.file.source_file, body)


def _islands(sources: Sequence[Source], index: ActIndex) -> Iterator[tuple[str, Wording]]:
    for source in sources:
        if source.use != "used" or source.document is None:
            continue
        adopted = source.document.header.act.adopted_on
        order = f"{adopted or ''} {source.act_uri} {source.file.sha256}"
        for island in source.document.islands:
            if uri := index.uri(island.target):
                yield order, Wording(uri, uri, source.document.language, source.file.source_file, island.body)


def _pending(wording: Wording) -> CorpusFinding:
    units = ", ".join(provision.eid for provision in wording.body.provisions if provision.parent_eid is None)
    message = (
        f"a new wording is quoted that the text at hand may not hold yet: {units or 'units without an identifier'}"
    )
    span = wording.body.provisions[0].span if wording.body.provisions else None
    return CorpusFinding("pending_wording", Severity.INFO, message, wording.act_uri, wording.source_file, span)


def _without(wording: Wording, taken: set[str]) -> Wording:
    body = wording.body
    return replace(
        wording,
        body=Body(
            tuple(provision for provision in body.provisions if provision.eid not in taken),
            tuple(position for position in body.positions if position.eid not in taken),
            tuple(item for item in body.items if item.block_eid not in taken),
        ),
    )


def _unrepeated(wording: Wording) -> tuple[Wording, list[CorpusFinding]]:
    """Keep units apart that a text numbers alike: the second ``x`` becomes ``x~2``. Each is a finding."""
    findings: list[CorpusFinding] = []
    body = Body(
        _numbered(wording.body.provisions, wording, findings),
        _numbered(wording.body.positions, wording, findings),
        _numbered(wording.body.items, wording, findings),
    )
    return replace(wording, body=body), findings


def _numbered(units: Sequence[Unit], wording: Wording, findings: list[CorpusFinding]) -> tuple[Unit, ...]:
    seen: Counter[str] = Counter()
    unique: list[Unit] = []
    for unit in units:
        seen[unit.eid] += 1
        if seen[unit.eid] == 1:
            unique.append(unit)
            continue
        eid = f"{unit.eid}~{seen[unit.eid]}"
        message = f"{unit.eid} occurs again in the same text; this one is kept as {eid}"
        place = (wording.act_uri, wording.source_file, unit.span)
        findings.append(CorpusFinding("repeated_unit", Severity.WARNING, message, *place))
        unique.append(replace(unit, eid=eid))
    return tuple(unique)
