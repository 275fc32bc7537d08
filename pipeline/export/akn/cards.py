"""The card of a standard as it was read: its fields, lists, functions and skills under their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from biliktilik.pipeline.export.akn.material import Record
from biliktilik.pipeline.export.akn.sheet import Element, Sheet
from biliktilik.pipeline.export.akn.words import words
from biliktilik.pipeline.store.table import cell_text

# The single fields of v_cards, in the order of a card; its title is the heading of the unit.
_FIELDS: Final = (
    "name", "group_code", "occupation_code", "level", "sublevel", "qualification_text", "experience",
    "informal_education", "purpose",
)  # fmt: skip
# View, name of the part, and the columns of its rows; the first of them says most.
_LISTS_BEFORE: Final = (
    ("v_card_references", "references", ("printed", "cited_act_uri", "eid")),
    ("v_card_education", "education", ("level", "speciality", "qualification")),
    ("v_card_experience", "experience", ("text", "category", "min_years", "no_experience_required", "experience_in")),
    ("v_card_names", "names", ("code", "name")),
    ("v_card_function_list", "function_list", ("text", "mandatory")),
)
_LISTS_AFTER: Final = (
    ("v_card_competences", "competences", ("text",)),
    ("v_card_related", "related", ("level", "code", "name")),
)
_SKILL_PARTS: Final = (("v_card_abilities", "abilities"), ("v_card_knowledge", "knowledge"))

Parts = Mapping[str, Sequence[Record]]


def write_card(sheet: Sheet, parent: Element, parts: Parts, language: str | None) -> None:
    """A container ``reading`` below the element of a card; nothing when no view holds a part of the card.

    Each value stands in a table cell that bears the name of its column; each line has the place that it was read from.
    """
    if not parts:
        return
    reading = _container(sheet, parent, "reading", words("remarks", "reading", language))
    reading.set("status", "edited")
    _fields(sheet, reading, parts, language)
    _lists(sheet, reading, _LISTS_BEFORE, parts, language)
    _functions(sheet, reading, parts, language)
    _lists(sheet, reading, _LISTS_AFTER, parts, language)


def _fields(sheet: Sheet, reading: Element, parts: Parts, language: str | None) -> None:
    for card in parts.get("v_cards", ()):
        if stated := [(field, text) for field in _FIELDS if (text := _field(card, field)) is not None]:
            table = _table(sheet, _container(sheet, reading, "fields", None))
            for field, text in stated:
                line = sheet.add(table, "tr")
                _cell(sheet, line, "th", None, words("card", field, language))
                _cell(sheet, line, "td", field, text)


def _field(card: Record, field: str) -> str | None:
    if field != "level":
        return cell_text(card[field]) if card[field] is not None else None
    levels = dict.fromkeys(cell_text(card[column]) for column in ("level_min", "level_max") if card[column] is not None)
    return "–".join(levels) or None


def _lists(
    sheet: Sheet,
    reading: Element,
    lists: Iterable[tuple[str, str, tuple[str, ...]]],
    parts: Parts,
    language: str | None,
) -> None:
    for view, name, columns in lists:
        if rows := parts.get(view, ()):
            _rows(sheet, _container(sheet, reading, name, words("card", name, language)), rows, columns)


def _rows(sheet: Sheet, container: Element, rows: Sequence[Record], columns: Sequence[str]) -> None:
    """One line per row, one cell per column that any row fills; where the source does not say, ``bt:null``."""
    table = _table(sheet, container)
    filled = [column for column in columns if any(row[column] is not None for row in rows)]
    for row in rows:
        line = sheet.add(table, "tr", _place(row))
        for column in filled:
            _cell(sheet, line, "td", column, cell_text(row[column]) if row[column] is not None else None)


def _functions(sheet: Sheet, reading: Element, parts: Parts, language: str | None) -> None:
    for number in _numbers(parts, "v_card_functions", "number", "function_number"):
        heads = [row for row in parts.get("v_card_functions", ()) if row["number"] == number]
        function = _numbered(sheet, reading, "function", number, heads, language)
        own = {
            view: [row for row in parts.get(view, ()) if row["function_number"] == number]
            for view in ("v_card_skills", "v_card_abilities", "v_card_knowledge")
        }
        for skill_number in _numbers(own, "v_card_skills", "skill_number", "skill_number"):
            _skill(sheet, function, own, skill_number, language)


def _skill(sheet: Sheet, function: Element, own: Parts, number: object, language: str | None) -> None:
    heads = [row for row in own["v_card_skills"] if row["skill_number"] == number]
    # Without a number the standard has no skills: its abilities and knowledge belong to the function.
    unnamed = number is None and not heads
    skill = function if unnamed else _numbered(sheet, function, "skill", number, heads, language)
    for view, name in _SKILL_PARTS:
        if rows := [row for row in own[view] if row["skill_number"] == number]:
            _rows(sheet, _container(sheet, skill, name, words("card", name, language)), rows, ("text",))


def _numbers(parts: Parts, head_view: str, head_column: str, column: str) -> Iterator[object]:
    """The numbers that any part bears, each once, in order, those without a number first."""
    heads = [row[head_column] for row in parts.get(head_view, ())]
    others = [row[column] for view in ("v_card_skills", *dict(_SKILL_PARTS)) for row in parts.get(view, ())]
    yield from sorted(set(heads + others), key=lambda number: (number is not None, number or 0))


def _numbered(
    sheet: Sheet, parent: Element, name: str, number: object, heads: Sequence[Record], language: str | None
) -> Element:
    """A function or skill with its number, and its text as heading: none where only its parts are known."""
    element = sheet.add(parent, "hcontainer", {"name": name, **(_place(heads[0]) if heads else {})})
    sheet.add(element, "num", None, words("card", name, language) + (f" {number}" if number is not None else ""))
    for row in heads:
        if row["text"] is not None:
            sheet.add(element, "heading", None, cell_text(row["text"]))
    return element


def _container(sheet: Sheet, parent: Element, name: str, heading: str | None) -> Element:
    element = sheet.add(parent, "hcontainer", {"name": name})
    if heading is not None:
        sheet.add(element, "heading", None, heading)
    return element


def _table(sheet: Sheet, container: Element) -> Element:
    return sheet.add(sheet.add(container, "content"), "table")


def _cell(sheet: Sheet, line: Element, tag: str, column: str | None, text: str | None) -> None:
    cell = sheet.add(line, tag, {"bt:column": column, "bt:null": "true" if text is None else None})
    sheet.add(cell, "p", None, text)


def _place(row: Record) -> dict[str, str]:
    return {
        "bt:source": str(row["source_file"]),
        "bt:start": str(row["char_start"]),
        "bt:end": str(row["char_end"]),
    }
