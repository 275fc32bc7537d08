"""Automatic numbering prints what Word shows."""

from collections.abc import Callable

import pytest

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import BlockKind
from biliktilik.parsers.readers import read_bytes
from biliktilik.parsers.readers.docx.numerals import print_number


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def shape(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def p(text: str, name: int | None = None, at: int | None = 0, style: str = "") -> str:
    depth = f'<w:ilvl w:val="{at}"/>' if at is not None else ""
    numbered = f'<w:numPr>{depth}<w:numId w:val="{name}"/></w:numPr>' if name is not None else ""
    chosen = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{chosen}{numbered}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def printed(data: bytes) -> list[str]:
    return [line.strip() for line in read_bytes(data, "a").text.split("\n") if line.strip()]


TREE = shape(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3)"))


@pytest.mark.parametrize(
    ("numbering", "body", "lines"),
    [
        (TREE + num(5, 1), p("а", 5) + p("-") + p("б", 5), ["1. а", "-", "2. б"]),
        # deeper levels begin anew below each of their parent
        (
            TREE + num(5, 1),
            p("а", 5) + p("б", 5, 1) + p("в", 5, 1) + p("г", 5, 2) + p("ғ", 5) + p("д", 5, 1) + p("е", 5, 2),
            ["1. а", "1.1. б", "1.2. в", "1.2.1) г", "2. ғ", "2.1. д", "2.1.1) е"],
        ),
        # a level that the text left out counts as its start
        (TREE + num(5, 1), p("а", 5, 2) + p("б", 5, 2), ["1.1.1) а", "1.1.2) б"]),
        # two lists of one shape share the count, unless one starts anew
        (TREE + num(5, 1) + num(6, 1), p("а", 5) + p("б", 6), ["1. а", "2. б"]),
        (
            TREE + num(5, 1) + num(6, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
            p("а", 5) + p("б", 5) + p("в", 6) + p("г", 6) + p("д", 5),
            ["1. а", "2. б", "1. в", "2. г", "3. д"],
        ),
        (TREE + num(5, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'), p("а", 5), ["I) а"]),
        # a level that never begins anew
        (
            shape(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')) + num(5, 1),
            p("а", 5) + p("б", 5, 1) + p("в", 5) + p("г", 5, 1),
            ["I. а", "1. б", "II. в", "2. г"],
        ),
        # legal numbering prints every level as a plain number
        (
            shape(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(5, 1),
            p("а", 5) + p("б", 5, 1),
            ["I. а", "1.1 б"],
        ),
        (shape(1, level(0, "decimal", "%1)", start=9)) + num(5, 1), p("а", 5) + p("б", 5), ["9) а", "10) б"]),
        (shape(1, level(0, "russianLower", "%1)")) + num(5, 1), "".join(p("-", 5) for _ in "абв"), ["а) -", "б) -", "в) -"]),
        (shape(1, level(0, "bullet", "\uf0b7")) + num(5, 1), p("а", 5), ["• а"]),
        (shape(1, level(0, "bullet", "–")) + num(5, 1), p("а", 5), ["– а"]),
        (shape(1, level(0, "none", "")) + num(5, 1), p("а", 5), ["а"]),
        (shape(1, level(0, "decimal", "%1.", '<w:suff w:val="nothing"/>')) + num(5, 1), p("а", 5), ["1.а"]),
        (shape(1, level(0, "decimal", "№ %1 -")) + num(5, 1), p("а", 5), ["№ 1 - а"]),
        # numbering switched off, or defined nowhere
        (TREE + num(5, 1), p("а", 0) + p("б", 77) + p("в", 5, 8) + p("г", 5), ["а", "б", "в", "1. г"]),
    ],
)  # fmt: skip
def test_labels(numbering: str, body: str, lines: list[str], docx_of: Callable[..., bytes]) -> None:
    assert printed(docx_of(body, numbering)) == lines


def test_styles_bring_numbers_and_levels(docx_of: Callable[..., bytes]) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkt"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Punkt"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>'
    )
    numbering = shape(1, level(0, "decimal", "%1.", '<w:pStyle w:val="Punkt"/>'), level(1, "lowerLetter", "%2)")) + num(
        5, 1
    )
    body = p("а", style="Punkt") + p("б", style="Sub") + p("в", style="Ring") + p("г", 0, None, style="Punkt")
    assert printed(docx_of(body, numbering, styles)) == ["1. а", "2. б", "в", "г"]


def test_unknown_formats_are_reported(docx_of: Callable[..., bytes]) -> None:
    source = read_bytes(docx_of(p("а", 5), shape(1, level(0, "ordinalText", "%1.")) + num(5, 1)), "a")
    assert source.text.strip() == "1. а"
    assert [one.code for one in source.findings] == ["numbering_unknown"]


@pytest.mark.parametrize(
    ("number", "form", "pattern", "expected"),
    [
        (4, "lowerRoman", None, "iv"),
        (1994, "upperRoman", None, "MCMXCIV"),
        (27, "lowerLetter", None, "aa"),
        (28, "upperLetter", None, "BB"),
        (9, "russianLower", None, "и"),
        (10, "russianLower", None, "к"),
        (29, "russianUpper", None, "Я"),
        (30, "russianLower", None, "аа"),
        (7, "decimalZero", None, "07"),
        (7, "custom", "001, 002, 003, ...", "007"),
        (3, "custom", "а, ә, б, ...", "б"),
        (6, "custom", "А, Ә, Б, ...", "Ғ"),
        (2, "custom", "бірінші, екінші", "екінші"),
        (3, "custom", "бірінші, екінші", None),
        (0, "lowerLetter", None, "0"),
        (1, "ideographTraditional", None, None),
    ],
)
def test_number_formats(number: int, form: str, pattern: str | None, expected: str | None) -> None:
    assert print_number(number, form, pattern) == expected


def test_an_order_numbered_by_word(docx_of: Callable[..., bytes]) -> None:
    """Chapters, points and subpoints that only the numbering of Word prints are read like typed ones."""
    numbering = (
        shape(1, level(0, "decimal", "%1-тарау."))
        + shape(2, level(0, "decimal", "%1."), level(1, "decimal", "%2)"))
        + num(1, 1)
        + num(2, 2)
    )
    center = '<w:jc w:val="center"/>'
    body = (
        p("Үлгілік біліктілік сипаттамаларын бекіту туралы").replace("<w:pPr>", f"<w:pPr>{center}")
        + p("Қазақстан Республикасы Мәдениет және ақпарат министрінің 2025 жылғы 24 қазандағы № 580-НҚ бұйрығы")
        + p("БҰЙЫРАМЫН:")
        + p("Қоса беріліп отырған сипаттамалар бекітілсін.", 2)
        + p("Қазақстан Республикасының заңнамасында белгіленген тәртіппен:", 2)
        + p("осы бұйрықтың жариялануын;", 2, 1)
        + p("осы бұйрықтың орналастырылуын қамтамасыз етсін.", 2, 1)
        + p("Осы бұйрық қолданысқа енгізіледі.", 2)
        + p("Министр")
        + "".join(
            p(line).replace("<w:pPr>", '<w:pPr><w:jc w:val="right"/>')
            for line in ("Қазақстан Республикасы", "Мәдениет және ақпарат", "министрінің бұйрығына", "қосымша")
        )
        + p("Үлгілік біліктілік сипаттамалары").replace("<w:pPr>", f"<w:pPr>{center}")
        + p("Жалпы ережелер", 1).replace("<w:pPr>", f"<w:pPr>{center}")
        + p("Сипаттамалар кадрларды іріктеуге арналған.", 2)
    )
    document = parse_document(read_bytes(docx_of(body, numbering), "a.docx"))
    units = [(one.eid, one.label) for one in document.body.provisions]
    assert document.header.act.number == "580-НҚ"
    assert units == [
        ("preamble", None),
        ("point_1", "1"),
        ("point_2", "2"),
        ("point_2__sub_1", "1)"),
        ("point_2__sub_2", "2)"),
        ("point_3", "3"),
        ("att_1", None),
        ("att_1__chp_1", "1-тарау"),
        ("att_1__point_4", "4"),
    ]
    assert not any(one.block is BlockKind.DUTIES for one in document.body.items)
