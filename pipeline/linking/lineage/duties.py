"""Which duties two jobs of two acts share, word for word or nearly so.

Not all pairs of duties are compared. Each duty is filed under its :data:`KEYS` rarest stems (rarest within its own act,
so that no other act changes them), and only duties that meet under :data:`MEETINGS` of them are compared. With n duties
the work is O(n · KEYS · m) for the filing and the meetings, where m is how many duties of other acts are filed under
one stem; rare stems keep m small, whereas comparing all pairs is O(n²). Of the 890 duties of orders 31-ө-м, 360, 125
and 580-нқ one pair in forty is compared; that finds 92 % of all pairs that are alike and 98 % of those over a ratio of
80.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from biliktilik.pipeline.linking.lineage.jobs import Job
from biliktilik.pipeline.linking.lineage.words import LANGUAGES, Words, load_words

KEYS: Final = 10  # a duty has a dozen stems; the very rarest are often slips of the pen or names of the organisation
MEETINGS: Final = 2  # one stem in common is chance in every sixth pair
# token_set_ratio from which two duties say the same: below it only the verb and the object of work are common.
ALIKE: Final = 65.0
# token_set_ratio is 100 where one text holds the other: a short duty must also be so much of the longer one.
COMMON_STEMS: Final = 3
COMMON_SHARE: Final = 0.3

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two jobs share.

    ``number`` of pairs of duties; ``weight``: the same, but a duty that many jobs of the other act have too (labour
    safety, reports) counts for that fraction; ``share`` of the duties of the job that has fewer, 0 to 1.
    """

    number: int
    weight: float
    share: float


@dataclass(frozen=True, slots=True)
class _Duty:
    """A duty of the job with that number, as it is compared."""

    job: int
    stems: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class _Match:
    """Two duties that say the same; ``ratio`` from ALIKE to 100."""

    older: int
    newer: int
    ratio: float


def shared_duties(jobs: Sequence[Job], ranks: Mapping[str, int]) -> dict[Pair, Shared]:
    """What each two jobs share, by their numbers in ``jobs``, the job of the older act first.

    ``ranks`` orders the acts; jobs of acts without a rank are left out. Where both jobs have duties in Kazakh only
    these are compared, else the Russian ones.
    """
    found: dict[Pair, Shared] = {}
    for language in LANGUAGES:
        earlier = LANGUAGES[: LANGUAGES.index(language)]
        for (one, other), shared in _shared(jobs, ranks, language).items():
            if not any(jobs[one].size(spoken) and jobs[other].size(spoken) for spoken in earlier):
                found[one, other] = shared
    return found


def _shared(jobs: Sequence[Job], ranks: Mapping[str, int], language: str) -> dict[Pair, Shared]:
    duties = list(_duties(jobs, ranks, load_words().words[language], language))
    matches = list(_matches(duties, _meetings(duties, jobs, ranks)))
    spread = _spread(duties, matches, jobs)
    groups: dict[Pair, list[_Match]] = {}
    for match in matches:
        groups.setdefault((duties[match.older].job, duties[match.newer].job), []).append(match)
    found = {}
    for (one, other), group in groups.items():
        kept = _one_to_one(group)
        weight = sum(
            1 / max(spread[match.older, jobs[other].act_uri], spread[match.newer, jobs[one].act_uri]) for match in kept
        )
        size = min(jobs[one].size(language), jobs[other].size(language))
        found[one, other] = Shared(len(kept), weight, min(1.0, len(kept) / size))
    return found


def _duties(jobs: Sequence[Job], ranks: Mapping[str, int], words: Words, language: str) -> Iterator[_Duty]:
    for number, job in enumerate(jobs):
        if job.act_uri not in ranks:
            continue
        for spoken, text in job.duties:
            if spoken != language:
                continue
            stems = [stem for stem in words.stems(text) if stem not in words.kinds]
            if len(set(stems)) >= COMMON_STEMS:
                yield _Duty(number, frozenset(stems), " ".join(stems))


def _meetings(duties: Sequence[_Duty], jobs: Sequence[Job], ranks: Mapping[str, int]) -> Iterator[Pair]:
    """Pairs of duties of an older and a newer act that are filed together often enough."""
    drawers: dict[str, list[int]] = {}
    for number, keys in enumerate(_keys(duties, jobs)):
        for key in keys:
            drawers.setdefault(key, []).append(number)
    rank = [ranks[jobs[duty.job].act_uri] for duty in duties]
    met = Counter(
        (one, other) for drawer in drawers.values() for one in drawer for other in drawer if rank[one] < rank[other]
    )
    yield from sorted(pair for pair, times in met.items() if times >= MEETINGS)


def _keys(duties: Sequence[_Duty], jobs: Sequence[Job]) -> Iterator[list[str]]:
    """The rarest stems of each duty within its act."""
    counts: dict[str, Counter[str]] = {}
    for duty in duties:
        counts.setdefault(jobs[duty.job].act_uri, Counter()).update(duty.stems)
    for duty in duties:
        count = counts[jobs[duty.job].act_uri]
        yield sorted(duty.stems, key=lambda stem: (count[stem], stem))[:KEYS]


def _matches(duties: Sequence[_Duty], pairs: Iterator[Pair]) -> Iterator[_Match]:
    for older, newer in pairs:
        one, other = duties[older], duties[newer]
        common = len(one.stems & other.stems)
        if common < COMMON_STEMS or common < COMMON_SHARE * max(len(one.stems), len(other.stems)):
            continue
        ratio = fuzz.token_set_ratio(one.text, other.text, score_cutoff=ALIKE)
        if ratio:
            yield _Match(older, newer, ratio)


def _spread(duties: Sequence[_Duty], matches: Sequence[_Match], jobs: Sequence[Job]) -> dict[tuple[int, str], int]:
    """In how many jobs of another act each duty is found."""
    holders: dict[tuple[int, str], set[int]] = {}
    for match in matches:
        one, other = duties[match.older].job, duties[match.newer].job
        holders.setdefault((match.older, jobs[other].act_uri), set()).add(other)
        holders.setdefault((match.newer, jobs[one].act_uri), set()).add(one)
    return {key: len(found) for key, found in holders.items()}


def _one_to_one(matches: Sequence[_Match]) -> list[_Match]:
    """Each duty in at most one pair, the most alike pairs first."""
    kept: list[_Match] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for match in sorted(matches, key=lambda match: (-match.ratio, match.older, match.newer)):
        if match.older not in used[0] and match.newer not in used[1]:
            kept.append(match)
            used[0].add(match.older)
            used[1].add(match.newer)
    return kept
