"""How far a difference in one act reaches: along the links between acts, as either build knows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.releases.documents import Document, Fate
from biliktilik.pipeline.releases.rows import Book

_LEGAL: Final = frozenset(("amends", "inserts", "repeals", "replaces", "approves"))


@dataclass(frozen=True, slots=True)
class Reach:
    """``changed``: acts whose text, days or fate may differ; ``named``: acts that those, or changed texts, name."""

    changed: frozenset[str]
    named: frozenset[str]

    def touches(self, own: frozenset[str], others: frozenset[str]) -> bool:
        """Whether a row of the acts ``own`` that also names ``others`` may differ."""
        return not (self.changed.isdisjoint(own) and self.changed.isdisjoint(others) and self.named.isdisjoint(others))


class Links:
    """Which act acts on which, and which document names which act, in both builds together."""

    def __init__(self, books: Iterable[Book]) -> None:
        self._acts_on: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        self._told_by: dict[int, set[str]] = {}
        for book in books:
            self._learn(book)

    def reach(self, acts: Iterable[str], documents: Iterable[Document] = ()) -> Reach:
        """How far these acts, and what these documents tell of others, reach."""
        changed = set(acts)
        waiting = sorted(changed)
        while waiting:
            for found in self._acts_on.get(waiting.pop(), ()):
                if found not in changed:
                    changed.add(found)
                    waiting.append(found)
        named = {name for act in changed for name in self._names.get(act, ())}
        for document in documents:
            named |= self._told_by.get(document.number, set())
        return Reach(frozenset(changed), frozenset(named | changed))

    def _learn(self, book: Book) -> None:
        release = book.release
        for start, kind, end, file in release.select(
            "v_relations", ("from_act_uri", "type", "to_act_uri", "source_file")
        ).rows:
            self._link(book, str(start), str(end), file, acts_on=kind in _LEGAL)
        amended = ("amending_act_uri", "target_act_uri", "source_file")
        for start, end, file in release.select("v_amendments", amended).rows:
            self._link(book, str(start), end, file, acts_on=True)
        for view in ("v_citations", "v_card_references"):
            for number, end, file in release.select(view, ("act_number", "cited_act_uri", "source_file")).rows:
                for start in sorted(book.acts(number)):
                    self._link(book, start, end, file, acts_on=False)

    def _link(self, book: Book, start: str, end: object, file: object, *, acts_on: bool) -> None:
        if not isinstance(end, str):
            return
        self._names.setdefault(start, set()).add(end)
        if acts_on:
            self._acts_on.setdefault(start, set()).add(end)
        document = book.documents.get(str(file))
        if document is not None:
            self._told_by.setdefault(document.number, set()).update((start, end))

    @property
    def named_acts(self) -> frozenset[str]:
        """All acts that any link of either build begins or ends at."""
        return frozenset(self._names) | frozenset(act for named in self._names.values() for act in named)


def document_reach(links: Links, documents: Iterable[Document]) -> Reach:
    """How far the documents reach that only one build has, or has in another text."""
    differing = [one for one in documents if one.fate not in (Fate.SAME, Fate.COPIED)]
    return links.reach((act for one in differing for act in one.acts), differing)
