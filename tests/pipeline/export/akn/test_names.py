"""File names that every file system takes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.export.akn.names import file_name

REFUSED = set('<>:"/\\|?*\x00\n\t ')


@pytest.mark.parametrize(
    ("uri", "language", "day", "name"),
    [
        ("/akn/kz/act/order/2012-02-02/31-ө-м", "ru", "2014-11-30", "order_2012-02-02_31-ө-м_rus_2014-11-30.xml"),
        ("/akn/kz/act/order/2025-10-24/580-нқ", "kk", None, "order_2025-10-24_580-нқ_kaz.xml"),
        ("/akn/kz/act/law/-/-~білім-туралы", None, None, "law_-_-~білім-туралы_und.xml"),
    ],
)
def test_names(uri: str, language: str | None, day: str | None, name: str) -> None:
    assert file_name(uri, language, day) == name


def test_a_changed_name_is_still_one_of_its_own() -> None:
    names = {file_name(f"/akn/kz/act/order/-/{number}", "kk", None) for number in ("1:2", "1*2", "1/2", "1-2", "1_2")}
    assert len(names) == 5


@given(st.text(max_size=300))
def test_any_number_makes_a_safe_name(number: str) -> None:
    name = file_name(f"/akn/kz/act/order/2020-01-01/{number}", "kk", "2020-01-02")
    assert not REFUSED & set(name)
    assert name == unicodedata.normalize("NFC", name)
    assert name.startswith("order_2020-01-01_")
    assert name.endswith("_kaz_2020-01-02.xml")
    # The decomposed form is what some file systems store.
    assert len(unicodedata.normalize("NFD", name).encode("utf-8", "surrogatepass")) <= 255
