"""Tables: one line a row, each cell's text once, columns in their places."""

from collections.abc import Callable

import pytest

from biliktilik.parsers.readers import read_bytes

LINES = '<w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>'
STYLE = (
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single"/></w:tblBorders></w:tblPr></w:style>'
)


def p(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def tc(*content: str, properties: str = "") -> str:
    inner = "".join(one if one.startswith("<") else p(one) for one in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    inner = "".join(one if one.startswith("<") else tc(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str, properties: str = LINES) -> str:
    return f"<w:tbl>{properties}<w:tblGrid/>{''.join(rows)}</w:tbl>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


BELOW = "<w:vMerge/>"
TOP = '<w:vMerge w:val="restart"/>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (tbl(tr("а", "б"), tr("в", "г")), "а\tб\nв\tг\n"),
        (p("мәтін") + tbl(tr("а", "б")) + p("соңы"), "      мәтін\n\nа\tб\n\n      соңы\n"),
        # merged cells: words once, the columns behind them in their places
        (tbl(tr(tc("а", properties=wide(3)), "б"), tr("в", "г", "ғ", "д")), "а\t\t\tб\nв\tг\tғ\tд\n"),
        (tbl(tr(tc("а", properties=TOP), "б"), tr(tc("", properties=BELOW), "в")), "а\tб\n\tв\n"),
        (tbl(tr("а", "б", properties='<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>')), "\t\tа\tб\t\n"),
        (tbl(tr(tc("а", properties='<w:gridSpan w:val="999999999"/>'))), "а" + "\t" * 62 + "\n"),
        (tbl(tr("а"), tr(""), tr("б")), "а\nб\n"),
        # paragraphs of a cell stay apart without ending the row; a tab in a cell is no column
        (tbl(tr(tc("1. бір", "2. екі"), "б")), "1. бір\u20292. екі\tб\n"),
        (tbl(tr(tc("<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t></w:r></w:p>"), "в")), "а б\tв\n"),
        # a table in a cell: its rows one after another
        (tbl(tr(tc("а", tbl(tr("б", "в"), tr("г", "ғ")), "д"), "е")), "а\u2029б в\u2029г ғ\u2029д\tе\n"),
        # wrappers and deleted rows
        (tbl("<w:sdt><w:sdtContent>" + tr("а", "б") + "</w:sdtContent></w:sdt>"), "а\tб\n"),
        (tbl("<w:tr><w:sdt><w:sdtContent>" + tc("а") + "</w:sdtContent></w:sdt>" + tc("б") + "</w:tr>"), "а\tб\n"),
        (tbl(tr("а"), tr("жоқ", properties="<w:del/>"), tr("б", properties="<w:ins/>")), "а\nб\n"),
        (tbl(tr("а", tc("жоқ", properties="<w:cellDel/>"))), "а\t\n"),
        (tbl('<w:bookmarkStart w:id="0" w:name="z9"/>' + tr("а")), "[bookmark: z9]\n\nа\n"),
        # a small table without lines sets a signature or a stamp; a larger one holds data all the same
        (tbl(tr("Министр", "А. Балаева"), properties="<w:tblPr/>"), " Министр\n\n А. Балаева\n"),
        (tbl(*[tr(str(n), "а") for n in range(5)], properties="<w:tblPr/>"), "0\tа\n1\tа\n2\tа\n3\tа\n4\tа\n"),
        (
            tbl(tr("а", tc("б", properties='<w:tcBorders><w:top w:val="single"/></w:tcBorders>')), properties=""),
            "а\tб\n",
        ),
        (tbl(tr(tc(tbl(tr("а", "б")))), properties="<w:tblPr/>"), "а\tб\n"),
    ],
)  # fmt: skip
def test_tables(body: str, text: str, docx_of: Callable[..., bytes]) -> None:
    assert read_bytes(docx_of(body, styles=STYLE), "a").text == text
