"""Acts that no document of raw/ is like: undated, disputed, damaged, nested; each file is held against the schema."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.export.akn import write

from .conftest import ACT, BT, File, MakeReader, Rows, act, unit, words

Export = Callable[[Rows], list[File]]


def test_an_act_without_known_days_has_one_file_without_a_date(export: Export) -> None:
    [file] = export({"v_acts": [act()], "v_provisions": [unit("point_1", label="1", text="Бекітілсін.")]})
    assert file.path.name == "order_2020-01-01_1_kaz.xml"
    uris = file.find("//a:FRBRuri/@value")
    assert uris == [ACT, f"{ACT}/kaz", f"{ACT}/kaz.xml"]
    assert [(day.get("date"), day.get("name")) for day in file.find("//a:FRBRExpression/a:FRBRdate")] == [
        ("2020-01-01", "adoption")
    ]
    assert file.unit("point_1").get("period") is None


def test_an_act_of_which_nothing_but_a_unit_is_known(export: Export) -> None:
    """No number, day, issuer, title or language: what the schema wants is there and named unknown."""
    uri = "/akn/kz/act/order/-/-~атаусыз"
    bare = act(act_uri=uri, number=None, adopted_on=None, text_known="partial")
    [file] = export(
        {"v_acts": [bare], "v_provisions": [unit("point_1", act_uri=uri, language=None, wording_known=0, label="1")]}
    )
    assert file.path.name == "order_-_-~атаусыз_und.xml"
    assert set(file.find("//a:FRBRdate/@name")) == {"unknown"}
    assert file.find("//a:FRBRlanguage/@language") == ["und"]
    assert file.remarks("point_1") == ["[Wording not known: the sources only say that this unit exists.]"]


def test_a_version_begins_and_ends_where_any_wording_does(export: Export) -> None:
    files = export(
        {
            "v_acts": [act()],
            "v_provisions": [
                unit("point_1", text="a", valid_from="2020-02-01", valid_basis="stated"),
                unit("point_2", text="b", ordinal=2, valid_from="2020-02-01", valid_to="2021-03-01"),
                unit("point_2", text="c", ordinal=2, valid_from="2021-03-01", valid_to="2022-01-01"),
                unit("point_1", language="ru", text="d", valid_from="2020-02-01"),
            ],
        }
    )
    told = {file.path.name[len("order_2020-01-01_1_") : -4]: [words(p) for p in file.find("//a:p")] for file in files}
    assert told == {
        "kaz_2020-02-01": ["a", "b"],
        "kaz_2021-03-01": ["a", "c"],
        "kaz_2022-01-01": ["a"],
        "rus_2020-02-01": ["d"],
    }


def test_a_wording_without_first_day_comes_before_the_first_day(export: Export) -> None:
    files = export(
        {
            "v_acts": [act()],
            "v_provisions": [
                unit("point_1", text="old", valid_to="2021-01-01"),
                unit("point_1", text="new", valid_from="2021-01-01"),
                unit("point_2", text="always", ordinal=2),
            ],
        }
    )
    assert [(file.path.name, [words(p) for p in file.find("//a:p")]) for file in files] == [
        ("order_2020-01-01_1_kaz.xml", ["old", "always"]),
        ("order_2020-01-01_1_kaz_2021-01-01.xml", ["new", "always"]),
    ]


def test_nothing_in_force_no_file(export: Export) -> None:
    gone = unit("point_1", text="a", valid_from="2020-02-01", valid_to="2021-01-01")
    assert [file.path.name for file in export({"v_acts": [act()], "v_provisions": [gone]})] == [
        "order_2020-01-01_1_kaz_2020-02-01.xml"
    ]
    assert export({"v_acts": [act(text_known="none")], "v_provisions": []}) == []


def test_two_wordings_on_one_day_are_both_there(export: Export) -> None:
    two = [
        unit("point_1", text="a", source_file=f"{n}.txt", valid_from=day) for n, day in ((1, None), (2, "2020-02-01"))
    ]
    file = export({"v_acts": [act()], "v_provisions": two})[-1]
    assert [(one.get("eId"), one.get("wId")) for one in file.find("//a:point")] == [
        ("point_1", None),
        ("point_1__wording_2", "point_1"),
    ]


def test_every_kind_of_unit_in_every_depth(export: Export) -> None:
    kinds = [
        "section", "chapter", "paragraf", "heading", "position", "point", "subpoint", "duties", "knowledge",
        "requirements", "item", "card", "unparsed", "preamble", "annex",
    ]  # fmt: skip
    rows = [
        unit("preamble", "preamble", label="0", heading="H", text="P"),
        unit("preamble__item_1", "item", parent_eid="preamble", text="I"),
        unit("att_1", "annex", label="1", heading="A", text="T", ordinal=9),
        unit("att_2", "annex", ordinal=10),
    ]
    for depth, kind in enumerate(kinds):
        parent = f"att_1__u_{depth - 1}" if depth else "att_1"
        rows.append(
            unit(f"att_1__u_{depth}", kind, parent_eid=parent, label=f"l{depth}", heading=f"h{depth}", text=f"t{depth}")
        )
    [file] = export({"v_acts": [act()], "v_provisions": rows})
    assert file.eids() == ["preamble", "preamble__item_1", "att_1", *(f"att_1__u_{n}" for n in range(15)), "att_2"]
    told = [words(one) for one in file.find("//a:num | //a:heading | //a:p") if words(one)]
    assert told == ["0", "H", "P", "I", "1", "A", "T", *(f"{mark}{n}" for n in range(15) for mark in "lht")]
    assert file.unit("att_1__u_12").get("status") == "undefined"


def test_units_of_an_annex_that_nobody_tells_of_stand_in_it(export: Export) -> None:
    rows = [
        unit("att_2__chp_10__prg_1", "paragraf", parent_eid="att_2__chp_10", text="c"),
        unit("att_2__chp_9__prg_3", "paragraf", parent_eid="att_2__chp_9", text="b", ordinal=3),
        unit("att_2__point_7", text="a", ordinal=0),
    ]
    [file] = export({"v_acts": [act(text_known="partial")], "v_provisions": rows})
    assert file.eids() == [
        "att_2", "att_2__point_7", "att_2__chp_9", "att_2__chp_9__prg_3", "att_2__chp_10", "att_2__chp_10__prg_1",
    ]  # fmt: skip
    assert file.one("//a:attachment").get("eId") == "att_2"
    assert file.unit("att_2__chp_9").get("status") == "incomplete"
    assert file.unit("att_2__chp_9").get(f"{BT}source") is None


def test_characters_that_xml_cannot_hold_are_told(export: Export) -> None:
    text = "a\x00b\x0bc\ufffed <script>&amp;\U0001f600 қ"
    rows = [unit("point_1", label="1\x1f", text=text, heading="]]>"), unit("point_2", text="ok", ordinal=2)]
    [file] = export({"v_acts": [act(title_kk="t\x01")], "v_provisions": rows})
    paragraph = file.unit("point_1").find(".//{*}p")
    assert paragraph.text == "a\ufffdb\ufffdc\ufffdd <script>&amp;\U0001f600 қ"
    assert paragraph.get(f"{BT}replaced") == "U+0000 U+000B U+FFFE"
    assert file.unit("point_2").find(".//{*}p").get(f"{BT}replaced") is None
    [note] = [words(note).strip() for note in file.find("//a:note")]
    for code in ("U+0000 × 1", "U+000B × 1", "U+FFFE × 1", "U+001F × 1", "U+0001 × "):
        assert code in note


def test_citations_are_linked_only_where_their_place_is_sure(export: Export) -> None:
    text = 'Заң "Білім туралы", "Білім туралы" заңды және Заңды; "Дене" туралы.'

    def cited(printed: str, start: int, uri: str = "/akn/kz/act/law/-/-~x") -> dict[str, object]:
        return {
            "act_number": "1", "language": "kk", "eid": "point_1", "item_kind": "point", "cited_act_uri": uri,
            "as_printed": printed, "source_file": "a.kk.txt", "char_start": start, "char_end": start + 1,
        }  # fmt: skip

    rows = [
        cited('"Білім туралы"', 4),  # printed twice, cited once
        cited("Заң", 0),  # once as a whole word
        cited('"Дене" туралы', 50),
        cited('"Дене"', 51),  # only within another
        cited("жоқ", 60),  # not printed
    ]
    [file] = export(
        {"v_acts": [act()], "v_citations": rows, "v_provisions": [unit("point_1", text=text, char_end=100)]}
    )
    assert words(file.one("//a:body//a:p")) == text
    assert [ref.text for ref in file.find("//a:ref")] == ["Заң", '"Дене" туралы']
    assert file.find("//a:implicitReference/@showAs") == ['"Білім туралы"', '"Дене"', "жоқ"]


def test_amendments_without_words_or_place_are_kept(export: Export) -> None:
    def order(ordinal: int, **values: object) -> dict[str, object]:
        return {
            "amending_act_uri": ACT, "target_act_uri": "/akn/kz/act/order/-/-~y", "ordinal": ordinal,
            "target_eid": f"point_{ordinal}", "action": "repeal", "status": "pending", "source_file": "a.kk.txt",
            "char_start": 10 * ordinal, "char_end": 10 * ordinal + 5, **values,
        }  # fmt: skip

    rows = [
        order(1, instruction="1-тармақ алып тасталсын;"),
        order(2, instruction="not in the text", action="insert", new_text="2. Жаңа."),
        order(3, instruction="3-тармақ алып тасталсын.", char_start=900, char_end=910),  # outside of every unit
    ]
    text = "Мынадай: 1-тармақ алып тасталсын; 3-тармақ алып тасталсын."
    [file] = export(
        {"v_acts": [act()], "v_amendments": rows, "v_provisions": [unit("point_1", text=text, char_end=100)]}
    )
    assert " ".join(words(file.one("//a:body//a:p")).split()) == text
    assert [mod.get("eId") for mod in file.find("//a:mod")] == [f"point_1__mod_{n}" for n in (1, 2, 3)]
    assert file.find("//a:quotedText/text()") == ["2. Жаңа."]
    assert file.find("//a:activeModifications/a:textualMod/@type") == ["repeal", "insertion", "repeal"]


def test_a_card_without_skills_or_numbers(export: Export) -> None:
    place = {"source_file": "a.kk.txt", "char_start": 5, "char_end": 6, "language": "ru"}
    card = {"card_id": f"{ACT}#point_9", **place}
    rows = {
        "v_acts": [act()],
        "v_provisions": [unit("point_9", "card", language="ru", text="весь текст", heading="Карточка")],
        "v_cards": [{**card, "eid": "point_9", "name": "Х", "level_min": 4, "level_max": 5}],
        "v_card_abilities": [
            {**card, "function_number": 2, "skill_number": None, "ordinal": 1, "text": "умеет"},
            {**card, "function_number": None, "skill_number": 7, "ordinal": 1, "text": "знает"},
        ],
        "v_card_related": [{**card, "ordinal": 1, "name": "Y"}, {**card, "ordinal": 2, "code": "1", "name": None}],
    }
    [file] = export(rows)
    reading = file.one("//a:hcontainer[@name='reading']")
    told = [words(one).strip() for one in reading.iter("{*}num", "{*}heading", "{*}td", "{*}th")]
    assert told == [
        "Прочитанные части карточки; опубликованный текст стоит выше.",
        "Наименование профессии", "Х", "Уровень квалификации по ОРК", "4–5",
        "Трудовая функция", "Навык 7", "Умения", "знает", "Трудовая функция 2", "Умения", "умеет",
        "Связь с другими профессиями в рамках ОРК", "", "Y", "1", "",
    ]  # fmt: skip
    assert [cell.get(f"{BT}null") for cell in reading.iter("{*}td")][-4:] == ["true", None, None, "true"]


def test_units_in_a_circle_are_an_error_not_a_gap(make_reader: MakeReader, tmp_path: Path) -> None:
    rows = [unit("a", parent_eid="b"), unit("b", parent_eid="a"), unit("point_1", text="x")]
    with pytest.raises(BiliktilikError, match="no way up"):
        write(make_reader({"v_acts": [act()], "v_provisions": rows}), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(make_reader: MakeReader, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("a file")
    reader = make_reader({"v_acts": [act()], "v_provisions": [unit("point_1", text="x")]})
    with pytest.raises(BiliktilikError, match="cannot be written"):
        write(reader, tmp_path / "x")


def test_ten_times_the_units_do_not_take_a_hundred_times_the_time(make_reader: MakeReader, tmp_path: Path) -> None:
    def seconds(count: int) -> float:
        rows = [
            unit(f"point_{n}", text=f"Заң {n}", ordinal=n, char_start=9 * n, char_end=9 * n + 9) for n in range(count)
        ]
        cited = [
            {
                "act_number": "1", "language": "kk", "eid": f"point_{n}", "item_kind": "point", "as_printed": "Заң",
                "cited_act_uri": "/akn/kz/act/law/-/-~x", "source_file": "a.kk.txt",
                "char_start": 9 * n, "char_end": 9 * n + 3,
            }
            for n in range(count)
        ]  # fmt: skip
        orders = [
            {
                "amending_act_uri": ACT, "target_act_uri": "/akn/kz/act/order/-/-~y", "ordinal": n, "action": "repeal",
                "instruction": f"{n}", "status": "pending", "source_file": "a.kk.txt",
                "char_start": 9 * n, "char_end": 9 * n + 9,
            }
            for n in range(count)
        ]  # fmt: skip
        given = {"v_acts": [act()], "v_provisions": rows, "v_citations": cited, "v_amendments": orders}
        reader = make_reader(given)
        begun = process_time()
        write(reader, tmp_path)
        return process_time() - begun

    seconds(50)
    assert seconds(4000) < 40 * max(seconds(400), 0.05)
