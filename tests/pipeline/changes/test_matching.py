"""Which line became which."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.changes.matching import match_lines
from biliktilik.pipeline.changes.model import Line, Way


def lines(*texts: str, block: str = "duties") -> list[Line]:
    return [Line(f"item_{n}", block, n, text, "a.txt", 0, 1) for n, text in enumerate(texts, start=1)]


def shape(old: Sequence[Line], new: Sequence[Line], language: str = "kk") -> list[str]:
    return [
        f"{','.join(map(str, one.old)) or '-'}>{','.join(map(str, one.new)) or '-'}{'*' if one.moved else ''}"
        for one in match_lines(old, new, language)
    ]


COUNT = "құжаттарды есепке алады және олардың сақталуын қамтамасыз етеді"
NOTES = "азаматтарға архивтік анықтамалар береді"
PLAN = "бөлімшенің жылдық жұмыс жоспарын әзірлеуге қатысады"
TABLE = [
    ([COUNT, NOTES], [COUNT, NOTES], ["0>0", "1>1"]),
    ([COUNT, NOTES, PLAN], [PLAN, COUNT, NOTES], ["2>0*", "0>1", "1>2"]),
    ([COUNT, NOTES], [NOTES], ["0>-", "1>0"]),
    ([COUNT, NOTES], [COUNT, PLAN, NOTES], ["0>0", "->1", "1>2"]),
    ([PLAN], ["бөлімшенің тоқсандық жұмыс жоспарын әзірлеуге қатысады"], ["0>0"]),
    # one sentence becomes two lines, and two lines one sentence
    ([COUNT], ["құжаттарды есепке алады", "құжаттардың сақталуын қамтамасыз етеді"], ["0>0,1"]),
    (["құжаттарды есепке алады", "құжаттардың сақталуын қамтамасыз етеді"], [COUNT], ["0,1>0"]),
    # of two equal lines the first stays the first
    ([NOTES, NOTES], [NOTES], ["0>0", "1>-"]),
    ([], [NOTES], ["->0"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_matches(old: list[str], new: list[str], expected: list[str]) -> None:
    assert shape(lines(*old), lines(*new)) == expected


def test_requirement_lines_of_one_category_belong_together_whatever_their_words() -> None:
    def rank(category: str, years: float, text: str) -> Line:
        return Line(
            "i", "requirements", 1, text, "a.txt", 0, 1, "higher", category, (Way(("higher",), (), years, False, None),)
        )

    old = [
        rank("first", 3, "бірінші санат: жоғары білім, 3 жыл"),
        rank("second", 2, "екінші санат: жоғары білім, 2 жыл"),
    ]
    new = [rank("second", 3, "екінші: кемінде 3 жыл"), rank("first", 5, "бірінші: кемінде 5 жыл")]
    assert shape(old, new) == ["1>0*", "0>1"]


def test_a_single_requirement_line_is_compared_with_the_single_other_one() -> None:
    def one(text: str, years: float) -> Line:
        return Line("i", "requirements", 1, text, "a.txt", 0, 1, ways=(Way(("higher",), (), years, False, None),))

    old = one("высшее образование и стаж работы в организациях социальной защиты населения не менее 3 лет", 3)
    new = one("высшее (или послевузовское) образование и стаж в центрах поддержки семьи не менее 5 лет", 5)
    assert shape([old], [new], "ru") == ["0>0"]


@given(
    st.lists(st.sampled_from([COUNT, NOTES, PLAN, "а", "б", "в"]), max_size=6),
    st.lists(st.sampled_from([COUNT, NOTES, PLAN, "а", "г"]), max_size=6),
)
def test_every_line_is_in_exactly_one_match(old: list[str], new: list[str]) -> None:
    matches = match_lines(lines(*old), lines(*new), "kk")
    assert sorted(i for one in matches for i in one.old) == list(range(len(old)))
    assert sorted(j for one in matches for j in one.new) == list(range(len(new)))
    firsts = [one.new[0] for one in matches if one.new]
    assert firsts == sorted(firsts)
