"""What a row is, and the groups of columns that recur."""

from typing import Final

from biliktilik.parsers.model import Span
from biliktilik.pipeline.corpus import Wording

Row = dict[str, object]
Rows = dict[str, list[Row]]

# Columns of an interval of validity that no source states.
UNDATED: Final[Row] = {"valid_from": None, "valid_to": None, "valid_basis": None}


def place(source_file: str, span: Span) -> Row:
    """The columns of a place."""
    return {"source_file": source_file, "char_start": span.start, "char_end": span.end}


def wording_id(wording: Wording, eid: str, valid_from: str | None = None) -> str:
    """The key of one wording of one unit: act, language, first day of validity, unit."""
    return f"{wording.act_key}/{wording.language or '-'}@{valid_from or ''}#{eid}"


def unit_id(wording: Wording, eid: str) -> str:
    """The key of a unit in all its wordings: act and unit."""
    return f"{wording.act_key}#{eid}"


def joined(values: tuple[str, ...]) -> str | None:
    """Codes or words as one comma-joined text; None for none."""
    return ",".join(values) or None
