"""The first page: what is in the database, and when its acts are in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from biliktilik.pipeline.pages.timeline import Timeline, read_timeline
from biliktilik.pipeline.store.database import Reader

# What is counted by language: a unit may have several wordings, hence several rows.
_COUNTED: Final = {
    "positions": "v_positions",
    "duties": "v_duties",
    "knowledge": "v_knowledge",
    "requirements": "v_requirements",
    "cards": "v_cards",
}
_COUNT: Final = """
SELECT language, count(DISTINCT act_number || ' ' || eid) AS units, count(*) AS rows
FROM {view} GROUP BY language ORDER BY language
"""
_TOTALS: Final = """
SELECT (SELECT count(*) FROM v_acts WHERE text_known <> 'none') AS acts,
       (SELECT count(*) FROM v_acts WHERE text_known = 'none') AS mentioned,
       (SELECT count(*) FROM v_findings) AS findings
"""
_ACTS: Final = """
SELECT a.act_uri, a.kind, a.number, a.adopted_on, a.title_kk, a.title_ru, a.issuer_kk, a.issuer_ru,
       a.in_force_from, a.in_force_from_basis, a.in_force_to, a.in_force_to_basis, a.text_known,
       (SELECT count(DISTINCT p.eid) FROM v_positions AS p WHERE p.act_uri = a.act_uri) AS positions,
       (SELECT count(DISTINCT c.eid) FROM v_cards AS c WHERE c.act_number = lower(a.number)) AS cards,
       (SELECT count(*) FROM v_amendments AS m WHERE m.amending_act_uri = a.act_uri) AS changes
FROM v_acts AS a
WHERE a.text_known <> 'none'
ORDER BY a.adopted_on, a.act_uri
"""
_LANGUAGES: Final = (
    "SELECT DISTINCT act_uri, language FROM v_sources WHERE language IS NOT NULL ORDER BY act_uri, language"
)


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """How many units there are in one language, and how many rows with all their wordings."""

    language: str | None
    units: int
    rows: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many units of a sort there are: its name among the messages, its view, and the numbers by language."""

    name: str
    view: str
    by_language: tuple[LanguageCount, ...]


@dataclass(frozen=True, slots=True)
class ListedAct:
    """An act with text; days are ISO, None where the sources do not say."""

    act_uri: str
    kind: str
    number: str | None
    adopted_on: str | None
    title_kk: str | None
    title_ru: str | None
    issuer_kk: str | None
    issuer_ru: str | None
    in_force_from: str | None
    in_force_from_basis: str | None
    in_force_to: str | None
    in_force_to_basis: str | None
    text_known: str
    positions: int
    cards: int
    changes: int
    languages: tuple[str, ...]

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """Its titles that are known, each with its language."""
        titles = (("kk", self.title_kk), ("ru", self.title_ru))
        return tuple((language, title) for language, title in titles if title)


@dataclass(frozen=True, slots=True)
class Home:
    """The first page; ``acts`` counts those with text, ``mentioned`` those that others only name."""

    acts: int
    mentioned: int
    findings: int
    counts: tuple[Count, ...]
    listed: tuple[ListedAct, ...]
    timeline: Timeline


def read_home(reader: Reader) -> Home:
    """The first page of a database."""
    totals = next(reader.ask(_TOTALS).records())
    return Home(
        **totals,  # type: ignore[arg-type]
        counts=tuple(_count(reader, name, view) for name, view in _COUNTED.items()),
        listed=_listed(reader),
        timeline=read_timeline(reader),
    )


def _count(reader: Reader, name: str, view: str) -> Count:
    rows = reader.ask(_COUNT.format(view=view)).records()
    return Count(name, view, tuple(LanguageCount(**row) for row in rows))  # type: ignore[arg-type]


def _listed(reader: Reader) -> tuple[ListedAct, ...]:
    languages: dict[object, list[str]] = {}
    for act_uri, language in reader.ask(_LANGUAGES).rows:
        languages.setdefault(act_uri, []).append(str(language))
    return tuple(
        ListedAct(**row, languages=tuple(languages.get(row["act_uri"], ())))  # type: ignore[arg-type]
        for row in reader.ask(_ACTS).records()
    )
