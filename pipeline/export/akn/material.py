"""What the views say of each act with a known text, gathered once: the act, its units, what it does and undergoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.export.akn.sources import Segment, SourceTexts
from biliktilik.pipeline.store.acts import ActHead
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Value
from biliktilik.pipeline.store.units import Unit, read_units

Record = Mapping[str, Value]

_ACTS: Final = "SELECT * FROM v_acts ORDER BY act_uri"
_RELATIONS: Final = """
SELECT * FROM v_relations WHERE type <> 'cites'
ORDER BY type, from_act_uri, to_act_uri, effective_on, scope, source_file, char_start, char_end
"""
_AMENDMENTS: Final = "SELECT * FROM v_amendments ORDER BY amending_act_uri, source_file, ordinal"
_CITATIONS: Final = """
SELECT * FROM v_citations ORDER BY source_file, char_start, char_end, eid, item_kind, item_ordinal, cited_act_uri
"""
_FINDINGS: Final = """
SELECT * FROM v_findings WHERE severity <> 'info'
ORDER BY source_file, char_start, char_end, code, message
"""
_CARD_ORDER: Final = {
    "v_cards": "card_id, language, valid_from",
    "v_card_education": "card_id, ordinal",
    "v_card_names": "card_id, ordinal",
    "v_card_experience": "card_id, ordinal",
    "v_card_references": "card_id, char_start, char_end, printed",
    "v_card_function_list": "card_id, ordinal",
    "v_card_functions": "card_id, number",
    "v_card_skills": "card_id, function_number, skill_number",
    "v_card_abilities": "card_id, function_number, skill_number, ordinal",
    "v_card_knowledge": "card_id, function_number, skill_number, ordinal",
    "v_card_competences": "card_id, ordinal",
    "v_card_related": "card_id, ordinal",
}

# Act, eId, language and first day: one wording of a card.
CardKey = tuple[Value, Value, Value]


@dataclass(frozen=True, slots=True)
class Material:
    """All that a file of one act may tell, as rows of the views; ``acts`` holds those of every act, by URI."""

    act: Record
    acts: Mapping[str, Record]
    units: tuple[Unit, ...]
    active: tuple[Record, ...]
    passive: tuple[Record, ...]
    amendments: tuple[Record, ...]
    amended_by: tuple[Record, ...]
    citations: tuple[Record, ...]
    findings: tuple[Record, ...]
    segments: tuple[Segment, ...]
    sources: tuple[Record, ...]
    cards: Mapping[CardKey, Mapping[str, Sequence[Record]]]

    @property
    def uri(self) -> str:
        """The work URI of the act."""
        return str(self.act["act_uri"])


def read_material(reader: Reader) -> Iterator[Material]:
    """One ``Material`` per act whose text is known in full or in part, by URI; acts without a unit are left out."""
    shelf = _Shelf(reader)
    for act in shelf.acts.values():
        if act["text_known"] == "none":
            continue
        head = ActHead(**{name: act[name] for name in ActHead.__dataclass_fields__})  # type: ignore[arg-type]
        if units := read_units(reader, head):
            yield shelf.material(act, tuple(units))


class _Shelf:
    """The views that are small or have no index on the act, read once and sorted by act."""

    def __init__(self, reader: Reader) -> None:
        self.acts = {str(act["act_uri"]): act for act in reader.ask(_ACTS).records()}
        relations = list(reader.ask(_RELATIONS).records())
        amendments = list(reader.ask(_AMENDMENTS).records())
        self._texts = SourceTexts(reader)
        self._active = _by(relations, "from_act_uri")
        self._passive = _by(relations, "to_act_uri")
        self._amendments = _by(amendments, "amending_act_uri")
        self._amended = _by(amendments, "target_act_uri")
        self._citations = _by(reader.ask(_CITATIONS).records(), "act_number")
        self._findings = _by(reader.ask(_FINDINGS).records(), "act_number")
        self._cards = _cards(reader)

    def material(self, act: Record, units: tuple[Unit, ...]) -> Material:
        uri = str(act["act_uri"])
        number = str(act["number"]).lower() if act["number"] is not None else None
        files = {unit.source_file for unit in units}
        own = sorted(file for file in files if self._texts.source(file)["act_uri"] == uri)
        return Material(
            act,
            self.acts,
            units,
            tuple(self._active[uri]),
            tuple(self._passive[uri]),
            tuple(self._amendments[uri]),
            tuple(self._amended[uri]),
            # Acts may share a number: only what stands in the sources of this one's units is its own.
            tuple(row for row in self._citations[number] if row["source_file"] in files),
            tuple(row for row in self._findings[number] if row["source_file"] in files),
            tuple(segment for file in sorted(files) for segment in self._texts.segments(file, own=file in own)),
            tuple(self._texts.source(file) for file in sorted(files)),
            self._cards[uri],
        )


def _by(records: Iterable[Record], key: str) -> defaultdict[Value, list[Record]]:
    groups: defaultdict[Value, list[Record]] = defaultdict(list)
    for record in records:
        groups[record[key]].append(record)
    return groups


def _cards(reader: Reader) -> defaultdict[str, dict[CardKey, dict[str, list[Record]]]]:
    found: defaultdict[str, dict[CardKey, dict[str, list[Record]]]] = defaultdict(dict)
    for view, order in _CARD_ORDER.items():
        for row in reader.ask(f"SELECT * FROM {view} ORDER BY {order}, source_file, char_start").records():
            uri, _, eid = str(row["card_id"]).partition("#")
            parts = found[uri].setdefault((eid, row["language"], row["valid_from"]), {})
            parts.setdefault(view, []).append(row)
    return found
