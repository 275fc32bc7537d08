"""Rows of the texts that a search finds, made of the rows of the other tables: both always show the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.rows.row import Row, Rows
from biliktilik.pipeline.search.folding import folded, stemmed

_BLOCK_KINDS: Final = {"duties": "duty", "knowledge": "knowledge", "requirements": "requirement"}
# Tables of the parts of cards: the kind of passage that each is, its columns of words, and a code found with them.
_PARTS: Final[tuple[tuple[str, str, tuple[str, ...], str | None], ...]] = (
    ("card_names", "card_name", ("name",), "code"),
    ("card_education", "card_education", ("level", "speciality", "qualification"), None),
    ("card_function_list", "card_function", ("text",), None),
    ("card_functions", "card_function", ("text",), None),
    ("card_skills", "card_skill", ("text",), None),
    ("card_abilities", "card_ability", ("text",), None),
    ("card_knowledge", "card_knowledge", ("text",), None),
    ("card_competences", "card_competence", ("text",), None),
    ("card_related", "card_related", ("name",), "code"),
)
_CARD_TEXTS: Final = (
    ("purpose", "card_purpose"),
    ("qualification_text", "card_education"),
    ("informal_education", "card_education"),
    ("experience", "card_experience"),
)
_VALIDITY: Final = ("valid_from", "valid_to", "valid_basis")
_PLACE: Final = ("source_file", "char_start", "char_end")
_SHARED: Final = ("act_uri", "language", *_VALIDITY, *_PLACE)


@dataclass(frozen=True, slots=True)
class _Holder:
    """A position or card: its eId and what it is called, as far as anybody says."""

    kind: str
    eid: str
    title: str | None


def passage_rows(rows: Rows) -> Iterator[Row]:
    """One row per text: titles of acts, then wording by wording what stands in them, then amendments and notes.

    A unit that a more telling row shows (an item, a title of a position, a part of a card) is left to that row. The
    same text of the same sort in one wording of a unit is one passage.
    """
    holders = _holders(rows)
    found = [
        *_titles(rows),
        *_positions(rows),
        *_items(rows),
        *_cards(rows),
        *_units(rows, holders),
        *_amendments(rows),
        *_notes(rows, holders),
    ]
    seen: set[tuple[object, ...]] = set()
    for row in found:
        key = tuple(row[name] for name in ("act_uri", "language", "eid", "kind", "text", "valid_from", "valid_to"))
        if row["text"] and key not in seen:
            seen.add(key)
            yield {"passage_id": len(seen), **row}


def _passage(row: Row, kind: str, text: object, holder: _Holder | None, *also: object) -> Row:
    """A passage of ``row``; it is found by the words ``also``, too, which it does not show."""
    words, language = folded(" ".join(str(one) for one in (text, *also) if one)), row["language"]
    return {
        **{name: row.get(name) for name in _SHARED},
        "eid": row.get("eid"),
        "holder_eid": holder.eid if holder else None,
        "holder_kind": holder.kind if holder else None,
        "kind": kind,
        "title": holder.title if holder else None,
        "text": text,
        "folded": " ".join(words),
        "stems": " ".join(stemmed(words, str(language) if language else None)),
    }


def _holders(rows: Rows) -> Mapping[tuple[object, ...], _Holder]:
    """Positions and cards by act, language and eId, each with the first title that any of its wordings states."""
    found: dict[tuple[object, ...], _Holder] = {}
    holding = [(row, _position(row)) for row in rows["positions"]] + [(row, _card(row)) for row in rows["cards"]]
    for row, holder in holding:
        key = _key(row, row["eid"])
        if key not in found or found[key].title is None:
            found[key] = holder
    return found


def _position(row: Row) -> _Holder:
    return _Holder("position", str(row["eid"]), str(row["title"]) if row["title"] else None)


def _card(row: Row) -> _Holder:
    title = row["name"] or row["title"]
    return _Holder("card", str(row["eid"]), str(title) if title else None)


def _key(row: Row, eid: object) -> tuple[object, ...]:
    return row["act_uri"], row["language"], eid


def _titles(rows: Rows) -> Iterator[Row]:
    names: dict[object, list[Row]] = {}
    for name in rows["act_names"]:
        names.setdefault(name["act_uri"], []).append(name)
    for act in rows["acts"]:
        numbers = (act["number"], act["also_numbered"], act["registration_number"])
        titled = [name for name in names.get(act["act_uri"], []) if name["title"]]
        nameless = {"act_uri": act["act_uri"], "language": None, "title": act["number"], "issuer": None}
        for name in titled or [nameless]:
            yield {**_passage(name, "act", name["title"], None, name["issuer"], *numbers), "title": name["title"]}


def _positions(rows: Rows) -> Iterator[Row]:
    for row in rows["positions"]:
        yield _passage(row, "position", row["title"], _position(row))


def _items(rows: Rows) -> Iterator[Row]:
    positions = {row["wording_id"]: _position(row) for row in rows["positions"]}
    for row in rows["items"]:
        holder = positions.get(row["position_wording_id"])
        yield _passage(row, _BLOCK_KINDS[str(row["block"])], row["text"], holder)


def _cards(rows: Rows) -> Iterator[Row]:
    cards = {row["wording_id"]: row for row in rows["cards"]}
    for card in rows["cards"]:
        codes = (card["name"], card["group_code"], card["occupation_code"])
        yield _passage(card, "card", card["title"] or card["name"], _card(card), *codes)
        for column, kind in _CARD_TEXTS:
            yield _passage(card, kind, card[column], _card(card))
    for table, kind, columns, code in _PARTS:
        for part in rows[table]:
            card = cards[part["card_wording_id"]]
            for column in columns:
                also = (part[code],) if code else ()
                yield _passage({**card, **part}, kind, _words(part[column]), _card(card), *also)


def _words(printed: object) -> object:
    """What a cell says; None for a cell that holds a dash."""
    return printed if folded(str(printed or "")) else None


def _units(rows: Rows, holders: Mapping[tuple[object, ...], _Holder]) -> Iterator[Row]:
    titled = {row["wording_id"] for row in (*rows["positions"], *rows["cards"]) if row["title"]}
    told = {row["wording_id"] for row in (*rows["items"], *rows["cards"])}
    terms = {
        (*_key(row, row["eid"]), row["valid_from"]): kind
        for table, kind in (("definitions", "definition"), ("abbreviations", "abbreviation"))
        for row in rows[table]
    }
    parents = {_key(row, row["eid"]): row["parent_eid"] for row in rows["provisions"]}
    for row in rows["provisions"]:
        holder = _above(row, parents, holders)
        if row["provision_id"] not in titled:
            yield _passage(row, "heading", row["heading"], holder)
        if row["provision_id"] not in told:
            kind = terms.get((*_key(row, row["eid"]), row["valid_from"]), "provision")
            yield _passage(row, kind, row["text"], holder)


def _above(
    row: Row, parents: Mapping[tuple[object, ...], object], holders: Mapping[tuple[object, ...], _Holder]
) -> _Holder | None:
    """The position or card that a unit is or stands in."""
    eid, passed = row["eid"], set[object]()
    while eid is not None and eid not in passed:
        if holder := holders.get(_key(row, eid)):
            return holder
        passed.add(eid)
        eid = parents.get(_key(row, eid))
    return None


def _amendments(rows: Rows) -> Iterator[Row]:
    languages = {row["source_file"]: row["language"] for row in rows["sources"]}
    for row in rows["amendments"]:
        own = {**row, "act_uri": row["amending_act_uri"], "language": languages[row["source_file"]]}
        yield _passage(own, "amendment", row["instruction"], None)


def _notes(rows: Rows, holders: Mapping[tuple[object, ...], _Holder]) -> Iterator[Row]:
    parents = {_key(row, row["eid"]): row["parent_eid"] for row in rows["provisions"]}
    for row in rows["notes"]:
        yield _passage(row, "note", row["text"], _above(row, parents, holders))
