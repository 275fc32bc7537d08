"""The page of a card against what the professional standard prints."""

import pytest

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.pages.card import CardPage, card_page
from biliktilik.pipeline.store.database import Reader

STANDARD = "/akn/kz/act/order/2024-04-30/125"


@pytest.fixture(scope="module")
def card(reader: Reader) -> CardPage:
    return card_page(reader, STANDARD, "att_1__point_13")


def test_head(card: CardPage) -> None:
    assert (card.label, card.name, card.text, card.languages) == ("13", "Әлеуметтік жұмыскер", "kk", ("kk",))
    assert card.card is not None
    assert (card.card.group_code, card.card.occupation_code) == ("3412-0", "3412-0-008")
    assert (card.card.level_min, card.card.level_max, card.card.sublevel) == (4, 4, None)
    assert card.days == ("2025-01-01", "2026-07-12")


def test_parts(card: CardPage) -> None:
    parts = card.parts
    assert parts is not None
    assert [row.speciality for row in parts.education] == [
        "әлеуметтік жұмыс",
        "мектепке дейінгі тәрбие және оқыту",
        "қосымша білім беру",
        "бастауыш білім беру педагогикасы мен әдістемесі",
        "дене тәрбиесі және спорт",
        "негізгі орта білім берудегі тіл мен әдебиетті оқытудың педагогикасы мен әдістемесі",
        "мейіргер ісі",
    ]
    assert {row.level for row in parts.education} == {"ТжКБ"}
    assert [(row.code, row.name[:11]) for row in parts.names] == [
        ("5320-2-003", "жеке күтім "),
        ("3412-0-009", "бастапқы қа"),
    ]
    assert [(row.category, row.min_years) for row in parts.experience] == [
        ("highest", 3),
        ("first", 2),
        ("second", 1),
        ("none", None),
    ]
    assert [(function.number, [skill.number for skill in function.skills]) for function in parts.functions] == [
        (1, [1, 2]),
        (2, [1, 2]),
        (3, [1, 2]),
    ]
    first = parts.functions[0].skills[0]
    assert [said.text for said in first.knowledge[:2]] == [
        "Қазақстан Республикасының Конституциясы",
        "Қазақстан Республикасының Әлеуметтік кодексі",
    ]
    assert [(row.number, row.eid, row.page) for row in parts.references] == [("360", "prg_1", None)]


def test_no_part_is_lost(reader: Reader) -> None:
    for (eid,) in reader.ask("SELECT DISTINCT eid FROM cards ORDER BY eid").rows:
        parts = card_page(reader, STANDARD, str(eid)).parts
        assert parts is not None
        skills = [skill for function in parts.functions for skill in function.skills]
        shown = {
            "v_card_education": len(parts.education),
            "v_card_names": len(parts.names),
            "v_card_function_list": len(parts.listed),
            "v_card_functions": len(parts.functions),
            "v_card_skills": len(skills),
            "v_card_abilities": sum(len(skill.abilities) for skill in skills),
            "v_card_knowledge": sum(len(skill.knowledge) for skill in skills),
            "v_card_experience": len(parts.experience),
            "v_card_competences": len(parts.competences),
            "v_card_related": len(parts.related),
            "v_card_references": len(parts.references),
        }
        card_id = f"{STANDARD}#{eid!s}"
        there = {
            view: reader.ask(f"SELECT count(*) FROM {view} WHERE card_id = :id", {"id": card_id}).rows[0][0]
            for view in shown
        }
        assert shown == there


def test_the_wording_that_is_not_at_hand(reader: Reader) -> None:
    """A note tells that № 109 gives points 12 to 16 a new wording from 2026-07-12 on."""
    page = card_page(reader, STANDARD, "att_1__point_13", on="2026-07-12")
    assert page.card is not None and not page.card.wording_known
    assert page.parts is None
    assert page.name == "Әлеуметтік жұмыскер"
    assert page.excerpt is not None and "12, 13, 14, 15, 16-тармақтар жаңа редакцияда" in page.excerpt.marked
    assert [(period.wording_known, period.shown) for period in page.periods] == [(True, False), (False, True)]


def test_before_the_standard(reader: Reader) -> None:
    page = card_page(reader, STANDARD, "att_1__point_13", on="2024-12-31")
    assert (page.card, page.parts, page.name) == (None, None, "Әлеуметтік жұмыскер")


def test_linked_positions(card: CardPage) -> None:
    assert ("580-НҚ", "att_1__sec_2__prg_4", "position") in [(k.number, k.eid, k.page) for k in card.successors]


def test_findings_are_those_of_the_card(card: CardPage) -> None:
    """The note at points 12 to 16 is the place of five findings; each card tells its own."""
    unknown = [found.message for found in card.findings if found.code == "unknown_wording"]
    assert unknown == ["the wording of att_1__point_13 from 2026-07-12 on (act 109) is not at hand"]


def test_unknown_card(reader: Reader) -> None:
    with pytest.raises(BiliktilikError, match="the act has no card 'att_1__point_99'"):
        card_page(reader, STANDARD, "att_1__point_99")
