"""The page of an act: what it is, how it is built, what it said on a day, and how it stands to other acts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.pages.act_text import TextNode, build_tree, flatten
from biliktilik.pipeline.pages.concerns import Concern, findings_of_act
from biliktilik.pipeline.pages.lines import UNDECIDED
from biliktilik.pipeline.pages.mentions import CitedAct, by_cited_act, read_mentions
from biliktilik.pipeline.pages.periods import days_of_change
from biliktilik.pipeline.pages.rows import read_rows
from biliktilik.pipeline.store.acts import ActHead, find_act
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Value
from biliktilik.pipeline.store.units import Unit, eid_order, read_units
from biliktilik.pipeline.store.witnesses import Witnessed, read_witnesses

_LANGUAGES: Final = ("kk", "ru", "en")

_FACTS: Final = """
SELECT kind, issuer_kk, issuer_ru, registration_number, registered_on, published_on FROM v_acts WHERE act_uri = :act_uri
"""
_SPREAD: Final = "SELECT DISTINCT language, valid_from, valid_to FROM v_provisions WHERE act_uri = :act_uri"
_CATALOG: Final = "SELECT name, value, source FROM act_facts WHERE act_uri = :act_uri ORDER BY name"
_SOURCES: Final = """
SELECT source_file, language, edition_on, coverage FROM v_sources WHERE act_uri = :act_uri ORDER BY source_file
"""
_JOBS: Final = """
SELECT eid, 'position' AS page, max(section) AS section, max(position) AS label,
       max(CASE WHEN language = 'kk' THEN title END) AS title_kk,
       max(CASE WHEN language = 'ru' THEN title END) AS title_ru
FROM v_positions WHERE act_uri = :act_uri GROUP BY eid
UNION ALL
SELECT eid, 'card', NULL, max(label), max(CASE WHEN language = 'kk' THEN coalesce(name, title) END),
       max(CASE WHEN language = 'ru' THEN coalesce(name, title) END)
FROM cards WHERE act_uri = :act_uri GROUP BY eid
"""
_NOTES: Final = """
SELECT language, eid, text FROM notes WHERE act_uri = :act_uri ORDER BY source_file, char_start
"""
_RELATIONS: Final = """
SELECT CASE WHEN r.from_act_uri = :act_uri THEN 'out' ELSE 'in' END AS direction, r.type, o.act_uri, o.number,
       o.adopted_on, o.title_kk, o.title_ru, r.scope, r.effective_on, r.basis, r.quote, r.source_file, s.language
FROM v_relations AS r
JOIN v_acts AS o ON o.act_uri = CASE WHEN r.from_act_uri = :act_uri THEN r.to_act_uri ELSE r.from_act_uri END
LEFT JOIN v_sources AS s ON s.source_file = r.source_file
WHERE (r.from_act_uri = :act_uri OR r.to_act_uri = :act_uri) AND r.type <> 'cites'
ORDER BY direction DESC, r.type, o.act_uri, r.scope, r.effective_on, r.source_file
"""
# The table, not its view: the view names the citing act by its number, and two acts may have the same one.
_CITED_BY: Final = """
SELECT a.act_uri, a.number, a.adopted_on, a.title_kk, a.title_ru, count(*) AS count
FROM citations AS c JOIN v_acts AS a ON a.act_uri = c.act_uri
WHERE c.cited_act_uri = :act_uri AND c.act_uri <> :act_uri
GROUP BY a.act_uri ORDER BY a.adopted_on, a.act_uri
"""
_AMENDMENTS: Final = """
SELECT ordinal, target_act_uri, target_number, target_eid, target_printed, action, content_kind, effective_from,
       effective_basis, status
FROM v_amendments WHERE amending_act_uri = :act_uri ORDER BY ordinal
"""


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What the head of an act says besides its number, titles and days; None where the sources do not say."""

    kind: str | None
    issuer_kk: str | None
    issuer_ru: str | None
    registration_number: str | None
    registered_on: str | None
    published_on: str | None


@dataclass(frozen=True, slots=True)
class CatalogFact:
    """A fact that no document states, with where it is from."""

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Print:
    """A source that prints the act; ``coverage`` is from 0 to 1."""

    source_file: str
    language: str | None
    edition_on: str | None
    coverage: float | None


@dataclass(frozen=True, slots=True)
class Job:
    """A position or card (``page``) of the act."""

    eid: str
    page: str
    section: str | None
    label: str | None
    title_kk: str | None
    title_ru: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """An editorial note; ``eid`` is None where it speaks of the whole act."""

    language: str | None
    eid: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """What the act does to another (``out``) or another to it (``in``), as one source or rule states it."""

    direction: str
    type: str
    act_uri: str
    number: str | None
    adopted_on: str | None
    title_kk: str | None
    title_ru: str | None
    scope: str | None
    effective_on: str | None
    basis: str | None
    quote: str | None
    source_file: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation to one act with everything that states it, for whichever unit."""

    stated: tuple[Related, ...]

    @property
    def first(self) -> Related:
        """Direction, type and act, which all that state it share."""
        return self.stated[0]

    @property
    def scopes(self) -> tuple[str, ...]:
        """The units concerned, each once; none where the whole act is."""
        scopes = {row.scope for row in self.stated if row.scope}
        return tuple(sorted(scopes, key=eid_order))

    @property
    def days(self) -> tuple[tuple[str, str | None], ...]:
        """The days of effect that are stated, each once, with what they rest on."""
        return tuple(dict.fromkeys((row.effective_on, row.basis) for row in self.stated if row.effective_on))


@dataclass(frozen=True, slots=True)
class CitingAct:
    """An act that cites this one, and how often."""

    act_uri: str
    number: str | None
    adopted_on: str | None
    title_kk: str | None
    title_ru: str | None
    count: int


@dataclass(frozen=True, slots=True)
class AmendedUnit:
    """What the act does to one unit of another act."""

    ordinal: int
    target_act_uri: str | None
    target_number: str | None
    target_eid: str | None
    target_printed: str
    action: str
    content_kind: str
    effective_from: str | None
    effective_basis: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Told:
    """A change of the act with its witnesses; ``act_uri`` of the changing act where its number names only one."""

    change: Witnessed
    act_uri: str | None


@dataclass(frozen=True, slots=True)
class ActPage:
    """All that the page of an act shows.

    ``on`` is the day asked for: None shows every wording with its days. ``text`` is the language of ``nodes``, None
    when the database has no text. ``hidden`` is how many units were not in force on the day; ``begins``
    are the days on which a wording began.
    """

    act: ActHead
    facts: ActFacts
    catalog: tuple[CatalogFact, ...]
    prints: tuple[Print, ...]
    jobs: tuple[Job, ...]
    on: str | None
    days: tuple[str, ...]
    begins: tuple[str, ...]
    text: str | None
    languages: tuple[str, ...]
    nodes: tuple[TextNode, ...]
    unknown: tuple[Unit, ...]
    hidden: int
    notes: tuple[Note, ...]
    told: tuple[Told, ...]
    relations: tuple[Relation, ...]
    amendments: tuple[AmendedUnit, ...]
    cited: tuple[CitedAct, ...]
    cited_by: tuple[CitingAct, ...]
    findings: tuple[Concern, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """The ids of the units that the page shows."""
        return frozenset(node.anchor for node in flatten(self.nodes))


def act_page(reader: Reader, act_uri: str, on: str | None = None, text: str | None = None) -> ActPage:
    """The page of an act, as of the ISO day ``on``, in the language ``text`` or else in the first that there is.

    Raises BiliktilikError, with near matches, when there is no such act.
    """
    act = find_act(reader, act_uri)
    uri = act.act_uri
    languages, spread = _spread(reader, uri)
    shown = text if text in languages else next(iter(languages), None)
    own = read_units(reader, act, None if shown == UNDECIDED else shown) if shown else []
    in_force = [unit for unit in own if unit.in_force(on)]
    notes = read_rows(reader, Note, _NOTES, act_uri=uri)
    jobs = sorted(read_rows(reader, Job, _JOBS, act_uri=uri), key=lambda job: eid_order(job.eid))
    relations = _gather(read_rows(reader, Related, _RELATIONS, act_uri=uri))
    return ActPage(
        act=act,
        facts=read_rows(reader, ActFacts, _FACTS, act_uri=uri)[0],
        catalog=read_rows(reader, CatalogFact, _CATALOG, act_uri=uri),
        prints=read_rows(reader, Print, _SOURCES, act_uri=uri),
        jobs=tuple(jobs),
        on=on,
        days=days_of_change((act.in_force_from, act.in_force_to, *(day for days in spread for day in days))),
        begins=days_of_change(first for first, _ in spread),
        text=shown,
        languages=languages,
        nodes=build_tree(in_force, {job.eid: job.page for job in jobs}, _by_unit(notes, shown)),
        unknown=tuple(unit for unit in own if not unit.wording_known),
        hidden=len(own) - len(in_force),
        notes=tuple(note for note in notes if note.eid is None),
        told=_told(read_witnesses(reader, act), relations),
        relations=relations,
        amendments=read_rows(reader, AmendedUnit, _AMENDMENTS, act_uri=uri),
        cited=by_cited_act(read_mentions(reader, uri)),
        cited_by=read_rows(reader, CitingAct, _CITED_BY, act_uri=uri),
        findings=findings_of_act(reader, uri),
    )


def _spread(reader: Reader, act_uri: str) -> tuple[tuple[str, ...], list[tuple[str | None, str | None]]]:
    """The languages in which units of an act are worded, Kazakh first, and the intervals of these units."""
    rows = list(reader.ask(_SPREAD, {"act_uri": act_uri}).records())
    found = {str(row["language"] or UNDECIDED) for row in rows}
    languages = tuple(language for language in (*_LANGUAGES, UNDECIDED) if language in found)
    return languages, [(_text(row["valid_from"]), _text(row["valid_to"])) for row in rows]


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _by_unit(notes: Iterable[Note], language: str | None) -> dict[str | None, list[str]]:
    """The notes in one language, by the unit that they speak of."""
    units: dict[str | None, list[str]] = {}
    for note in notes:
        if note.eid is not None and (note.language or UNDECIDED) == language:
            units.setdefault(note.eid, []).append(note.text)
    return units


def _gather(rows: Sequence[Related]) -> tuple[Relation, ...]:
    groups: dict[tuple[str, str, str], list[Related]] = {}
    for row in rows:
        groups.setdefault((row.direction, row.type, row.act_uri), []).append(row)
    return tuple(Relation(tuple(group)) for group in groups.values())


def _told(changes: Iterable[Witnessed], relations: Iterable[Relation]) -> tuple[Told, ...]:
    """The changes with the act that each number means, where the relations of the act know only one of that number."""
    numbered: dict[str, set[str]] = {}
    for relation in relations:
        if relation.first.direction == "in" and relation.first.number:
            numbered.setdefault(relation.first.number, set()).add(relation.first.act_uri)
    return tuple(
        Told(change, next(iter(acts)) if len(acts := numbered.get(change.changing_act, set())) == 1 else None)
        for change in changes
    )
