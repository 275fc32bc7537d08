"""Amending acts in both languages; instructions beyond those of the one real amending order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import Amendment, ParsedDocument, SegmentKind
from biliktilik.parsers.readers import read_source

Document = Callable[[str], ParsedDocument]
Parse = Callable[[str], ParsedDocument]
CASES = Path(__file__).parents[1] / "cases" / "instructions"


def test_the_eleven_units_of_order_309(document: Document) -> None:
    parsed = document("309.kk")
    rows = [
        (a.target_eid, a.target_printed, a.action.value, a.content_kind.value, a.disputed) for a in parsed.amendments
    ]
    first, last = "52, 53 және 54-тармақтар", "67, 68 және 69-тармақтар"
    assert rows == [
        ("att_1__point_52", first, "replace", "duties", False),
        ("att_1__point_53", first, "replace", "knowledge", False),
        ("att_1__point_54", first, "replace", "requirements", False),
        ("att_1__chp_2__prg_7", "7-параграфтың тақырыбы", "replace_heading", "heading", False),
        ("att_1__point_55", "49-тармақтың бірінші абзацы", "replace_indent", "duties", True),
        ("att_1__point_57", "57-тармақ", "replace", "requirements", False),
        ("att_1__chp_2__prg_8", "8-параграфтың тақырыбы", "replace_heading", "heading", False),
        ("att_1__point_60", "60-тармақ", "replace", "requirements", False),
        ("att_1__point_67", last, "replace", "duties", False),
        ("att_1__point_68", last, "replace", "knowledge", False),
        ("att_1__point_69", last, "replace", "requirements", False),
    ]


def test_new_wording_is_the_whole_unit_without_the_enclosing_marks(document: Document) -> None:
    texts = [a.new_text or "" for a in document("309.kk").amendments]
    assert texts[4] == "55. Лауазымдық міндеттері:"
    assert texts[3] == "7-параграф. Мансап орталығының құрылымдық бөлімшесінің (бөлімінің, секторының) маманы."
    assert texts[0].startswith("52. Лауазымдық міндеттері: атаулы әлеуметтік көмек тағайындау үшін азаматтардан")
    assert texts[0].endswith("Өрт қауiпсiздiгi қағидаларының орындалуын қамтамасыз етеді.")
    assert texts[5].startswith("57. Біліктілігіне қойылатын талаптар: біліктілігі жоғары деңгейдегі маман: тәлімгер:")
    assert texts[10].endswith(
        "санаты жоқ маман: орта білімнен кейінгі білім (қолданбалы бакалавриат), техникалық және "
        "кәсіптік (арнаулы орта, кәсіптік орта) білім, жұмыс өтіліне талаптар қойылмайды."
    )


def test_what_the_quoted_units_make_known_of_order_360(document: Document) -> None:
    parsed = document("309.kk")
    assert {(i.target.number, str(i.target.adopted_on), i.target.registration_number) for i in parsed.islands} == {
        ("360", "2017-10-25", "16057")
    }
    assert {str(i.target.registered_on) for i in parsed.islands} == {"2017-12-06"}
    positions = [(p.eid, p.section, p.number, p.title) for i in parsed.islands for p in i.body.positions]
    unit = "құрылымдық бөлімшесінің (бөлімінің, секторының) маманы"
    assert positions == [
        ("att_1__chp_2__points_52-54", "2", None, None),
        ("att_1__chp_2__prg_7", "2", "7", f"Мансап орталығының {unit}"),
        ("att_1__chp_2__prg_8", "2", "8", f"Еңбек мобильділігі орталығының {unit}"),
        ("att_1__chp_3__points_67-69", "3", None, None),
    ]
    alone = {
        (i.point, i.position_eid, i.section) for s in parsed.islands for i in s.body.items if i.point in ("57", "60")
    }
    assert alone == {("57", None, "2"), ("60", None, "2")}


def test_the_slip_is_reported_with_both_numbers(document: Document) -> None:
    [finding] = [f for f in document("309.kk").findings if f.code == "target_disputed"]
    assert finding.severity == "warning"
    assert "49" in finding.message
    assert "55" in finding.message


RUSSIAN = """О внесении изменений в приказ Министра труда Республики Казахстан от 25 октября 2017 года № 360 "Об утверждении характеристик"
Приказ Министра труда Республики Казахстан от 6 октября 2025 года № 309
      ПРИКАЗЫВАЮ:

      1. Внести в приказ Министра труда Республики Казахстан от 25 октября 2017 года № 360 "Об утверждении характеристик" (зарегистрирован в Реестре государственной регистрации нормативных правовых актов за № 16057) следующие изменения:

      в характеристиках, утвержденных указанным приказом:

      в главе 2:

      пункты 52 и 53 изложить в следующей редакции:

      "52. Должностные обязанности:

      принимает заявления по программе "Старт";

      ведёт учёт.

      53. Требования к квалификации: высшее образование и стаж работы не менее 1 года.";

      пункт 60 исключить;

      пункт 61 переписать от руки:

      "61. Этот текст остаётся в приказе.";

      2. Настоящий приказ вводится в действие со дня опубликования.

      Министр
"""


def test_a_russian_amending_order(parse: Parse) -> None:
    document = parse(RUSSIAN)
    assert [(a.target_eid, a.action.value, a.new_text) for a in document.amendments] == [
        (
            "att_1__point_52",
            "replace",
            '52. Должностные обязанности: принимает заявления по программе "Старт"; ведёт учёт.',
        ),
        (
            "att_1__point_53",
            "replace",
            "53. Требования к квалификации: высшее образование и стаж работы не менее 1 года.",
        ),
        ("att_1__point_60", "repeal", None),
    ]
    assert {(a.target.number, a.target.title, a.target.registration_number) for a in document.amendments} == {
        ("360", "Об утверждении характеристик", "16057")
    }
    assert [p.eid for p in document.body.provisions] == ["preamble", "point_1", "point_2"]
    assert [i.text for s in document.islands for i in s.body.items if i.point == "52"] == [
        'принимает заявления по программе "Старт"',
        "ведёт учёт",
    ]


def test_an_instruction_that_is_not_understood_is_reported_kept_and_changes_nothing(parse: Parse) -> None:
    document = parse(RUSSIAN)
    [finding] = [f for f in document.findings if f.code == "instruction_not_read"]
    assert finding.severity == "error"
    assert "переписать от руки" in finding.message
    text = document.source.text
    for printed in ("пункт 61 переписать от руки:", '"61. Этот текст остаётся в приказе.";'):
        at = text.index(printed)
        [segment] = [s for s in document.segments if s.span.start <= at < s.span.end]
        assert (segment.kind, segment.eid) == (SegmentKind.INSTRUCTION, "point_1")
    [point] = [p for p in document.body.provisions if p.eid == "point_1"]
    assert point.text is not None
    assert point.text.endswith('пункт 61 переписать от руки: "61. Этот текст остаётся в приказе.";')
    assert "att_1__point_61" not in {p.eid for island in document.islands for p in island.body.provisions}


ORDERS = sorted(path.stem for path in (CASES / "orders").glob("*.txt"))


def cells(name: str) -> list[dict[str, str]]:
    lines = (CASES / "orders" / name).read_text("utf-8").rstrip("\n").split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def row(amendment: Amendment) -> dict[str, str]:
    return {
        "act": amendment.target.number or "",
        "action": amendment.action.value,
        "target_eid": amendment.target_eid or "-",
        "printed": amendment.target_printed,
        "content_kind": amendment.content_kind.value,
        "disputed": "disputed" if amendment.disputed else "",
        "address": " ".join(f"{step.kind.value}:{step.number}" for step in amendment.address) or "-",
        "word_edit": amendment.word_edit.value if amendment.word_edit else "",
        "old_words": amendment.old_words or "",
        "annex": amendment.annex or "",
        "new_text": amendment.new_text or "",
    }


def order(name: str) -> ParsedDocument:
    return parse_document(read_source(CASES / "orders" / f"{name}.txt", f"{name}.txt"))


@pytest.mark.parametrize("name", ORDERS)
def test_whole_orders(name: str) -> None:
    assert [row(amendment) for amendment in order(name).amendments] == cells(f"{name}.tsv")


@pytest.mark.parametrize("name", ORDERS)
def test_what_whole_orders_leave_unread_is_told_with_the_reason(name: str) -> None:
    told = [f for f in order(name).findings if f.code not in ("no_service_stated", "unbalanced_quote")]
    wanted = [cell for cell in cells("findings.tsv") if cell["order"] == name]
    assert [(f.severity.value, f.code) for f in told] == [(cell["severity"], cell["code"]) for cell in wanted]
    for finding, cell in zip(told, wanted, strict=True):
        assert cell["says"] in finding.message


@pytest.mark.parametrize("name", ORDERS)
def test_every_character_of_an_order_is_accounted_for(name: str) -> None:
    document = order(name)
    assert "".join(document.source.text[s.span.start : s.span.end] for s in document.segments) == document.source.text
    assert SegmentKind.UNPARSED not in {segment.kind for segment in document.segments}


@pytest.mark.parametrize("name", ["several_acts", "positions", "near_misses"])
def test_both_languages_say_the_same(name: str) -> None:
    kazakh, russian = cells(f"{name}.kk.tsv"), cells(f"{name}.ru.tsv")
    for column in ("act", "action", "target_eid", "content_kind", "disputed", "address", "word_edit", "annex"):
        assert [cell[column] for cell in kazakh] == [cell[column] for cell in russian]


@pytest.mark.parametrize("name", ["several_acts", "positions"])
def test_quoted_units_are_islands_of_the_act_that_is_amended(name: str) -> None:
    for language in ("kk", "ru"):
        document = order(f"{name}.{language}")
        quoted = {p.eid for island in document.islands for p in island.body.provisions}
        worded = {a.target_eid for a in document.amendments if a.new_text and a.word_edit is None}
        assert worded - {"title"} <= quoted


@pytest.mark.parametrize(
    ("quoted", "texts"),
    [
        ('"5. Слово "Старт"."', ['5. Слово "Старт".']),
        ('"5. Слово "Старт".', ['5. Слово "Старт"']),
        ("«5. Слово «Старт».", ["5. Слово «Старт»"]),
        ("«5. Слово «Старт»».", ["5. Слово «Старт»"]),
        ('"5. Слово', ["5. Слово"]),
    ],
)
def test_marks_around_a_quotation(parse: Parse, quoted: str, texts: list[str]) -> None:
    text = RUSSIAN.replace('"61. Этот текст остаётся в приказе.";', quoted).replace(
        "61 переписать от руки", "5 изложить"
    )
    assert [a.new_text for a in parse(text).amendments if a.target_eid == "att_1__point_5"] == texts


def test_a_number_that_keeps_the_order_wins_over_the_quoted_one(parse: Parse) -> None:
    text = RUSSIAN.replace("61 переписать от руки", "62 изложить").replace("61. Этот", "26. Этот")
    text = text.replace("      2. Настоящий", "      пункт 63 исключить.\n\n      2. Настоящий")
    document = parse(text)
    [disputed] = [a for a in document.amendments if a.disputed]
    assert (disputed.target_eid, (disputed.new_text or "")[:3]) == ("att_1__point_62", "26.")
    quoted = {p.eid for island in document.islands for p in island.body.provisions}
    assert "att_1__point_62" in quoted
    assert "att_1__point_26" not in quoted
