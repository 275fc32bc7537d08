"""The linking stage as a whole."""

from collections.abc import Iterator, Sequence

from biliktilik.parsers.model import ActReference, ParsedDocument
from biliktilik.pipeline.catalog import Catalog
from biliktilik.pipeline.corpus import Corpus, CorpusFinding
from biliktilik.pipeline.linking.acts import (
    AMENDED,
    LISTED,
    OWN,
    Mention,
    catalog_references,
    index_acts,
    merge_acts,
)
from biliktilik.pipeline.linking.amendments import link_amendments, unknown_bases
from biliktilik.pipeline.linking.dates import compare_dates
from biliktilik.pipeline.linking.languages import compare_languages
from biliktilik.pipeline.linking.sources import own_reference, settle_sources, source_findings
from biliktilik.pipeline.linking.wordings import collect_wordings
from biliktilik.pipeline.reading import Reading


def link(readings: Sequence[Reading], catalog: Catalog) -> Corpus:
    """Set the documents in relation. The outcome does not depend on the order of ``readings`` or on file names."""
    documents = [reading.document for reading in readings if reading.document]
    mentions = [*_mentions(documents), *(Mention(act, None, LISTED) for act in catalog_references(catalog))]
    index = index_acts(mention.reference for mention in mentions)
    acts = merge_acts(mentions, index, catalog)
    sources = settle_sources(readings, index)
    collected = collect_wordings(sources, index)
    amendments = tuple(link_amendments(sources, index))
    findings = (
        *source_findings(sources, readings),
        *collected.findings,
        *unknown_bases(acts, amendments),
        *compare_dates(sources),
        *compare_languages(collected.wordings),
    )
    return Corpus(sources, acts, collected.wordings, amendments, tuple(sorted(findings, key=_order)))


def _mentions(documents: Sequence[ParsedDocument]) -> Iterator[Mention]:
    for document in documents:
        own = own_reference(document)
        if own:
            yield Mention(own, document.language, OWN)
        for target in _targets(document):
            yield Mention(target, document.language, AMENDED)


def _targets(document: ParsedDocument) -> Iterator[ActReference]:
    yield from (amendment.target for amendment in document.amendments)
    yield from (island.target for island in document.islands)


def _order(found: CorpusFinding) -> tuple[str, str, int, str, str]:
    start = found.span.start if found.span else -1
    return found.act_uri or "~", found.source_file or "~", start, found.code, found.message
