"""Forms of orders that the five documents do not show, in documents written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from biliktilik.parsers.model import ParsedDocument

Parse = Callable[[str], ParsedDocument]

RUSSIAN_PARAGRAFS = """Об утверждении квалификационных характеристик должностей работников архивов
Приказ Министра культуры и информации Республики Казахстан от 3 марта 2025 года № 77-НҚ. Зарегистрирован в Министерстве юстиции Республики Казахстан 5 марта 2025 года № 35001
      В соответствии с пунктом 15 Положения ПРИКАЗЫВАЮ:

      1. Утвердить прилагаемые квалификационные характеристики.

      2. Комитету архивов обеспечить:

      1) направление копии приказа на опубликование;

      2) размещение приказа на интернет-ресурсе.

      3. Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования.

      Министр
А. Иванова

      "СОГЛАСОВАН"
      Министерство труда

Приложение к приказу
Министр культуры и информации
Республики Казахстан
от 3 марта 2025 года № 77-НҚ

 Квалификационные характеристики должностей работников архивов
 Глава 1. Общие положения

      1. Настоящие характеристики применяются при подборе кадров.

 Глава 2. Должности специалистов
 Параграф 1. Архивист

      2. Должностные обязанности:

      ведёт учёт документов;

      выдаёт справки.

      3. Должен знать:

      Конституцию Республики Казахстан;

      правила внутреннего трудового распорядка.

      4. Требования к квалификации: высшее (или послевузовское) образование (гуманитарное, юридическое) без предъявления требований к стажу работы.

 § 2. Заведующий хранилищем

      5. Должностные обязанности: Руководит хранилищем. Отвечает за сохранность фондов.

      6. Должен знать: законы Республики Казахстан "О Национальном архивном фонде и архивах"; порядок хранения документов.

      7. Требования к квалификации: высшее образование и стаж работы в архивах не менее 2 лет или техническое и профессиональное (среднее специальное, среднее профессиональное) образование и стаж работы в архивах не менее трех лет.
"""


def test_paragrafs_in_chapters_are_positions(parse: Parse) -> None:
    document = parse(RUSSIAN_PARAGRAFS)
    assert document.language == "ru"
    act = document.header.act
    assert (act.kind, act.number, str(act.adopted_on), act.issuer) == (
        "order",
        "77-НҚ",
        "2025-03-03",
        "Министр культуры и информации Республики Казахстан",
    )
    assert (act.registration_number, str(act.registered_on)) == ("35001", "2025-03-05")
    assert [(p.eid, p.section, p.number, p.title, p.group) for p in document.body.positions] == [
        ("att_1__chp_2__prg_1", "2", "1", "Архивист", None),
        ("att_1__chp_2__prg_2", "2", "2", "Заведующий хранилищем", None),
    ]
    assert [(i.eid, i.text) for i in document.body.items if i.point in ("2", "5")] == [
        ("att_1__point_2__item_1", "ведёт учёт документов"),
        ("att_1__point_2__item_2", "выдаёт справки"),
        ("att_1__point_5__item_1", "Руководит хранилищем"),
        ("att_1__point_5__item_2", "Отвечает за сохранность фондов"),
    ]
    assert [i.knowledge_kind for i in document.body.items if i.point in ("3", "6")] == [
        "acts",
        "subject",
        "acts",
        "subject",
    ]


def test_signature_agreement_and_stamp_are_no_text_of_points(parse: Parse) -> None:
    document = parse(RUSSIAN_PARAGRAFS)
    kinds = [(s.kind.value, document.source.text[s.span.start : s.span.end]) for s in document.segments]
    assert ("signature", "Министр") in kinds
    assert ("signature", "А. Иванова") in kinds
    assert ("stamp", '"СОГЛАСОВАН"') in kinds
    assert [text.split("\n")[0] for kind, text in kinds if kind == "stamp"][-1] == "Приложение к приказу"
    assert "unparsed" not in {kind for kind, _ in kinds}
    texts = {p.eid: p.text for p in document.body.provisions}
    assert texts["point_3"] == (
        "Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его первого официального "
        "опубликования."
    )
    assert texts["point_2__sub_2"] == "размещение приказа на интернет-ресурсе."


def test_roman_categories_in_the_nominative(parse: Parse) -> None:
    start = RUSSIAN_PARAGRAFS.index("      7. Требования к квалификации:")
    lines = (
        "      7. Требования к квалификации:\n\n      I категория: высшее образование и стаж работы не менее 2 лет;\n\n"
        "      II категория: высшее образование и стаж работы не менее 1 года.\n"
    )
    items = [i for i in parse(RUSSIAN_PARAGRAFS[:start] + lines).body.items if i.point == "7"]
    assert [(item.category, item.alternatives[0].min_years) for item in items] == [("first", 2), ("second", 1)]


def test_page_text_without_indents_keeps_its_preamble(parse: Parse) -> None:
    text = "\n".join(line.strip() for line in RUSSIAN_PARAGRAFS.split("\n") if line.strip())
    provisions = {provision.eid: provision.text for provision in parse(text).body.provisions}
    assert provisions["preamble"] == "В соответствии с пунктом 15 Положения ПРИКАЗЫВАЮ:"


def test_an_order_on_one_line_is_not_taken_for_its_own_head(parse: Parse) -> None:
    document = parse(" ".join(RUSSIAN_PARAGRAFS.split()))
    assert "requisites" not in {segment.kind for segment in document.segments}
    assert "error" in {finding.severity for finding in document.findings}


def test_a_title_that_begins_like_requisites_is_no_part_of_them(parse: Parse) -> None:
    text = (
        "Қазақстан Республикасы Мәдениет және ақпарат министрінің кейбір бұйрықтарына өзгерістер енгізу туралы\n"
        "Қазақстан Республикасы Мәдениет және ақпарат министрінің 2025 жылғы 3 наурыздағы № 77-НҚ бұйрығы\n"
        "      1. Бірінші тармақ.\n"
    )
    act = parse(text).header.act
    assert act.issuer == "Қазақстан Республикасы Мәдениет және ақпарат министрі"
    assert act.title == (
        "Қазақстан Республикасы Мәдениет және ақпарат министрінің кейбір бұйрықтарына өзгерістер енгізу туралы"
    )


KAZAKH_POSITIONS = """Архив қызметкерлері лауазымдарының біліктілік сипаттамаларын бекіту туралы
Қазақстан Республикасы Мәдениет және ақпарат министрінің 2025 жылғы 3 наурыздағы № 77-НҚ бұйрығы
      БҰЙЫРАМЫН:

      1. Қоса беріліп отырған біліктілік сипаттамалары бекітілсін.

      Министр
А. Иванова

Қазақстан Республикасы
Мәдениет және ақпарат
министрінің бұйрығына
1-қосымша

 Бірінші қосымшаның тақырыбы
 1-бөлім. Мамандар лауазымдары
1. Архивист

      Лауазымдық міндеттері:
      1) құжаттарды есепке алады;
      2) анықтамалар береді.

      Білуге тиіс: Қазақстан Республикасының Конституциясын; құжаттарды сақтау тәртібін.

      Біліктілікке қойылатын талаптар: жоғары білім, жұмыс өтіліне талап қойылмайды.

3. Аға архивист

      Лауазымдық міндеттері: Қорды басқарады. Есеп береді.

Қазақстан Республикасы
Мәдениет және ақпарат
министрінің бұйрығына
2-қосымша

 Екінші қосымшаның тақырыбы
      1. Бірінші тармақ.

      2. Екінші тармақ.
      Екінші тармақтың екінші абзацы.

      2. Қайталанған нөмір.

      5. Бесінші тармақ.
"""


def test_positions_under_numbered_headings_and_two_annexes(parse: Parse) -> None:
    document = parse(KAZAKH_POSITIONS)
    assert [(p.eid, p.section, p.number, p.title) for p in document.body.positions] == [
        ("att_1__sec_1__pos_1", "1", "1", "Архивист"),
        ("att_1__sec_1__pos_3", "1", "3", "Аға архивист"),
    ]
    by_eid = {p.eid: p for p in document.body.provisions}
    assert by_eid["att_2"].heading == "Екінші қосымшаның тақырыбы"
    assert by_eid["att_2__point_2"].text == "Екінші тармақ. Екінші тармақтың екінші абзацы."
    assert by_eid["att_2__point_2~2"].text == "Қайталанған нөмір."
    assert [i.text for i in document.body.items if i.block_eid == "att_1__sec_1__pos_1__duties"] == [
        "1) құжаттарды есепке алады",
        "2) анықтамалар береді",
    ]


def test_gaps_repeats_and_missing_blocks_are_findings(parse: Parse) -> None:
    found = {(f.code, f.message) for f in parse(KAZAKH_POSITIONS).findings}
    assert ("number_gap", "position 3 follows position 1 in att_1__sec_1") in found
    assert ("number_repeated", "point 2 is printed twice") in found
    assert ("number_gap", "point 5 follows point 2; what stands between is not printed here") in found
    assert ("block_missing", "position att_1__sec_1__pos_3 «Аға архивист» has no knowledge") in found
    assert ("block_missing", "position att_1__sec_1__pos_3 «Аға архивист» has no requirements") in found


def test_no_unit_of_a_number_list_inside_a_block_becomes_a_point(parse: Parse) -> None:
    text = KAZAKH_POSITIONS.replace("1) құжаттарды", "1. құжаттарды").replace("2) анықтамалар", "2. анықтамалар")
    document = parse(text)
    assert not [p for p in document.body.provisions if p.eid.startswith("att_1__point")]
    assert [i.text for i in document.body.items if i.block_eid == "att_1__sec_1__pos_1__duties"] == [
        "1. құжаттарды есепке алады",
        "2. анықтамалар береді",
    ]


@pytest.mark.parametrize(
    ("heading", "eid"),
    [
        ("2-бөлім. Мамандар", "att_1__sec_2"),
        ("2 бөлім. Мамандар", "att_1__sec_2"),
        ("2-тарау. Мамандар", "att_1__chp_2"),
        ("2-ші тарау. Мамандар", "att_1__chp_2"),
        ("10-1-тарау. Мамандар", "att_1__chp_10-1"),
        ("II бөлім. Мамандар", "att_1__sec_II"),
        ("2 -параграф. Мамандар", "att_1__prg_2"),
        ("Параграф 2. Мамандар", "att_1__prg_2"),
        ("§ 2. Мамандар", "att_1__prg_2"),
    ],
)
def test_headings_in_all_their_spellings(parse: Parse, heading: str, eid: str) -> None:
    text = KAZAKH_POSITIONS.replace("1-бөлім. Мамандар лауазымдары", heading)
    by_eid = {p.eid: p for p in parse(text).body.provisions}
    assert by_eid[eid].heading == "Мамандар"


def test_a_heading_that_belies_what_follows_gives_no_group(parse: Parse) -> None:
    text = KAZAKH_POSITIONS.replace("Мамандар лауазымдары", "Басшылар лауазымдары").replace("Архивист", "Бас маман")
    document = parse(text)
    assert {p.group for p in document.body.positions} == {None}
    assert "heading_does_not_fit" in {f.code for f in document.findings}
    fitting = parse(KAZAKH_POSITIONS)
    assert {p.group for p in fitting.body.positions} == {"specialist"}
