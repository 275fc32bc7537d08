"""The linking stage as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from biliktilik.parsers.model import ActReference, ParsedDocument
from biliktilik.pipeline.alignment import align_languages
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
from biliktilik.pipeline.linking.citation_findings import citation_findings
from biliktilik.pipeline.linking.citations import Identities, cited_acts, collect_citations, resolve_citations
from biliktilik.pipeline.linking.counts import check_counts
from biliktilik.pipeline.linking.dates import compare_dates
from biliktilik.pipeline.linking.languages import compare_languages
from biliktilik.pipeline.linking.lineage import trace_lineage
from biliktilik.pipeline.linking.sources import own_reference, settle_sources, source_findings
from biliktilik.pipeline.linking.titles import known_titles
from biliktilik.pipeline.linking.wordings import collect_wordings
from biliktilik.pipeline.reading import Reading
from biliktilik.pipeline.timeline import date_corpus


def link(readings: Sequence[Reading], catalog: Catalog) -> Corpus:
    """Set the documents in relation. The outcome does not depend on the order of ``readings`` or on file names."""
    documents = [reading.document for reading in readings if reading.document]
    mentions = [*_mentions(documents), *(Mention(act, None, LISTED) for act in catalog_references(catalog))]
    references = [*(mention.reference for mention in mentions), *_cited(documents)]
    index = index_acts(references)
    sources = settle_sources(readings, index)
    collected = collect_wordings(sources, index)
    printed = [*collected.own, *(island.wording for island in collected.islands)]
    titles = known_titles()
    identities = Identities(titles).learn(references)
    citations = resolve_citations(collect_citations(printed), identities, index)
    acts = merge_acts([*mentions, *cited_acts(citations, titles)], index, catalog)
    amendments = tuple(link_amendments(sources, index))
    dated = date_corpus(acts, sources, collected.own, collected.islands, amendments, citations, catalog, index.uri)
    aligned = align_languages(dated.wordings, citations, sources)
    lineage = trace_lineage(dated.acts, dated.wordings, index.uri)
    findings = (
        *source_findings(sources, readings),
        *check_counts(sources, catalog.expected, index),
        *collected.findings,
        *unknown_bases(acts, amendments),
        *compare_dates(sources),
        *compare_languages(collected.own),
        *citation_findings(citations, acts, collected.own, titles),
        *dated.findings,
        *aligned.findings,
        *lineage.findings,
    )
    ordered = tuple(sorted(findings, key=_order))
    return Corpus(
        sources,
        dated.acts,
        dated.wordings,
        dated.amendments,
        ordered,
        dated.relations,
        citations,
        aligned.alignments,
        lineage.links,
    )


def _mentions(documents: Sequence[ParsedDocument]) -> Iterator[Mention]:
    for document in documents:
        own = own_reference(document)
        if own:
            yield Mention(own, document.language, LISTED if document.prints_nothing else OWN)
        for target in _targets(document):
            yield Mention(target, document.language, AMENDED)
        for event in document.events:
            if event.by:
                yield Mention(replace(event.by, issuer=None), document.language, LISTED)
        for card in document.cards:
            for reference in card.references:
                yield Mention(reference.act, document.language, LISTED)


def _cited(documents: Sequence[ParsedDocument]) -> Iterator[ActReference]:
    for document in documents:
        for body in (document.body, *(island.body for island in document.islands)):
            yield from (citation.act for citation in body.citations)


def _targets(document: ParsedDocument) -> Iterator[ActReference]:
    yield from (amendment.target for amendment in document.amendments)
    yield from (island.target for island in document.islands)


def _order(found: CorpusFinding) -> tuple[str, str, int, str, str]:
    start = found.span.start if found.span else -1
    return found.act_uri or "~", found.source_file or "~", start, found.code, found.message
