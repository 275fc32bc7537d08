"""The files of the documents in raw/, held against the documents themselves and against the views."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from biliktilik.pipeline.export.akn import write
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Value

from .conftest import BT, NAMES, File, words

KK_2012, RU_2012 = "2012-02-02_31-ө-м.kk.txt", "2012-02-02_31-ө-м.ru.txt"
# Name of the file, act, language and day.
VERSIONS = {
    "order_2012-02-02_31-ө-м_kaz_2012-07-09.xml": ("/akn/kz/act/order/2012-02-02/31-ө-м", "kk", "2012-07-09"),
    "order_2012-02-02_31-ө-м_kaz_2014-11-30.xml": ("/akn/kz/act/order/2012-02-02/31-ө-м", "kk", "2014-11-30"),
    "order_2012-02-02_31-ө-м_rus_2012-07-09.xml": ("/akn/kz/act/order/2012-02-02/31-ө-м", "ru", "2012-07-09"),
    "order_2012-02-02_31-ө-м_rus_2014-11-30.xml": ("/akn/kz/act/order/2012-02-02/31-ө-м", "ru", "2014-11-30"),
    "order_2017-10-25_360_kaz_2018-01-01.xml": ("/akn/kz/act/order/2017-10-25/360", "kk", "2018-01-01"),
    "order_2017-10-25_360_kaz_2025-10-17.xml": ("/akn/kz/act/order/2017-10-25/360", "kk", "2025-10-17"),
    "order_2024-04-30_125_kaz_2025-01-01.xml": ("/akn/kz/act/order/2024-04-30/125", "kk", "2025-01-01"),
    "order_2024-04-30_125_kaz_2026-07-12.xml": ("/akn/kz/act/order/2024-04-30/125", "kk", "2026-07-12"),
    "order_2025-10-06_309_kaz_2025-10-17.xml": ("/akn/kz/act/order/2025-10-06/309", "kk", "2025-10-17"),
    "order_2025-10-24_580-нқ_kaz_2025-11-04.xml": ("/akn/kz/act/order/2025-10-24/580-нқ", "kk", "2025-11-04"),
}
# Versions of acts whose full text is one source, and in which every wording is known.
WHOLE = {
    "order_2012-02-02_31-ө-м_kaz_2014-11-30.xml": KK_2012,
    "order_2012-02-02_31-ө-м_rus_2014-11-30.xml": RU_2012,
    "order_2024-04-30_125_kaz_2025-01-01.xml": "2024-04-30_125.kk.txt",
    "order_2025-10-06_309_kaz_2025-10-17.xml": "2025-10-06_309.kk.txt",
    "order_2025-10-24_580-нқ_kaz_2025-11-04.xml": "2025-10-24_580-нқ.kk.txt",
}
LAW_360 = "order_2017-10-25_360_kaz_2025-10-17.xml"
STANDARD, LATER_STANDARD = (
    "order_2024-04-30_125_kaz_2025-01-01.xml",
    "order_2024-04-30_125_kaz_2026-07-12.xml",
)


@pytest.fixture(scope="module")
def files(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> dict[str, File]:
    return {path.name: File(path) for path in write(reader, tmp_path_factory.mktemp("akn"))}


def in_force(reader: Reader, name: str) -> list[dict[str, Value]]:
    uri, language, day = VERSIONS[name]
    return list(
        reader.ask(
            """SELECT * FROM v_provisions WHERE act_uri = :uri AND language = :language
            AND valid_from <= :day AND (valid_to IS NULL OR :day < valid_to) ORDER BY char_start, char_end""",
            {"uri": uri, "language": language, "day": day},
        ).records()
    )


def test_one_file_per_act_language_and_version(files: dict[str, File]) -> None:
    assert list(files) == list(VERSIONS)


@pytest.mark.parametrize("name", VERSIONS)
def test_the_schema_of_oasis_holds(files: dict[str, File], schema: Any, name: str) -> None:
    schema.assertValid(files[name].root)


def test_the_same_bytes_twice_and_nothing_beside(reader: Reader, files: dict[str, File], tmp_path: Path) -> None:
    again = write(reader, tmp_path)
    assert sorted(tmp_path.iterdir()) == list(again)
    for path in again:
        assert path.read_bytes() == files[path.name].path.read_bytes()
    assert write(reader, tmp_path) == again


@pytest.mark.parametrize("name", VERSIONS)
def test_each_unit_in_force_once_with_its_words_and_place(files: dict[str, File], reader: Reader, name: str) -> None:
    file, rows = files[name], in_force(reader, name)
    there = set(file.eids())
    inferred = {"att_1", "att_1__chp_2", "att_1__chp_3"} if "_360_" in name else set()
    assert there - inferred == {row["eid"] for row in rows}
    for row in rows:
        unit = file.unit(str(row["eid"]))
        place = (unit.get(f"{BT}source"), unit.get(f"{BT}start"), unit.get(f"{BT}end"))
        assert place == (row["source_file"], str(row["char_start"]), str(row["char_end"]))
        assert own_words(unit, str(row["kind"])) == (row["label"], row["heading"], row["text"]), row["eid"]
        assert (unit.get("status") == "unknown") == (not row["wording_known"])
        assert bool(file.remarks(str(row["eid"]))) >= (not row["wording_known"])


def own_words(unit: Any, kind: str) -> tuple[str | None, str | None, str | None]:
    """Label, heading and own text of a unit, as the file has them."""
    held = {tag: unit.find(f"a:{tag}", NAMES) for tag in ("num", "heading")}
    num, heading = (words(held[tag]) if held[tag] is not None else None for tag in ("num", "heading"))
    paths = ["a:intro/a:p", "a:content/a:p", "a:doc/a:mainBody/a:p", "a:hcontainer[@name='printed']/a:content/a:p"]
    if kind == "preamble":
        paths.append("a:p")
    texts = [" ".join(words(p).split()) for path in paths for p in unit.findall(path, NAMES)]
    if kind in ("duties", "knowledge", "requirements") and num is None:
        num, heading = heading, None
    return num, heading, " ".join(filter(None, texts)) or None


@pytest.mark.parametrize("name", WHOLE)
def test_units_stand_in_the_order_of_the_source(files: dict[str, File], reader: Reader, name: str) -> None:
    assert files[name].eids() == [row["eid"] for row in in_force(reader, name)]


@pytest.mark.parametrize("name", VERSIONS)
@pytest.mark.parametrize("view", ["v_duties", "v_knowledge", "v_requirements"])
def test_each_item_in_force_is_there(files: dict[str, File], reader: Reader, name: str, view: str) -> None:
    uri, language, day = VERSIONS[name]
    items = reader.ask(
        f"""SELECT * FROM {view} WHERE position_id LIKE :act || '#%' AND language = :language
        AND valid_from <= :day AND (valid_to IS NULL OR :day < valid_to)""",
        {"act": uri, "language": language, "day": day},
    ).records()
    for item in items:
        unit = files[name].unit(str(item["eid"]))
        assert words(unit).split() == str(item["text"]).split()
        if view == "v_requirements":
            assert (unit.get(f"{BT}level"), unit.get(f"{BT}category")) == (item["level"], item["category"])


def letters(text: str) -> Iterator[str]:
    return (letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("name", [name for name in WHOLE if "_309_" not in name])
def test_the_annex_says_what_the_source_says(files: dict[str, File], reader: Reader, name: str) -> None:
    """Letter by letter, but for the notes; where link words were displaced, the same letters in any order."""
    [source] = reader.ask("SELECT * FROM v_sources WHERE source_file = :file", {"file": WHOLE[name]}).records()
    text = str(source["text"])
    notes = reader.ask(
        "SELECT char_start, char_end FROM v_segments WHERE source_file = :file AND kind = 'note'", {"file": WHOLE[name]}
    ).rows
    annex = files[name].unit("att_1")
    begin = int(annex.get(f"{BT}end"))
    noted = {place for start, end in notes for place in range(int(str(start)), int(str(end)))}
    printed = "".join(letter for place, letter in enumerate(text) if place >= begin and place not in noted)
    for reading in annex.xpath(".//a:hcontainer[@name='reading']", namespaces=NAMES):
        assert reading.get("status") == "edited"
    main = annex.find("a:doc/a:mainBody", NAMES)
    written = "".join(law(main))
    assert len(written) > 30_000
    if name.startswith("order_2012") and "_rus_" in name:
        assert Counter(letters(written)) == Counter(letters(printed))
    else:
        assert "".join(letters(written)) == "".join(letters(printed))


def law(element: Any) -> Iterator[str]:
    """The words of the law below an element: no remarks, no edited readings."""
    if element.get("status") in ("edited", "editorial"):
        return
    yield element.text or ""
    for child in element:
        yield from law(child)
        yield child.tail or ""


def test_names_of_work_expression_and_manifestation(files: dict[str, File]) -> None:
    file = files["order_2012-02-02_31-ө-м_rus_2014-11-30.xml"]
    head = "/a:akomaNtoso/a:act/a:meta/a:identification"
    assert file.find(f"{head}/a:*/a:FRBRuri/@value") == [
        "/akn/kz/act/order/2012-02-02/31-ө-м",
        "/akn/kz/act/order/2012-02-02/31-ө-м/rus@2014-11-30",
        "/akn/kz/act/order/2012-02-02/31-ө-м/rus@2014-11-30.xml",
    ]
    assert file.find(f"{head}/a:*/a:FRBRthis/@value")[1] == "/akn/kz/act/order/2012-02-02/31-ө-м/rus@2014-11-30/!main"
    days = {(day.get("name"), day.get("date")) for day in file.find(f"{head}/a:FRBRWork/a:FRBRdate")}
    assert days == {("adoption", "2012-02-02"), ("registration", "2012-02-27"), ("publication", "2012-06-28")}
    assert file.find("//a:publication/@date") == ["2012-06-28"]
    assert file.one("//a:TLCOrganization[@eId='tlc_issuer']").get("showAs") == (
        "Министр труда и социальной защиты населения Республики Казахстан"
    )
    annex = "//a:doc/a:meta/a:identification/a:FRBRExpression/a:FRBRthis/@value"
    assert file.find(annex) == ["/akn/kz/act/order/2012-02-02/31-ө-м/rus@2014-11-30/!att_1"]


def test_the_life_of_the_2012_order(files: dict[str, File]) -> None:
    file = files["order_2012-02-02_31-ө-м_kaz_2014-11-30.xml"]
    events = {event.get("date"): event for event in file.find("//a:eventRef")}
    assert {day: event.get("type") for day, event in events.items()} == {
        "2012-02-02": "generation", "2012-07-09": "generation", "2014-11-30": "amendment", "2018-01-01": "repeal",
    }  # fmt: skip
    doers = {day: file.one(f"//a:references/a:*[@eId='{event.get('source')[1:]}']") for day, event in events.items()}
    assert doers["2014-11-30"].get("href") == "/akn/kz/act/order/2014-11-19/238"
    assert doers["2018-01-01"].get("href") == "/akn/kz/act/order/2017-10-25/360"
    period = file.unit("att_1__sec_3__pos_10").get("period")
    interval = file.one(f"//a:temporalGroup[@eId='{period[1:]}']/a:timeInterval")
    assert (interval.get("start"), interval.get("end")) == (
        f"#{events['2014-11-30'].get('eId')}",
        f"#{events['2018-01-01'].get('eId')}",
    )


def test_the_position_that_was_amended_is_unknown_before(files: dict[str, File]) -> None:
    before = files["order_2012-02-02_31-ө-м_rus_2012-07-09.xml"]
    assert before.unit("att_1__sec_2__pos_4").get("status") == "unknown"
    assert "Текст неизвестен" in before.remarks("att_1__sec_2__pos_4")[0]
    assert not any(eid.startswith(("att_1__sec_2__pos_4__", "att_1__sec_3__pos_10")) for eid in before.eids())


def test_order_360_shows_what_order_309_quotes_and_says_that_it_is_not_all(files: dict[str, File]) -> None:
    """Points and headings as order 309 quotes them, in the order of the act; of point 55 only its first line."""
    file = files[LAW_360]
    chapters = {
        eid: [part.get("eId") for part in file.unit(eid).xpath("a:point | a:paragraph", namespaces=NAMES)]
        for eid in ("att_1__chp_2", "att_1__chp_3")
    }
    assert [eid.removeprefix("att_1__") for eid in chapters["att_1__chp_2"]] == [
        "point_52", "point_53", "point_54", "chp_2__prg_7", "point_55", "point_57", "chp_2__prg_8", "point_60",
    ]  # fmt: skip
    assert chapters["att_1__chp_3"] == ["att_1__point_67", "att_1__point_68", "att_1__point_69"]
    assert file.one("//a:body").get("status") == "incomplete"
    assert file.find("//a:preface//a:remark")
    for eid in ("att_1", "att_1__chp_2", "att_1__point_55", "att_1__chp_2__prg_7"):
        assert file.unit(eid).get("status") == "incomplete"
        assert file.remarks(eid), eid
    assert file.unit("att_1__point_57").get("status") is None
    assert not file.remarks("att_1__point_57")


def test_order_309_quotes_the_new_wordings_after_its_instructions(files: dict[str, File]) -> None:
    file = files["order_2025-10-06_309_kaz_2025-10-17.xml"]
    mods = file.find("//a:mod")
    assert [words(mod).strip() for mod in mods][:3] == [
        "52, 53 және 54-тармақтар мынадай редакцияда жазылсын:",
        "7-параграфтың тақырыбы мынадай редакцияда жазылсын:",
        "49-тармақтың бірінші абзацы мынадай редакцияда жазылсын:",
    ]
    assert [len(mod) for mod in mods] == [3, 1, 1, 1, 1, 1, 3]
    assert mods[2][0].text == "55. Лауазымдық міндеттері:"
    assert mods[2][0].get(f"{BT}target") == "/akn/kz/act/order/2017-10-25/360/~att_1__point_55"
    changes = file.find("//a:activeModifications/a:textualMod")
    assert len(changes) == 11
    assert {change.find("a:source", NAMES).get("href")[1:] for change in changes} == {mod.get("eId") for mod in mods}


def test_labels_between_and_after_items(files: dict[str, File]) -> None:
    """Point 15 of order 580 has two levels; the verb of point 5 closes its list."""
    file = files["order_2025-10-24_580-нқ_kaz_2025-11-04.xml"]
    point = file.unit("att_1__point_15")
    parts = [words(part).strip() if part.tag.endswith("crossHeading") else part.get("eId") for part in point]
    assert parts[2] == "Жоғары деңгейлі біліктілікке ие маман:"
    assert parts[3] == "att_1__point_15__item_1"
    assert "Орташа біліктілік деңгейіндегі маман:" in parts[4:-1]
    assert words(file.unit("att_1__point_5")[-1]).strip() == "білуге тиіс."


def test_cited_acts_are_links_in_the_text(files: dict[str, File], reader: Reader) -> None:
    file = files["order_2025-10-24_580-нқ_kaz_2025-11-04.xml"]
    links = {(ref.get("href"), ref.text) for ref in file.unit("att_1__point_5__item_3").iter(f"{{{NAMES['a']}}}ref")}
    assert links == {("/akn/kz/act/code/-/-~бюджет-кодексі", "Қазақстан Республикасының Бюджет кодексін")}
    cited = reader.ask("SELECT count(*) FROM v_citations WHERE act_number = '580-нқ'").rows[0][0]
    assert len(file.find("//a:ref")) + len(file.find("//a:implicitReference")) == cited


@pytest.mark.parametrize("name", VERSIONS)
def test_every_inner_reference_has_its_target(files: dict[str, File], name: str) -> None:
    file = files[name]
    ids = set(file.find("//a:*/@eId"))
    inner = [*file.find("//a:meta//@source"), *file.find("//@period"), *file.find("//@refersTo"), *file.find("//@as")]
    inner += [*file.find("//a:FRBRauthor/@href"), *file.find("//@start"), *file.find("//@end")]
    inner += file.find("//a:activeModifications//a:source/@href")
    assert {one for one in inner if one.startswith("#")} <= {f"#{eid}" for eid in ids}


@pytest.mark.parametrize(
    "view",
    [
        "v_card_names", "v_card_education", "v_card_function_list", "v_card_functions", "v_card_skills",
        "v_card_abilities", "v_card_knowledge", "v_card_competences", "v_card_related", "v_card_experience", "v_cards",
    ],
)  # fmt: skip
def test_the_reading_of_a_card_has_every_part(files: dict[str, File], reader: Reader, view: str) -> None:
    """Each text, code and name of a view stands once more in the reading of its card."""
    columns = {"code", "name", "text", "level", "speciality", "qualification", "purpose", "experience", "sublevel"}
    for name in (STANDARD, LATER_STANDARD):
        day = VERSIONS[name][2]
        rows = list(reader.ask(f"SELECT * FROM {view} WHERE valid_from <= :day", {"day": day}).records())
        rows = [row for row in rows if row["valid_to"] is None or day < str(row["valid_to"])]
        assert rows
        for card in {str(row["card_id"]) for row in rows}:
            element = files[name].unit(card.partition("#")[2])
            reading = element.xpath("a:hcontainer[@name='reading']", namespaces=NAMES)
            if element.get("status") == "unknown":
                assert not reading
                continue
            told = Counter(words(part).strip() for part in reading[0].iter() if part.tag.endswith(("}p", "}heading")))
            own = [row for row in rows if row["card_id"] == card]
            expected = Counter(str(row[key]) for row in own for key in columns & row.keys() if row[key] is not None)
            assert all(told[text] >= count for text, count in expected.items()), expected - told


def test_notes_of_the_publisher_are_kept_with_their_place(files: dict[str, File]) -> None:
    file = files["order_2012-02-02_31-ө-м_rus_2014-11-30.xml"]
    notes = {note.get(f"{BT}unit"): words(note).strip() for note in file.find("//a:note")}
    # Displaced link words are read back into their place, as in the views.
    assert notes["att_1__sec_2__pos_4"].startswith("Сноска. Глава 4 с изменениями, внесенными приказом Министра")
    assert "№ 238 (вводится в действие" in notes["att_1__sec_2__pos_4"]
