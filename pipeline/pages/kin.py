"""The same job in other acts: what came before it and what after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.database import Reader

# The table, not its view: the view names acts by their numbers, and two acts may have the same one.
_KIN: Final = """
SELECT l.{other}_act_uri AS act_uri, a.number, a.adopted_on, l.{other}_eid AS eid, l.{other}_title AS title,
       (SELECT max(title) FROM positions WHERE act_uri = l.{other}_act_uri AND eid = l.{other}_eid AND language = 'kk')
           AS title_kk,
       (SELECT max(title) FROM positions WHERE act_uri = l.{other}_act_uri AND eid = l.{other}_eid AND language = 'ru')
           AS title_ru,
       l.kind, l.score, l.evidence,
       CASE WHEN EXISTS (SELECT 1 FROM positions WHERE act_uri = l.{other}_act_uri AND eid = l.{other}_eid)
            THEN 'position'
            WHEN EXISTS (SELECT 1 FROM cards WHERE act_uri = l.{other}_act_uri AND eid = l.{other}_eid)
            THEN 'card' END AS page
FROM lineage AS l
JOIN acts AS a ON a.act_uri = l.{other}_act_uri
WHERE l.{own}_act_uri = :act_uri AND l.{own}_eid = :eid
ORDER BY a.adopted_on, a.act_uri, l.score DESC, l.{other}_eid
"""


@dataclass(frozen=True, slots=True)
class Kin:
    """A job of another act; ``page`` is position, card, or None where the database holds nothing but the mention."""

    act_uri: str
    number: str | None
    adopted_on: str | None
    eid: str
    title: str | None
    title_kk: str | None
    title_ru: str | None
    kind: str
    score: float
    evidence: str
    page: str | None


def read_predecessors(reader: Reader, act_uri: str, eid: str) -> tuple[Kin, ...]:
    """The job in older acts, the oldest act first."""
    return read_rows(reader, Kin, _KIN.format(own="to", other="from"), act_uri=act_uri, eid=eid)


def read_successors(reader: Reader, act_uri: str, eid: str) -> tuple[Kin, ...]:
    """The job in newer acts, the oldest act first."""
    return read_rows(reader, Kin, _KIN.format(own="from", other="to"), act_uri=act_uri, eid=eid)
