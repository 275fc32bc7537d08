"""Pages without a server, opened from disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from biliktilik.pipeline.cli.application import application

from .axe import grave_faults
from .conftest import Open


@pytest.fixture(scope="module")
def redline(database: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the file of `diff --html`: position 2.11 of 2012 against its successor of 2025."""
    file = tmp_path_factory.mktemp("redline") / "redline.html"
    units = ["--eid", "att_1__sec_2__pos_11", "--eid2", "att_1__sec_2__prg_3", "--summaries", "en"]
    command = ["diff", "31-ө-м", "580-нқ", *units, "--html", str(file), "-d", str(database)]
    result = CliRunner().invoke(application, command)
    assert result.exit_code == 0, result.output
    return file.as_uri()


def test_a_redline_file_shows_the_change_and_asks_nobody_for_anything(open_window: Open, redline: str) -> None:
    page = open_window(java_script_enabled=False).page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(redline)

    assert "minimum years 3 → 2" in page.locator(".redline-side").first.inner_text()
    assert page.locator("del").first.evaluate("one => getComputedStyle(one).textDecorationLine") == "line-through"
    assert page.locator("ins").first.evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"
    page.get_by_label("In one text").check()
    assert page.locator(".redline-inline").first.is_visible()
    assert [url for url in asked if url != redline and not url.startswith("data:")] == []


def test_axe_finds_no_grave_fault_in_a_redline_file(open_window: Open, redline: str) -> None:
    page = open_window().page
    page.goto(redline)

    assert grave_faults(page) == []


def test_a_redline_file_fits_a_phone_and_paper(open_window: Open, redline: str) -> None:
    page = open_window(viewport={"width": 390, "height": 844}).page
    page.goto(redline)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.emulate_media(media="print")
    assert page.locator("input, label").filter(visible=True).count() == 0


@pytest.fixture(scope="module")
def site(archive_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pages that `export --as html` writes of the made-up acts."""
    folder = tmp_path_factory.mktemp("site") / "out"
    result = CliRunner().invoke(application, ["export", str(folder), "--as", "html", "-d", str(archive_database)])
    assert result.exit_code == 0, result.output
    return folder / "html"


def test_a_site_is_browsed_from_disk_up_to_the_change(open_window: Open, site: Path) -> None:
    page = open_window(java_script_enabled=False).page
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="English").click()
    page.locator("ol.cards").get_by_role("link", name="№ 77").click()
    page.locator("ul.jobs a").click()
    page.locator("#periods ~ ul a", has_text="2022-07-01").click()

    row = page.locator(".redline-side tbody tr", has_text="minimum years 3 → 5")
    assert [words.strip() for words in row.locator("del, ins").all_inner_texts()] == ["3", "5"]
    page.get_by_role("link", name="Қазақша").click()
    assert page.locator("html").get_attribute("lang") == "kk"
    assert page.locator(".redline-side del").first.inner_text().strip() == "3"


def test_the_pages_of_a_site_are_read_by_anyone_and_on_a_phone(open_window: Open, site: Path) -> None:
    page = open_window(viewport={"width": 390, "height": 844}).page
    files = [site / "index.html", *sorted((site / "kk").iterdir())]
    faults = {}
    for file in files:
        page.goto(file.as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth") > 390
        faults[file.name] = [*grave_faults(page), *["wider than the screen"] * wide]

    assert len(files) > 10
    assert {name: found for name, found in faults.items() if found} == {}
