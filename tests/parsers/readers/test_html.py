"""Pages as text: what of them is text, how it is laid out, and which pages are refused."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.readers import UnreadableSource, read_bytes
from biliktilik.parsers.readers.html.words import SOFT

LONG = "Осы бұйрық алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі"
P = "\n&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; "


def page(article: str, *, head: str = "", status: str = "") -> str:
    return (
        "<!DOCTYPE html><html><head><title>Т</title></head><body><div id='container' class='module_npaView lang_kaz'>"
        f"<div class='container_alpha slogan'>{head}</div><div class='container_gamma tabs'><p>{LONG}</p></div>"
        f"<div class='container_gamma text {status}'><div class='gs_12'><article>{article}</article></div></div>"
        f"<div class='container_omega aftertext'><p>{LONG}</p></div></div><footer><p>{LONG}</p></footer></body></html>"
    )


def read(markup: str) -> str:
    return read_bytes(markup.encode(), "a.html").text


def article(markup: str) -> str:
    return read(page(markup))


def test_the_whole_page_in_the_layout_of_the_text_form() -> None:
    head = '<h1>Бұйрық туралы</h1> <span class="status status_upd">Жаңартылған</span>\n<p>Министрдің № 1 бұйрығы</p>'
    text = read(
        page(f'<h3 id="z1"> 1-бөлім. Жалпы<br>1. Бас маман</h3>\n<p id="z2">{P}1) бір;</p><p>{P}екі.</p>', head=head)
    )
    assert text == (
        " Бұйрық туралы\n\n\tЖаңартылған\n\nМинистрдің № 1 бұйрығы\n 1-бөлім. Жалпы\n1. Бас маман\n"
        "\n      1) бір;\n\n      екі.\n"
    )


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        # a note in three carriers
        ('<span class="note">Ескерту. 1</span><a href="/k">№ 2</a><span class="note"> (бб).</span><br><p>а</p>',
         ["Ескерту. 1№ 2 (бб).", "а"]),
        ('<span class="note">Ескерту. 1.</span><br><span class="note">Ескерту. 2.</span><br>',
         ["Ескерту. 1.", "Ескерту. 2."]),
        ('<p class="note">Сноска. Пункт 1<br>в редакции<br>Сноска. Пункт 2</p>',
         [f"Сноска. Пункт 1{SOFT}в редакции", "Сноска. Пункт 2"]),
        ('<p><font color="#FF0000">ЗҚАИ-ның ескертпесі!<br>2-тармақ жаңа редакцияда</font></p>',
         [f"ЗҚАИ-ның ескертпесі!{SOFT}2-тармақ жаңа редакцияда"]),
        # anchors are no text
        ('<p><b><a name="z7"></a>5-1. Жаңа</b></p><p id="z9">а</p>', ["5-1. Жаңа", "а"]),
        # titles: two in one heading, and one that is cut
        ("<h3>2-бөлім. Басшылар<br>1. Директор</h3>", ["2-бөлім. Басшылар", "1. Директор"]),
        ("<h3>1. Директордың орынбасары,<br>Басқарма бастығы</h3>", [f"1. Директордың орынбасары,{SOFT}Басқарма бастығы"]),
        ('<h3>1. "Ана мен бала"<br>2. Б</h3>', ['1. "Ана мен бала"', "2. Б"]),
        ('<h3>1. "Ана<br>Мен бала"</h3>', [f'1. "Ана{SOFT}Мен бала"']),
        # a paragraph with line breaks: a wrap, and lines of their own
        ("<p>жұмысты<br>ұйымдастырады;<br>есеп береді</p>", [f"жұмысты{SOFT}ұйымдастырады;", "есеп береді"]),
        # inline markup joins, blocks part
        ("<p>а<b>б</b>в <i> г</i></p>д<div>е<p>ж</div>з", ["абв г", "д", "е", "ж", "з"]),
        # a raised digit must not join the number before it
        ("<p>12<sup>1</sup>-бап, м<sup>2</sup>, H<sub>2</sub>O, x<sup>бір</sup></p>", ["12¹-бап, м², H₂O, xбір"]),
        # what a page hides is no text
        ('<p>а<!-- б --> в<script>г</script><span style="display: none">д</span><i hidden>е</i></p>', ["а в"]),
        ("<p>А &lt;Б&gt; &amp; &laquo;В&raquo; &#1178; \x01</p>", ["А <Б> & «В» Қ \ufffd"]),
        # lists: numbers that the browser prints
        ("<ol><li>а<li><p>б</p><li value=7>в</ol><ul><li>г</ul>", ["1. а", "2. б", "7. в", "г"]),
        ('<ol style="list-style-type: none"><li>1) а</ol>', ["1) а"]),
        ("<pre>а;\n  б\nв</pre>", ["а;", f"б{SOFT}в"]),
    ],
)  # fmt: skip
def test_blocks(markup: str, lines: list[str]) -> None:
    assert [line.strip() for line in article(markup).split("\n") if line.strip()] == lines


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<tr><td>а<td>б<tr><td>в<td>г", ["а\tб", "в\tг"]),
        ("<tr><td rowspan=2>а<td>б<tr><td>в", ["а\tб", "\tв"]),
        ("<tr><td colspan=2>а<td>б<tr><td>в<td>г<td>д", ["а\t\tб", "в\tг\tд"]),
        ("<tr><td>а<td rowspan=2>б<td>в<tr><td>г<td>д<tr><td>е<td>ж", ["а\tб\tв", "г\t\tд", "е\tж"]),
        ("<tr><td rowspan=2 colspan=2>а<td>б<tr><td>в", ["а\t\tб", "\t\tв"]),
        ("<tr><td rowspan=0>а<td>б<tr><td>в<tr><td>г", ["а\tб", "\tв", "\tг"]),
        ("<tr><td><p>1. а</p><p>2. б</p><td>в", [f"1. а{SOFT}2. б\tв"]),
        ("<tr><td>а<table border=1><tr><td>б<td>в<tr><td>г</table><td>д", [f"а{SOFT}б в{SOFT}г\tд"]),
        ("<tr><td>а\n\t б<td><td>в<td> &nbsp; ", ["а б\t\tв"]),
        ("<thead><tr><th>а</thead><tbody><tr><td>б</tbody>", ["а", "б"]),
    ],
)
def test_tables_of_data(markup: str, rows: list[str]) -> None:
    assert article(f"<p>т<table border=1>{markup}</table></p>").split("\n")[3:-2] == rows


def test_a_layout_table_gives_lines() -> None:
    table = '<table border="0"><tr><td><i>Министр</i></td><td><i>А. Б.</i></td></tr></table>'
    stamp = '<table border="0"><tr><td>&nbsp;</td><td>Министрдің<br>бұйрығына<br>қосымша</td></tr></table>'
    assert article(table + stamp) == "\nМинистр\nА. Б.\n\n\nМинистрдің\nбұйрығына\nқосымша\n\n"


def test_the_frame_of_a_page_is_no_table() -> None:
    inner = "".join(f"<p>{number}. {LONG}.</p>" for number in range(1, 40))
    text = read(f"<html><body><table border=0><tr><td>{inner}</td></tr></table></body></html>")
    assert text.startswith(f"\n      1. {LONG}.\n\n      2. {LONG}.\n")


def test_links_keep_their_words_and_targets() -> None:
    markup = (
        f'<p>{P}а <a href="/kaz/docs/Z2600000256#z980"> № 256-<b>VIII</b> </a>, <a href="#z1"></a><a name="z3">б</a></p>'
        '<table border=1><tr><td rowspan=2>в<td>г<tr><td><p>1</p><p><a href=" x ">д</a></p></table>'
    )
    source = read_bytes(page(markup).encode(), "a.html")
    linked = [(source.text[link.span.start : link.span.end], link.target) for link in source.links]
    assert linked == [("№ 256-VIII", "/kaz/docs/Z2600000256#z980"), ("д", "x")]


def test_old_saves_without_article_and_pages_from_elsewhere() -> None:
    assert read(page(f"<p>{LONG}</p>").replace("article>", "div>")) == f"\n      {LONG}\n"
    plain = f"<html><body><nav>а</nav><main><h1>Тақырып</h1><p>{LONG}</p></main><footer>б</footer></body></html>"
    assert read(plain) == f" Тақырып\n\n      {LONG}\n"
    assert read(f"<p>{LONG}</p>") == f"\n      {LONG}\n"


PORTAL_LIST = page("").replace(" text ", " list ")
SHELL = (
    '<!doctype html><html><head><meta name="adilet-build" content="1"></head><body><noscript>а</noscript></body></html>'
)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (SHELL, "JavaScript shell.*DOCX or PDF"),
        (
            "<html><title>403 Forbidden</title><body><h1>403 Forbidden</h1><hr>nginx</body></html>",
            "403 Forbidden.*save",
        ),
        (f"<html><title>Кіру</title><form><input type=password></form><p>{LONG}</p></html>", "log in"),
        (PORTAL_LIST, "search, list"),
        (f"<html><body><ul><li><a href=/1>{LONG}</a><li><a href=/2>{LONG}</a></ul></body></html>", "list of links"),
        ("<html><body><p>Әділет</p></body></html>", "no text of an act"),
        (page(" "), "no text of an act"),
        (page("<h1> </h1>", head="<h1>Бұйрық туралы</h1>"), "no text of an act"),
        ("<html></html>", "no text of an act"),
        ("<html>" + "<div>" * 100_000 + LONG, "thousands deep"),
    ],
)
def test_pages_without_an_act(markup: str, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        read(markup)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048", "ptcp154", "cp1251"])
@pytest.mark.parametrize("declared", ["", "<meta charset=windows-1251>"])
def test_encodings(encoding: str, declared: str) -> None:
    words = "Квалификационные требования: высшее образование и стаж работы. " * 20
    if encoding != "cp1251":
        words = f"{LONG}. Үлгілік біліктілік сипаттамалары бекітілсін, ұйымдастыруға жәрдемдеседі. " * 20
    markup = f"<html><head>{declared}</head><body><p>{words}</p></body></html>"
    assert words.strip() in read_bytes(markup.encode(encoding), "a.html").text


TAGS = ["p", "b", "div", "table", "tr", "td", "h3", "br", "a href=x", "span class=note", "ol", "li", "pre", "sup"]
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS]),
        st.sampled_from(["<td rowspan=2>", "<td colspan=3>", "<!--", "-->", "&nbsp;", "&#0;", "<", "&", '"']),
        st.text("абв 1\n\t\u2028\x00", max_size=5),
    ),
    max_size=40,
).map("".join)


@given(MARKUP)
def test_any_markup_is_read_the_same_way_or_refused_with_a_reason(markup: str) -> None:
    data = page(f"<p>{LONG}</p>{markup}").encode()
    source = read_bytes(data, "a.html")
    assert source == read_bytes(data, "a.html")
    places = [(link.span.start, link.span.end) for link in source.links]
    assert places == sorted(places)
    assert all(source.text[start:end].strip() == source.text[start:end] != "" for start, end in places)


WORDS = st.lists(st.sampled_from(["сөз", "1)", "№ 5", "а;"]), min_size=1, max_size=4).map(" ".join)


@given(st.lists(st.tuples(st.sampled_from(["p", "h3", "div", "li", "b", "td", "font"]), WORDS), max_size=12))
def test_every_word_is_there_once_and_in_order(blocks: list[tuple[str, str]]) -> None:
    markup = "".join(
        f"<table border=1><tr><td>{text}</table>" if tag == "td" else f"<{tag}>{text} </{tag}>" for tag, text in blocks
    )
    assert article(f"<p>{LONG}</p>{markup}").split() == LONG.split() + " ".join(text for _, text in blocks).split()


@pytest.mark.parametrize(
    "markup",
    [
        "<b>" * 300_000,
        "<br>" * 300_000,
        "<p><br>" * 150_000,
        "<table border=1>" + "<tr><td colspan=1000 rowspan=9999>x" * 30_000,
        "<table border=1><tr>" + "<td rowspan=65534>x" * 25_000 + "<tr><td>y" * 25_000,
        "<table border=1><tr><td>x" * 600,
        "<a href=x>а</a>" * 60_000,
        "<p>" + "а " * 500_000,
        "<!--" * 200_000,
        "<" * 1_000_000,
        "<p a" * 200_000,
    ],
)
def test_a_megabyte_of_nonsense_takes_seconds_at_most(markup: str) -> None:
    started = time.process_time()
    with suppress(UnreadableSource):
        read(page(f"<p>{LONG}</p>" + markup))
    assert time.process_time() - started < 5
