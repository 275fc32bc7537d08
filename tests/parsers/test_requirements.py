"""Requirement sentences beyond those of the five documents, each with the alternatives a reader would write down."""

from __future__ import annotations

import pytest

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.ledger import Ledger
from biliktilik.parsers.model import Span
from biliktilik.parsers.requirements import Carried, read_alternatives
from biliktilik.parsers.text.spaces import fold_span

Row = tuple[str, str, float | None, bool | None, str | None]


def read(language: str, text: str) -> list[Row]:
    """Education, fields, years, none required, place of each alternative."""
    desk = Desk(text, grammar_for(language), Ledger(text))
    folded = fold_span(text, Span(0, len(text)))
    return [
        (",".join(a.education), ",".join(a.fields), a.min_years, a.no_experience_required, a.experience_in)
        for a in read_alternatives(desk, folded, 0, Carried())
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("жоғары заңгерлік білім, жұмыс өтіліне талап қойылмайды", [("higher", "legal", None, True, None)]),
        (
            "жоғары медициналық немесе педагогикалық білім және денсаулық сақтау саласында кемінде 2 жыл жұмыс өтілі",
            [("higher", "medical,pedagogical", 2, False, "денсаулық сақтау саласында")],
        ),
        (
            "жалпы орта білім және кемінде 6 ай жұмыс өтілі",
            [("secondary", "", 0.5, False, None)],
        ),
        (
            "жоғары білім және мектепте кемінде екі жыл жұмыс өтілі немесе орта арнаулы білім және мектепте кемінде "
            "бес жыл жұмыс өтілі",
            [("higher", "", 2, False, "мектепте"), ("tve", "", 5, False, "мектепте")],
        ),
        (
            "техникалық және кәсіптік білім немесе жалпы орта білім, жұмыс өтіліне талап қойылмайды",
            [("tve", "", None, True, None), ("secondary", "", None, True, None)],
        ),
    ],
)
def test_kazakh(text: str, rows: list[Row]) -> None:
    assert read("kk", text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "высшее медицинское или педагогическое образование и стаж работы в системе здравоохранения не менее двух лет",
            [("higher", "medical,pedagogical", 2, False, "в системе здравоохранения")],
        ),
        (
            "высшее образование и стаж работы не менее 3 лет или техническое и профессиональное (среднее специальное, "
            "среднее профессиональное) образование и стаж работы по специальности не менее 5 лет",
            [("higher", "", 3, False, None), ("tve", "", 5, False, "по специальности")],
        ),
        (
            "послесреднее образование (прикладной бакалавриат), высшее (или послевузовское) образование без "
            "предъявления требований к стажу работы",
            [("higher,postgraduate,post_secondary", "", None, True, None)],
        ),
        ("общее среднее образование и стаж работы не менее 6 месяцев", [("secondary", "", 0.5, False, None)]),
        (
            'высшее (или послевузовское) образование по специальности "Юриспруденция" и стаж работы не менее 1 года',
            [("higher,postgraduate", "legal", 1, False, None)],
        ),
    ],
)
def test_russian(text: str, rows: list[Row]) -> None:
    assert read("ru", text) == rows


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        ("kk", "жоғары білім және кемінде екі жарым жыл жұмыс өтілі", [("higher", "", 2.5, False, None)]),
        ("ru", "высшее образование и стаж работы не менее двух с половиной лет", [("higher", "", 2.5, False, None)]),
        ("ru", "высшее образование и стаж работы от 3 до 5 лет", [("higher", "", 3, False, None)]),
        (
            "ru",
            "техническое и профессиональное, послесреднее (среднее специальное, среднее профессиональное) образование "
            "без предъявления требований к стажу работы",
            [("post_secondary,tve", "", None, True, None)],
        ),
        (
            "ru",
            "высшее образование (социальное или в области гуманитарных наук)",
            [("higher", "social,humanities", None, None, None)],
        ),
    ],
)
def test_halves_ranges_glosses_and_fields_in_other_words(language: str, text: str, rows: list[Row]) -> None:
    assert read(language, text) == rows


def test_an_unknown_field_is_kept_as_printed_and_reported() -> None:
    text = "жоғары білім (теология), жұмыс өтіліне талап қойылмайды"
    desk = Desk(text, grammar_for("kk"), Ledger(text))
    [row] = read_alternatives(desk, fold_span(text, Span(0, len(text))), 0, Carried())
    assert row.fields == row.fields_printed == ("теология",)
    assert [finding.code for finding in desk.findings] == ["unknown_field"]
