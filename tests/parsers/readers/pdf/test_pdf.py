"""Small pages, each with one thing that PDF files do; what is expected is what a person sees on the page."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest

from biliktilik.parsers.model import Link, Span
from biliktilik.parsers.readers import UnreadableSource, read_bytes


def text_of(press: Any) -> str:
    return read_bytes(press.bytes(), "page.pdf").text


def paragraph(press: Any, lines: list[str], y: float, indent: float = 36.0) -> float:
    """Lines of one paragraph; the height of the next line is returned."""
    for number, line in enumerate(lines):
        press.draw(60 + (indent if number == 0 else 0), y, line)
        y += 14
    return y


FILL = "Қазақстан Республикасының заңнамасында белгіленген тәртіппен жұмысты ұйымдастырады және"


def body(press: Any, y: float = 300.0) -> float:
    """Paragraphs that show the margins of the page."""
    for _ in range(4):
        y = paragraph(press, [FILL, f"{FILL} орындайды", "бақылауды жүргізеді."], y)
    return y


# --- the order of words ---------------------------------------------------------------------------------------------


def test_words_drawn_late_stand_where_they_are_seen(press: Any) -> None:
    """The plain words of a line first, then its linked ones: the habit of the programs that print the portal's pages."""
    plain, linked, rest = "согласно ", "пункту 3 статьи 125", " Трудового кодекса"
    press.draw(60, 100, plain)
    press.draw(60 + press.width(plain + linked), 100, rest)
    press.draw(60 + press.width(plain), 100, linked)
    press.link(60 + press.width(plain), 100, linked, "https://zan.example/K1500000414#z125")
    source = read_bytes(press.bytes(), "page.pdf")
    assert source.text.strip() == "согласно пункту 3 статьи 125 Трудового кодекса"
    start = source.text.index("пункту")
    assert source.links == (Link(Span(start, start + len(linked)), "https://zan.example/K1500000414#z125"),)


def test_lines_drawn_from_bottom_to_top(press: Any) -> None:
    press.draw(60, 114, "екінші жол")
    press.draw(60, 100, "Бірінші жол")
    assert text_of(press).split() == ["Бірінші", "жол", "екінші", "жол"]


def test_a_link_over_two_lines_is_one(press: Any) -> None:
    y = body(press)
    one, two = "Еңбек кодексінің 125-бабының 3-тармағына сәйкес бұйырылған істер туралы заңның", "талаптары"
    press.draw(96, y, one)
    press.draw(60, y + 14, f"{two} қолданылады.")
    press.link(96 + press.width(one[:-6]), y, one[-6:], "https://zan.example/K1")
    press.link(60, y + 14, two, "https://zan.example/K1")
    source = read_bytes(press.bytes(), "page.pdf")
    [link] = source.links
    assert source.text[link.span.start : link.span.end] == "заңның талаптары"


def test_a_link_inside_the_document(press: Any) -> None:
    press.pdf.link(60, 90, press.width("қосымша"), 12, press.pdf.add_link(page=1))
    press.draw(60, 100, "қосымша")
    [link] = read_bytes(press.bytes(), "page.pdf").links
    assert link.target == "#page=1"


# --- blanks and letters ---------------------------------------------------------------------------------------------


def test_a_gap_is_a_blank_and_a_blank_without_room_is_none(press: Any) -> None:
    press.draw(60, 100, "Жұмыс")
    press.draw(60 + press.width("Жұмыс "), 100, "берушінің")  # no blank in the file
    x = 60 + press.width("Жұмыс берушінің")
    press.draw(60 + press.width("Жұмыс"), 100, " ")
    press.draw(x, 100, "(")
    press.draw(x + press.width("("), 100, "өкілінің) ")
    assert text_of(press).strip() == "Жұмыс берушінің(өкілінің)"


def test_letters_set_apart_are_one_word(press: Any) -> None:
    press.pdf.set_char_spacing(2.5)
    press.draw(60, 100, "ПРИКАЗЫВАЮ:")
    assert text_of(press).strip() == "ПРИКАЗЫВАЮ:"


def test_bold_made_by_printing_twice(press: Any) -> None:
    press.draw(60, 100, "1-тарау. Жалпы ережелер")
    press.draw(60.3, 100, "1-тарау. Жалпы ережелер")
    assert text_of(press).strip() == "1-тарау. Жалпы ережелер"


def test_marks_printed_on_their_own_are_put_on_their_letters(press: Any) -> None:
    press.draw(60, 100, "оныи\u0306 жұмысы")
    assert text_of(press).strip() == "оный жұмысы"


def test_an_index_stays_in_its_line(press: Any) -> None:
    press.draw(60, 100, "25 м")
    x = 60 + press.width("25 м")
    press.use("", 7)
    press.draw(x, 96, "2")
    press.use("", 11)
    press.draw(x + 7, 100, "аумақ")
    press.draw(60, 114, "келесі жол")
    assert text_of(press).strip() == "25 м2 аумақ келесі жол"


# --- paragraphs -----------------------------------------------------------------------------------------------------


def test_lines_become_paragraphs(press: Any) -> None:
    body(press, 100)
    lines = text_of(press).rstrip().split("\n")
    assert len(lines) == 4
    assert all(line.startswith("      Қазақстан") and line.endswith("орындайды бақылауды жүргізеді.") for line in lines)


def test_an_indent_of_blanks_is_stretched_with_its_line(press: Any) -> None:
    body(press)
    right = 60 + press.width(f"{FILL} орындайды")
    words = ["Білуге", "тиіс:", "Қазақстан", "Республикасының", "Еңбек"]
    gap = (right - 60 - sum(press.width(word) for word in words)) / 10
    x = 60 + 6 * gap
    for word in words:
        press.draw(x, 500, word)
        x += press.width(word) + gap
    press.draw(60, 514, 'кодексін,"Зейнетақымен қамсыздандыру туралы" заңын.')
    last = text_of(press).rstrip().split("\n")[-1]
    assert last == f'      {" ".join(words)} кодексін,"Зейнетақымен қамсыздандыру туралы" заңын.'


def test_the_lines_of_a_list_item_whose_mark_stands_out(press: Any) -> None:
    y = body(press)
    press.draw(78, y, "1)")
    press.draw(96, y, f"{FILL[:-5]} өзге де")
    press.draw(96, y + 14, "істерді орындайды;")
    press.draw(78, y + 28, "2)")
    press.draw(96, y + 28, "есеп береді.")
    lines = [line.strip() for line in text_of(press).rstrip().split("\n")[-2:]]
    assert lines == [f"1) {FILL[:-5]} өзге де істерді орындайды;", "2) есеп береді."]


def test_a_paragraph_goes_on_over_a_page_break(press: Any) -> None:
    y = body(press)
    press.draw(96, y, f"{FILL[:60]} орындайды,")
    press.draw(60, y + 14, f"{FILL} бағалайды")
    press.turn_page()
    press.draw(60, 60, "және есеп береді.")
    paragraph(press, ["Келесі абзац басталады."], 74)
    lines = text_of(press).rstrip().split("\n")
    assert lines[-2].endswith("бағалайды және есеп береді.")
    assert lines[-1].strip() == "Келесі абзац басталады."


@pytest.mark.parametrize(
    ("ends", "goes_on", "expected"),
    [
        ("вице-", "министра труда", "вице-министра труда"),  # a hyphen of the word's own
        ("обеспе-", "чение занятости", "обеспечение занятости"),  # the whole word is printed elsewhere
        ("31-", "ө-м бұйрығы", "31-ө-м бұйрығы"),
        ("және/", "немесе өзге", "және/немесе өзге"),
        ("сөз -", "келесі сөз", "сөз - келесі сөз"),  # a dash
        ("обеспе\u00ad", "чение труда", "обеспечение труда"),
    ],
)
def test_hyphens_at_line_ends(press: Any, ends: str, goes_on: str, expected: str) -> None:
    press.draw(96, 80, "Начало")
    press.draw(60, 94, "на обеспечение прав и на всё другое, что для работы министерства нужно")
    y = 200.0
    for _ in range(3):
        head = "осуществляет контроль за исполнением настоящего приказа и"
        press.draw(96, y, head)
        x = 96 + press.width(f"{head} ")
        press.draw(x, y, ends)
        press.draw(60, y + 14, goes_on)
        y += 28
    assert text_of(press).count(f"настоящего приказа и {expected}") == 3


def test_a_soft_hyphen_within_a_line_is_not_seen(press: Any) -> None:
    press.draw(60, 100, "қам\u00adтамасыз етеді")
    assert text_of(press).strip() == "қамтамасыз етеді"


# --- tables and columns ---------------------------------------------------------------------------------------------


def boxes(press: Any, xs: list[float], ys: list[float]) -> None:
    for left, right in pairwise(xs):
        for top, bottom in pairwise(ys):
            press.pdf.rect(left, top, right - left, bottom - top)


def test_a_table_is_one_row_a_line(press: Any) -> None:
    boxes(press, [60, 200, 350, 500], [100, 140, 180])
    for x, y, text in [
        (63, 112, "Топтың"), (63, 124, "коды:"), (203, 112, "5320-2"), (353, 118, "Біліктілік: -"),
        (63, 152, "Кәсіптің атауы:"), (203, 152, "Жеке"), (203, 164, "көмекші"),
    ]:  # fmt: skip
        press.draw(x, y, text)
    assert text_of(press).strip("\n") == "Топтың коды:\t5320-2\tБіліктілік: -\nКәсіптің атауы:\tЖеке көмекші\t"


def test_cells_over_several_columns_and_rows(press: Any) -> None:
    """A cell stands where it begins; where it goes on, the row has an empty cell."""
    boxes(press, [60, 200], [100, 160])
    boxes(press, [200, 350, 500], [130, 160])
    press.pdf.rect(200, 100, 300, 30)
    for x, y, text in [(63, 135, "Функция 1"), (203, 112, "Дағды 1"), (203, 142, "Машық"), (353, 142, "Білім")]:
        press.draw(x, y, text)
    assert text_of(press).strip("\n") == "Функция 1\tДағды 1\t\n\tМашық\tБілім"


def test_a_row_cut_by_a_page_break_is_one_where_no_rule_closes_it(press: Any) -> None:
    """Browsers draw no rule at the cut; the last row of the first page and the first of the next are open there."""
    boxes(press, [60, 200, 350, 500], [700, 730])
    for x in (60, 200, 350, 500):
        press.pdf.line(x, 730, x, 780)
    for x, y, text in [
        (63, 715, "а"),
        (203, 715, "б"),
        (63, 745, "Функция"),
        (203, 745, "Дағды"),
        (203, 760, "бірінші"),
    ]:
        press.draw(x, y, text)
    press.turn_page()
    for x in (60, 200, 500):
        press.pdf.line(x, 60, x, 100)
    press.pdf.line(60, 100, 500, 100)
    press.draw(203, 75, "сөздері")
    assert text_of(press).strip("\n") == "а\tб\t\nФункция\tДағды бірінші сөздері\t"


def test_borders_drawn_as_thin_boxes_of_each_cell(press: Any) -> None:
    """Cells of a web page stand two points apart and have borders of their own."""
    for x in (60, 202):
        for y in (100, 132):
            press.pdf.rect(x, y, 140, 30)
    for x, y, text in [(63, 115, "а"), (205, 115, "б"), (63, 147, "в"), (205, 147, "г")]:
        press.draw(x, y, text)
    assert text_of(press).strip("\n") == "а\tб\nв\tг"


def test_a_frame_and_underlines_are_no_table(press: Any) -> None:
    press.pdf.rect(40, 40, 500, 700)
    press.draw(60, 100, "Бірінші жол, екінші")
    press.pdf.line(60, 102, 150, 102)
    press.draw(60, 114, "жол")
    assert "\t" not in text_of(press)


def test_words_beside_a_table_and_below_it_keep_their_order(press: Any) -> None:
    press.draw(60, 80, "Кесте алдында")
    boxes(press, [60, 200, 350], [100, 130])
    press.draw(63, 115, "а")
    press.draw(203, 115, "б")
    press.draw(60, 160, "Кестеден кейін")
    assert text_of(press).split("\n") == ["Кесте алдында", "", "а\tб", "", "Кестеден кейін", ""]


def test_a_signature_in_two_columns(press: Any) -> None:
    body(press)
    press.draw(60, 600, "Министр")
    press.draw(400, 600, "С. Жақыпова")
    assert text_of(press).rstrip().split("\n")[-1] == "Министр\tС. Жақыпова"


def test_a_number_before_a_tab_stop_is_no_column(press: Any) -> None:
    press.draw(60, 100, "1.")
    press.draw(110, 100, "Осы бұйрық бекітілсін.")
    assert text_of(press).strip() == "1. Осы бұйрық бекітілсін."


# --- directions and what is not seen --------------------------------------------------------------------------------


def test_text_that_runs_upwards_follows_the_page(press: Any) -> None:
    with press.pdf.rotation(90, 300, 400):
        press.draw(300, 400, "Қазақстан Республикасы")
        press.draw(300, 414, "министрінің бұйрығы")
    press.draw(60, 100, "Негізгі мәтін")
    assert text_of(press).split() == ["Негізгі", "мәтін", "Қазақстан", "Республикасы", "министрінің", "бұйрығы"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned(press: Any, turn: int) -> None:
    """The page is turned by the file, its text the other way: a viewer shows it upright."""
    import pypdfium2

    with press.pdf.rotation(turn, 297, 421):
        press.draw(150, 400, "Бірінші жол")
        press.draw(150, 414, "екінші жол")
        boxes(press, [150, 250, 350], [440, 470])
        press.draw(153, 455, "а")
        press.draw(253, 455, "б")
    document = pypdfium2.PdfDocument(press.bytes())
    document[0].set_rotation(turn)

    buffer = BytesIO()
    document.save(buffer)
    document.close()
    assert read_bytes(buffer.getvalue(), "page.pdf").text == "Бірінші жол екінші жол\n\nа\tб\n"


def test_what_is_not_drawn_is_not_read(press: Any) -> None:
    from fpdf.enums import TextMode

    press.draw(60, 100, "көрінетін мәтін")
    with press.pdf.local_context(text_mode=TextMode.INVISIBLE):
        press.draw(60, 130, "көрінбейтін мәтін")
    press.draw(60, 3000, "беттен тыс")
    assert text_of(press).strip() == "көрінетін мәтін"


# --- page furniture -------------------------------------------------------------------------------------------------


def test_page_numbers_of_a_short_document(press: Any) -> None:
    press.draw(60, 100, "1. Бірінші беттің мәтіні.")
    press.draw(300, 800, "1")
    press.turn_page()
    press.draw(60, 100, "2. Екінші беттің мәтіні.")
    press.draw(300, 800, "2")
    lines = text_of(press).split("\n")
    assert lines[-3:] == ["[page 1: 1]", "[page 2: 2]", ""]
    assert [line for line in lines if "мәтіні" in line] == ["1. Бірінші беттің мәтіні.", "2. Екінші беттің мәтіні."]


def test_what_repeats_at_other_places_is_the_acts_own(press: Any) -> None:
    for number in range(6):
        if number:
            press.turn_page()
        press.draw(60, 60 + 20 * number, "Лауазымдық міндеттері:")
        press.draw(60, 300 + 7 * number, f"{number + 5} құжаттарды ресімдейді.")
    assert "[page" not in text_of(press)


# --- files that cannot be read --------------------------------------------------------------------------------------


def picture(press: Any) -> None:
    from PIL import Image

    press.pdf.image(Image.new("L", (60, 80), 200), 0, 0, 595, 842)


def test_a_scan_without_text(press: Any) -> None:
    picture(press)
    press.turn_page()
    picture(press)
    with pytest.raises(UnreadableSource, match="2 pages and no text layer"):
        text_of(press)


def test_a_scan_with_recognised_text(press: Any) -> None:
    from fpdf.enums import TextMode

    picture(press)
    with press.pdf.local_context(text_mode=TextMode.INVISIBLE):
        press.draw(60, 130, "3 жыл емес, 8 жыл")
    with pytest.raises(UnreadableSource, match="recognition program"):
        text_of(press)


def test_a_scanned_annex_behind_text(press: Any) -> None:
    press.draw(60, 100, "Осы бұйрыққа қосымша")
    press.turn_page()
    picture(press)
    with pytest.raises(UnreadableSource, match="pictures without text: 2;"):
        text_of(press)


def test_a_locked_file(press: Any) -> None:
    press.draw(60, 100, "Бұйрық")
    press.pdf.set_encryption(owner_password="owner", user_password="user")
    with pytest.raises(UnreadableSource, match="locked with a password"):
        text_of(press)


def test_a_file_that_forbids_copying_but_can_be_opened_is_read(press: Any) -> None:
    press.draw(60, 100, "Бұйрық")
    press.pdf.set_encryption(owner_password="owner")
    assert text_of(press).strip() == "Бұйрық"


LOOP = b"""%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count %d >> endobj
3 0 obj << /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count %d >> endobj
trailer << /Root 1 0 R >>
%%%%EOF
"""


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF",
        LOOP % (1, 1),
        LOOP % (1_000_000, 1_000_000),
        LOOP % (-5, 2_147_483_647),
    ],
)
def test_broken_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"damaged|pages"):
        read_bytes(data, "page.pdf")


def test_the_signature_may_stand_behind_other_bytes(press: Any) -> None:
    press.draw(60, 100, "Бұйрық")
    data = press.bytes()
    assert read_bytes(b"Content-Type: application/pdf\r\n\r\n" + data, "mail.pdf").text.strip() == "Бұйрық"
    with pytest.raises(UnreadableSource):
        read_bytes(b"\x00" * 2_000 + data, "late.pdf")


def test_a_text_that_speaks_of_pdf_files_is_text() -> None:
    text = "Файл %PDF- деген белгіден басталады.\n"
    assert read_bytes(text.encode(), "a.txt").media_type == "text/plain"


@pytest.mark.parametrize("step", range(40))
def test_a_damaged_file_gives_text_or_a_reason(press: Any, step: int) -> None:
    body(press, 100)
    boxes(press, [60, 200, 350], [500, 530])
    press.draw(63, 515, "а")
    data = bytearray(press.bytes())
    for index in range(step, len(data), 997 + 13 * step):
        data[index] ^= 1 << (step % 8)
    if step % 4 == 0:
        del data[len(data) * (step + 1) // 41 :]
    try:
        read_bytes(bytes(data), "page.pdf")
    except UnreadableSource as error:
        assert str(error)
