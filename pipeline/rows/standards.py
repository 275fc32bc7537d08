"""Rows of professional standards and of the terms that acts explain."""

from collections.abc import Iterator, Sequence

from biliktilik.parsers.model import Definition
from biliktilik.pipeline.corpus import Corpus, Source, Wording
from biliktilik.pipeline.rows.row import Row, Rows, place, validity


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
    for wording in corpus.wordings:
        definitions += _term_rows(wording, wording.body.definitions, "term", "definition")
        for row in _term_rows(wording, wording.body.abbreviations, "abbreviation", "expansion"):
            abbreviations.append({**row, "wording_known": wording.known})
    return {"definitions": definitions, "abbreviations": abbreviations}


def _term_rows(wording: Wording, terms: Sequence[Definition], name: str, meaning: str) -> list[Row]:
    return [
        {
            "act_uri": wording.act_uri,
            "language": wording.language,
            "eid": term.eid,
            "ordinal": term.ordinal,
            name: term.term,
            meaning: term.definition,
            **validity(wording),
            **place(wording.source_file, term.span),
            "rule": term.rule,
        }
        for term in terms
    ]
