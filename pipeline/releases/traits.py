"""What the columns of the views are to a comparison: numbers, places, words, keys; read or computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

PLACE: Final = ("source_file", "char_start", "char_end", "line")
VALIDITY: Final = ("valid_from", "valid_to", "valid_basis")
# Follow from other columns of the same row; told only where those stay.
DERIVED: Final = {"provision_id": ("act_uri", "language", "valid_from", "eid")}

_NUMBERING: Final = frozenset((
    "eid", "parent_eid", "label", "ordinal", "section", "position", "point", "position_id", "card_id", "provision_id",
    "holder_eid", "requirement_ordinal", "item_ordinal", "alternative", "function_number", "skill_number", "scope",
    "from_eid", "to_eid",
))  # fmt: skip
# What linking and dating fill in, also in rows whose words a single document gives.
_COMPUTED: Final = frozenset((
    *VALIDITY, "wording_known", "act_uri", "act_number", "amending_number", "resolved", "status",
    "cited_act_uri", "cited_act_number", "cited_kind", "cited_title", "target_act_uri", "target_number",
    "effective_from", "effective_basis",
))  # fmt: skip
_COMPUTED_VIEWS: Final = frozenset(
    ("v_acts", "v_relations", "v_alignments", "v_lineage", "v_changes", "v_card_references", "v_findings")
)
OWN_ACT: Final = ("act_uri", "act_number", "amending_act_uri", "from_act_uri", "from_act_number", "to_act_number")
OTHER_ACT: Final = ("target_act_uri", "cited_act_uri", "to_act_uri", "target_number", "cited_act_number")

_ITEM: Final = ("act_number", "language", "eid", "valid_from")
_PART: Final = ("card_id", "language", "valid_from", "function_number", "skill_number", "number", "ordinal")
_KEYS: Final = {
    "v_abbreviations": ("act_number", "language", "ordinal", "valid_from"),
    "v_acts": ("act_uri",),
    "v_alignments": ("act_number", "eid", "item_kind", "kk_ordinals", "ru_ordinals"),
    "v_amendments": ("amending_act_uri", "ordinal"),
    "v_card_references": ("card_id", "language", "valid_from", "printed"),
    "v_cards": ("card_id", "language", "valid_from"),
    "v_changes": ("act_number", "language", "eid", "item_kind", "change", "changed_on"),
    "v_citations": ("act_number", "language", "eid", "item_kind", "item_ordinal", "as_printed"),
    "v_definitions": ("act_number", "language", "ordinal", "valid_from"),
    "v_duties": _ITEM,
    "v_findings": ("source_file", "act_number", "code", "excerpt"),
    "v_knowledge": _ITEM,
    "v_lineage": ("from_act_number", "from_eid", "to_act_number", "to_eid"),
    "v_links": ("source_file", "char_start"),
    "v_positions": ("act_uri", "language", "eid", "valid_from"),
    "v_provisions": ("act_uri", "language", "eid", "valid_from"),
    "v_relations": ("from_act_uri", "type", "to_act_uri", "scope", "source_file"),
    "v_repairs": ("source_file", "char_start"),
    "v_requirement_alternatives": (*_ITEM[:3], "alternative", "valid_from"),
    "v_requirement_matrix": ("position_id", "language", "level", "category", "valid_from"),
    "v_requirements": _ITEM,
    "v_search": ("act_uri", "language", "eid", "kind", "valid_from"),
    "v_segments": ("source_file", "char_start"),
    "v_sources": ("source_file",),
    "v_standard_oked": ("act_number", "ordinal"),
    "v_standards": ("act_number",),
}
_WORDS: Final = {
    "v_abbreviations": ("abbreviation", "expansion"),
    "v_amendments": ("target_printed", "instruction", "new_text"),
    "v_card_education": ("level", "speciality", "qualification"),
    "v_card_names": ("code", "name"),
    "v_card_related": ("code", "name"),
    "v_cards": ("title", "name"),
    "v_changes": ("old_text", "new_text"),
    "v_citations": ("as_printed",),
    "v_definitions": ("term", "definition"),
    "v_findings": ("message",),
    "v_links": ("as_printed", "target"),
    "v_positions": ("title",),
    "v_provisions": ("heading", "text"),
    "v_relations": ("quote",),
    "v_repairs": ("raw",),
    "v_sources": (),
    "v_standard_oked": ("code", "name"),
    "v_standards": ("code", "name"),
}
# Rows that are the unit their eId names; all others are parts of it.
_UNITS: Final = frozenset(("v_duties", "v_knowledge", "v_positions", "v_provisions", "v_requirements"))
# In these a number is mostly the matter itself, not the place of something in a list.
_NUMBERED: Final[Mapping[str, frozenset[str]]] = {
    "v_acts": frozenset(),
    "v_alignments": frozenset(),
    "v_amendments": frozenset(("ordinal",)),
    "v_findings": frozenset(),
    "v_sources": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Traits:
    """What the columns that two builds of a view share are for.

    ``key`` names a row, ``words`` are what a person would recognise it by, ``numbering`` says where it stands in its
    act. ``computed``: filled in by setting documents in relation.
    """

    view: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    words: tuple[str, ...]
    numbering: frozenset[str]
    computed: frozenset[str]
    is_unit: bool

    @property
    def content(self) -> tuple[str, ...]:
        """All columns but the place."""
        return tuple(column for column in self.columns if column not in PLACE)


def traits_of(view: str, columns: Sequence[str]) -> Traits:
    """The traits of a view with these columns; of a view that is not known here, by the names of its columns."""
    named = _KEYS.get(view) or (_PART if view.startswith("v_card_") else _usual_key(columns))
    words = _WORDS.get(view, ("text",))
    numbering = _NUMBERED.get(view, _NUMBERING | ({"number"} if "card_id" in columns else set()))
    return Traits(
        view,
        tuple(columns),
        tuple(column for column in named if column in columns),
        tuple(column for column in words if column in columns),
        frozenset(column for column in columns if column in numbering),
        frozenset(columns) if view in _COMPUTED_VIEWS else frozenset(columns) & _COMPUTED,
        view in _UNITS,
    )


def _usual_key(columns: Sequence[str]) -> tuple[str, ...]:
    usual = ("act_uri", "act_number", "position_id", "card_id", "language", "eid", "ordinal", "valid_from")
    return tuple(column for column in usual if column in columns) or tuple(columns[:1])
