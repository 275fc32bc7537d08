"""The corpus as rows, table by table."""

from biliktilik.pipeline.corpus import Corpus
from biliktilik.pipeline.rows.acts import act_row, amendment_row, fact_rows, name_rows
from biliktilik.pipeline.rows.provisions import alternative_rows, item_rows, position_row, provision_row
from biliktilik.pipeline.rows.row import Row, Rows
from biliktilik.pipeline.rows.sources import finding_rows, note_rows, segment_rows, source_row
from biliktilik.pipeline.rows.standards import card_rows, standard_rows, term_rows

__all__ = ["Row", "Rows", "make_rows"]


def make_rows(corpus: Corpus) -> Rows:
    """All rows of the database by table name; in each table every row has the same columns."""
    texts = {source.file.source_file: source.text for source in corpus.sources if source.text}
    return {
        "sources": [source_row(source) for source in corpus.sources],
        "segments": [row for source in corpus.sources for row in segment_rows(source)],
        "acts": [act_row(act) for act in corpus.acts],
        "act_names": list(name_rows(corpus)),
        "act_facts": list(fact_rows(corpus)),
        "amendments": [amendment_row(linked) for linked in corpus.amendments],
        "notes": list(note_rows(corpus)),
        "findings": list(finding_rows(corpus.findings, texts)),
        "cards": list(card_rows(corpus)),
        **standard_rows(corpus),
        **term_rows(corpus),
        **_wording_rows(corpus),
    }


def _wording_rows(corpus: Corpus) -> Rows:
    wordings = corpus.wordings
    return {
        "provisions": [provision_row(wording, unit) for wording in wordings for unit in wording.body.provisions],
        "positions": [position_row(wording, unit) for wording in wordings for unit in wording.body.positions],
        "items": [row for wording in wordings for row in item_rows(wording)],
        "alternatives": [row for wording in wordings for row in alternative_rows(wording)],
    }
