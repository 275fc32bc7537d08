"""Every rule of the grammar files fits its example and not its near miss."""

from __future__ import annotations

import pytest

from biliktilik.parsers.grammar import Rule, all_rules, grammar_for

RULES = all_rules()
# Roles that are looked for anywhere in a text; all others must fit at its start.
SEARCHED = frozenset(
    {
        "act.name", "amend.elsewhere", "amend.filler", "amend.reference", "amend.registered",
        "amend.target-act", "amend.unit", "amend.verb", "amend.words", "block.closing", "card.education", "card.experience.filler", "card.functions", "card.part", "card.reference",
        "card.reference.paragraf", "card.reference.registration", "card.related", "cite.nominative", "cite.token", "connective.or", "date", "education", "experience.filler",
        "experience.none", "field.separator", "force", "force.exception", "group", "hint.block", "hint.category", "hint.verb", "header.registration", "header.requisites", "issuer.genitive", "note.by", "note.by.again",
        "note.event", "note.unit", "note.unit.inserted", "repair.missing", "repeals",
        "sentence.abbreviation", "service", "specialities", "title.manager", "title.specialist", "years",
    }
)  # fmt: skip


def fits(rule: Rule, text: str) -> bool:
    find = rule.pattern.search if rule.role in SEARCHED else rule.pattern.match
    return find(text) is not None


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_example_and_near_miss(rule: Rule) -> None:
    assert fits(rule, rule.example)
    assert not fits(rule, rule.near_miss)


def test_rules_of_one_language_are_those_of_its_file_and_the_common_ones() -> None:
    kazakh, russian = grammar_for("kk"), grammar_for("ru")
    assert kazakh.rules("unit.point") == russian.rules("unit.point") != ()
    assert {rule.id for rule in kazakh.rules("block.duties")} == {"kk.duties"}
    assert grammar_for(None).rules("block.duties") == ()


def test_both_languages_know_the_same_fields_levels_and_categories() -> None:
    for role in ("field", "level", "category", "group", "education"):
        values = [{rule.value for rule in grammar_for(language).rules(role)} for language in ("kk", "ru")]
        assert values[0] == values[1], role


@pytest.mark.parametrize(("language", "word", "number"), [("kk", "бір", 1), ("ru", "трех", 3), ("kk", "мамыр", None)])
def test_words_for_numbers(language: str, word: str, number: int | None) -> None:
    assert grammar_for(language).number("numerals", word) == number
