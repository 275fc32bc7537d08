"""Rows of acts, what is stated of them, and their amendments."""

from collections.abc import Iterator

from biliktilik.pipeline.corpus import Act, Corpus, LinkedAmendment, LinkedCitation, Relation
from biliktilik.pipeline.rows.row import Row, joined, place


def act_row(act: Act) -> Row:
    """The row of an act."""
    return {
        "act_uri": act.uri,
        "kind": act.kind,
        "number": act.number,
        "act_number": act.act_number,
        "also_numbered": joined(act.also_numbered),
        "adopted_on": act.adopted_on,
        "registration_number": act.registration_number,
        "registered_on": act.registered_on,
        "published_on": act.published_on,
        "in_force_from": act.in_force_from,
        "in_force_from_basis": act.in_force_from_basis,
        "in_force_to": act.in_force_to,
        "in_force_to_basis": act.in_force_to_basis,
        "adilet_id": act.adilet_id,
        "text_known": act.text_known,
    }


def name_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per act and language that names it."""
    for act in corpus.acts:
        for name in act.names:
            yield {"act_uri": act.uri, "language": name.language, "title": name.title, "issuer": name.issuer}


def fact_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per fact of the catalog."""
    for act in corpus.acts:
        for fact in act.facts:
            yield {"act_uri": act.uri, "name": fact.name, "value": fact.value, "source": fact.source}


def amendment_row(linked: LinkedAmendment) -> Row:
    """The row of one target unit."""
    amendment = linked.amendment
    return {
        "amending_act_uri": linked.amending_act_uri,
        "ordinal": linked.ordinal,
        "target_act_uri": linked.target_act_uri,
        "target_eid": amendment.target_eid,
        "target_printed": amendment.target_printed,
        "action": amendment.action.value,
        "instruction": amendment.instruction,
        "new_text": amendment.new_text,
        "content_kind": amendment.content_kind.value,
        "effective_from": linked.effective_from,
        "effective_basis": linked.effective_basis,
        "status": linked.status,
        **place(linked.source_file, amendment.span),
        "rule": amendment.rule,
    }


def relation_row(number: int, found: Relation) -> Row:
    """The row of a relation; one that no text states has no place."""
    nowhere: Row = {"source_file": None, "char_start": None, "char_end": None}
    placed = found.source_file is not None and found.span is not None
    return {
        "relation_id": number,
        "from_act_uri": found.from_act_uri,
        "type": found.type,
        "to_act_uri": found.to_act_uri,
        "scope": found.scope,
        "effective_on": found.effective_on,
        "basis": found.basis,
        "quote": found.quote,
        **(place(found.source_file or "", found.span) if placed and found.span else nowhere),
    }


def citation_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per mention of an act, in reading order within an act and language, with the title of its act."""
    acts = {act.uri: act for act in corpus.acts}
    for number, one in enumerate(sorted(corpus.citations, key=_place_of), start=1):
        citation = one.citation
        cited = acts.get(one.cited_act_uri or "")
        yield {
            "citation_id": number,
            "act_uri": one.act_uri,
            "language": one.language,
            "eid": citation.eid,
            "item_kind": citation.cited_in.value,
            "item_ordinal": citation.ordinal,
            "cited_act_uri": one.cited_act_uri,
            "cited_kind": cited.kind if cited else citation.act.kind,
            "cited_title": _title_in(cited, one.language) if cited else citation.act.title,
            "as_printed": citation.as_printed,
            "resolved": one.cited_act_uri is not None,
            **place(one.source_file, citation.span),
        }


def _place_of(one: LinkedCitation) -> tuple[str, str, str]:
    """Mentions of one text keep the order in which they are read; a repaired text may print them in another."""
    return one.act_uri, one.language, one.source_file


def _title_in(act: Act, language: str) -> str | None:
    """The title of an act in a language, else in the first language that has one."""
    titles = {name.language: name.title for name in act.names if name.title}
    return titles.get(language) or next(iter(titles.values()), None)
