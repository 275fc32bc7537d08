"""A Chromium of this machine, kept to this machine, and an explorer for it to visit."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

# Debian's Chromium: the browsers that Playwright would download belong to no distribution.
NAMES = ("chromium", "chromium-browser")
# No sandbox, for a container has none to give; and none of what a browser tells its maker by itself.
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_chromium() -> str | None:
    """The path of an installed Chromium, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def browsing(chromium: str) -> Iterator[Browser]:
    """A running browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(OPTIONS))
        yield browser
        browser.close()


@contextmanager
def serving(database: Path) -> Iterator[str]:
    """The address of an explorer of this database, as ``biliktilik serve`` starts it; without a slash at its end."""
    command = [str(Path(sys.executable).with_name("biliktilik")), "serve", "-d", str(database), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        told = server.stderr.readline()
        try:
            address = re.match(r"http://127\.0\.0\.1:\d+(?=/)", told)
            assert address is not None, told + server.stderr.read()
            yield address[0]
        finally:
            server.send_signal(signal.SIGINT)
