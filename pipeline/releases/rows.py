"""The rows of a view as they are matched: values, the document they stand in, and the unit they belong to."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from biliktilik.pipeline.releases.documents import Document
from biliktilik.pipeline.releases.release import Release, Unit, text_digest
from biliktilik.pipeline.releases.traits import Traits
from biliktilik.pipeline.store.table import Value

_ACT_COLUMNS: Final = ("act_uri", "act_number", "amending_act_uri", "from_act_uri", "from_act_number")
_EID_COLUMNS: Final = ("eid", "from_eid")

Words = Mapping[Unit, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a view; ``values`` are those of the traits' columns.

    ``anchor`` is the unit that the row stands in (act, language, eId); ``setting`` the words by which the anchor and
    the units above it are recognised. Both are None for a row outside of any unit.
    """

    values: tuple[Value, ...]
    document: Document | None
    anchor: Unit | None
    setting: Hashable


def pick(traits: Traits, columns: Sequence[str]) -> Callable[[Row], tuple[Value, ...]]:
    """A function that takes these columns of a row."""
    places = [traits.columns.index(column) for column in columns]
    if len(places) == 1:
        return lambda row: (row.values[places[0]],)
    if not places:
        return lambda row: ()
    take = itemgetter(*places)
    return lambda row: take(row.values)


class Naming:
    """How the rows of a view name their document, language and unit: found once per view, asked once per row."""

    def __init__(self, traits: Traits) -> None:
        at = {column: number for number, column in enumerate(traits.columns)}
        self._file, self._language = at.get("source_file"), at.get("language")
        self._acts = tuple(at[column] for column in _ACT_COLUMNS if column in at)
        self._eids = tuple(at[column] for column in _EID_COLUMNS if column in at)
        self._identities = tuple(at[column] for column in ("position_id", "card_id") if column in at)
        self._is_unit = traits.is_unit

    def file(self, values: tuple[Value, ...]) -> Value:
        """The file that the row stands in; None without a place."""
        return None if self._file is None else values[self._file]

    def language(self, values: tuple[Value, ...]) -> Value:
        """The language of the row; None where it has none, or has several."""
        return None if self._language is None else values[self._language]

    def unit(self, values: tuple[Value, ...]) -> tuple[str | None, str | None]:
        """The act, by URI or number, and the eId of the unit that the row stands in."""
        act, eid = _first(values, self._acts), _first(values, self._eids)
        identity = _first(values, self._identities)
        if identity is not None:
            act, _, unit = identity.partition("#")
            eid = eid or unit
        if self._is_unit and eid is not None:
            eid = eid.rpartition("__")[0]
        return act, eid


def _first(values: tuple[Value, ...], places: tuple[int, ...]) -> str | None:
    for place in places:
        value = values[place]
        if isinstance(value, str):
            return value
    return None


class Book:
    """What is asked of one build while its rows are matched: documents by file, words by unit, acts by number."""

    def __init__(self, release: Release, documents: Mapping[str, Document]) -> None:
        self.release = release
        self.documents = documents
        self.words: Words = release.unit_words()
        acts = release.select("v_acts", ("act_uri", "number"))
        self.numbers: dict[str, frozenset[str]] = {}
        for uri, number in acts.rows:
            if isinstance(number, str) and isinstance(uri, str):
                folded = number.lower()
                self.numbers[folded] = self.numbers.get(folded, frozenset()) | {uri}
        self._settings: dict[Unit, Hashable] = {}
        # Names without an ending may be any word of a message.
        renamed = {file: document.name for file, document in documents.items() if document.renamed and "." in file}
        self._names = renamed

    def rows(self, traits: Traits) -> list[Row]:
        """The rows of a view, in the order of documents and places."""
        table = self.release.select(traits.view, traits.columns)
        at = {column: number for number, column in enumerate(traits.columns)}
        rows: Iterable[tuple[Value, ...]] = table.rows
        if traits.view == "v_sources" and "text" in at:
            rows = _rewritten(rows, at["text"], text_digest)
        if traits.view == "v_findings" and "message" in at and self._names:
            rows = _rewritten(rows, at["message"], self._with_new_names)
        naming = Naming(traits)
        return [self._row(values, naming) for values in rows]

    def _with_new_names(self, message: Value) -> Value:
        """A message of the old build that speaks of files, with the names that they have in the new one."""
        if not isinstance(message, str):
            return message
        files = "|".join(re.escape(file) for file in sorted(self._names, key=len, reverse=True))
        return re.sub(rf"(?<![\w/.-])(?:{files})(?!\w)", lambda found: self._names[found[0]], message)

    def acts(self, named: Value) -> frozenset[str]:
        """The acts that a URI, or a number in lower case, names."""
        if not isinstance(named, str):
            return frozenset()
        return frozenset((named,)) if named.startswith("/akn/") else self.numbers.get(named, frozenset())

    def _row(self, values: tuple[Value, ...], naming: Naming) -> Row:
        file = naming.file(values)
        document = self.documents.get(file) if isinstance(file, str) else None
        anchor = self._anchor(values, naming, document)
        return Row(values, document, anchor, self.setting(anchor) if anchor else None)

    def _anchor(self, values: tuple[Value, ...], naming: Naming, document: Document | None) -> Unit | None:
        act, eid = naming.unit(values)
        if eid is None:
            return None
        if act is None and document is not None:
            act = min(document.acts, default=None)
        uris = self.acts(act)
        language = naming.language(values)
        return min(uris, default=str(act)), language if isinstance(language, str) else None, eid

    def setting(self, anchor: Unit) -> Hashable:
        """The words of a unit in this build and of the next above it, as far as they have any."""
        if anchor not in self._settings:
            act, language, eid = anchor
            said: list[tuple[str, ...]] = []
            while eid and len(said) < 2:
                if words := self.unit_words(act, language, eid):
                    said.append(tuple(sorted(words)))
                eid = eid.rpartition("__")[0]
            self._settings[anchor] = tuple(said)
        return self._settings[anchor]

    def unit_words(self, act: str, language: str | None, eid: str) -> frozenset[str]:
        """What a unit says; where no language is given, in all of them."""
        if language is not None:
            return self.words.get((act, language, eid), frozenset())
        return self.words.get((act, "kk", eid), frozenset()) | self.words.get((act, "ru", eid), frozenset())


def _rewritten(
    rows: Iterable[tuple[Value, ...]], at: int, rewrite: Callable[[Value], Value]
) -> Iterator[tuple[Value, ...]]:
    """The rows with one column put in other words."""
    return ((*row[:at], rewrite(row[at]), *row[at + 1 :]) for row in rows)
