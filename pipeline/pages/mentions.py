"""The acts that an act, or a unit of it, cites."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.database import Reader

# The table, not its view: the view names the citing act by its number, and two acts may have the same one.
_MENTIONS: Final = """
SELECT c.language, c.eid, c.item_kind, c.item_ordinal, c.as_printed, c.resolved, c.cited_act_uri, c.cited_title,
       a.kind, a.number, a.adopted_on, a.title_kk, a.title_ru, a.in_force_from, a.in_force_to, a.in_force_to_basis,
       a.text_known
FROM citations AS c
LEFT JOIN v_acts AS a ON a.act_uri = c.cited_act_uri
WHERE c.act_uri = :act_uri AND (:eids IS NULL OR c.eid IN (SELECT value FROM json_each(:eids)))
ORDER BY c.language, c.source_file, c.char_start, c.char_end, c.citation_id
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an act, with what the database knows of the act; no ``cited_act_uri`` where it cannot be told."""

    language: str
    eid: str | None
    item_kind: str
    item_ordinal: int | None
    as_printed: str
    resolved: bool
    cited_act_uri: str | None
    cited_title: str | None
    kind: str | None
    number: str | None
    adopted_on: str | None
    title_kk: str | None
    title_ru: str | None
    in_force_from: str | None
    in_force_to: str | None
    in_force_to_basis: str | None
    text_known: str | None


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act that is cited: its first mention stands for it, ``count`` is how many times it is named."""

    act: Mention
    count: int


def read_mentions(reader: Reader, act_uri: str, eids: Iterable[str] | None = None) -> tuple[Mention, ...]:
    """Every mention of an act in an act, or in some units of it; Kazakh first, in the order of the text."""
    units = None if eids is None else json.dumps(sorted(eids))
    return read_rows(reader, Mention, _MENTIONS, act_uri=act_uri, eids=units)


def by_cited_act(mentions: Iterable[Mention]) -> tuple[CitedAct, ...]:
    """The acts mentioned, each once, in the order of their first mention; unknown acts by their printed words."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.cited_act_uri or mention.as_printed, []).append(mention)
    return tuple(CitedAct(group[0], len(group)) for group in groups.values())
