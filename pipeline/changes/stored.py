"""The wordings of an act out of a built database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from biliktilik.pipeline.changes.cards import cards_of
from biliktilik.pipeline.changes.model import ActTexts, DatedLine, Line, Unit, Way
from biliktilik.pipeline.store.acts import ActHead
from biliktilik.pipeline.store.database import Reader

Record = Mapping[str, Any]

# The tables and not the views: only there every item names its act by the URI and its block by the eId.
_UNITS: Final = """
SELECT eid, parent_eid, kind, label, heading, text, wording_known, valid_from, valid_to, ordinal
FROM provisions WHERE act_uri = :act AND language IS :language AND kind <> 'item' ORDER BY eid, valid_from
"""
_JOBS: Final = """
SELECT eid, NULL AS parent_eid, 'position' AS kind, position AS label, title AS heading, NULL AS text, wording_known,
       valid_from, valid_to, 1 AS ordinal
FROM positions WHERE act_uri = :act AND language IS :language ORDER BY source_file, char_start, eid, valid_from
"""
_LINES: Final = """
SELECT i.wording_id, i.eid, i.block, i.block_eid, p.eid AS job_eid, i.ordinal, i.text, i.level, i.category,
       i.valid_from, i.valid_to, i.source_file, i.char_start, i.char_end
FROM items i LEFT JOIN positions p ON p.wording_id = i.position_wording_id
WHERE i.act_uri = :act AND i.language IS :language ORDER BY i.source_file, i.char_start, i.eid, i.valid_from
"""
_WAYS: Final = """
SELECT a.item_wording_id, a.education, a.fields, a.min_years, a.no_experience_required, a.experience_in
FROM alternatives a JOIN items i ON i.wording_id = a.item_wording_id
WHERE i.act_uri = :act AND i.language IS :language ORDER BY a.item_wording_id, a.alternative
"""


def languages_of(reader: Reader, act: ActHead) -> tuple[str, ...]:
    """The languages in which any unit of the act is at hand, Kazakh first."""
    answer = reader.ask("SELECT DISTINCT language FROM provisions WHERE act_uri = :act", {"act": act.act_uri})
    return tuple(sorted(str(row["language"]) for row in answer.records() if row["language"]))


def change_days(reader: Reader, act: ActHead) -> tuple[str, ...]:
    """The ISO days on which any wording of the act begins, its first day included."""
    asked = "SELECT DISTINCT valid_from FROM provisions WHERE act_uri = :act AND valid_from IS NOT NULL ORDER BY 1"
    return tuple(str(row["valid_from"]) for row in reader.ask(asked, {"act": act.act_uri}).records())


def stored_texts(reader: Reader, act: ActHead, language: str | None) -> ActTexts:
    """All wordings of an act in one language; its cards are jobs, too."""
    asked = {"act": act.act_uri, "language": language}
    units = [_unit(row) for row in reader.ask(_UNITS, asked).records()]
    jobs = [_unit(row) for row in reader.ask(_JOBS, asked).records()]
    ways: dict[str, list[Way]] = {}
    for row in reader.ask(_WAYS, asked).records():
        ways.setdefault(str(row["item_wording_id"]), []).append(_way(row))
    lines = [_line(row, tuple(ways.get(str(row["wording_id"]), ()))) for row in reader.ask(_LINES, asked).records()]
    cards, card_lines = cards_of(reader, act, language)
    complete = act.text_known == "full"
    return ActTexts(act.act_uri, act.number, language, complete, tuple(units), (*jobs, *cards), (*lines, *card_lines))


def _unit(row: Record) -> Unit:
    return Unit(
        row["eid"],
        row["parent_eid"],
        row["kind"],
        row["label"],
        row["heading"],
        row["text"],
        bool(row["wording_known"]),
        row["valid_from"],
        row["valid_to"],
        row["ordinal"],
    )


def _line(row: Record, ways: tuple[Way, ...]) -> DatedLine:
    place = (row["source_file"], row["char_start"], row["char_end"])
    line = Line(row["eid"], row["block"], row["ordinal"], row["text"], *place, row["level"], row["category"], ways)
    return DatedLine(line, row["block_eid"], row["job_eid"], row["valid_from"], row["valid_to"])


def _way(row: Record) -> Way:
    none_required = row["no_experience_required"]
    return Way(
        _codes(row["education"]),
        _codes(row["fields"]),
        row["min_years"],
        None if none_required is None else bool(none_required),
        row["experience_in"],
    )


def _codes(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()
