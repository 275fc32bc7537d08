"""One Chromium and one explorer for all tests of this folder; each test in a fresh context."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from biliktilik.pipeline.build import build

from . import archive
from .chromium import browsing, find_chromium, serving
from .window import Window

RAW = Path(__file__).parents[2] / "raw"

Open = Callable[..., Window]


# Scope "package": while Playwright runs, its event loop is that of this thread, and tests elsewhere run their own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A running Chromium; without one on this machine the test is skipped."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium on this machine: `apt-get install chromium` (Debian) makes these tests run")
    with browsing(chromium) as running:
        yield running


@pytest.fixture(scope="package")
def database(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the documents in raw/ (not built in vain where there is no browser)."""
    path = tmp_path_factory.mktemp("browser") / "five.sqlite"
    build(RAW, str(path))
    return path


@pytest.fixture(scope="package")
def archive_database(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a made-up act and the act that amends it."""
    raw, path = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("browser") / "archive.sqlite"
    (raw / "act.txt").write_text(archive.ACT, "utf-8")
    (raw / "amending.txt").write_text(archive.AMENDING, "utf-8")
    build(raw, str(path))
    return path


@pytest.fixture(scope="package")
def explorer(database: Path) -> Iterator[str]:
    """The address of the explorer of the documents in raw/."""
    with serving(database) as address:
        yield address


@pytest.fixture
def open_window(browser: Browser, explorer: str) -> Iterator[Open]:
    """Open a window on the explorer (or ``at`` another address) with options of a context of Playwright.

    At the end of the test no window may have asked anything beyond this machine, nor complained on its console.
    """
    windows: list[Window] = []
    with ExitStack() as contexts:

        def open_one(at: str = explorer, **options: Any) -> Window:
            context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
            contexts.callback(context.close)
            windows.append(Window(context, at))
            return windows[-1]

        yield open_one
    assert [trouble for window in windows for trouble in window.troubles] == []


@pytest.fixture
def window(open_window: Open) -> Window:
    """A window on the explorer without JavaScript: no page may need it. (axe needs it, and visits every kind of page.)"""
    return open_window(java_script_enabled=False)
