"""Links of documents as rows: the words, the target, and the act that it names."""

from collections.abc import Callable
from typing import Any

import pytest

from biliktilik.parsers.identity import split_target


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/rus/docs/Z2600000256#z980", ("Z2600000256", "z980")),
        ("https://old.adilet.zan.kz/kaz/docs/Z010000266_", ("Z010000266_", None)),
        ("/kaz/docs/V1700016057/25.10.2017?x=1#", ("V1700016057", None)),
        ("V1700016057", ("V1700016057", None)),
        ("#z4", (None, "z4")),
        ("/kaz/docs/V17000160571", (None, None)),
        ("/kaz/docs/V1700016057_b", (None, None)),
        ("/docs/v1700016057", (None, None)),
        ("/search?q=V1700016057", (None, None)),
        ("/V1700016057", (None, None)),
        ("mailto:a@b.kz", (None, None)),
        ("", (None, None)),
    ],
)
def test_the_act_that_a_target_names(target: str, expected: tuple[str | None, str | None]) -> None:
    assert split_target(target) == expected


PAGE = """<html><body><div class="container_alpha slogan"><h1>Бұйрық туралы</h1>
<p>Қазақстан Республикасы Еңбек министрінің 2020 жылғы 1 мамырдағы № 7 бұйрығы</p></div>
<div class="container_gamma text"><article>
<p>1. Министрдің 2017 жылғы 25 қазандағы <a href="/kaz/docs/V1700016057#z9">№ 360
бұйрығының</a> және <a href="/kaz/docs/V2100000001">№ 5 бұйрықтың</a> <a href="#z1">3-тармағы</a> орындалсын.</p>
</article></div></body></html>"""


def test_links_are_rows_of_a_view(built: Callable[..., Any]) -> None:
    database = built({"order.html": PAGE})
    rows = database.rows("SELECT as_printed, target, adilet_id, anchor, act_uri FROM v_links ORDER BY char_start")
    assert rows == [
        ("№ 360 бұйрығының", "/kaz/docs/V1700016057#z9", "V1700016057", "z9", "/akn/kz/act/order/2017-10-25/360"),
        ("№ 5 бұйрықтың", "/kaz/docs/V2100000001", "V2100000001", None, None),
        ("3-тармағы", "#z1", None, "z1", None),
    ]
    places = (
        "SELECT SUBSTR(s.text, char_start + 1, char_end - char_start) FROM v_links JOIN v_sources s USING (source_file)"
    )
    assert database.rows(f"{places} ORDER BY char_start") == [(row[0],) for row in rows]


def test_plain_text_has_no_links(five: Any) -> None:
    assert five.rows("SELECT * FROM v_links") == []
