"""How much alike the titles of two jobs are.

A title has a *core*, the words that name the worker ("әлеуметтік қызметкер", "социальный работник"), and the *rest*:
what the worker is for and where. Kazakh puts the core last, after a genitive, a participle or a postposition; Russian
puts it first: the adjectives and the noun that they belong to. Only titles with the same core are compared, so that an
assistant of a worker or a deputy of a director never passes for the worker or the director. Word order, case endings,
brackets and words for kinds of organisation are folded away (:mod:`.words`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from biliktilik.pipeline.linking.lineage.words import ORGANISATION, Vocabulary, Words, load_words, plain_words

# Rest words in common, of all, from which two titles say the same in other words: one word of four may differ.
SAME_REST: Final = 0.7
_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_KK_BOUNDARY: Final = re.compile(
    r".{2,}(?:[ндт][ыі]ң|[дт][ае]ғы|[дт]егі|[ғқ]ан|[гк]ен|т[ыі]н)|жөніндегі|бойынша|туралы|арналған"
)
_RU_ADJECTIVE: Final = re.compile(r".+(?:ый|ий|ой|ая|яя|ое|ее)")


class Likeness(IntEnum):
    """What two titles have in common, from nothing to everything."""

    NONE = 0
    OFFICE = 1  # the same office in two organisations of one field
    SPECIAL = 2  # the newer title is one of the cases of the older one
    GENERAL = 3  # the older title is one of the cases of the newer one
    RENAMED = 4  # the same job in other words
    EQUAL = 5  # the same words

    @property
    def score(self) -> float:
        """How sure it makes that the job is the same, 0 to 1."""
        return _SCORES[self]


# A general title ("social worker") stands for a special one ("social worker for the care of the old") less surely than
# a new name of the same; of the same office in two organisations only the field is common.
_SCORES: Final = {
    Likeness.NONE: 0.0,
    Likeness.OFFICE: 0.5,
    Likeness.SPECIAL: 0.8,
    Likeness.GENERAL: 0.8,
    Likeness.RENAMED: 0.9,
    Likeness.EQUAL: 1.0,
}


@dataclass(frozen=True, slots=True)
class TitleForm:
    """A title as it is compared; ``words`` are those of the title itself, ``organisations`` those named anywhere."""

    language: str
    core: frozenset[str]
    rest: frozenset[str]
    words: frozenset[str]
    organisations: frozenset[str]


@lru_cache(maxsize=65536)
def read_title(language: str, title: str) -> tuple[TitleForm, ...]:
    """The forms of a title: the one without brackets, and one for each word that brackets offer for the word before."""
    words = load_words().words[language]
    organisations = words.organisations_in(_without_brackets(title)) | _bracketed(words, title)
    forms = (_form(language, words, variant, organisations) for variant in _variants(title))
    return tuple(dict.fromkeys(form for form in forms if form.core))


def _bracketed(words: Words, title: str) -> frozenset[str]:
    """Organisations named inside brackets, each between commas."""
    pieces = re.split(r"[(),;]", title)
    return frozenset[str]().union(*(words.organisations_in(piece) for piece in pieces))


def _variants(title: str) -> Iterator[str]:
    plain = _without_brackets(title)
    yield plain
    for match in _BRACKETS.finditer(title):
        before, after = title[: match.start()].rstrip(), title[match.end() :]
        kept = before.rpartition(" ")[0]
        for offered in match[1].split(","):
            if len(offered.split()) == 1:
                yield _without_brackets(f"{kept} {offered} {after}")


def _without_brackets(title: str) -> str:
    while (shorter := _BRACKETS.sub(" ", title)) != title:
        title = shorter
    return title


def _form(language: str, words: Words, title: str, organisations: frozenset[str]) -> TitleForm:
    plain = plain_words(title)
    first, last = _core_of_kazakh(plain) if language == "kk" else _core_of_russian(plain)
    core = frozenset(words.title_stems(" ".join(plain[first:last])))
    told = words.title_stems(" ".join(plain))
    rest = frozenset(word for word in told if not word.startswith(ORGANISATION)) - core
    return TitleForm(language, core, rest, frozenset(words.stems(" ".join(plain))), organisations)


def _core_of_kazakh(plain: list[str]) -> tuple[int, int]:
    boundaries = [at for at, word in enumerate(plain[:-1]) if _KK_BOUNDARY.fullmatch(word)]
    return (boundaries[-1] + 1 if boundaries else 0), len(plain)


def _core_of_russian(plain: list[str]) -> tuple[int, int]:
    noun = next((at for at, word in enumerate(plain) if not _RU_ADJECTIVE.fullmatch(word)), len(plain) - 1)
    return 0, noun + 1


def compare_titles(
    older: TitleForm, newer: TitleForm, scopes: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
) -> Likeness:
    """The likeness of two titles of one language.

    ``scopes`` are the organisations that each one's act is about: they count where the title of an office ("head of the
    unit") names none, not for an occupation ("psychologist"), which is the same everywhere.
    """
    if older.language != newer.language or older.core != newer.core:
        return Likeness.NONE
    vocabulary = load_words()
    ones, others = older.organisations, newer.organisations
    if older.core & vocabulary.words[older.language].offices:
        ones, others = ones or scopes[0], others or scopes[1]
    if ones and others and not vocabulary.fields(ones) & vocabulary.fields(others):
        return Likeness.NONE
    one_place = _compatible(vocabulary, ones, others)
    found = _compare_rest(older, newer, one_place=one_place)
    if ones and others and not one_place:
        return min(found, Likeness.OFFICE)
    return Likeness.NONE if found is Likeness.OFFICE else found


def _compatible(vocabulary: Vocabulary, ones: frozenset[str], others: frozenset[str]) -> bool:
    """May two jobs be in the same organisation: one that both name, or any of a field that one of them names?"""
    return bool(ones & others) or (bool(ones and others) and vocabulary.general(ones | others))


def _compare_rest(older: TitleForm, newer: TitleForm, *, one_place: bool) -> Likeness:
    if older.words == newer.words:
        return Likeness.EQUAL
    if older.rest == newer.rest:
        return Likeness.RENAMED if _stands_alone(older, one_place=one_place) else Likeness.OFFICE
    if newer.rest < older.rest:
        return Likeness.GENERAL if _stands_alone(newer, one_place=one_place) else Likeness.OFFICE
    if older.rest < newer.rest:
        return Likeness.SPECIAL if _stands_alone(older, one_place=one_place) else Likeness.OFFICE
    common = len(older.rest & newer.rest) / len(older.rest | newer.rest)
    return Likeness.RENAMED if common >= SAME_REST else Likeness.NONE


def _stands_alone(form: TitleForm, *, one_place: bool) -> bool:
    """Is a title enough to name a job ("әлеуметтік жұмыскер"), unlike a bare "маман" or "директор"?"""
    return len(form.core) > 1 or bool(form.rest) or one_place
