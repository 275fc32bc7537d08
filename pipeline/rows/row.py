"""What a row is, and the groups of columns that recur."""

from biliktilik.parsers.model import Span
from biliktilik.pipeline.corpus import Wording

Row = dict[str, object]
Rows = dict[str, list[Row]]


def validity(wording: Wording) -> Row:
    """The columns of the interval of a wording."""
    return {"valid_from": wording.valid_from, "valid_to": wording.valid_to, "valid_basis": wording.valid_basis}


def place(source_file: str, span: Span) -> Row:
    """The columns of a place."""
    return {"source_file": source_file, "char_start": span.start, "char_end": span.end}


def wording_id(wording: Wording, eid: str) -> str:
    """The key of one wording of one unit: act, language, first day of validity, unit."""
    return f"{wording.act_key}/{wording.language or '-'}@{wording.valid_from or ''}#{eid}"


def unit_id(wording: Wording, eid: str) -> str:
    """The key of a unit in all its wordings: act and unit."""
    return f"{wording.act_key}#{eid}"


def joined(values: tuple[object, ...]) -> str | None:
    """Codes, words or numbers as one comma-joined text; None for none."""
    return ",".join(map(str, values)) or None
