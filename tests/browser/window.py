"""A window of the browser that notices what no page of ours may do."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request

LOCAL_SCHEMES = ("data", "file", "about")


class Window:
    """A page in a context of its own. ``troubles`` are the requests that left this machine and the complaints."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.troubles: list[str] = []
        self._address = address
        self._refused: set[str] = set()
        context.on("request", self._see_request)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.troubles.append(f"error of a page: {error.error}"))
        self.page = self.context.new_page()

    def go(self, path: str, status: int = 200) -> Page:
        """Open a page of the explorer by its path, and check the status of the answer."""
        address = self._address + quote(path, safe="/?=&~-#%")
        if status >= 400:
            self._refused.add(address)
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.status == status, path
        return self.page

    def go_again(self) -> Page:
        """Leave the page for a new one of the same visitor."""
        self.page.close()
        self.page = self.context.new_page()
        return self.page

    def _see_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.hostname != "127.0.0.1" and address.scheme not in LOCAL_SCHEMES:
            self.troubles.append(f"request to {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        # Chromium notes every answer of 400 and more, also where a test asks for it.
        if message.type in ("error", "warning") and message.location["url"] not in self._refused:
            self.troubles.append(f"{message.type}: {message.text} ({message.location['url']})")


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it stops at this element."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {wanted}")
