"""Bytes in, text out, or a reason that a person can act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from biliktilik.parsers.readers import UnreadableSource, read_bytes, read_source

KAZAKH = (
    "Халықты әлеуметтік қорғау және жұмыспен қамту жүйесі басшыларының, мамандарының және басқа да қызметшілері "
    "лауазымдарының үлгілік біліктілік сипаттамаларын бекіту туралы. Лауазымдық міндеттері: жұмысты ұйымдастырады.\n"
) * 4
RUSSIAN = (
    "Об утверждении Типовых квалификационных характеристик должностей руководителей и специалистов. "
    "Должностные обязанности: организует работу подразделения, ведёт учёт.\n"
) * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KAZAKH, "utf-8"),
        (KAZAKH, "utf-8-sig"),
        (KAZAKH, "utf-16"),
        (KAZAKH, "kz1048"),
        (KAZAKH, "ptcp154"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding), "order.txt").text == text


def test_line_ends_become_one_character() -> None:
    assert read_bytes("бір\r\nекі\rүш\n".encode(), "order.txt").text == "бір\nекі\nүш\n"


def test_the_hash_is_of_the_bytes() -> None:
    source = read_bytes(b"\xef\xbb\xbf\xd0\xb0", "a.txt")
    assert (source.text, source.encoding, source.media_type, source.reader) == ("а", "utf-8-sig", "text/plain", "text")
    assert len(source.sha256) == 64


SHELL = '<!doctype html><html><head><title>НЦПС «Әділет»</title></head><body><div id="root"></div></body></html>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("﻿ \n".encode(), "empty"),
        (SHELL.encode(), "JavaScript shell"),
        (b"<html><body><p>text</p></body></html>", "no text of an act"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF file is damaged"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x00\x01\x02\x03", "binary"),
        (b"\xff\xfe\x00", "utf-16"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        read_bytes(data, "order.txt")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="cannot be opened"):
        read_source(tmp_path / "nowhere.txt", "nowhere.txt")
