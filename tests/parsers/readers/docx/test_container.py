"""What is no readable DOCX is refused with a reason; nothing is read from outside the file."""

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biliktilik.parsers.readers import UnreadableSource, read_bytes

PARAGRAPH = "<w:p><w:r><w:t>мәтін</w:t></w:r></w:p>"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
LIMIT = 10.0  # seconds on a busy machine; a quadratic pass would take minutes

OWN = PARAGRAPH.encode()

DocxOf = Callable[..., bytes]


def archive(members: Iterable[tuple[str, bytes]]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members:
            container.writestr(name, content)
    return data.getvalue()


def members(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as container:
        return [(name, container.read(name)) for name in container.namelist()]


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    return archive((one, change(content) if one == name else content) for one, content in members(data))


@pytest.fixture(scope="module")
def plain(docx_of: DocxOf) -> bytes:
    return docx_of(PARAGRAPH)


def test_the_media_type_is_that_of_the_bytes(plain: bytes) -> None:
    source = read_bytes(plain, "order.txt")
    assert source.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert (source.reader, source.encoding, source.text) == ("docx", "utf-8", "      мәтін\n")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive([("xl/workbook.xml", b"")]), r"Excel workbook \(XLSX\).* save"),
        (archive([("ppt/presentation.xml", b"")]), "PPTX"),
        (archive([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"")]), r"ODT.* save it as DOCX"),
        (archive([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), "ODS"),
        (archive([("mimetype", b"application/epub+zip")]), "EPUB"),
        (archive([("a.txt", b"a"), ("b.txt", b"b")]), "archive of 2 files.* unpack"),
        (archive([]), "archive of 0 files"),
        (archive([("[Content_Types].xml", b"")]), "no DOCX"),
        (archive([("word/document.xml", b"<a/>")]), "damaged or incomplete DOCX"),
        (archive((f"{n}.txt", b"") for n in range(5_000)), "5,000 members"),
        (archive([("word/document.xml", b"<a/>"), ("../../etc/passwd", b"")]), "leads out of it"),
        (archive([("word/document.xml", b"<a/>"), ("/etc/passwd", b"")]), "leads out of it"),
        (archive([("word/document.xml", b"<a/>"), ("C:\\x", b"")]), "leads out of it"),
        (b"PK\x03\x04" + bytes(100), "damaged or incomplete ZIP"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), r"DOC\).* save it as DOCX"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "XLS"),
        (COMPOUND, "old Word or Excel"),
    ],
)  # fmt: skip
def test_other_containers_are_named(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        read_bytes(data, "order.docx")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice(plain: bytes) -> None:
    with pytest.raises(UnreadableSource, match="twice"):
        read_bytes(archive([*members(plain), ("word/document.xml", b"<other/>")]), "a")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda xml: xml[: len(xml) // 2], "damaged"),
        (lambda xml: xml.replace("мәтін".encode(), b"\xff\xfe"), "damaged"),
        (lambda xml: b"", "damaged"),
        (lambda xml: xml.replace("мәтін".encode(), b""), "holds no text"),
        (lambda xml: xml.replace(b"w:body", b"w:other"), "without a body"),
        (lambda xml: xml.replace("<w:t>мәтін</w:t>".encode(), b"<w:drawing/>"), "only pictures"),
    ],
)
def test_damaged_parts(change: Callable[[bytes], bytes], reason: str, plain: bytes) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        read_bytes(changed(plain, "word/document.xml", change), "a")


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_document_type_declarations_are_refused(name: str, declaration: str, docx_of: DocxOf) -> None:
    data = docx_of(PARAGRAPH, numbering='<w:num w:numId="1"/>')

    def declare(xml: bytes) -> bytes:
        head, _, rest = xml.partition(b"?>")
        return head + b"?>" + declaration.encode() + rest

    with pytest.raises(UnreadableSource, match="document type declaration"):
        read_bytes(changed(data, name, declare), "a")


def test_a_document_with_macros(plain: bytes) -> None:
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    with pytest.raises(UnreadableSource, match="macros"):
        read_bytes(changed(plain, "[Content_Types].xml", lambda xml: xml.replace(main, macros)), "a")


@pytest.mark.parametrize(
    "name", ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml"]
)
def test_missing_parts_never_end_in_a_traceback(name: str, plain: bytes) -> None:
    data = archive((one, content) for one, content in members(plain) if one != name)
    try:
        assert read_bytes(data, "a").text == "      мәтін\n"
    except UnreadableSource as error:
        assert "damaged or incomplete DOCX" in str(error)


NESTED = {
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80),
    "wrappers": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120),
    "boxes": ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 60),
    "insertions": ("<w:ins>", "</w:ins>", 240),
}


@pytest.mark.parametrize("kind", NESTED)
def test_deep_nesting_is_read(kind: str, plain: bytes) -> None:
    start, end, depth = NESTED[kind]
    nested = (start * depth + PARAGRAPH + end * depth).encode()
    data = changed(plain, "word/document.xml", lambda xml: xml.replace(OWN, nested))
    assert read_bytes(data, "a").text.strip() == "мәтін"


@pytest.mark.parametrize("kind", NESTED)
def test_deeper_nesting_is_refused(kind: str, plain: bytes) -> None:
    start, end, _ = NESTED[kind]
    nested = (start * 10_000 + PARAGRAPH + end * 10_000).encode()
    data = changed(plain, "word/document.xml", lambda xml: xml.replace(OWN, nested))
    with pytest.raises(UnreadableSource, match="damaged"):
        read_bytes(data, "a")


ROW = "<w:tr>" + "<w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc>" * 60 + "</w:tr>"
LARGE = {
    "cells": "<w:tbl>" + ROW * 400 + "</w:tbl>",
    "runs": "<w:p>" + "<w:r><w:t>а</w:t><w:br/></w:r>" * 40_000 + "</w:p>",
    "open fields": "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/><w:t>а</w:t></w:r>' * 20_000 + "</w:p>",
    "instructions": "<w:p><w:r>"
    + '<w:fldChar w:fldCharType="begin"/>'
    + "<w:instrText>HYPERLINK </w:instrText>" * 40_000
    + '<w:fldChar w:fldCharType="separate"/><w:t>а</w:t></w:r></w:p>',
    "joined": '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>а</w:t></w:r></w:p>' * 20_000,
    "bookmarks": "<w:p>" + "".join(f'<w:bookmarkStart w:id="{n}" w:name="z{n}"/>' for n in range(20_000)) + PARAGRAPH[5:],
    "boxes": "<w:p>" + "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict><w:t>а</w:t></w:r>" * 10_000 + "</w:p>",
    "notes": ('<w:p><w:r><w:t>а</w:t></w:r>' + "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(20_000)) + "</w:p>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", LARGE)
def test_large_documents_take_linear_time(kind: str, plain: bytes) -> None:
    data = changed(plain, "word/document.xml", lambda xml: xml.replace(OWN, LARGE[kind].encode()))
    start = perf_counter()
    assert "а" in read_bytes(data, "a").text + "а"
    assert perf_counter() - start < LIMIT


PIECES = [
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>а</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
    '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>',
    '<w:instrText>HYPERLINK "u" \\l</w:instrText>', "<w:br/>", "<w:tab/>", '<w:sym w:char="zz"/>', '<w:hyperlink w:anchor="">',
    "</w:hyperlink>", "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", '<w:footnoteReference w:id="x"/>', "<w:tcPr/>",
    '<w:pPr><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr></w:pPr>', '<w:gridSpan w:val="-5"/>',
    '<w:bookmarkStart w:name="z1"/>', "<mc:AlternateContent>", "</mc:AlternateContent>", "<!-- -->", "<?x y?>",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_body_makes_another_error(pieces: list[str], plain: bytes) -> None:
    """Whatever elements follow each other, the answer is a text or a reason, and each word is in it once."""
    closed = balance(pieces)
    try:
        source = read_bytes(
            changed(plain, "word/document.xml", lambda xml: xml.replace(OWN, OWN + closed.encode())), "a"
        )
    except UnreadableSource:
        return
    for link in source.links:
        assert 0 <= link.span.start < link.span.end <= len(source.text)
    assert source.text.count("а") <= closed.count("<w:t>а</w:t>")


def balance(pieces: list[str]) -> str:
    """The pieces with closing tags that fit, so that the XML is well-formed."""
    opened: list[str] = []
    out = []
    for piece in pieces:
        if piece.startswith("</"):
            if not opened:
                continue
            out.append(f"</{opened.pop()}>")
            continue
        out.append(piece)
        if not piece.endswith("/>") and piece.count("<") == 1 and piece[1] not in "!?":
            opened.append(piece[1:-1].split()[0])
    return "".join(out) + "".join(f"</{name}>" for name in reversed(opened))
