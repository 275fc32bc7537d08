"""Rows of the two languages side by side."""

from biliktilik.pipeline.corpus import Alignment
from biliktilik.pipeline.rows.row import Row, joined


def alignment_row(number: int, alignment: Alignment) -> Row:
    """The row of a group of items; ``number`` is its running number in the database."""
    return {
        "alignment_id": number,
        "act_uri": alignment.act_uri,
        "eid": alignment.eid,
        "item_kind": alignment.item_kind,
        "kk_ordinals": joined(alignment.kk_ordinals),
        "ru_ordinals": joined(alignment.ru_ordinals),
        "score": alignment.score,
        "agreement": alignment.agreement,
    }
