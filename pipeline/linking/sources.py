"""What becomes of each file: which text gives the wording of its act, and which only stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from biliktilik.parsers.model import ActReference, ParsedDocument, ProvisionKind, Severity
from biliktilik.pipeline.corpus import CorpusFinding, Source
from biliktilik.pipeline.linking.acts import DIGEST_TITLE, ActIndex, reference_uri
from biliktilik.pipeline.reading import Reading

# Enough hexadecimal digits of a digest to tell the documents of any folder apart.
DIGEST_DIGITS: Final = 12


def own_reference(document: ParsedDocument) -> ActReference | None:
    """The act that a document prints. A known kind of document without a number or title is named by its digest."""
    stated = document.header.act
    if stated.number and reference_uri(stated):
        return stated
    if document.kind is None:
        return None
    if reference_uri(stated):
        return stated
    return replace(stated, number=None, title=DIGEST_TITLE + document.source.sha256[:DIGEST_DIGITS])


def settle_sources(readings: Sequence[Reading], index: ActIndex) -> tuple[Source, ...]:
    """Give every file its use, in an order that rests on acts and contents, not on the names of files."""
    sources = [_source(reading, index) for reading in readings]
    chosen = {id(source) for source in _chosen(sources)}
    settled = [
        replace(source, use="competing") if source.use == "used" and id(source) not in chosen else source
        for source in sources
    ]
    return tuple(sorted(settled, key=_order))


def _source(reading: Reading, index: ActIndex) -> Source:
    if reading.file.duplicate_of:
        return Source(reading.file, "duplicate")
    if reading.document is None:
        return Source(reading.file, "unreadable", reading.source)
    reference = own_reference(reading.document)
    uri = index.uri(reference) if reference else None
    use = "unreadable" if reading.document.prints_nothing else "used"
    return Source(reading.file, use, reading.document.source, reading.document, uri)


def _chosen(sources: Sequence[Source]) -> Iterator[Source]:
    """Of several texts for the same act and language one of today that prints units, the longest, then by digest."""
    groups: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        if source.use != "used" or source.document is None:
            continue
        if source.act_uri is None:
            yield source
        else:
            groups.setdefault((source.act_uri, source.document.language or ""), []).append(source)
    for group in groups.values():
        yield min(group, key=_rank)


def _rank(source: Source) -> tuple[bool, bool, int, str]:
    provisions = source.document.body.provisions if source.document else ()
    bare = all(unit.kind in (ProvisionKind.PREAMBLE, ProvisionKind.UNPARSED) for unit in provisions)
    past, length = (source.text.past, len(source.text.text)) if source.text else (False, 0)
    return bare, past, -length, source.file.sha256 or ""


def _order(source: Source) -> tuple[str, str, str, str]:
    language = source.document.language if source.document else None
    return source.act_uri or "~", language or "~", source.file.sha256 or "~", source.file.source_file


def source_findings(sources: Sequence[Source], readings: Sequence[Reading]) -> Iterator[CorpusFinding]:
    """What has to be said of the files themselves, and what the parser found in each document."""
    for reading in readings:
        if reading.failure:
            name = reading.file.source_file
            yield CorpusFinding(reading.failure_code, Severity.ERROR, reading.failure, source_file=name)
    for source in sources:
        yield from _own_findings(source, sources)


def _own_findings(source: Source, sources: Sequence[Source]) -> Iterator[CorpusFinding]:
    name = source.file.source_file
    if source.use == "duplicate":
        message = f"the same bytes as {source.file.duplicate_of}, which is used instead"
        yield CorpusFinding("duplicate_source", Severity.WARNING, message, source_file=name)
    if source.document is None:
        return
    if source.use == "competing":
        yield _competing(source, sources)
    if source.document.kind is not None and reference_uri(source.document.header.act) is None:
        message = "the document names neither the number nor the title of its act"
        yield CorpusFinding("act_unknown", Severity.WARNING, message, source.act_uri, name)
    for found in source.document.findings:
        yield CorpusFinding(found.code, found.severity, found.message, source.act_uri, name, found.span)


def _competing(source: Source, sources: Sequence[Source]) -> CorpusFinding:
    language = source.document.language if source.document else None
    used = next(
        other
        for other in sources
        if other.use == "used"
        and other.act_uri == source.act_uri
        and other.document
        and other.document.language == language
    )
    if source.text and source.text.past:
        message = f"an edition of the past of the act that {used.file.source_file} prints; it is kept as a source only"
        return CorpusFinding("past_edition_unused", Severity.WARNING, message, source.act_uri, source.file.source_file)
    message = (
        f"another text of the same act, language and edition than {used.file.source_file}; "
        f"the longer one gives the wording, this one is kept as a source only"
    )
    return CorpusFinding("competing_sources", Severity.ERROR, message, source.act_uri, source.file.source_file)
