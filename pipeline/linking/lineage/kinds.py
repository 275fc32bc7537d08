"""From what two jobs have in common to the link between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.corpus import LineageLink
from biliktilik.pipeline.linking.lineage.duties import Shared
from biliktilik.pipeline.linking.lineage.jobs import Job
from biliktilik.pipeline.linking.lineage.titles import Likeness

# Two duties that hardly any other job of the two acts has are more than chance; one is not.
TELLING_WEIGHT: Final = 2.0
# A quarter of the duties of the job that has fewer. Of the jobs of orders 31-ө-м, 360, 125 and 580-нқ those that are
# one job by their titles share from 0.28 up, those of different titles mostly less than 0.2.
TELLING_SHARE: Final = 0.25
SURE: Final = 1.0  # what a text states, or a person has decided

Pair = tuple[int, int]
NOTHING: Final = Shared(0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What speaks for a link between two jobs, by their numbers, the older act's first."""

    pair: Pair
    likeness: Likeness = Likeness.NONE
    shared: Shared = NOTHING
    cited: bool = False
    untitled: bool = False

    @property
    def telling(self) -> bool:
        """Do the two jobs share so many duties that it cannot be chance?"""
        return self.shared.weight >= TELLING_WEIGHT and self.shared.share >= TELLING_SHARE

    @property
    def one_job(self) -> bool:
        """Are they one job? Duties alone say so only of the same office or of a job without a title."""
        if self.cited or self.likeness > Likeness.OFFICE:
            return True
        return self.telling and (self.untitled or self.likeness is Likeness.OFFICE)

    @property
    def evidence(self) -> str:
        """The best witness."""
        if self.cited:
            return "cited"
        by_duties = self.telling and self.likeness <= Likeness.OFFICE
        return "content" if by_duties else "title"

    @property
    def score(self) -> float:
        """How sure the best witness is, 0 to 1."""
        if self.cited:
            return SURE
        shared = self.shared.share if self.evidence == "content" else 0.0
        return round(max(self.likeness.score, shared), 3)


def decide(jobs: Sequence[Job], witnesses: Iterable[Witnesses]) -> Iterator[LineageLink]:
    """The links that the witnesses bear, in their order."""
    told = list(witnesses)
    strong = [one for one in told if one.one_job]
    degrees = _degrees(jobs, strong)
    best = _best_weights(jobs, strong)
    for one in told:
        older, newer = jobs[one.pair[0]], jobs[one.pair[1]]
        if one.one_job:
            kind = _kind(one, degrees[older.key, newer.act_uri], degrees[newer.key, older.act_uri])
        elif one.likeness or (one.telling and not _explained(one, older, newer, best)):
            kind = "related"
        else:
            continue
        yield LineageLink(*older.key, older.title, *newer.key, newer.title, kind, one.score, one.evidence)


End = tuple[tuple[str, str], str]  # a job and the other act


def _degrees(jobs: Sequence[Job], strong: Sequence[Witnesses]) -> Counter[End]:
    """How many jobs of the other act each job has become, or has come of."""
    return Counter(end for one in strong for end in _ends(jobs, one))


def _ends(jobs: Sequence[Job], one: Witnesses) -> tuple[End, End]:
    older, newer = jobs[one.pair[0]], jobs[one.pair[1]]
    return (older.key, newer.act_uri), (newer.key, older.act_uri)


def _kind(one: Witnesses, successors: int, ancestors: int) -> str:
    if one.likeness is Likeness.EQUAL:
        return "same"
    if successors > 1:
        return "split"
    if ancestors > 1:
        return "merged"
    return "renamed" if one.likeness or one.untitled else "related"


def _best_weights(jobs: Sequence[Job], strong: Sequence[Witnesses]) -> dict[End, float]:
    """What each job shares with its counterparts in the other act."""
    best: dict[End, float] = {}
    for one in strong:
        for end in _ends(jobs, one):
            best[end] = max(best.get(end, 0.0), one.shared.weight)
    return best


def _explained(one: Witnesses, older: Job, newer: Job, best: Mapping[End, float]) -> bool:
    """Does one of the two share as much with its true counterpart? Then its likeness to this one is only an echo."""
    ends: tuple[End, End] = ((older.key, newer.act_uri), (newer.key, older.act_uri))
    return any(best.get(end, -1.0) >= one.shared.weight for end in ends)
