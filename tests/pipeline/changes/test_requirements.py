"""What a changed requirement means, from its data: each row is read off two made-up lines of the law."""

import pytest

from biliktilik.pipeline.changes.lines import line_change
from biliktilik.pipeline.changes.model import Line, Unit, Way
from biliktilik.pipeline.changes.requirements import requirement_effects
from biliktilik.pipeline.changes.sentences import tell, tell_effect


def way(education: str = "higher", years: float | None = None, none: bool | None = None, **more: str) -> Way:
    stated = none if none is not None else (None if years is None else False)
    fields = tuple(filter(None, more.get("fields", "").split(",")))
    return Way(tuple(filter(None, education.split(","))), fields, years, stated, more.get("place"))


def line(*ways: Way, text: str = "талап", category: str | None = None, level: str | None = None) -> Line:
    return Line("att_1__point_3__item_2", "requirements", 2, text, "a.txt", 0, 5, level, category, ways)


UNIT = Unit("att_1__point_3", None, "point", "3", None, None, True, None, None)

TABLE = [
    # жоғары білім және кемінде 3 жыл → кемінде 5 жыл
    ([line(way(years=3))], [line(way(years=5))], ["minimum years 3 → 5"]),
    # жоғары білім, өтіл талап етілмейді → кемінде 1 жыл
    ([line(way(none=True))], [line(way(years=1))], ["minimum years no experience required → 1"]),
    # the text stops saying anything of service
    ([line(way(years=2))], [line(way())], ["minimum years 2 → not stated"]),
    # higher or tve with 3 years → higher with 3 years
    ([line(way("higher", 3), way("tve", 3))], [line(way("higher", 3))],
     ["technical and vocational education no longer accepted"]),
    ([line(way("higher", 3))], [line(way("higher,postgraduate", 3))], ["postgraduate education now accepted"]),
    # only those with tve must serve longer: the education is named
    ([line(way("higher", 1), way("tve", 3))], [line(way("higher", 1), way("tve", 5))], ["minimum years with technical and vocational education: 3 → 5"]),
    # both, by different numbers
    ([line(way("higher", 1), way("tve", 3))], [line(way("higher", 2), way("tve", 5))],
     ["minimum years with higher education: 1 → 2",
      "minimum years with technical and vocational education: 3 → 5"]),
    ([line(way(fields="social,legal"))], [line(way(fields="social,medical"))],
     ["fields of study no longer named: legal", "fields of study newly named: medical"]),
    ([line(way())], [line(way(fields="legal"))], ["fields of study now named: legal"]),
    ([line(way(years=2, place="архивте"))], [line(way(years=2, place="музейде"))],
     ["where the service counts: архивте → музейде"]),
    ([line(way(years=1), category="first", level="higher")], [line(way(years=1), category="first", level="middle")],
     ["level higher level → middle level"]),
    # the same demands said in other branches are no change in law
    ([line(way("higher,tve", 3))], [line(way("higher", 3), way("tve", 3))], []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_effects(old: list[Line], new: list[Line], expected: list[str]) -> None:
    assert [tell_effect("en", effect) for effect in requirement_effects(old, new)] == expected


SENTENCES = [
    ("en", "Requirement line 2: reworded; minimum years 3 → 5."),
    ("ru", "Строка требований 2: изложено в новой редакции; минимальный стаж (лет): 3 → 5."),
    ("kk", "Талаптардың 2-жолы: жаңа редакцияда жазылған; ең аз жұмыс өтілі (жыл): 3 → 5."),
]


@pytest.mark.parametrize(("language", "expected"), SENTENCES)
def test_sentences(language: str, expected: str) -> None:
    change = line_change([line(way(years=3), text="кемінде 3 жыл")], [line(way(years=5), text="кемінде 5 жыл")])
    assert tell(language, change, UNIT) == expected


def test_a_new_category_is_told_by_its_name() -> None:
    change = line_change([], [line(way(years=3), category="mentor")])
    assert tell("en", change, UNIT) == "Requirement line 2: category mentor added."
    assert tell("en", change, UNIT, across=True) == "Requirement line 2 (category mentor): only in the later act."


def test_the_same_words_read_otherwise_are_no_equal_line() -> None:
    change = line_change([line(way(years=3))], [line(way(years=5))])
    assert (change.kind, change.weight) == ("reworded", 100)
