"""The jobs of a corpus: positions and cards, each once per act, with all its titles and duties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.model import BlockKind, Card
from biliktilik.pipeline.corpus import Wording
from biliktilik.pipeline.linking.lineage.words import LANGUAGES

Texts = tuple[tuple[str, str], ...]
Key = tuple[str, str]
_OPEN: Final = "~"  # sorts after every day


@dataclass(frozen=True, slots=True)
class Job:
    """A position or a card of an act, or a paragraf that another act only refers to.

    ``titles`` and ``duties`` are pairs of language and text, of all known wordings; ``title`` is the one to show: the
    latest Kazakh one, else the latest Russian one. ``aliases`` are other names that belong to no other job of the act.
    ``sizes`` tells per language how many duties the job has had on one day, at most.
    """

    act_uri: str
    eid: str
    title: str | None = None
    titles: Texts = ()
    aliases: Texts = ()
    duties: Texts = ()
    sizes: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> Key:
        """Act and unit."""
        return self.act_uri, self.eid

    def size(self, language: str) -> int:
        """How many duties the job has in a language."""
        return dict(self.sizes).get(language, 0)


@dataclass(slots=True)
class _Draft:
    """A job while its wordings are gathered: titles as (language, first day, title), duties with their interval."""

    titles: set[tuple[str, str, str]] = field(default_factory=set)
    names: set[tuple[str, str | None, str]] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    duties: set[tuple[str, str, str, str]] = field(default_factory=set)


def collect_jobs(wordings: Iterable[Wording]) -> tuple[Job, ...]:
    """All positions and cards of acts whose wording is known, in order of acts and units."""
    drafts: dict[Key, _Draft] = {}
    for wording in wordings:
        if wording.known and wording.act_uri and wording.language in LANGUAGES:
            _gather(wording, wording.act_uri, wording.language, drafts)
    foreign = _foreign_names(drafts)
    return tuple(_job(key, drafts[key], foreign[key]) for key in sorted(drafts))


def _gather(wording: Wording, act_uri: str, language: str, drafts: dict[Key, _Draft]) -> None:
    start, end = wording.valid_from or "", wording.valid_to or _OPEN
    for position in wording.body.positions:
        draft = drafts.setdefault((act_uri, position.eid), _Draft())
        if position.title:
            draft.titles.add((language, start, position.title))
    for item in wording.body.items:
        if item.block is BlockKind.DUTIES and item.position_eid:
            draft = drafts.setdefault((act_uri, item.position_eid), _Draft())
            draft.duties.add((language, start, end, item.text))
    for card in wording.body.cards:
        draft = drafts.setdefault((act_uri, card.eid), _Draft())
        if title := card.name or card.title:
            draft.titles.add((language, start, title))
        draft.names |= {(language, name.code, name.name) for name in card.names}
        draft.codes |= {card.occupation_code} if card.occupation_code else set()
        draft.duties |= {(language, start, end, text) for text in card_duties(card)}


def card_duties(card: Card) -> Iterator[str]:
    """What a card says of the work: its purpose, the list of functions, skills and abilities."""
    if card.purpose:
        yield card.purpose
    yield from (function.text for function in card.function_list)
    yield from (skill.text for skill in card.skills)
    yield from (ability.text for ability in card.abilities)


def _foreign_names(drafts: dict[Key, _Draft]) -> dict[Key, frozenset[str]]:
    """Names that other jobs of the act claim too: cards list their neighbours' titles and codes among other names."""
    claims = {key: _claims(draft) for key, draft in drafts.items()}
    claimed = Counter((key[0], name) for key, names in claims.items() for name in names)
    return {key: frozenset(name for name in names if claimed[key[0], name] > 1) for key, names in claims.items()}


def _claims(draft: _Draft) -> frozenset[str]:
    titles = {title.casefold() for _, _, title in draft.titles}
    names = (name.casefold() for _, _, name in draft.names)
    codes = (code for _, code, _ in draft.names if code)
    return frozenset({*titles, *names, *codes, *draft.codes})


def _job(key: Key, draft: _Draft, foreign: frozenset[str]) -> Job:
    aliases = {
        (language, name)
        for language, code, name in draft.names
        if name.casefold() not in foreign and (code is None or code not in foreign)
    }
    return Job(
        *key,
        title=_shown(draft.titles),
        titles=tuple(sorted({(language, title) for language, _, title in draft.titles})),
        aliases=tuple(sorted(aliases)),
        duties=tuple(sorted({(language, text) for language, _, _, text in draft.duties})),
        sizes=tuple((language, _size(draft, language)) for language in LANGUAGES),
    )


def _shown(titles: set[tuple[str, str, str]]) -> str | None:
    for language in LANGUAGES:
        known = sorted((start, title) for spoken, start, title in titles if spoken == language)
        if known:
            return known[-1][1]
    return None


def _size(draft: _Draft, language: str) -> int:
    """The most duties that are in force on one day."""
    spans = [(start, end) for spoken, start, end, _ in draft.duties if spoken == language]
    return max((sum(start <= day < end for start, end in spans) for day, _ in spans), default=0)


def by_act(jobs: Sequence[Job]) -> dict[str, list[Job]]:
    """The jobs of each act."""
    found: dict[str, list[Job]] = {}
    for job in jobs:
        found.setdefault(job.act_uri, []).append(job)
    return found
