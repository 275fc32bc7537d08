"""What a request asks for, and how pages are addressed."""

import pytest

from biliktilik.pipeline.explorer.paths import ServerLinks
from biliktilik.pipeline.explorer.visit import read_visit

ORDER = "/akn/kz/act/order/2012-02-02/31-ө-м"
QUOTED = "/akn/kz/act/order/2012-02-02/31-%D3%A9-%D0%BC"


@pytest.mark.parametrize(
    ("asked", "remembered", "accepted", "language"),
    [
        ("kk", "ru", "en", "kk"),
        ("xx", "ru", "en", "ru"),
        (None, "ru", "kk", "ru"),
        (None, "xx", "kk", "kk"),
        (None, None, "ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7", "ru"),
        (None, None, "de, en;q=0.5, kk-KZ;q=0.8", "kk"),
        (None, None, "de;q=x, ru;q=0.1", "ru"),
        (None, None, "de", "en"),
        (None, None, "", "en"),
    ],
)
def test_the_language_is_the_one_asked_for_then_remembered_then_accepted(
    asked: str | None, remembered: str | None, accepted: str, language: str
) -> None:
    query = f"lang={asked}" if asked else ""
    cookies = {"biliktilik_language": remembered} if remembered else {}

    assert read_visit("/", query, {}, {"accept-language": accepted}, cookies).language == language


def test_parts_are_decoded_and_the_first_of_a_repeated_parameter_counts() -> None:
    visit = read_visit("/act" + QUOTED, "on=2013-01-01&on=2014-01-01&text=+", {"act_uri": QUOTED}, {}, {})

    assert visit.parts == {"act_uri": ORDER}
    assert visit.get("on") == "2013-01-01"
    assert visit.get("text") is None
    assert visit.get("absent") is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (ServerLinks("/").act(ORDER), "/act" + QUOTED),
        (ServerLinks("/").act(ORDER, on="2013-01-01", text="kk"), f"/act{QUOTED}?on=2013-01-01&text=kk"),
        (ServerLinks("/").act(ORDER, unit="att_1__sec_2"), f"/act{QUOTED}#att_1__sec_2"),
        (ServerLinks("/").position(ORDER, "att_1__sec_2__pos_1"), f"/position{QUOTED}/att_1__sec_2__pos_1"),
        (ServerLinks("/").card(ORDER, "att_1__point_13"), f"/card{QUOTED}/att_1__point_13"),
        (ServerLinks("/").cited("/akn/kz/act/code/-/-~a?b#c"), "/cited/akn/kz/act/code/-/-~a%3Fb%23c"),
        (ServerLinks("/").compare(), "/compare"),
        (ServerLinks("/").compare(a="/x", first="2013-01-01", last=None), "/compare?a=%2Fx&from=2013-01-01"),
        (ServerLinks("/").findings(code="a b"), "/findings?code=a+b"),
        (ServerLinks("/").question("pending", {"language": ""}, "csv"), "/question/pending.csv?language="),
        (ServerLinks("/").search("қала & ө"), "/search?q=%D2%9B%D0%B0%D0%BB%D0%B0+%26+%D3%A9"),
        (ServerLinks("/").data(), "/biliktilik"),
        (ServerLinks("/").data("v_acts", kind="law"), "/biliktilik/v_acts?kind__exact=law"),
        (ServerLinks("/findings", (("act", "ө"), ("lang", "kk"))).switch("ru"), "/findings?act=%D3%A9&lang=ru"),
    ],
)
def test_addresses(address: str, expected: str) -> None:
    assert address == expected
