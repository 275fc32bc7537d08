"""Why a row differs: the rule in the package's docstring, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from biliktilik.pipeline.releases.catalogs import CAUSE as CATALOG_CAUSE
from biliktilik.pipeline.releases.catalogs import CatalogDelta
from biliktilik.pipeline.releases.difference import Difference, Kind, Section
from biliktilik.pipeline.releases.documents import Document, Fate
from biliktilik.pipeline.releases.drafts import Draft, split
from biliktilik.pipeline.releases.reach import Links, Reach, document_reach
from biliktilik.pipeline.releases.rows import Book, Row, pick
from biliktilik.pipeline.releases.texts import Lines, compare_lines
from biliktilik.pipeline.releases.traits import OTHER_ACT, OWN_ACT, Traits

Sides = tuple[Sequence[Row], Sequence[Row]]  # of the old build and of the new one

_NO_REACH: Final = Reach(frozenset(), frozenset())
# Rows without a place in these tell of an act as such; that a document mentions it is enough for them to differ.
_OF_ACTS: Final = frozenset(("v_acts", "v_search"))
_READ_ANEW: Final = "the document is the same, and is read differently"
_SECTIONS: Final = {
    "a document that differs": Section.LEGAL,
    "the catalog": Section.CATALOG,
    "the parser": Section.PARSER,
}
_COMPUTED_FROM: Final = "computed; of all that differs, only "
_UNSURE_DOCUMENT: Final = "a document that one build could not read"
_NO_LINK: Final = "documents or catalog differ, too, but no link leads from them to this row"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A section, and in words why; ``open`` while the evidence of all other rows is still needed."""

    section: Section
    cause: str
    open: str = ""


_COMPUTED: Final = Verdict(Section.UNCERTAIN, "", "computed")
_ELSEWHERE: Final = Verdict(Section.UNCERTAIN, "", "elsewhere")


class Judge:
    """Finds the causes of all differences of two builds. Feed it the views one by one, then ask for the outcome."""

    def __init__(self, books: tuple[Book, Book], documents: Sequence[Document], catalog: CatalogDelta) -> None:
        self._books = books
        self._catalog = catalog
        self._documents = documents
        self._links = Links(books)
        unsure = [one for one in documents if one.fate is Fate.UNSURE]
        self._by_documents = document_reach(self._links, [one for one in documents if one.fate is not Fate.UNSURE])
        self._by_unsure = document_reach(self._links, unsure)
        self._by_catalog = self._links.reach(catalog.acts)
        self._by_parser = _NO_REACH
        self._inputs_differ = catalog.differs or any(one.fate not in (Fate.SAME, Fate.COPIED) for one in documents)
        self._lines: dict[int, tuple[Lines, Lines] | None] = {}
        self._found: list[tuple[Draft, Verdict]] = []
        self._redefined: set[str] = set()

    def hear(self, traits: Traits, drafts: Iterable[Draft], every: Sides, same: bool) -> None:
        """Take in the differences of one view; ``every`` are all its rows, ``same`` whether it is defined as before."""
        if not same:
            self._redefined.add(traits.view)
        read = _Read(traits, every)
        for draft in drafts:
            for part in split(draft, self._computed_columns(draft)):
                self._found.append((part, self._first_look(part, read)))

    def differences(self) -> tuple[Difference, ...]:
        """All differences with their causes, in the order in which they were heard."""
        told = [draft for draft, verdict in self._found if verdict.section is Section.PARSER]
        told = [draft for draft in told if draft.traits.view not in self._redefined]
        self._by_parser = self._links.reach(act for draft in told for act in self._acts(draft)[0])
        settled = [(draft, self._settle(draft, verdict, bool(told))) for draft, verdict in self._found]
        suspicious = {
            (draft.traits.view, cell.column)
            for draft, verdict in settled
            if verdict.cause == _NO_LINK and draft.kind is Kind.CHANGED
            for cell in draft.cells
        }
        return tuple(
            Difference(verdict.section, draft.traits.view, draft.kind, draft.key, draft.cells, verdict.cause)
            for draft, verdict in (self._doubted(*one, suspicious) for one in settled)
        )

    def _first_look(self, draft: Draft, read: _Read) -> Verdict:
        """What the documents themselves decide."""
        documents = [row.document for row in draft.rows if row.document is not None]
        for document in documents:
            if document.fate in _TOLD:
                return Verdict(Section.UNCERTAIN if document.fate is Fate.UNSURE else Section.LEGAL, _told(document))
        if any(document.fate is Fate.REPLACED for document in documents):
            name = documents[-1].name
            return (
                Verdict(Section.LEGAL, f"the text of {name} differs here") if self._differs_here(draft) else _ELSEWHERE
            )
        if not documents or self._is_computed(draft, read):
            return _COMPUTED
        return Verdict(Section.PARSER, f"{_READ_ANEW}{self._redefinition(draft)}")

    def _differs_here(self, draft: Draft) -> bool:
        """Whether a line of a replaced document, at the place of the row, stands in one of its texts only."""
        if draft.traits.view == "v_sources":
            return True
        return any(not self._stays(row, side, draft.traits) for side, row in enumerate((draft.old, draft.new)) if row)

    def _stays(self, row: Row, side: int, traits: Traits) -> bool:
        document = row.document
        values = dict(zip(traits.columns, row.values, strict=True))
        start, end = values.get("char_start"), values.get("char_end")
        if document is None or document.fate is not Fate.REPLACED:
            return True
        if document.number not in self._lines:
            self._lines[document.number] = compare_lines(document)
        lines = self._lines[document.number]
        if lines is None or not isinstance(start, int) or not isinstance(end, int):
            return lines is not None
        return lines[side].stay(start, end)

    def _computed_columns(self, draft: Draft) -> frozenset[str]:
        """The columns that linking fills; of what a source quotes of another act, or only tells of, all of them."""
        documents = {row.document.number for row in draft.rows if row.document}
        if len(documents) == 1 and not self._is_told_of(draft):
            return draft.traits.computed
        return frozenset(draft.traits.columns)

    def _is_told_of(self, draft: Draft) -> bool:
        """Whether the row speaks of another act than the one whose document it stands in, or has unknown words."""
        for row in draft.rows:
            values = dict(zip(draft.traits.columns, row.values, strict=True))
            if values.get("wording_known") == 0:
                return True
            if row.document and row.document.acts.isdisjoint(self._own_acts(row, draft.traits)):
                return bool(row.document.acts)
        return False

    def _is_computed(self, draft: Draft, read: _Read) -> bool:
        if draft.kind in (Kind.ADDED, Kind.REMOVED):
            row = draft.rows[0]
            other_use = row.document is not None and row.document.put_to_other_use
            whole = self._computed_columns(draft) >= set(draft.traits.columns)
            return whole or other_use or read.by_the_other(row, draft.kind)
        return all(cell.column in self._computed_columns(draft) for cell in draft.cells)

    def _settle(self, draft: Draft, verdict: Verdict, parser_changed: bool) -> Verdict:
        if verdict.open == _ELSEWHERE.open:
            return self._elsewhere(draft, parser_changed)
        return self._computed(draft) if verdict.open else verdict

    def _elsewhere(self, draft: Draft, parser_changed: bool) -> Verdict:
        """A row of a replaced document whose own lines stand in both texts."""
        name = next(row.document.name for row in reversed(draft.rows) if row.document)
        witness = any(document.fate is Fate.SAME for document in self._documents)
        if witness and not parser_changed and draft.traits.view not in self._redefined:
            return Verdict(Section.LEGAL, f"the text of {name} differs elsewhere")
        why = "documents that are the same are read differently" if parser_changed else "no document is the same"
        return Verdict(Section.UNCERTAIN, f"the text of {name} differs, but not here; {why}: it may be the parser")

    def _redefinition(self, draft: Draft) -> str:
        """What has to be added to a cause where the view itself is another one."""
        return "; the view is defined differently, too" if draft.traits.view in self._redefined else ""

    def _computed(self, draft: Draft) -> Verdict:
        """A row that was computed from several documents and the catalog."""
        if self._is_of_catalog(draft):
            return Verdict(Section.CATALOG, CATALOG_CAUSE)
        if not self._inputs_differ:
            return Verdict(Section.PARSER, f"documents and catalog are the same{self._redefinition(draft)}")
        causes = list(self._reaching(*self._acts(draft)))
        causes += ["the definition of the view"] if draft.traits.view in self._redefined else []
        if not causes:
            return Verdict(Section.UNCERTAIN, _NO_LINK)
        if len(causes) > 1 or causes[0] not in _SECTIONS:
            return Verdict(Section.UNCERTAIN, f"it may be {' or '.join(causes)}")
        return Verdict(_SECTIONS[causes[0]], f"{_COMPUTED_FROM}{causes[0]} reaches this act")

    def _reaching(self, own: frozenset[str], others: frozenset[str]) -> Iterator[str]:
        reaches = (self._by_documents, self._by_catalog, self._by_parser)
        for cause, reach in zip(_SECTIONS, reaches, strict=True):
            if reach.touches(own, others):
                yield cause
        if self._by_unsure.touches(own, others):
            yield _UNSURE_DOCUMENT

    def _is_of_catalog(self, draft: Draft) -> bool:
        values = dict(zip(draft.traits.columns, draft.rows[-1].values, strict=True))
        if draft.traits.view == "v_relations":
            existence = draft.kind in (Kind.ADDED, Kind.REMOVED) or any(cell.column == "quote" for cell in draft.cells)
            return existence and values.get("basis") == "catalog" and draft.rows[-1].document is None
        if draft.traits.view not in _OF_ACTS or draft.rows[-1].document is not None:
            return False
        act = str(values.get("act_uri"))
        if draft.kind in (Kind.ADDED, Kind.REMOVED):
            return act not in self._links.named_acts and not any(act in one.acts for one in self._documents)
        return all((act, cell.column) in self._catalog.cells for cell in draft.cells)

    def _doubted(self, draft: Draft, verdict: Verdict, suspicious: set[tuple[str, str]]) -> tuple[Draft, Verdict]:
        """A computed column that differs in rows that nothing reaches may be computed differently everywhere."""
        columns = [cell.column for cell in draft.cells if (draft.traits.view, cell.column) in suspicious]
        reached = verdict.cause.startswith(_COMPUTED_FROM) and draft.kind is Kind.CHANGED
        if not reached or not columns:
            return draft, verdict
        cause = f"{verdict.cause}; but {', '.join(columns)} differs also where nothing does, so it may be the parser"
        return draft, replace(verdict, section=Section.UNCERTAIN, cause=cause)

    def _acts(self, draft: Draft) -> tuple[frozenset[str], frozenset[str]]:
        """The acts that a row belongs to, and all others that it names, in either build."""
        own = frozenset(act for row in draft.rows for act in self._own_acts(row, draft.traits))
        others = frozenset(act for row in draft.rows for act in self._named(row, draft.traits, OTHER_ACT))
        if draft.traits.view in _OF_ACTS and not any(row.document for row in draft.rows):
            return own, own
        if draft.traits.view == "v_findings":
            return own | frozenset(act for row in draft.rows if row.document for act in row.document.acts), others
        return own, others

    def _own_acts(self, row: Row, traits: Traits) -> frozenset[str]:
        own = frozenset((row.anchor[0],)) if row.anchor else self._named(row, traits, OWN_ACT)
        if traits.view == "v_lineage":
            own |= self._named(row, traits, OWN_ACT)
        return own or (row.document.acts if row.document else frozenset())

    def _named(self, row: Row, traits: Traits, columns: Sequence[str]) -> frozenset[str]:
        found: set[str] = set()
        for column, value in zip(traits.columns, row.values, strict=True):
            if column in columns and value is not None:
                found |= self._books[0].acts(value) | self._books[1].acts(value)
        return frozenset(found)


class _Read:
    """What each build reads in the documents for one view, without what is computed: has the other build it, too?"""

    def __init__(self, traits: Traits, every: Sides) -> None:
        self._take = pick(
            traits, [column for column in traits.content if column not in traits.computed | {"provision_id"}]
        )
        self._every = every
        self._known: dict[int, set[object]] = {}

    def by_the_other(self, row: Row, kind: Kind) -> bool:
        """Whether the build that lacks the row reads the same in the same document: only the interval is another."""
        side = 0 if kind is Kind.ADDED else 1
        if side not in self._known:
            self._known[side] = {self._name(other) for other in self._every[side]}
        return self._name(row) in self._known[side]

    def _name(self, row: Row) -> object:
        return row.document.number if row.document else None, self._take(row)


_TOLD: Final = frozenset((Fate.ADDED, Fate.REMOVED, Fate.COPIED, Fate.UNSURE))


def _told(document: Document) -> str:
    says = {
        Fate.ADDED: "is a new document",
        Fate.REMOVED: "is not among the documents any more",
        Fate.COPIED: "is another copy of a document that both builds hold",
        Fate.UNSURE: "could not be opened in one build",
    }
    return f"{document.name} {says[document.fate]}"
