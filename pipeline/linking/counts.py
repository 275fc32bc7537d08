"""Whether the documents give as many units as the catalog expects of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from biliktilik.parsers.model import ParsedDocument, Severity
from biliktilik.pipeline.catalog import Expectation
from biliktilik.pipeline.corpus import CorpusFinding, Source
from biliktilik.pipeline.linking.acts import ActIndex


def check_counts(
    sources: Sequence[Source], expected: Sequence[Expectation], index: ActIndex
) -> Iterator[CorpusFinding]:
    """An error for each number outside its bounds, and for an expected document that is not there.

    Of several texts of one act the one that gives its wording counts.
    """
    for expectation in expected:
        uri = index.uri(expectation.act.reference) if expectation.act else None
        meant = [source for source in sources if source.document and _is_meant(expectation, source, uri)]
        if not meant:
            message = f"the catalog expects {expectation.name}, and no document of the folder gives it"
            yield CorpusFinding("expected_source_missing", Severity.ERROR, message, uri)
        for source in meant:
            if source.document is not None:
                yield from _outside(expectation, source, source.document)


def _is_meant(expectation: Expectation, source: Source, uri: str | None) -> bool:
    if expectation.act is None:
        return source.file.sha256 == expectation.sha256
    language = source.document.language if source.document else None
    return source.use != "competing" and language == expectation.language and source.act_uri == uri


def _outside(expectation: Expectation, source: Source, document: ParsedDocument) -> Iterator[CorpusFinding]:
    counted = count_units(document)
    for bounds in expectation.counts:
        number = counted[bounds.what]
        if not bounds.hold(number):
            message = f"{number} {bounds.what} were read where the catalog expects {bounds.said}"
            where = (source.act_uri, source.file.source_file)
            yield CorpusFinding("count_outside", Severity.ERROR, message, *where)


def count_units(document: ParsedDocument) -> Counter[str]:
    """How many there are of what a catalog may expect, of the act itself and of what it quotes of others."""
    counted: Counter[str] = Counter({"cards": len(document.cards), "amendments": len(document.amendments)})
    for body in (document.body, *(island.body for island in document.islands)):
        counted["provisions"] += len(body.provisions)
        counted["positions"] += len(body.positions)
        counted.update(item.block.value for item in body.items)
    return counted
