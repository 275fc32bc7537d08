"""What a person asks to compare, against the documents of raw/; expectations are read off the printed texts."""

import pytest

from biliktilik.pipeline.changes.inquiry import Asked, compare_asked
from biliktilik.pipeline.changes.model import Comparison, Kind
from biliktilik.pipeline.changes.sentences import tell
from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.store.database import Reader


def sentences(compared: Comparison) -> list[str]:
    return [tell("en", change, unit.unit, across=compared.across) for unit, change in compared.changes]


def test_heads_of_sections_need_two_years_instead_of_three(reader: Reader) -> None:
    # 31-ө-м, 2.11: «... жұмыс стажы кемінде 3 жыл»; 580-нқ, 3-параграф, 12-тармақ: «кемінде 2 жыл жұмыс өтілі»
    compared = compare_asked(reader, Asked("31-ө-м", "580-нқ", "att_1__sec_2__pos_11", "att_1__sec_2__prg_3"))
    heaviest = sentences(compared)[0]
    assert heaviest.startswith("Requirement line 1: reworded; minimum years 3 → 2; ")
    # «әлеуметтік, экономикалық, заң, медициналық, педагогикалық» → «әлеуметтік, педагогика, заң, экономика, гуманитарлық»
    assert "fields of study no longer named: medical" in heaviest
    assert "fields of study newly named: humanities" in heaviest


def test_a_card_beside_a_position(reader: Reader) -> None:
    # card 13: «жоғары санат - ... кемінде 3 жыл» with ТжКБ; 580-нқ, 4-параграф: техникалық және кәсіптік, 2 жыл
    compared = compare_asked(reader, Asked("125", "580-НҚ", "att_1__point_13"))
    assert [(unit.old and unit.old.eid, unit.new and unit.new.eid) for unit in compared.units] == [
        ("att_1__point_13", "att_1__sec_2__prg_4")
    ]
    ranked = [said for said in sentences(compared) if "middle level, highest category" in said]
    assert len(ranked) == 1
    assert "minimum years 3 → 2" in ranked[0]
    assert "education" not in ranked[0]  # ТжКБ is the act's own abbreviation of the same education
    assert compared.old.later_unknown  # № 109 has rewritten card 13 since


def test_an_unknown_side_is_never_new(reader: Reader) -> None:
    compared = compare_asked(reader, Asked("360"))
    assert {change.kind for _, change in compared.changes} == {Kind.OLD_UNKNOWN}
    assert not compared.old.complete


def test_only_one_unit_and_what_stands_below_it(reader: Reader) -> None:
    days = {"since": "2013-01-01", "until": "2015-01-01"}
    compared = compare_asked(reader, Asked("31-ө-м", eid="att_1__sec_3__pos_10", language="ru", **days))
    assert {unit.unit.eid for unit in compared.units} == {
        "att_1__sec_3__pos_10",
        "att_1__sec_3__pos_10__duties",
        "att_1__sec_3__pos_10__knowledge",
        "att_1__sec_3__pos_10__requirements",
    }
    duties = [change for _, change in compared.changes if change.what == "duties"]
    assert [change.kind for change in duties] == [Kind.ADDED] * 7


def test_nothing_changes_between_two_days_of_one_wording(reader: Reader) -> None:
    assert compare_asked(reader, Asked("31-ө-м", since="2015-01-01", until="2016-01-01")).changes == ()


def test_every_line_of_both_sides_is_in_exactly_one_change(reader: Reader) -> None:
    for pair in (("31-ө-м", "580-нқ"), ("31-ө-м", "125"), ("125", "580-нқ"), ("31-ө-м", "360")):
        for unit in compare_asked(reader, Asked(*pair)).units:
            if unit.old and unit.new:
                for side, lines in (("old", unit.old.lines), ("new", unit.new.lines)):
                    told = [line for change in unit.changes for line in getattr(change, side)]
                    unknown = {
                        change.what for change in unit.changes if change.kind in (Kind.OLD_UNKNOWN, Kind.NEW_UNKNOWN)
                    }
                    expected = [line for line in lines if line.block not in unknown]
                    assert sorted(map(repr, told)) == sorted(map(repr, expected))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Asked("999"), "no act is called '999'"),
        (Asked("31-ө-м", eid="att_1__sec_9__pos_9"), "has no unit 'att_1__sec_9__pos_9'"),
        (Asked("31-ө-м", "580-нқ", "att_1__sec_2__pos_99"), "has no job 'att_1__sec_2__pos_99'"),
        (Asked("31-ө-м", "580-нқ", "att_1__sec_3__pos_4"), "no counterpart of att_1__sec_3__pos_4 is known"),
        (Asked("31-ө-м", "580-нқ", language="ru"), "the texts cannot be compared in ru"),
        (Asked("31-ө-м", since="2015-01-01", until="2014-01-01"), "the first day (2015-01-01) is after the second"),
        (Asked("31-ө-м", since="1990-01-01", until="1991-01-01"), "nothing of this act was in force"),
        (Asked("309", "580-нқ"), "no jobs are known of this act"),
    ],
)
def test_what_is_not_there_is_said(reader: Reader, asked: Asked, message: str) -> None:
    with pytest.raises(BiliktilikError) as caught:
        compare_asked(reader, asked)
    assert message in str(caught.value)
