"""Which jobs of two acts are set side by side."""

from __future__ import annotations

from typing import Final

from biliktilik.pipeline.changes.model import Edition, Unit
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.acts import ActHead
from biliktilik.pipeline.store.database import Reader

# A job that is only ``related`` is another job: compared when it is asked for, never by itself.
_SAME_JOB: Final = ("same", "renamed", "split", "merged")
_LINKS: Final = """
SELECT from_eid, to_eid, kind FROM lineage WHERE from_act_uri = :one AND to_act_uri = :other
UNION SELECT to_eid, from_eid, kind FROM lineage WHERE from_act_uri = :other AND to_act_uri = :one
"""
Pair = tuple[Unit | None, Unit | None]


def pair_jobs(reader: Reader, acts: tuple[ActHead, ActHead], old: Edition, new: Edition) -> tuple[Pair, ...]:
    """Every job of both editions at least once: with each counterpart that the lineage gives it, or alone.

    In the order of the newer act; jobs of the older one without a counterpart come last.
    """
    links = [link for link in _links(reader, acts) if link[2] in _SAME_JOB]
    olds = {unit.eid: unit for unit in old.units}
    pairs: list[Pair] = []
    for unit in new.units:
        own: list[Pair] = [(olds[one], unit) for one, other, _ in links if other == unit.eid and one in olds]
        pairs += own or [(None, unit)]
    met = {pair[0].eid for pair in pairs if pair[0]}
    return (*pairs, *((unit, None) for unit in old.units if unit.eid not in met))


def pair_asked(
    reader: Reader, acts: tuple[ActHead, ActHead], old: Edition, new: Edition, eids: tuple[str | None, str | None]
) -> tuple[Pair, ...]:
    """The jobs that were asked for by eId; where one side names none, all counterparts that the lineage gives it.

    Raises ``BiliktilikError`` for an eId that is no job, or when the lineage gives it no counterpart.
    """
    one, other = eids
    if one and other:
        return ((_job(old, one, acts[0]), _job(new, other, acts[1])),)
    links = _links(reader, acts)
    if one:
        job = _job(old, one, acts[0])
        found: list[Pair] = [(job, unit) for unit in new.units if (one, unit.eid) in {link[:2] for link in links}]
    else:
        job = _job(new, other or "", acts[1])
        found = [(unit, job) for unit in old.units if (unit.eid, job.eid) in {link[:2] for link in links}]
    if not found:
        raise BiliktilikError(
            what=f"no counterpart of {job.eid} is known in № {(acts[1] if one else acts[0]).number or '-'}",
            why="v_lineage holds no link between them",
            remedy="name both jobs: --eid for the first act, --eid2 for the second",
        )
    return tuple(found)


def _links(reader: Reader, acts: tuple[ActHead, ActHead]) -> list[tuple[str, str, str]]:
    answer = reader.ask(_LINKS + " ORDER BY 1, 2", {"one": acts[0].act_uri, "other": acts[1].act_uri})
    return [(str(row[0]), str(row[1]), str(row[2])) for row in answer.rows]


def _job(edition: Edition, eid: str, act: ActHead) -> Unit:
    for unit in edition.units:
        if unit.eid == eid:
            return unit
    jobs = ", ".join(unit.eid for unit in edition.units) or "none"
    raise BiliktilikError(f"the act has no job {eid!r}", act.act_uri, f"its jobs: {jobs}")
