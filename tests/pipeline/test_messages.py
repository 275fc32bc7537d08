"""The words of the interface: the same in all languages, and for every code of the database."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from biliktilik.pipeline.messages import LANGUAGES, ROOMS, catalogue, say, word
from biliktilik.pipeline.queries import all_questions
from biliktilik.schema import vocabulary

# The questions speak English themselves: their words are only translated.
ASKED = "asked."
MESSAGES = Path(__file__).parents[2] / "pipeline" / "messages"
VOCABULARIES = {
    "language": vocabulary.LANGUAGES,
    "text_known": vocabulary.TEXT_KNOWN,
    "basis": vocabulary.BASES,
    "relation": vocabulary.RELATION_TYPES,
    "unit": vocabulary.PROVISION_KINDS,
    "position_group": vocabulary.POSITION_GROUPS,
    "block": vocabulary.BLOCKS,
    "knowledge_kind": vocabulary.KNOWLEDGE_KINDS,
    "level": vocabulary.LEVELS,
    "category": vocabulary.CATEGORIES,
    "education": vocabulary.EDUCATIONS,
    "action": vocabulary.ACTIONS,
    "content": vocabulary.CONTENT_KINDS,
    "status": vocabulary.AMENDMENT_STATUSES,
    "agreement": vocabulary.AGREEMENTS,
    "lineage": vocabulary.LINEAGE_KINDS,
    "evidence": vocabulary.LINEAGE_EVIDENCE,
    "severity": vocabulary.SEVERITIES,
    "education_in_full": vocabulary.EDUCATIONS,
    "category_in_full": vocabulary.CATEGORIES,
    "kind": ("equal", *vocabulary.CHANGES),
}


def test_no_section_stands_in_two_files() -> None:
    for language in LANGUAGES:
        rooms = [tomllib.loads((MESSAGES / f"{room}.{language}.toml").read_text("utf-8")) for room in ROOMS]
        assert not set.intersection(*(set(sections) for sections in rooms))


def own(language: str) -> dict[str, str]:
    return {key: said for key, said in catalogue(language).items() if not key.startswith(ASKED)}


def placeholders(said: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(said) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_say_the_same_things_with_the_same_placeholders(language: str) -> None:
    english, other = own("en"), own(language)

    assert other.keys() == english.keys()
    assert {key for key in other if placeholders(other[key]) != placeholders(english[key])} == set()
    assert {key for key, said in other.items() if not said.strip()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_code_of_a_vocabulary_has_a_word(language: str, name: str) -> None:
    keys = {key.partition(".")[2] for key in own(language) if key.partition(".")[0] == name}

    assert keys == set(VOCABULARIES[name])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_questions_and_their_parameters_are_translated(language: str) -> None:
    english = {question.about for question in all_questions().values()}
    english |= {parameter.about for question in all_questions().values() for parameter in question.parameters}

    assert {key.removeprefix(ASKED) for key in catalogue(language) if key.startswith(ASKED)} == english


def test_kazakh_words_are_written_in_kazakh_letters() -> None:
    said = [text for key, text in catalogue("kk").items() if key.partition(".")[0] not in {"site", "asked"}]

    words = [" ".join(plain for plain, _, _, _ in Formatter().parse(text)) for text in said]
    lettered = [text for text in words if any(letter.isalpha() for letter in text)]
    assert [text for text in lettered if not any("а" <= letter.lower() <= "ө" for letter in text)] == []


def test_a_placeholder_is_filled_and_an_unknown_code_is_itself() -> None:
    assert say("ru", "findings.count", shown=1, matching=2, total=3).startswith("Показано: 1 из 2;")
    assert word("kk", "severity", "warning") == "ескерту"
    assert word("kk", "severity", "no_such_code") == "no_such_code"
    with pytest.raises(KeyError):
        say("kk", "findings.no_such_key")
    with pytest.raises(KeyError):
        say("kk", "findings.count", shown=1)
