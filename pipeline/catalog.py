"""The catalog: facts about acts that no document of the folder states, each with where it is from."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from biliktilik.parsers.identity import act_uri
from biliktilik.parsers.model import ActReference
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.schema.vocabulary import LANGUAGES, RELATION_TYPES

CATALOG_NAME: Final = "catalog.toml"
DAY_FACTS: Final = frozenset({"published_on", "registered_on"})
COUNTED: Final = ("positions", "duties", "knowledge", "requirements", "cards", "provisions", "amendments")
_DIGEST: Final = re.compile("[0-9a-f]{64}")
TEXT_FACTS: Final = frozenset({"adilet_id", "registration_number"})


@dataclass(frozen=True, slots=True)
class CatalogFact:
    """One fact: days as ISO dates; ``source`` says in words where it is from."""

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class CatalogAct:
    """An act that the catalog names."""

    kind: str
    number: str
    adopted_on: date
    facts: tuple[CatalogFact, ...] = ()

    @property
    def uri(self) -> str:
        """The URI of the act."""
        return act_uri(self.kind, self.adopted_on, self.number, None)

    @property
    def reference(self) -> ActReference:
        """The reference that the catalog makes to the act."""
        return ActReference(self.kind, self.number, self.adopted_on)


@dataclass(frozen=True, slots=True)
class CatalogRelation:
    """What one act does to another; ``scope`` is the eId of the unit concerned, None for the whole act."""

    type: str
    from_act: CatalogAct
    to_act: CatalogAct
    source: str
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many of one kind of unit there must be; None: no bound on that side."""

    what: str
    least: int | None
    most: int | None

    def hold(self, number: int) -> bool:
        """Is ``number`` inside?"""
        return (self.least is None or number >= self.least) and (self.most is None or number <= self.most)

    @property
    def said(self) -> str:
        """The bounds in words."""
        if self.least == self.most:
            return f"{self.least}"
        if self.most is None:
            return f"at least {self.least}"
        return f"at most {self.most}" if self.least is None else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a document must give: the text of ``act`` in ``language``, or the bytes with this ``sha256``.

    A document is not meant by its name: names of files decide nothing.
    """

    act: CatalogAct | None
    language: str | None
    sha256: str | None
    counts: tuple[Bounds, ...]

    @property
    def name(self) -> str:
        """The document as the catalog names it."""
        if self.act is None:
            return f"a document with the SHA-256 {self.sha256}"
        return f"the text of {self.act.kind} № {self.act.number} of {self.act.adopted_on} in {self.language}"


@dataclass(frozen=True, slots=True)
class Catalog:
    """All that the catalog of a folder states; empty for a folder without one."""

    acts: tuple[CatalogAct, ...] = ()
    relations: tuple[CatalogRelation, ...] = ()
    expected: tuple[Expectation, ...] = ()


def load_catalog(raw: Path) -> Catalog:
    """The catalog of the folder ``raw``. Raises ``BiliktilikError`` naming file and key when it is not as it should."""
    path = raw / CATALOG_NAME
    if not path.is_file():
        return Catalog()
    try:
        document = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BiliktilikError("the catalog cannot be read", str(path), str(error), "Mend the line named.") from error
    return _Reader(path).catalog(document)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the tables of one catalog file into values; every complaint names the file and the key."""

    path: Path

    def catalog(self, document: Mapping[str, Any]) -> Catalog:
        self._known(document, "", {"acts", "relations", "expected"})
        acts = tuple(self._act(entry, key) for key, entry in self._tables(document, "acts", ""))
        relations = tuple(self._relation(entry, key) for key, entry in self._tables(document, "relations", ""))
        uris = [act.uri for act in acts]
        if twice := sorted({uri for uri in uris if uris.count(uri) > 1}):
            raise self._wrong("acts", f"{twice[0]} is listed twice")
        expected = tuple(self._expectation(entry, key) for key, entry in self._tables(document, "expected", ""))
        names = [expectation.name for expectation in expected]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise self._wrong("expected", f"{twice[0]} is listed twice")
        return Catalog(acts, relations, expected)

    def _expectation(self, entry: Mapping[str, Any], key: str) -> Expectation:
        self._known(entry, key, {"act", "language", "sha256", *COUNTED})
        if ("act" in entry) == ("sha256" in entry):
            raise self._wrong(key, "must name its document by either act and language, or sha256")
        act = language = sha256 = None
        if "act" in entry:
            act = self._act(self._table(entry, "act", key), f"{key}.act")
            language = self._text(entry, "language", key)
            if language not in LANGUAGES:
                raise self._wrong(f"{key}.language", f"must be one of {', '.join(LANGUAGES)}")
        else:
            sha256 = self._text(entry, "sha256", key).lower()
            if not _DIGEST.fullmatch(sha256):
                raise self._wrong(f"{key}.sha256", "must be the 64 hexadecimal digits of the document's SHA-256")
        counts = tuple(self._bounds(entry[what], what, f"{key}.{what}") for what in COUNTED if what in entry)
        if not counts:
            raise self._wrong(key, f"expects nothing; it may bound {', '.join(COUNTED)}")
        return Expectation(act, language, sha256, counts)

    def _bounds(self, value: object, what: str, key: str) -> Bounds:
        if not isinstance(value, dict) or not value or set(value) - {"min", "max"}:
            raise self._wrong(key, "must be { min = 1, max = 9 }; either of the two may be left out")
        for side, number in value.items():
            if not isinstance(number, int) or isinstance(number, bool) or number < 0:
                raise self._wrong(f"{key}.{side}", "must be a whole number, 0 or more")
        least, most = value.get("min"), value.get("max")
        if least is not None and most is not None and least > most:
            raise self._wrong(key, f"min = {least} is more than max = {most}")
        return Bounds(what, least, most)

    def _act(self, entry: Mapping[str, Any], key: str) -> CatalogAct:
        self._known(entry, key, {"kind", "number", "adopted_on", "facts"})
        facts = tuple(self._fact(fact, at) for at, fact in self._tables(entry, "facts", f"{key}."))
        names = [fact.name for fact in facts]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise self._wrong(f"{key}.facts", f"{twice[0]} is stated twice")
        kind, number = self._text(entry, "kind", key), self._text(entry, "number", key)
        return CatalogAct(kind, number, self._day(entry, "adopted_on", key), facts)

    def _fact(self, entry: Mapping[str, Any], key: str) -> CatalogFact:
        self._known(entry, key, {"name", "value", "source"})
        name, source = self._text(entry, "name", key), self._text(entry, "source", key)
        if name in DAY_FACTS:
            return CatalogFact(name, self._day(entry, "value", key).isoformat(), source)
        if name in TEXT_FACTS:
            return CatalogFact(name, self._text(entry, "value", key), source)
        raise self._wrong(
            f"{key}.name", f"unknown fact {name!r}; known are {', '.join(sorted(DAY_FACTS | TEXT_FACTS))}"
        )

    def _relation(self, entry: Mapping[str, Any], key: str) -> CatalogRelation:
        self._known(entry, key, {"type", "from", "to", "source", "scope"})
        kind = self._text(entry, "type", key)
        if kind not in RELATION_TYPES:
            raise self._wrong(f"{key}.type", f"unknown type {kind!r}; known are {', '.join(RELATION_TYPES)}")
        ends = [self._act(self._table(entry, end, key), f"{key}.{end}") for end in ("from", "to")]
        scope = self._text(entry, "scope", key) if "scope" in entry else None
        return CatalogRelation(kind, ends[0], ends[1], self._text(entry, "source", key), scope)

    def _known(self, entry: Mapping[str, Any], key: str, known: set[str]) -> None:
        if unknown := sorted(set(entry) - known):
            raise self._wrong(f"{key}.{unknown[0]}".lstrip("."), f"unknown key; known are {', '.join(sorted(known))}")

    def _tables(self, entry: Mapping[str, Any], name: str, prefix: str) -> list[tuple[str, Mapping[str, Any]]]:
        value = entry.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(f"{prefix}{name}", f"must be a list of tables: [[{name}]]")
        return [(f"{prefix}{name}[{at}]", item) for at, item in enumerate(value, start=1)]

    def _table(self, entry: Mapping[str, Any], name: str, key: str) -> Mapping[str, Any]:
        value = entry.get(name)
        if not isinstance(value, dict):
            raise self._wrong(f"{key}.{name}", "must be a table with kind, number and adopted_on")
        return value

    def _text(self, entry: Mapping[str, Any], name: str, key: str) -> str:
        value = entry.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(f"{key}.{name}", "must be a text that is not empty")
        return value.strip()

    def _day(self, entry: Mapping[str, Any], name: str, key: str) -> date:
        value = entry.get(name)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._wrong(f"{key}.{name}", "must be a day, written 2012-02-02 without quotes")
        return value

    def _wrong(self, key: str, why: str) -> BiliktilikError:
        return BiliktilikError(
            f"the catalog is wrong at {key}", str(self.path), why, "Mend the catalog and build again."
        )
