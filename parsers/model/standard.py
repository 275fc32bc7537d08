"""The parts of a professional standard: terms, passport, cards."""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.parsers.model.act import ActReference
from biliktilik.parsers.model.source import Span
from biliktilik.parsers.model.vocabulary import Category


@dataclass(frozen=True, slots=True)
class Definition:
    """A term (or abbreviation) and what the act says it means; both None where the wording is not at hand."""

    ordinal: int
    term: str | None
    definition: str | None
    eid: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class OkedEntry:
    """One line of a chain of the classifier of economic activities (``level``: section, division, group, …)."""

    ordinal: int
    level: str
    code: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passport:
    """The passport of a professional standard."""

    code: str | None
    name: str | None
    summary: str | None
    oked: tuple[OkedEntry, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CardEducation:
    """One education row of a card, each column as printed ("-" included), None where nothing is."""

    ordinal: int
    level: str | None
    speciality: str | None
    qualification: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class CardName:
    """Another possible name of the occupation; ``code`` is None where none is printed."""

    ordinal: int
    code: str | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardFunctionListed:
    """A function in the list at the head of a card; ``mandatory`` is None where the list does not say."""

    ordinal: int
    mandatory: bool | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardFunction:
    """A function block; ``text`` is None where its label has no words."""

    number: int
    text: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class CardSkill:
    """A skill, numbered in order within its function."""

    function_number: int
    skill_number: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardItem:
    """An ability or a thing to know; ``skill_number`` is None in a standard that has no skills."""

    function_number: int
    skill_number: int | None
    ordinal: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardCompetence:
    """A personal competence."""

    ordinal: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardRelated:
    """A related occupation; ``level`` as printed."""

    ordinal: int
    level: str | None
    code: str | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardExperience:
    """One way to meet the row on experience, read like an :class:`Alternative`; ``text`` is its line."""

    ordinal: int
    category: Category | None
    min_years: float | None
    no_experience_required: bool | None
    experience_in: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CardReference:
    """A unit of another act that a card refers to; ``eid`` is None where the whole act is meant."""

    act: ActReference
    eid: str | None
    printed: str
    span: Span


@dataclass(frozen=True, slots=True)
class Card:
    """A card of a professional standard.

    ``label`` is its point number (None for a card in a table of many), ``title`` its heading without the number. Texts
    are as printed. Where a card breaks the pattern of the others a finding says so.
    """

    eid: str
    label: str | None
    title: str | None
    name: str | None
    span: Span
    rule: str
    group_code: str | None = None
    occupation_code: str | None = None
    level_min: int | None = None
    level_max: int | None = None
    sublevel: str | None = None
    qualification_text: str | None = None
    experience: str | None = None
    informal_education: str | None = None
    purpose: str | None = None
    education: tuple[CardEducation, ...] = ()
    names: tuple[CardName, ...] = ()
    function_list: tuple[CardFunctionListed, ...] = ()
    functions: tuple[CardFunction, ...] = ()
    skills: tuple[CardSkill, ...] = ()
    abilities: tuple[CardItem, ...] = ()
    knowledge: tuple[CardItem, ...] = ()
    competences: tuple[CardCompetence, ...] = ()
    related: tuple[CardRelated, ...] = ()
    experience_lines: tuple[CardExperience, ...] = ()
    references: tuple[CardReference, ...] = ()
