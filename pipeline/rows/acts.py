"""Rows of acts, what is stated of them, and their amendments."""

from collections.abc import Iterator

from biliktilik.pipeline.corpus import Act, Corpus, LinkedAmendment
from biliktilik.pipeline.rows.row import Row, place


def act_row(act: Act) -> Row:
    """The row of an act."""
    return {
        "act_uri": act.uri,
        "kind": act.kind,
        "number": act.number,
        "act_number": act.act_number,
        "also_numbered": None,
        "adopted_on": act.adopted_on,
        "registration_number": act.registration_number,
        "registered_on": act.registered_on,
        "published_on": act.published_on,
        "in_force_from": None,
        "in_force_from_basis": None,
        "in_force_to": None,
        "in_force_to_basis": None,
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
        "effective_from": None,
        "effective_basis": None,
        "status": linked.status,
        **place(linked.source_file, amendment.span),
        "rule": amendment.rule,
    }
