"""Everything without a mouse: the order of Tab, a focus that is seen, pages reached."""

from __future__ import annotations

from typing import Any

import pytest

from .kinds import HEAD_OF_UNIT
from .window import Window, tab_to

# What Tab should stop at, in the order of the page. Of radio buttons of one name, it stops at the chosen one.
STOPS = """() => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]'
)].filter(one => one.checkVisibility() && !(one.type === 'radio' && !one.checked)).map(one => one.outerHTML)"""
FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    return {
        html: one.outerHTML,
        line: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        seen: box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    };
}"""


@pytest.mark.parametrize("address", ["/?lang=en", f"{HEAD_OF_UNIT}&lang=en", "/questions?lang=kk"])
def test_tab_stops_at_everything_in_order_and_the_focus_is_seen(window: Window, address: str) -> None:
    page = window.go(address)
    wanted = page.evaluate(STOPS)
    stops: list[Any] = []
    while len(stops) < len(wanted):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        # A date is a field of several stops: day, month, year, calendar.
        if not (stops and 'type="date"' in focused["html"] and stops[-1]["html"] == focused["html"]):
            stops.append(focused)

    assert len(wanted) > 10
    assert [stop["html"] for stop in stops] == wanted
    assert [stop["html"] for stop in stops if stop["line"] < 2 or not stop["seen"]] == []


def test_the_first_stop_skips_to_the_content(window: Window) -> None:
    page = window.go("/?lang=en")
    skip = page.get_by_role("link", name="Skip to content")
    assert skip.bounding_box()["x"] < 0  # type: ignore[index]

    page.keyboard.press("Tab")
    assert skip.evaluate("one => one === document.activeElement")
    assert skip.bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main').id") == "content"
    assert page.evaluate("document.activeElement.id") == "q"


def test_from_the_first_page_to_a_position_and_what_became_of_it(window: Window) -> None:
    page = window.go("/?lang=en")
    for wanted, reached in (
        (page.locator("ol.cards a", has_text="№ 31-Ө-М"), "/act/"),
        (page.locator("ul.jobs a", has_text="Әлеуметтік жұмыс бойынша консультант"), "/position/"),
        (page.locator("nav.onpage a[href='#kin']"), "#kin"),
        (page.locator("nav.pages a", has_text="Compare"), "/compare"),
        (page.locator("nav.pages a", has_text="Findings"), "/findings"),
        (page.locator("nav.pages a", has_text="Questions"), "/questions"),
        (page.locator("main a[href*='category-ladder']").first, "/question/category-ladder"),
    ):
        if "#" in page.url:
            page.reload()  # Tab goes on from the place that was jumped to
            page.evaluate("scrollTo(0, 0)")
        tab_to(page, wanted)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{reached}**")
    assert page.locator("table tbody tr").count() > 0
