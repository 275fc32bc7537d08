"""Paragrafs of other acts that cards refer to: the qualification reference of a professional standard.

A card names the order and its paragraf ("1-параграф. Әлеуметтік жұмыскер жоғары, бірінші, екінші санаттар"), but not
the chapter. While the order's text is not at hand such a paragraf is a job of its own, with the title that the card
gives it. Once the text is there, the paragraf is the position of that number whose title is the stated one, or the only
one of that number; a reference without a number is the only position of the stated title.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from biliktilik.parsers.model import ActReference, CardReference
from biliktilik.pipeline.corpus import Wording
from biliktilik.pipeline.linking.lineage.jobs import Job, Key, by_act
from biliktilik.pipeline.linking.lineage.titles import Likeness, compare_titles, read_title
from biliktilik.pipeline.linking.lineage.words import LANGUAGES, load_words

Resolve = Callable[[ActReference], str | None]


@dataclass(frozen=True, slots=True)
class Cited:
    """``jobs`` are all jobs, with the paragrafs that are known only by reference; ``links`` lead from them to cards."""

    jobs: tuple[Job, ...]
    links: frozenset[tuple[Key, Key]]


def follow_references(
    wordings: Iterable[Wording], jobs: Sequence[Job], full: frozenset[str], resolve: Resolve
) -> Cited:
    """Find the unit that each card refers to; ``full`` are the acts whose whole text is at hand."""
    held = by_act(jobs)
    known = {job.key: job for job in jobs}
    links: set[tuple[Key, Key]] = set()
    for wording in wordings:
        if not (wording.known and wording.act_uri and wording.language in LANGUAGES):
            continue
        for card in wording.body.cards:
            for reference in card.references:
                cited = _cited(reference, wording.language, held, full, resolve)
                if cited and (wording.act_uri, card.eid) in known:
                    known[cited.key] = _joined(known.get(cited.key), cited)
                    links.add((cited.key, (wording.act_uri, card.eid)))
    return Cited(tuple(known[key] for key in sorted(known)), frozenset(links))


def unit_title(language: str, printed: str) -> str | None:
    """The title of the unit in a printed reference; None where it states none."""
    words = load_words().words[language]
    for pattern in words.unit_begins:
        begins = list(pattern.finditer(printed))
        if begins and words.unit_ends:
            return words.unit_ends.sub("", printed[begins[-1].end() :], count=1) or None
    return None


def _cited(
    reference: CardReference,
    language: str,
    held: Mapping[str, Sequence[Job]],
    full: frozenset[str],
    resolve: Resolve,
) -> Job | None:
    uri = resolve(reference.act)
    if uri is None:
        return None
    title = unit_title(language, reference.printed)
    if found := find_unit(held.get(uri, ()), reference.eid, language, title, whole=uri in full):
        return found
    if reference.eid is None:
        return None
    return Job(uri, reference.eid, title, ((language, title),) if title else ())


def find_unit(jobs: Sequence[Job], eid: str | None, language: str, title: str | None, *, whole: bool) -> Job | None:
    """The job that a reference means, by the last step of its eId and by its title; None when that does not decide.

    ``whole``: ``jobs`` are all jobs of the act, so that the only one of a number is the one meant.
    """
    numbered = [job for job in jobs if eid is None or job.eid == eid or job.eid.endswith(f"__{eid}")]
    titled = [job for job in numbered if title and _bears(job, language, title)]
    if len(titled) == 1:
        return titled[0]
    return numbered[0] if whole and eid is not None and len(numbered) == 1 else None


def _bears(job: Job, language: str, title: str) -> bool:
    return any(
        compare_titles(own, stated) is Likeness.EQUAL
        for spoken, printed in job.titles
        if spoken == language
        for own in read_title(spoken, printed)
        for stated in read_title(language, title)
    )


def _joined(known: Job | None, cited: Job) -> Job:
    """A paragraf that several cards refer to bears the titles that all of them give it."""
    if known is None or known is cited:
        return cited
    titles = tuple(sorted({*known.titles, *cited.titles}))
    return replace(known, title=known.title or cited.title, titles=titles)
