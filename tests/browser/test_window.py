"""The guard of all these tests: it would notice."""

from __future__ import annotations

from .conftest import Open


def test_a_request_that_leaves_this_machine_is_noticed(open_window: Open) -> None:
    window = open_window()
    window.page.set_content("<img src='http://elsewhere.invalid/picture.png'>")

    assert "request to http://elsewhere.invalid/picture.png" in window.troubles
    window.troubles.clear()


def test_complaints_and_errors_of_a_page_are_noticed(open_window: Open) -> None:
    window = open_window()
    window.page.set_content("<script>console.warn('careful'); missing()</script>")

    assert [trouble.partition(":")[0] for trouble in window.troubles] == ["warning", "error of a page"]
    window.troubles.clear()


def test_what_the_policy_of_our_pages_forbids_is_noticed(open_window: Open) -> None:
    window = open_window()
    page = window.go("/")
    with page.expect_console_message():
        page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://elsewhere.invalid/'}))")

    assert any("Content Security Policy" in trouble for trouble in window.troubles)
    window.troubles.clear()
