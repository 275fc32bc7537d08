"""Rows of professional standards, their cards, and the terms that acts explain."""

from collections.abc import Iterator, Sequence

from biliktilik.parsers.model import Card, Definition
from biliktilik.pipeline.corpus import Corpus, Source, Wording
from biliktilik.pipeline.rows.row import UNDATED, Row, Rows, place, unit_id, wording_id


def standard_rows(corpus: Corpus) -> Rows:
    """Rows of ``standards`` and ``standard_oked``. Of a standard in two languages the first one read counts."""
    standards: dict[str, Row] = {}
    oked: list[Row] = []
    for source in corpus.primary:
        passport = source.document.passport if source.document else None
        if passport is None or source.act_uri is None or source.act_uri in standards:
            continue
        stated = {"code": passport.code, "name": passport.name, "summary": passport.summary}
        at = place(source.file.source_file, passport.span)
        standards[source.act_uri] = {"act_uri": source.act_uri, **stated, **at}
        oked.extend(_oked_rows(source))
    return {"standards": list(standards.values()), "standard_oked": oked}


def _oked_rows(source: Source) -> Iterator[Row]:
    passport = source.document.passport if source.document else None
    for ordinal, entry in enumerate(passport.oked if passport else (), start=1):
        yield {
            "act_uri": source.act_uri,
            "ordinal": ordinal,
            "level": entry.level,
            "code": entry.code,
            "name": entry.name,
            **place(source.file.source_file, entry.span),
        }


def term_rows(corpus: Corpus) -> Rows:
    """Rows of ``definitions`` and ``abbreviations``."""
    definitions, abbreviations = [], []
    for source in corpus.primary:
        if source.document and source.act_uri:
            definitions += _term_rows(source, source.document.definitions, "term", "definition")
            for row in _term_rows(source, source.document.abbreviations, "abbreviation", "expansion"):
                abbreviations.append({**row, "wording_known": True})
    return {"definitions": definitions, "abbreviations": abbreviations}


def _term_rows(source: Source, terms: Sequence[Definition], name: str, meaning: str) -> list[Row]:
    language = source.document.language if source.document else None
    return [
        {
            "act_uri": source.act_uri,
            "language": language,
            "eid": term.eid,
            "ordinal": term.ordinal,
            name: term.term,
            meaning: term.definition,
            **UNDATED,
            **place(source.file.source_file, term.span),
            "rule": term.rule,
        }
        for term in terms
    ]


def card_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per card of a standard."""
    for source in corpus.primary:
        if source.document and source.act_uri:
            wording = Wording(
                source.act_uri, source.act_uri, source.document.language, source.file.source_file, source.document.body
            )
            yield from (_card_row(wording, card) for card in source.document.cards)


def _card_row(wording: Wording, card: Card) -> Row:
    return {
        "wording_id": wording_id(wording, card.eid),
        "card_id": unit_id(wording, card.eid),
        "act_uri": wording.act_uri,
        "language": wording.language,
        "label": card.label,
        "eid": card.eid,
        "title": card.title,
        "name": card.name,
        "wording_known": True,
        **UNDATED,
        **place(wording.source_file, card.span),
        "rule": card.rule,
    }
