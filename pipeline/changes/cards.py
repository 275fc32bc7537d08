"""A card of a professional standard as a job that can be set beside a position.

Its functions, skills and abilities stand for duties, its knowledge for things to know, its rows on experience and
education for requirements. What several skills repeat word for word counts once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from biliktilik.parsers.grammar import grammar_for
from biliktilik.pipeline.changes.model import DatedLine, Line, Unit, Way
from biliktilik.pipeline.store.acts import ActHead
from biliktilik.pipeline.store.database import Reader

Record = Mapping[str, Any]
_WORD: Final = re.compile(r"\w+")

_CARDS: Final = """
SELECT wording_id, eid, label, coalesce(name, title) AS name, purpose, wording_known, valid_from, valid_to, source_file,
       char_start, char_end
FROM cards WHERE act_uri = :act AND language IS :language ORDER BY source_file, char_start, eid, valid_from
"""
# What a card says of the work, in reading order: each function, its skills, the abilities of each.
_DUTIES: Final = """
SELECT f.text, f.source_file, f.char_start, f.char_end, f.number AS one, 0 AS two, 0 AS three
FROM card_functions f WHERE f.card_wording_id = :card AND f.text IS NOT NULL
UNION ALL
SELECT s.text, s.source_file, s.char_start, s.char_end, s.function_number, coalesce(s.skill_number, 0), 0
FROM card_skills s WHERE s.card_wording_id = :card
UNION ALL
SELECT a.text, a.source_file, a.char_start, a.char_end, a.function_number, coalesce(a.skill_number, 0), a.ordinal
FROM card_abilities a WHERE a.card_wording_id = :card
ORDER BY one, two, three
"""
_KNOWLEDGE: Final = """
SELECT text, source_file, char_start, char_end FROM card_knowledge WHERE card_wording_id = :card
ORDER BY function_number, skill_number, ordinal
"""
_EXPERIENCE: Final = """
SELECT text, source_file, char_start, char_end, category, min_years, no_experience_required, experience_in
FROM card_experience WHERE card_wording_id = :card ORDER BY ordinal
"""
_ABBREVIATIONS: Final = """
SELECT abbreviation, max(expansion) AS expansion FROM abbreviations
WHERE act_uri = :act AND language IS :language AND expansion IS NOT NULL GROUP BY abbreviation
"""
_EDUCATION: Final = """
SELECT level, speciality, qualification, source_file, char_start, char_end
FROM card_education WHERE card_wording_id = :card ORDER BY ordinal
"""


def cards_of(reader: Reader, act: ActHead, language: str | None) -> tuple[list[Unit], list[DatedLine]]:
    """The cards of an act in one language as jobs, and their lines."""
    units, lines = [], []
    asked = {"act": act.act_uri, "language": language}
    spelled = {str(short).casefold(): str(full) for short, full in reader.ask(_ABBREVIATIONS, asked).rows}
    for card in reader.ask(_CARDS, asked).records():
        days = (card["valid_from"], card["valid_to"])
        own = (card["eid"], None, "card", card["label"], card["name"], None, bool(card["wording_known"]))
        units.append(Unit(*own, *days))  # type: ignore[arg-type]
        eid = str(card["eid"])
        lines += [DatedLine(line, eid, eid, *days) for line in _lines(reader, card, language, spelled)]  # type: ignore[arg-type]
    return units, lines


def _lines(reader: Reader, card: Record, language: str | None, spelled: Mapping[str, str]) -> Iterator[Line]:
    for block, sql in (("duties", _DUTIES), ("knowledge", _KNOWLEDGE)):
        rows = list(reader.ask(sql, {"card": card["wording_id"]}).records())
        first = {str(row["text"]): row for row in reversed(rows)}
        for ordinal, text in enumerate(dict.fromkeys(str(row["text"]) for row in rows), start=1):
            yield Line(card["eid"], block, ordinal, text, *_place(card, first[text]))
    yield from _requirements(reader, card, language, spelled)


def _requirements(reader: Reader, card: Record, language: str | None, spelled: Mapping[str, str]) -> Iterator[Line]:
    schooling = list(reader.ask(_EDUCATION, {"card": card["wording_id"]}).records())
    accepted = tuple(dict.fromkeys(code for row in schooling for code in _educations(row["level"], language, spelled)))
    experience = list(reader.ask(_EXPERIENCE, {"card": card["wording_id"]}).records())
    for ordinal, row in enumerate(experience, start=1):
        none_required = row["no_experience_required"]
        way = Way(
            accepted,
            (),
            row["min_years"],  # type: ignore[arg-type]
            None if none_required is None else bool(none_required),
            row["experience_in"],  # type: ignore[arg-type]
        )
        place = _place(card, row)
        yield Line(card["eid"], "requirements", ordinal, str(row["text"]), *place, None, row["category"], (way,))  # type: ignore[arg-type]
    for ordinal, row in enumerate(schooling, start=len(experience) + 1):
        parts = (row["level"], row["speciality"], row["qualification"])
        text = "; ".join(str(part) for part in parts if part and part != "-")
        way = Way(tuple(_educations(row["level"], language, spelled)), (), None, None, None)
        yield Line(card["eid"], "requirements", ordinal, text, *_place(card, row), ways=(way,))


def _educations(printed: object, language: str | None, spelled: Mapping[str, str]) -> Iterator[str]:
    """The codes of the educations that a level as printed names; the act's own abbreviations are spelled out."""
    if not isinstance(printed, str) or language is None:
        return
    text = _WORD.sub(lambda match: spelled.get(match[0].casefold(), match[0]), printed)
    grammar, at = grammar_for(language), 0
    while reading := grammar.search("education", text, at):
        yield from (reading.rule.value or "").split(",")
        at = reading.match.end()


def _place(card: Record, row: Record) -> tuple[str, int, int]:
    """Where a part stands; a part without a place of its own stands in its card."""
    at = row if row["source_file"] is not None else card
    return str(at["source_file"]), int(at["char_start"]), int(at["char_end"])
