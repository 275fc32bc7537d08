"""The corpus as rows, table by table."""

from collections.abc import Sequence

from biliktilik.pipeline.changes.events import DatedChange
from biliktilik.pipeline.corpus import Corpus
from biliktilik.pipeline.rows.acts import act_row, amendment_row, citation_rows, fact_rows, name_rows, relation_row
from biliktilik.pipeline.rows.alignments import alignment_row
from biliktilik.pipeline.rows.cards import card_rows
from biliktilik.pipeline.rows.changes import change_row
from biliktilik.pipeline.rows.lineage import lineage_row
from biliktilik.pipeline.rows.passages import passage_rows
from biliktilik.pipeline.rows.provisions import PositionIndex, alternative_rows, item_rows, position_row, provision_row
from biliktilik.pipeline.rows.row import Row, Rows
from biliktilik.pipeline.rows.sources import finding_rows, link_rows, note_rows, repair_rows, segment_rows, source_row
from biliktilik.pipeline.rows.standards import standard_rows, term_rows

__all__ = ["Row", "Rows", "make_rows"]


def make_rows(corpus: Corpus, changes: Sequence[DatedChange] = ()) -> Rows:
    """All rows of the database by table name, ``changes`` among them; in each table every row has the same columns."""
    texts = {source.file.source_file: source.text for source in corpus.sources if source.text}
    rows: Rows = {
        "sources": [source_row(source) for source in corpus.sources],
        "segments": [row for source in corpus.sources for row in segment_rows(source)],
        "acts": [act_row(act) for act in corpus.acts],
        "act_names": list(name_rows(corpus)),
        "act_facts": list(fact_rows(corpus)),
        "amendments": [amendment_row(linked) for linked in corpus.amendments if linked.listed],
        "relations": [relation_row(number, found) for number, found in enumerate(corpus.relations, start=1)],
        "citations": list(citation_rows(corpus)),
        "alignments": [alignment_row(number, found) for number, found in enumerate(corpus.alignments, start=1)],
        "lineage": [lineage_row(number, found) for number, found in enumerate(corpus.lineage, start=1)],
        "changes": [change_row(number, found) for number, found in enumerate(changes, start=1)],
        "notes": list(note_rows(corpus)),
        "repairs": list(repair_rows(corpus)),
        "links": list(link_rows(corpus)),
        "findings": list(finding_rows(corpus.findings, texts)),
        **card_rows(corpus),
        **standard_rows(corpus),
        **term_rows(corpus),
        **_wording_rows(corpus),
    }
    return {**rows, "passages": list(passage_rows(rows))}


def _wording_rows(corpus: Corpus) -> Rows:
    wordings = corpus.wordings
    positions = PositionIndex(wordings)
    return {
        "provisions": [provision_row(wording, unit) for wording in wordings for unit in wording.body.provisions],
        "positions": [position_row(wording, unit) for wording in wordings for unit in wording.body.positions],
        "items": [row for wording in wordings for row in item_rows(wording, positions)],
        "alternatives": [row for wording in wordings for row in alternative_rows(wording)],
    }
