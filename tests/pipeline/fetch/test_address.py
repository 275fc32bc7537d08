"""Ids and URLs, as people paste them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.fetch.address import ActAddress, read_address
from biliktilik.pipeline.fetch.portal import OLD_PORTAL, Portal, read_portal

ORDER = "V1700016057"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("V1700016057", ActAddress(ORDER)),
        (" v1700016057 ", ActAddress(ORDER)),
        ("Z010000266_", ActAddress("Z010000266_")),
        ("К1500000414", ActAddress("K1500000414")),  # a Cyrillic К
        ("V14T0002571", ActAddress("V14T0002571")),
        ("https://adilet.zan.kz/kaz/docs/V1700016057", ActAddress(ORDER, "kk")),
        ("https://old.adilet.zan.kz/rus/docs/V1700016057#z24", ActAddress(ORDER, "ru")),
        ("http://adilet.zan.kz/rus/docs/Z010000266_/", ActAddress("Z010000266_", "ru")),
        ("HTTPS://WWW.ADILET.ZAN.KZ/rus/docs/V1700016057?x=1", ActAddress(ORDER, "ru")),
        ("adilet.zan.kz/kaz/docs/V1700016057", ActAddress(ORDER, "kk")),
        ("https://adilet.zan.kz/rus/docs/V1700016057/info", ActAddress(ORDER, "ru")),
        ("https://adilet.zan.kz/rus/docs/V1700016057/download/docx", ActAddress(ORDER, "ru")),
        ("https://adilet.zan.kz/rus/docs/V1700016057/05.01.2022", ActAddress(ORDER, "ru", date(2022, 1, 5))),
        ("https://adilet.zan.kz/rus/archive/docs/V1700016057/05.01.2022", ActAddress(ORDER, "ru", date(2022, 1, 5))),
        ("http://127.0.0.1:1/kaz/docs/V1700016057", ActAddress(ORDER, "kk")),
    ],
)
def test_an_act_is_recognised(text: str, expected: ActAddress) -> None:
    assert read_address(text, "127.0.0.1") == expected


@pytest.mark.parametrize("name", ["order.txt", "a/V1700016057", "V1700016057.html", "2025-10-06_309.kk.txt", "raw", ""])
def test_a_file_is_no_address(name: str) -> None:
    assert read_address(name) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("V17000160577777", "no act id"),
        ("V17000", "no act id"),
        ("V17000160_57", "no act id"),
        ("https://adilet.zan.kz/rus/docs/V17", "no act id"),
        ("https://adilet.zan.kz/rus/docs/..%2f..%2fV1700016057", "no act at this URL"),
        ("https://adilet.zan.kz/rus/search/docs/", "no act at this URL"),
        ("https://adilet.zan.kz/", "no act at this URL"),
        ("https://adilet.zan.kz/rus/docs/V1700016057/31.02.2022", "no such day"),
        ("https://adilet.zan.kz/eng/docs/V1700016057", "English"),
        ("https://example.org/rus/docs/V1700016057", "host is not fetched from"),
        ("https://adilet.zan.kz@example.org/rus/docs/V1700016057", "host is not fetched from"),
        ("https://adilet.zan.kz.example.org/rus/docs/V1700016057", "host is not fetched from"),
        ("https://zan.gov.kz/client/#!/doc/1/rus", "host is not fetched from"),
        ("ftp://adilet.zan.kz/rus/docs/V1700016057", "host is not fetched from"),
        ("file:///etc/passwd", "host is not fetched from"),
        ("https://[::1/rus/docs/V1700016057", "no URL"),
    ],
)
def test_a_bad_id_or_url_is_a_usage_error(text: str, said: str) -> None:
    with pytest.raises(BiliktilikError, match=said) as caught:
        read_address(text)
    assert caught.value.exit_code == ExitCode.USAGE
    assert caught.value.where == text
    assert caught.value.remedy


@given(st.text())
def test_any_text_is_an_act_a_file_or_a_usage_error(text: str) -> None:
    try:
        address = read_address(text)
    except BiliktilikError as error:
        assert error.exit_code == ExitCode.USAGE
    else:
        assert address is None or address.act_id.replace("_", "").isalnum()


def test_languages_of_an_act() -> None:
    assert [text.language for text in ActAddress(ORDER).in_languages(None)] == ["kk", "ru"]
    assert [text.language for text in ActAddress(ORDER).in_languages("ru")] == ["ru"]
    assert [text.language for text in ActAddress(ORDER, "kk").in_languages("ru")] == ["kk"]


def test_the_page_of_an_act() -> None:
    portal = Portal(OLD_PORTAL)
    assert portal.page_of(ActAddress(ORDER, "kk")) == "https://old.adilet.zan.kz/kaz/docs/V1700016057"
    edition = ActAddress("Z010000266_", "ru", date(2003, 2, 1))
    assert portal.page_of(edition) == "https://old.adilet.zan.kz/rus/docs/Z010000266_/01.02.2003"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://old.adilet.zan.kz/", OLD_PORTAL),
        ("https://old.adilet.zan.kz:443", OLD_PORTAL),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("https://[::1]:8443", "https://[::1]:8443"),
    ],
)
def test_the_portal_is_the_old_one_or_on_this_machine(text: str, origin: str) -> None:
    assert read_portal(text).origin == origin


@pytest.mark.parametrize(
    "text",
    [
        "http://old.adilet.zan.kz",
        "https://adilet.zan.kz",
        "https://example.org",
        "http://10.0.0.1",
        "https://127.0.0.1.example.org",
        "https://u:p@old.adilet.zan.kz",
        "https://old.adilet.zan.kz:8443",
        "http://127.0.0.1:99999",
        "http://127.0.0.1/a",
        "old.adilet.zan.kz",
        "",
    ],
)
def test_no_other_portal_is_asked(text: str) -> None:
    with pytest.raises(BiliktilikError, match="no portal") as caught:
        read_portal(text)
    assert caught.value.exit_code == ExitCode.USAGE
