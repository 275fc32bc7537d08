"""What a person asks to see side by side, answered from a built database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from biliktilik.pipeline.changes.compare import compare_editions, compare_jobs
from biliktilik.pipeline.changes.editions import edition_on, jobs_on
from biliktilik.pipeline.changes.model import Comparison, Edition
from biliktilik.pipeline.changes.pairing import pair_asked, pair_jobs
from biliktilik.pipeline.changes.stored import change_days, languages_of, stored_texts
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.acts import ActHead, find_act
from biliktilik.pipeline.store.database import Reader


@dataclass(frozen=True, slots=True)
class Asked:
    """Which two states to compare: one act on two days, or the jobs of two acts.

    ``act`` and ``act2`` are numbers or URIs. Days are ISO: ``since`` is that of the first state, ``until`` that of the
    second; None is the first and the last day of change of one act, and the last wordings at hand of two acts. ``eid``
    keeps one unit of the act (or one job of the first act), ``eid2`` names the job of the second.
    """

    act: str
    act2: str | None = None
    eid: str | None = None
    eid2: str | None = None
    since: str | None = None
    until: str | None = None
    language: str | None = None


def compare_asked(reader: Reader, asked: Asked) -> Comparison:
    """The comparison. Raises ``BiliktilikError`` for an act, a language, a unit or a day that is not there."""
    act = find_act(reader, asked.act)
    if asked.act2 is None and asked.eid2 is None:
        return _days(reader, act, asked)
    return _acts(reader, (act, find_act(reader, asked.act2 or asked.act)), asked)


def languages_in_common(reader: Reader, asked: Asked) -> tuple[str, ...]:
    """The languages of the comparison, Kazakh first. Raises ``BiliktilikError`` for an act that is not there."""
    acts = (asked.act,) if asked.act2 is None else (asked.act, asked.act2)
    return _common([languages_of(reader, find_act(reader, act)) for act in acts])


def _days(reader: Reader, act: ActHead, asked: Asked) -> Comparison:
    days = change_days(reader, act)
    if not days and not (asked.since and asked.until):
        why = "no source says since when its wordings are in force"
        raise BiliktilikError("the states of this act cannot be told apart", act.act_uri, why, "name two days")
    since, until = asked.since or days[0], asked.until or days[-1]
    if since > until:
        raise BiliktilikError(f"the first day ({since}) is after the second ({until})", remedy="exchange the two days")
    texts = stored_texts(reader, act, _language(reader, (act,), asked.language))
    old, new = edition_on(texts, since), edition_on(texts, until)
    compared = compare_editions(old, new, asked.eid, _inserted(reader, act))
    if not compared.units:
        _explain_empty(act, asked, old, new)
    return compared


def _acts(reader: Reader, acts: tuple[ActHead, ActHead], asked: Asked) -> Comparison:
    language = _language(reader, acts, asked.language)
    old, new = (
        jobs_on(stored_texts(reader, act, language), day)
        for act, day in zip(acts, (asked.since, asked.until), strict=True)
    )
    for act, side in zip(acts, (old, new), strict=True):
        if not side.units:
            when = f" on {side.on}" if side.on else ""
            raise BiliktilikError(f"no jobs are known of this act in {language}{when}", act.act_uri)
    if asked.eid or asked.eid2:
        return compare_jobs(old, new, pair_asked(reader, acts, old, new, (asked.eid, asked.eid2)))
    return compare_jobs(old, new, pair_jobs(reader, acts, old, new))


def _language(reader: Reader, acts: tuple[ActHead, ...], asked: str | None) -> str:
    """The language that was asked for, else the first that all the acts have."""
    have = [languages_of(reader, act) for act in acts]
    common = _common(have)
    if asked in common or (asked is None and common):
        return asked or common[0]
    told = "; ".join(
        f"{act.number or act.act_uri}: {', '.join(own) or 'none'}" for act, own in zip(acts, have, strict=True)
    )
    what = f"the texts cannot be compared in {asked}" if asked else "the texts have no language in common"
    raise BiliktilikError(what, why=f"languages at hand: {told}")


def _common(have: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(language for language in have[0] if all(language in others for others in have))


def _inserted(reader: Reader, act: ActHead) -> tuple[str, ...]:
    """The units that a source says were inserted into the act."""
    asked = "SELECT DISTINCT scope FROM relations WHERE type = 'inserts' AND to_act_uri = :act AND scope IS NOT NULL"
    return tuple(sorted(str(row[0]) for row in reader.ask(asked, {"act": act.act_uri}).rows))


def _explain_empty(act: ActHead, asked: Asked, old: Edition, new: Edition) -> None:
    """Nothing to compare: say which unit or which days are at fault."""
    eids = [unit.eid for unit in (*old.units, *new.units)]
    if not eids:
        raise BiliktilikError(f"nothing of this act was in force on {old.on} or {new.on}", act.act_uri)
    close = get_close_matches(asked.eid or "", sorted(set(eids)), n=3, cutoff=0.5)
    remedy = f"did you mean {', '.join(close)}?" if close else "`biliktilik show ACT` lists the units of an act"
    raise BiliktilikError(f"the act has no unit {asked.eid!r} on these days", act.act_uri, remedy=remedy)
