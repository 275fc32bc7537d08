"""The page of a card: an occupation of a professional standard, with everything its card says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import Any, Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.pages.concerns import Concern, findings_of_unit
from biliktilik.pipeline.pages.excerpts import Excerpt, Shelf
from biliktilik.pipeline.pages.kin import Kin, read_predecessors, read_successors
from biliktilik.pipeline.pages.lines import UNDECIDED
from biliktilik.pipeline.pages.mentions import CitedAct, by_cited_act, read_mentions
from biliktilik.pipeline.pages.periods import Period, Wording, day_to_show, days_of_change, gather_periods
from biliktilik.pipeline.pages.rows import Row, read_rows
from biliktilik.pipeline.store.acts import ActHead, find_act
from biliktilik.pipeline.store.database import Reader

_LANGUAGES: Final = ("kk", "ru", "en", UNDECIDED)

# The tables of a card's parts, not their views: a part belongs to one wording, whose key the views do not show.
_CARDS: Final = """
SELECT wording_id, card_id, language, label, title, name, group_code, occupation_code, level_min, level_max, sublevel,
       qualification_text, experience, informal_education, purpose, valid_from, valid_to, valid_basis, wording_known,
       source_file, char_start, char_end
FROM cards WHERE act_uri = :act_uri AND eid = :eid ORDER BY language, valid_from
"""
_PARTS: Final = """
SELECT {columns}, source_file, char_start, char_end FROM {table} WHERE card_wording_id = :wording ORDER BY part_id
"""
_REFERENCES: Final = """
SELECT r.cited_act_uri, a.number, r.eid, r.resolved, r.printed,
       CASE WHEN EXISTS (SELECT 1 FROM positions WHERE act_uri = r.cited_act_uri AND eid = r.eid) THEN 'position'
            WHEN EXISTS (SELECT 1 FROM cards WHERE act_uri = r.cited_act_uri AND eid = r.eid) THEN 'card' END AS page,
       r.source_file, r.char_start, r.char_end
FROM card_references AS r LEFT JOIN acts AS a ON a.act_uri = r.cited_act_uri
WHERE r.card_wording_id = :wording ORDER BY r.part_id
"""


@dataclass(frozen=True, slots=True)
class CardWording:
    """One wording of a card; None where the card does not say, everything None where the wording is not known."""

    wording_id: str
    card_id: str
    language: str | None
    label: str | None
    title: str | None
    name: str | None
    group_code: str | None
    occupation_code: str | None
    level_min: int | None
    level_max: int | None
    sublevel: str | None
    qualification_text: str | None
    experience: str | None
    informal_education: str | None
    purpose: str | None
    valid_from: str | None
    valid_to: str | None
    valid_basis: str | None
    wording_known: bool
    source_file: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Education:
    """An education that the card asks for, as printed."""

    level: str | None
    speciality: str | None
    qualification: str | None
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another possible name of the occupation."""

    code: str | None
    name: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class ListedFunction:
    """A labour function in the list at the head; ``mandatory`` is None when the card does not say."""

    mandatory: bool | None
    text: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Service:
    """A line of the row on experience."""

    category: str | None
    min_years: float | None
    no_experience_required: bool | None
    experience_in: str | None
    text: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Related:
    """A related occupation."""

    level: str | None
    code: str | None
    name: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Said:
    """A plain line of the card."""

    text: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a unit of another act; ``page`` is position, card, or None where there is no such page."""

    cited_act_uri: str | None
    number: str | None
    eid: str | None
    resolved: bool
    printed: str
    page: str | None
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill with what it takes; ``number`` and ``text`` are None for what belongs to the whole function."""

    number: int | None
    text: str | None
    excerpt: Excerpt | None
    abilities: tuple[Said, ...]
    knowledge: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Function:
    """A labour function with its skills."""

    number: int
    text: str | None
    excerpt: Excerpt | None
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class CardParts:
    """The parts of a card, each in printed order."""

    education: tuple[Education, ...]
    names: tuple[OtherName, ...]
    listed: tuple[ListedFunction, ...]
    functions: tuple[Function, ...]
    experience: tuple[Service, ...]
    competences: tuple[Said, ...]
    related: tuple[Related, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class CardPage:
    """All that the page of a card shows.

    ``on`` is the day asked for, ``day`` the one shown: without a question, the last on which a wording at hand began.
    ``card`` is the wording of that day, None when none was in force; ``parts`` is None without a known wording.
    ``name`` is what the card is called in any wording.
    """

    act: ActHead
    eid: str
    label: str | None
    name: str | None
    on: str | None
    day: str | None
    days: tuple[str, ...]
    text: str
    languages: tuple[str, ...]
    card: CardWording | None
    excerpt: Excerpt | None
    parts: CardParts | None
    periods: tuple[Period, ...]
    predecessors: tuple[Kin, ...]
    successors: tuple[Kin, ...]
    cited: tuple[CitedAct, ...]
    findings: tuple[Concern, ...]


@dataclass(frozen=True, slots=True)
class _InFunction:
    function_number: int
    skill_number: int | None
    said: Said


def card_page(reader: Reader, act_uri: str, eid: str, on: str | None = None, text: str | None = None) -> CardPage:
    """The page of the card ``eid`` of an act; BiliktilikError, with near matches, when there is none."""
    act = find_act(reader, act_uri)
    wordings = read_rows(reader, CardWording, _CARDS, act_uri=act.act_uri, eid=eid)
    if not wordings:
        raise _unknown(reader, act, eid)
    found = {wording.language or UNDECIDED for wording in wordings}
    languages = tuple(language for language in _LANGUAGES if language in found)
    language = text if text in languages else languages[0]
    own = [wording for wording in wordings if (wording.language or UNDECIDED) == language]
    units = [_as_unit(eid, wording) for wording in own]
    day = day_to_show(units, on)
    card = next((w for w, unit in zip(own, units, strict=True) if unit.covers(day)), None)
    named = card if card and card.wording_known else next((w for w in own if w.wording_known), own[0])
    shelf = Shelf(reader)
    spans = [(w.source_file, w.char_start, w.char_end) for w in own if w.wording_known]
    known = card is not None and bool(card.wording_known)
    return CardPage(
        act=act,
        eid=eid,
        label=named.label,
        name=named.name or named.title,
        on=on,
        day=day,
        days=days_of_change(end for wording in wordings for end in (wording.valid_from, wording.valid_to)),
        text=language,
        languages=languages,
        card=card,
        excerpt=shelf.excerpt(card.source_file, card.char_start, card.char_end) if card and not known else None,
        parts=_parts(reader, shelf, card.wording_id) if card and known else None,
        periods=gather_periods(units, day),
        predecessors=read_predecessors(reader, act.act_uri, eid),
        successors=read_successors(reader, act.act_uri, eid),
        cited=by_cited_act(mention for mention in read_mentions(reader, act.act_uri, [eid]) if known),
        findings=findings_of_unit(reader, act.act_uri, [eid], spans),
    )


def _unknown(reader: Reader, act: ActHead, eid: str) -> BiliktilikError:
    answer = reader.ask("SELECT DISTINCT eid FROM cards WHERE act_uri = :uri ORDER BY eid", {"uri": act.act_uri})
    eids = [str(row[0]) for row in answer.rows]
    close = get_close_matches(eid, eids, n=3, cutoff=0.5)
    remedy = f"did you mean {', '.join(close)}?" if close else f"cards of the act: {', '.join(eids[:5]) or 'none'}"
    return BiliktilikError(what=f"the act has no card {eid!r}", where=act.act_uri, remedy=remedy)


def _as_unit(eid: str, wording: CardWording) -> Wording:
    return Wording(
        eid,
        wording.language,
        wording.valid_from,
        wording.valid_to,
        wording.valid_basis,
        wording.wording_known,
        wording.source_file,
        wording.char_start,
        wording.char_end,
    )


def _parts(reader: Reader, shelf: Shelf, wording: str) -> CardParts:
    def read(table: str, make: Callable[..., Row], columns: str) -> tuple[Row, ...]:
        sql = _PARTS.format(columns=columns, table=table)
        return read_rows(reader, partial(_placed, shelf, make), sql, wording=wording)

    in_function = "function_number, skill_number, text"
    return CardParts(
        education=read("card_education", Education, "level, speciality, qualification"),
        names=read("card_names", OtherName, "code, name"),
        listed=read("card_function_list", ListedFunction, "mandatory, text"),
        functions=_functions(
            read("card_functions", _function, "number, text"),
            read("card_skills", _in_function, in_function),
            read("card_abilities", _in_function, in_function),
            read("card_knowledge", _in_function, in_function),
        ),
        experience=read("card_experience", Service, "category, min_years, no_experience_required, experience_in, text"),
        competences=read("card_competences", Said, "text"),
        related=read("card_related", Related, "level, code, name"),
        references=read_rows(reader, partial(_placed, shelf, Reference), _REFERENCES, wording=wording),
    )


def _placed(shelf: Shelf, make: Callable[..., Row], **columns: Any) -> Row:
    """A row with its place turned into an excerpt."""
    place = (columns.pop("source_file"), columns.pop("char_start"), columns.pop("char_end"))
    return make(**columns, excerpt=shelf.excerpt(*place))


def _function(number: int, text: str | None, excerpt: Excerpt | None) -> Function:
    return Function(number, text, excerpt, ())


def _in_function(function_number: int, skill_number: int | None, text: str, excerpt: Excerpt | None) -> _InFunction:
    return _InFunction(function_number, skill_number, Said(text, excerpt))


def _functions(
    functions: Sequence[Function],
    skills: Sequence[_InFunction],
    abilities: Sequence[_InFunction],
    knowledge: Sequence[_InFunction],
) -> tuple[Function, ...]:
    """The blocks with all that stands in them; a part whose function has no block of its own still gets one."""
    by_number = {function.number: function for function in functions}
    parts = (*skills, *abilities, *knowledge)
    numbers = sorted({*by_number, *(part.function_number for part in parts)})
    return tuple(
        Function(
            number,
            by_number[number].text if number in by_number else None,
            by_number[number].excerpt if number in by_number else None,
            _skills(
                *(
                    [part for part in group if part.function_number == number]
                    for group in (skills, abilities, knowledge)
                )
            ),
        )
        for number in numbers
    )


def _skills(
    skills: Sequence[_InFunction], abilities: Sequence[_InFunction], knowledge: Sequence[_InFunction]
) -> tuple[Skill, ...]:
    """The skills of one function; first what belongs to no skill."""
    named = {skill.skill_number: skill.said for skill in skills}
    numbers = {part.skill_number for part in (*skills, *abilities, *knowledge)}
    return tuple(
        Skill(
            number,
            named[number].text if number in named else None,
            named[number].excerpt if number in named else None,
            tuple(part.said for part in abilities if part.skill_number == number),
            tuple(part.said for part in knowledge if part.skill_number == number),
        )
        for number in sorted(numbers, key=lambda number: (number is not None, number or 0))
    )
