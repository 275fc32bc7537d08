"""Rows of what each event changed."""

from biliktilik.pipeline.changes.events import DatedChange
from biliktilik.pipeline.changes.sentences import kind_key, tell
from biliktilik.pipeline.changes.weight import ACT
from biliktilik.pipeline.messages import say
from biliktilik.pipeline.rows.row import Row
from biliktilik.schema.vocabulary import BLOCKS


def change_row(number: int, found: DatedChange) -> Row:
    """The row of a change; ``number`` is its place among all changes."""
    change = found.change
    return {
        "change_id": number,
        "act_uri": found.act_uri,
        "eid": change.eid if change else None,
        "item_kind": change.what if change and change.what in BLOCKS else None,
        "change": kind_key(change, across=found.across) if change else "repealed",
        "old_text": change.old_text if change else None,
        "new_text": change.new_text if change else None,
        "changed_on": found.on,
        "amending_act_uri": found.by,
        "weight": change.weight if change else ACT,
        "summary": _summary("en", found),
        "summary_kk": _summary("kk", found),
        "summary_ru": _summary("ru", found),
        "language": found.language,
    }


def _summary(language: str, found: DatedChange) -> str:
    if found.change is None or found.unit is None:
        return say(language, "change.act_repealed")
    return tell(language, found.change, found.unit, across=found.across)
