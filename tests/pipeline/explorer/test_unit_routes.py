"""The addresses of acts, positions, cards and cited acts."""

from typing import Any
from urllib.parse import quote

import pytest

ORDER_2012 = "/akn/kz/act/order/2012-02-02/31-ө-м"
STANDARD = "/akn/kz/act/order/2024-04-30/125"


def _get(visitor: Any, address: str) -> Any:
    return visitor.get(quote(address, safe="/?=&~-"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"/act{ORDER_2012}", "duties, knowledge and requirements side by side"),
        (f"/act{ORDER_2012}?on=2015-01-01&text=ru", "as of 2015-01-01"),
        (f"/act{ORDER_2012}?text=ru", "Раздел 2"),
        (f"/position{ORDER_2012}/att_1__sec_2__pos_1", "Both languages state the same"),
        (f"/position{ORDER_2012}/att_1__sec_2__pos_4?on=2013-01-01", "is not in the database"),
        (f"/card{STANDARD}/att_1__point_13", "Labour functions"),
        ("/cited/akn/kz/act/constitution/1995-08-30/-~конституция", "Who must know it"),
    ],
)
def test_pages(visitor: Any, address: str, words: str) -> None:
    answer = _get(visitor, address)
    assert answer.status_code == 200
    assert words in answer.text
    assert "script" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/position{ORDER_2012}/att_1__sec_9__pos_1", 404),
        (f"/card{STANDARD}/att_1__point_99", 404),
        ("/act/akn/kz/act/order/1999-01-01/1", 404),
        (f"/act{ORDER_2012}?on=yesterday", 400),
        (f"/position{ORDER_2012}/att_1__sec_2__pos_1?on=2012-13-01", 400),
    ],
)
def test_addresses_that_lead_nowhere(visitor: Any, address: str, status: int) -> None:
    assert _get(visitor, address).status_code == status


def test_the_text_follows_the_interface_unless_asked(visitor: Any) -> None:
    assert '<div class="acttext" lang="ru">' in _get(visitor, f"/act{ORDER_2012}?lang=ru").text
    assert '<div class="acttext" lang="kk">' in _get(visitor, f"/act{ORDER_2012}?lang=ru&text=kk").text
    assert '<div class="acttext" lang="kk">' in _get(visitor, f"/act{ORDER_2012}?lang=en").text
