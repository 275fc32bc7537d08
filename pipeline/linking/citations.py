"""Mentions of acts, resolved: which act each of them means."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from biliktilik.parsers.identity import fold_number
from biliktilik.parsers.model import ActReference
from biliktilik.pipeline.corpus import LinkedCitation, Wording
from biliktilik.pipeline.linking.acts import CITED, ActIndex, Mention, reference_uri
from biliktilik.pipeline.linking.titles import Titles

_Named = tuple[str | None, str]  # kind and folded name
_Dated = tuple[date, str | None]  # day and folded number


@dataclass
class Identities:
    """What all texts together say of acts that are named by a title: their days and numbers."""

    titles: Titles
    _days: dict[_Named, set[_Dated]] = field(default_factory=dict)

    def learn(self, references: Iterable[ActReference]) -> "Identities":
        """Take in all that ``references`` state, in any order."""
        for act in references:
            key = self.titles.key(act.kind, act.title)
            if key and act.adopted_on:
                self._days.setdefault((act.kind, key), set()).add((act.adopted_on, fold_number(act.number)))
        return self

    def complete(self, act: ActReference) -> ActReference | None:
        """The reference by which the act is told from all others; None when it cannot be told.

        Number and day tell an act; kind and title tell it where no two acts of different days have borne the title.
        """
        if act.number and act.adopted_on:
            return act
        key = self.titles.key(act.kind, act.title)
        if key is None:
            return None
        entry = self.titles.find(act.kind, act.title)
        fitting = self._fitting(act, self._days.get((act.kind, key), set()))
        days = {day for day, _ in fitting}
        numbers = {number for _, number in fitting if number}
        told = len(days) == 1 and not (entry and entry.several and act.adopted_on is None)
        return replace(
            act,
            adopted_on=next(iter(days)) if told else act.adopted_on,
            number=next(iter(numbers)) if told and len(numbers) == 1 else act.number,
            title=entry.name if entry else act.title,
        )

    @staticmethod
    def _fitting(act: ActReference, known: set[_Dated]) -> set[_Dated]:
        number = fold_number(act.number)
        return {
            (day, other)
            for day, other in known
            if act.adopted_on in (None, day) and (number is None or other in (None, number))
        }


def collect_citations(wordings: Sequence[Wording]) -> Iterator[LinkedCitation]:
    """The mentions of all wordings, not yet resolved."""
    for wording in wordings:
        if wording.act_uri and wording.language:
            for citation in wording.body.citations:
                yield LinkedCitation(wording.act_uri, wording.language, wording.source_file, citation)


def resolve_citations(
    citations: Iterable[LinkedCitation], identities: Identities, index: ActIndex
) -> tuple[LinkedCitation, ...]:
    """Each mention with the URI of its act; None where it cannot be told."""
    resolved = []
    for one in citations:
        act = identities.complete(one.citation.act)
        resolved.append(replace(one, cited_act_uri=index.uri(act) if act and reference_uri(act) else None))
    return tuple(resolved)


def cited_acts(citations: Iterable[LinkedCitation], titles: Titles) -> Iterator[Mention]:
    """What the mentions say of the acts that they mean, each act under the name that the list of titles gives it."""
    for one in citations:
        if one.cited_act_uri is None:
            continue
        act = one.citation.act
        entry = titles.find(act.kind, act.title)
        title = entry.names.get(one.language, act.title) if entry else act.title
        yield Mention(
            replace(act, title=title), one.language, CITED, one.cited_act_uri, also_numbered=one.citation.also_numbered
        )
