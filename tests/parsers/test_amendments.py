"""Amending acts in both languages; instructions beyond those of the one real amending order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from biliktilik.parsers.grammar import grammar_for
from biliktilik.parsers.instructions import Scope, read_scope, read_targets
from biliktilik.parsers.model import ParsedDocument

Document = Callable[[str], ParsedDocument]
Parse = Callable[[str], ParsedDocument]


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
    alone = {(i.point, i.position_eid, i.section) for s in parsed.islands for i in s.body.items if i.point in ("57", "60")}
    assert alone == {("57", None, "2"), ("60", None, "2")}


def test_the_slip_is_reported_with_both_numbers(document: Document) -> None:
    [finding] = [f for f in document("309.kk").findings if f.code == "target_disputed"]
    assert finding.severity == "warning"
    assert "49" in finding.message
    assert "55" in finding.message


SCOPE = Scope(annex="1", chapter="2")


@pytest.mark.parametrize(
    ("language", "text", "eids", "action"),
    [
        (
            "kk",
            "52, 53 және 54-тармақтар мынадай редакцияда жазылсын:",
            ["point_52", "point_53", "point_54"],
            "replace",
        ),
        ("kk", "5–7-тармақтар мынадай редакцияда жазылсын:", ["point_5", "point_6", "point_7"], "replace"),
        ("kk", "мынадай мазмұндағы 5-1-тармақпен толықтырылсын:", ["point_5-1"], "insert"),
        ("kk", "7-тармақ алып тасталсын;", ["point_7"], "repeal"),
        ("kk", "3-тармақтың 9) тармақшасы мынадай редакцияда жазылсын:", ["point_3__sub_9"], "replace"),
        ("kk", "7-параграфтың тақырыбы мынадай редакцияда жазылсын:", ["chp_2__prg_7"], "replace_heading"),
        ("kk", "2-тараудың тақырыбы мынадай редакцияда жазылсын:", ["chp_2"], "replace_heading"),
        ("kk", "4-тармақтың үшінші абзацы мынадай редакцияда жазылсын:", ["point_4"], "replace_indent"),
        ("kk", '4-тармақта "орталық" деген сөз "ұйым" деген сөзбен ауыстырылсын;', [], "replace_words"),
        ("ru", "пункты 52, 53 и 54 изложить в следующей редакции:", ["point_52", "point_53", "point_54"], "replace"),
        ("ru", "пункт 57 изложить в следующей редакции:", ["point_57"], "replace"),
        ("ru", "дополнить пунктом 5-1 следующего содержания:", ["point_5-1"], "insert"),
        ("ru", "пункт 7 исключить;", ["point_7"], "repeal"),
        ("ru", "подпункт 9) пункта 3 изложить в следующей редакции:", ["point_3__sub_9"], "replace"),
        ("ru", "заголовок параграфа 7 изложить в следующей редакции:", ["chp_2__prg_7"], "replace_heading"),
        ("ru", "абзац первый пункта 49 изложить в следующей редакции:", ["point_49"], "replace_indent"),
    ],
)
def test_instructions(language: str, text: str, eids: list[str], action: str) -> None:
    targets, found, _ = read_targets(grammar_for(language), text, SCOPE)
    assert [target.eid for target in targets] == [f"att_1__{eid}" for eid in eids]
    assert found == action


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("kk", "көрсетілген бұйрықпен бекітілген үлгілік сипаттамаларда:", Scope(annex="1")),
        ("kk", "2-тарауда:", Scope(annex="1", chapter="2")),
        ("kk", "3-бөлімде:", Scope(annex="1", section="3")),
        ("ru", "в типовых характеристиках, утвержденных указанным приказом:", Scope(annex="1")),
        ("ru", "в главе 2:", Scope(annex="1", chapter="2")),
        ("kk", "57-тармақ мынадай редакцияда жазылсын:", None),
        ("ru", "пункт 57 изложить в следующей редакции:", None),
    ],
)
def test_lines_that_narrow_the_scope(language: str, text: str, scope: Scope | None) -> None:
    assert read_scope(grammar_for(language), text, Scope(annex="1", chapter="9")) == scope


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

      пункт 61 переписать от руки.

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
        ("att_1__point_61", "replace", None),
    ]
    assert {(a.target.number, a.target.title, a.target.registration_number) for a in document.amendments} == {
        ("360", "Об утверждении характеристик", "16057")
    }
    assert [p.eid for p in document.body.provisions] == ["preamble", "point_1", "point_2"]
    assert [i.text for s in document.islands for i in s.body.items if i.point == "52"] == [
        'принимает заявления по программе "Старт"',
        "ведёт учёт",
    ]


def test_an_instruction_that_is_not_understood_is_reported(parse: Parse) -> None:
    [finding] = [f for f in parse(RUSSIAN).findings if f.code == "instruction_not_read"]
    assert finding.severity == "error"
