"""The wordings that sources print: whole acts, and what amending acts quote of others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from biliktilik.parsers.model import Body, Item, Position, Provision, Severity
from biliktilik.pipeline.corpus import CorpusFinding, Island, Source, Wording
from biliktilik.pipeline.linking.acts import ActIndex

Unit = TypeVar("Unit", Provision, Position, Item)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The whole acts that sources print, what amending acts quote of others, and what was found while collecting."""

    own: tuple[Wording, ...]
    islands: tuple[Island, ...]
    findings: tuple[CorpusFinding, ...]


def collect_wordings(sources: Sequence[Source], index: ActIndex) -> Wordings:
    """Bodies of units with their acts; no unit of a body has the name of another."""
    own, islands, findings = [], [], []
    for source in sources:
        if source.use != "used" or source.document is None:
            continue
        wording, repeated = _unrepeated(_own(source))
        own.append(wording)
        findings.extend(repeated)
        for quoted in _islands(source, index):
            wording, repeated = _unrepeated(quoted.wording)
            islands.append(replace(quoted, wording=wording))
            findings.extend(repeated)
    return Wordings(tuple(own), tuple(islands), tuple(findings))


def _own(source: Source) -> Wording:
    assert source.document is not None
    key = source.act_uri or f"sha256:{source.file.sha256}"
    document = source.document
    body = Body(document.body.provisions)
    if source.act_uri:
        body = replace(
            document.body,
            cards=document.cards,
            definitions=document.definitions,
            abbreviations=document.abbreviations,
        )
    return Wording(key, source.act_uri, document.language, source.file.source_file, body)


def _islands(source: Source, index: ActIndex) -> Iterator[Island]:
    if source.document is None or source.act_uri is None:
        return
    for island in source.document.islands:
        if uri := index.uri(island.target):
            wording = Wording(uri, uri, source.document.language, source.file.source_file, island.body)
            yield Island(source.act_uri, wording)


def _unrepeated(wording: Wording) -> tuple[Wording, list[CorpusFinding]]:
    """Keep units apart that a text numbers alike: the second ``x`` becomes ``x~2``. Each is a finding."""
    findings: list[CorpusFinding] = []
    body = replace(
        wording.body,
        provisions=_numbered(wording.body.provisions, wording, findings),
        positions=_numbered(wording.body.positions, wording, findings),
        items=_numbered(wording.body.items, wording, findings),
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
