"""What a paragraph holds, as Word shows it: breaks, signs, fields, links, tracked changes, notes, text boxes."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import SourceText
from biliktilik.parsers.readers import read_bytes

INDENT = " " * 6
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def raw(xml: str) -> str:
    return f"<w:r>{xml}</w:r>"


def mark(kind: str) -> str:
    return raw(f'<w:fldChar w:fldCharType="{kind}"/>')


def code(text: str) -> str:
    return raw(f'<w:instrText xml:space="preserve">{text}</w:instrText>')


def links(source: SourceText) -> list[tuple[str, str]]:
    return [(source.text[link.span.start : link.span.end], link.target) for link in source.links]


def codes(source: SourceText) -> list[str]:
    return [finding.code for finding in source.findings]


@pytest.fixture
def read(docx_of: Callable[..., bytes]) -> Callable[..., SourceText]:
    def make(*args: Any, **values: Any) -> SourceText:
        return read_bytes(docx_of(*args, **values), "a.docx")

    return make


Read = Callable[..., SourceText]

ALTERNATIVE = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>'
    f"{p(r('қосымша'))}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    f"<w:txbxContent>{p(r('қосымша'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(r("бір "), r("екі")) + p(r("үш")), f"{INDENT}бір екі\n\n{INDENT}үш\n"),
        (p(r("а"), raw("<w:tab/>"), r("б")), f"{INDENT}а\tб\n"),
        (p(r("іс"), raw("<w:noBreakHyphen/>"), r("қимыл")), f"{INDENT}іс-қимыл\n"),
        (p(r("жұ"), raw("<w:softHyphen/>"), r("мыс\u00adшы")), f"{INDENT}жұмысшы\n"),
        (p(raw("<w:t>\n  бір\n екі  </w:t>"), r(" үш")), f"{INDENT}бір  екі үш\n"),
        (p(raw("<w:t>бір<!-- x --> екі</w:t>")), f"{INDENT}бір екі\n"),
        (p(raw('<w:sym w:font="Symbol" w:char="F0B3"/>'), r(" 3")), f"{INDENT}≥ 3\n"),
        (p(raw('<w:sym w:font="Times" w:char="0451"/>')), f"{INDENT}ё\n"),
        # a break ends a line where a sentence or a member of a list ends, and is a blank inside a sentence
        (p(r("1) бір;"), raw("<w:br/>"), r("2) екі;")), f"{INDENT}1) бір;\n{INDENT}2) екі;\n"),
        (p(r("әлеуметтік"), raw("<w:br/>"), r("көмек")), f"{INDENT}әлеуметтік көмек\n"),
        (p(r("бір"), raw("<w:br/>"), r("- екі")), f"{INDENT}бір\n{INDENT}- екі\n"),
        # what is set apart keeps its lines, and stands together where no empty paragraph parts it
        (
            p(r("Бекітілген"), raw("<w:br/>"), r("бұйрығымен"), properties='<w:jc w:val="right"/>')
            + p(r("№ 1"), properties='<w:ind w:left="5000"/>')
            + p()
            + p(r("Сипаттамалар"), properties='<w:jc w:val="center"/>'),
            " Бекітілген\n бұйрығымен\n № 1\n\n Сипаттамалар\n",
        ),
        (p(r("1-тарау"), properties='<w:pStyle w:val="Heading1"/>') + p(r("бір")), f" 1-тарау\n\n{INDENT}бір\n"),
        (p(r("1-тарау"), properties='<w:outlineLvl w:val="0"/>'), " 1-тарау\n"),
        (p(r("мәтін"), properties='<w:outlineLvl w:val="9"/>'), f"{INDENT}мәтін\n"),
        # fields: the result alone
        (p(r("бет "), mark("begin"), code(" PAGE "), mark("separate"), r("7"), mark("end"), r(".")), f"{INDENT}бет 7.\n"),
        (p(mark("begin"), code("IF "), r("жоқ"), mark("end"), r("бар")), f"{INDENT}бар\n"),
        (p(r("а "), mark("begin"), code("REF x"), r("сақтал")) + p(r("ды")), f"{INDENT}а сақтал\n\n{INDENT}ды\n"),
        (p('<w:fldSimple w:instr="DATE">' + r("2025") + "</w:fldSimple>"), f"{INDENT}2025\n"),
        # wrappers of every kind
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + p(r("а")) + "</w:sdtContent></w:sdt>", f"{INDENT}а\n"),
        (p("<w:smartTag><w:sdt><w:sdtContent>" + r("а") + "</w:sdtContent></w:sdt></w:smartTag>"), f"{INDENT}а\n"),
        (p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), f"{INDENT}x+1\n"),
        (p(r("а"), raw('<w:commentReference w:id="0"/>')), f"{INDENT}а\n"),
        # text boxes, once, apart; before the paragraph that anchors them, or behind it where its words come first
        (p(raw(ALTERNATIVE), r("мәтін")), f" қосымша\n\n{INDENT}мәтін\n"),
        (p(r("мәтін"), raw(ALTERNATIVE)), f"{INDENT}мәтін\n\n қосымша\n"),
        # bookmarks above their paragraph; those of Word are no anchors
        (
            p('<w:bookmarkStart w:id="0" w:name="z4"/><w:bookmarkStart w:id="1" w:name="_GoBack"/>', r("а")),
            f"[bookmark: z4]\n\n{INDENT}а\n",
        ),
        (p(r("а")) + '<w:bookmarkStart w:id="0" w:name="z5"/>' + p(r("б")), f"{INDENT}а\n[bookmark: z5]\n\n{INDENT}б\n"),
        (p('<w:bookmarkStart w:id="0" w:name="z]\n1"/>', r("а")), f"{INDENT}а\n"),
    ],
)  # fmt: skip
def test_text(body: str, text: str, read: Read) -> None:
    assert read(body).text == text


def test_links_of_every_kind(read: Read) -> None:
    def prepare(document: Any) -> None:
        document.part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.HYPERLINK, "https://adilet.zan.kz/kaz/docs/V1700016057")
        relation = next(iter(name for name, one in document.part.rels.items() if one.is_external))
        for element in document.element.body.iter("{*}hyperlink"):
            for name, held in element.attrib.items():
                if held == "external":
                    element.set(name, relation)

    body = p(
        r("а "),
        '<w:hyperlink r:id="external">' + r("№ 360") + r(" бұйрық") + "</w:hyperlink>",
        '<w:hyperlink r:id="external" w:anchor="z7">' + r(" 7-тармақ ") + "</w:hyperlink>",
        '<w:hyperlink w:anchor="z4">' + r("осы") + "</w:hyperlink>",
        '<w:hyperlink r:id="rId999">' + r("ештеңе") + "</w:hyperlink>",
        mark("begin"), code(' HYPERLINK "http://zan.kz/1" '), code(r'\l "z2" \o "түсіндірме"'), mark("separate"),
        r("бап"), mark("end"),
        '<w:fldSimple w:instr="HYPERLINK http://zan.kz/3">' + r("кодекс") + "</w:fldSimple>",
    )  # fmt: skip
    portal = "https://adilet.zan.kz/kaz/docs/V1700016057"
    assert links(read(body, prepare=prepare)) == [
        ("№ 360 бұйрық", portal),
        (" 7-тармақ ", f"{portal}#z7"),
        ("осы", "#z4"),
        ("бап", "http://zan.kz/1#z2"),
        ("кодекс", "http://zan.kz/3"),
    ]


def test_a_field_over_two_paragraphs_links_in_both(read: Read) -> None:
    body = p(r("а "), mark("begin"), code('HYPERLINK "u"'), mark("separate"), r("бір")) + p(
        r("екі"), mark("end"), r(".")
    )
    source = read(body)
    assert source.text == f"{INDENT}а бір\n\n{INDENT}екі.\n"
    assert links(source) == [("бір", "u"), ("екі", "u")]


def test_tracked_changes(read: Read) -> None:
    body = (
        p(r("кемінде "), "<w:del>" + raw("<w:delText>бес</w:delText>") + "</w:del>", "<w:ins>" + r("үш") + "</w:ins>", r(" жыл"))
        + "<w:moveFrom>" + p(r("көшті")) + "</w:moveFrom>"
        + p(r("бірге "), properties="<w:rPr><w:del/></w:rPr>")
        + p(r("оқылады"))
    )  # fmt: skip
    source = read(body)
    assert source.text == f"{INDENT}кемінде үш жыл\n\n{INDENT}бірге оқылады\n"
    (finding,) = source.findings
    assert finding.code == "tracked_changes"
    assert "1 insertions are read as text, 3 deletions are left out" in finding.message


@pytest.mark.parametrize(
    ("properties", "is_shown"),
    [("<w:vanish/>", False), ('<w:vanish w:val="0"/>', True), ('<w:rStyle w:val="Secret"/>', False), ("<w:b/>", True)],
)
def test_hidden_text_is_left_out_and_reported(properties: str, is_shown: bool, read: Read) -> None:
    style = '<w:style w:type="character" w:styleId="Secret"><w:name w:val="s"/><w:rPr><w:vanish/></w:rPr></w:style>'
    source = read(p(r("бар "), r("жасырын", properties)), styles=style)
    assert source.text == (f"{INDENT}бар жасырын\n" if is_shown else f"{INDENT}бар\n")
    assert codes(source) == ([] if is_shown else ["hidden_text"])
    assert is_shown or "«жасырын»" in source.findings[0].message


def test_notes_stand_below_their_paragraph(read: Read) -> None:
    def prepare(document: Any) -> None:
        for kind in ("footnote", "endnote"):
            xml = (
                f'<w:{kind}s {NAMES}><w:{kind} w:id="-1" w:type="separator"><w:p/></w:{kind}><w:{kind} w:id="2">'
                f"{p(r(f'{kind} бір.'))}{p(r('екі.'))}</w:{kind}></w:{kind}s>"
            )
            content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
            part = Part(PackURI(f"/word/{kind}s.xml"), content, xml.encode(), document.part.package)
            document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S"))

    body = (
        p(r("көмек"), raw('<w:footnoteReference w:id="2"/>'), r(" береді"), raw('<w:endnoteReference w:id="2"/>'))
        + p(r("соңы"), raw('<w:footnoteReference w:id="9"/>'))
    )  # fmt: skip
    source = read(body, prepare=prepare)
    notes = "[footnote 1] footnote бір.\u2029екі.\n[endnote 1] endnote бір.\u2029екі.\n"
    assert source.text == f"{INDENT}көмек береді\n{notes}\n{INDENT}соңы\n"
    assert codes(source) == ["note_missing"]


def test_a_footnote_is_a_note_of_its_unit_and_cuts_no_sentence() -> None:
    text = (
        " Сипаттамаларды бекіту туралы\n"
        "Қазақстан Республикасы Мәдениет және ақпарат министрінің 2025 жылғы 24 қазандағы № 580-НҚ бұйрығы\n\n"
        "      БҰЙЫРАМЫН:\n\n      1. Сипаттамалар бекітілсін.\n[footnote 1] Бірінші ескерту.\n\n"
        "      2. Бұйрық қолданысқа енгізіледі.\n"
    )
    document = parse_document(read_bytes(text.encode(), "a.txt"))
    assert [(one.eid, one.text) for one in document.notes] == [("point_1", "[footnote 1] Бірінші ескерту.")]
    points = [(one.eid, one.text) for one in document.body.provisions if one.eid.startswith("point")]
    assert points == [("point_1", "Сипаттамалар бекітілсін."), ("point_2", "Бұйрық қолданысқа енгізіледі.")]


def test_findings_of_the_reader_reach_the_document(docx_of: Callable[..., bytes]) -> None:
    document = parse_document(read_bytes(docx_of(p(r("1. Мәтін."), r("жасырын", "<w:vanish/>"))), "a"))
    assert "hidden_text" in [one.code for one in document.findings]


def test_headers_and_footers_are_named(read: Read) -> None:
    def prepare(document: Any) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "Тізілімде № 123 болып тіркелген"
        section.footer.paragraphs[0].text = "12"

    source = read(p(r("мәтін")) + "<w:sectPr/>", prepare=prepare)
    assert source.text == f"{INDENT}мәтін\n"
    assert [(one.code, "№ 123" in one.message) for one in source.findings] == [("page_furniture", True)]


def test_an_embedded_file_is_an_error(read: Read) -> None:
    source = read(p(r("мәтін")) + '<w:altChunk r:id="rId77"/>')
    assert [(one.code, one.severity) for one in source.findings] == [("embedded_file", "error")]


def test_unknown_symbols_are_shown_and_reported(read: Read) -> None:
    source = read(p(r("а"), raw('<w:sym w:font="Webdings" w:char="F061"/>'), raw('<w:sym w:char="xyz"/>')))
    assert source.text == f"{INDENT}а\ufffd\n"
    assert codes(source) == ["symbol_unknown"]
