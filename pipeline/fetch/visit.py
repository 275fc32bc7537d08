"""A visit to the portal: one request at a time, with pauses, patience and respect for robots.txt."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urldefrag, urljoin

from biliktilik.pipeline.clock import Clock
from biliktilik.pipeline.fetch.limits import Limits
from biliktilik.pipeline.fetch.portal import Portal, origin_of
from biliktilik.pipeline.fetch.refusal import BY_HAND, LATER, Refusal
from biliktilik.pipeline.fetch.request import Answer, Unanswered, send
from biliktilik.pipeline.fetch.robots import NoRules, Rules, read_rules

ROBOTS: Final = "/robots.txt"

_MOVED: Final = (301, 302, 303, 307, 308)
_TOO_MANY: Final = 429
_PASSING: Final = (_TOO_MANY, 500, 502, 503, 504)

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Setback:
    """A failure that may pass: why, and the seconds to ``wait``; ``unwelcome`` when the server complains of us."""

    why: str
    wait: float
    unwelcome: bool = False


@dataclass(slots=True)
class Visit:
    """Asks one portal for pages. ``tell`` hears of each request and each wait."""

    portal: Portal
    context: ssl.SSLContext
    limits: Limits
    clock: Clock
    tell: Tell
    _rules: Rules | None = field(default=None, init=False)
    _last: float | None = field(default=None, init=False)
    _over: Refusal | None = field(default=None, init=False)

    def fetch(self, url: str) -> Answer:
        """The answer to ``url`` or to where the portal sends from there. Raises :class:`Refusal`.

        Once the portal has said that it wants no more, every further call is refused without a request.
        """
        if self._rules is None:
            self._rules = self._ask_rules()
        return self._follow(url, self.limits.page_size, self._rules)

    # --- robots.txt -------------------------------------------------------------------------------------------------

    def _ask_rules(self) -> Rules:
        url = self.portal.url(ROBOTS)
        try:
            rules = read_rules(self._follow(url, self.limits.robots_size, None))
        except Refusal as error:
            self._end(error)
            raise
        except NoRules as error:
            raise self._end(
                Refusal("the portal is not asked: its robots.txt cannot be read", url, str(error), LATER)
            ) from error
        if rules.delay > self.limits.longest_wait:
            why = f"robots.txt asks for {rules.delay:g} seconds between two requests"
            raise self._end(Refusal("the portal wants to be asked too seldom to wait for it", url, why, BY_HAND))
        return rules

    def _end(self, refusal: Refusal) -> Refusal:
        self._over = refusal
        return refusal

    # --- redirects --------------------------------------------------------------------------------------------------

    def _follow(self, url: str, size: int, rules: Rules | None) -> Answer:
        """Ask for ``url`` and follow redirects on the same host; each hop has to be allowed by ``rules``."""
        start, seen = url, [url]
        while True:
            if rules is not None and not rules.allow(url):
                why = "the portal's robots.txt closes this path to programs"
                raise Refusal("the page is not fetched", url, why, BY_HAND)
            answer = self._ask(url, size)
            if answer.status not in _MOVED:
                return answer
            url = self._next(url, answer.headers.get("location", ""))
            if url in seen:
                raise _astray(start, f"it leads in a circle: {url} was asked for already")
            if len(seen) > self.limits.redirects:
                raise _astray(start, f"there are more than {self.limits.redirects} redirects in a row")
            seen.append(url)

    def _next(self, url: str, location: str) -> str:
        if not location:
            raise _astray(url, "it does not say where to")
        try:
            target = urldefrag(urljoin(url, location)).url
        except ValueError:
            target = location
        here, there = origin_of(url), origin_of(target)
        if there is None or there != here:
            raise _astray(url, f"it leads to {target}, and only the same scheme, host and port are followed")
        return target

    # --- pauses and retries -----------------------------------------------------------------------------------------

    def _ask(self, url: str, size: int) -> Answer:
        """One page, asked for again where the failure may pass."""
        if self._over is not None:
            raise Refusal(self._over.what, url, self._over.why, self._over.remedy)
        setback = _Setback("nothing was asked", 0.0)
        for attempt in range(self.limits.attempts):
            result = self._try(url, size, self.limits.backoff * 2**attempt)
            if isinstance(result, Answer):
                return result
            setback = result
            if setback.wait > self.limits.longest_wait:
                why = f"{setback.why} and asks to wait {setback.wait:g} seconds"
                raise self._end(Refusal("the portal wants no more requests now", url, why, LATER))
            if attempt + 1 < self.limits.attempts:
                self.tell(f"{setback.why}: tries again in {setback.wait:g} seconds")
                self.clock.sleep(setback.wait)
        refusal = Refusal("the page could not be fetched", url, f"{setback.why}, {self.limits.attempts} times", LATER)
        raise self._end(refusal) if setback.unwelcome else refusal

    def _try(self, url: str, size: int, backoff: float) -> Answer | _Setback:
        try:
            answer = self._send(url, size)
        except Unanswered as error:
            if not error.passing:
                raise _unanswered(url, error) from error
            return _Setback(str(error), backoff)
        if answer.status not in _PASSING:
            return answer
        wait = self._wanted_wait(answer, backoff)
        return _Setback(f"the server answered {answer.status}", wait, answer.status == _TOO_MANY)

    def _send(self, url: str, size: int) -> Answer:
        """One request, once the pause since the one before is over."""
        if self._last is not None:
            pause = max(self.limits.pause, self._rules.delay if self._rules else 0.0)
            left = self._last + pause - self.clock.monotonic()
            if left > 0:
                self.clock.sleep(left)
        self.tell(f"requests {url}")
        try:
            return send(url, self.limits, size, self.context)
        finally:
            self._last = self.clock.monotonic()

    def _wanted_wait(self, answer: Answer, backoff: float) -> float:
        """Seconds to wait before the next try: what ``Retry-After`` says (seconds or a date), at least the backoff."""
        said = answer.headers.get("retry-after", "").strip()
        if said.isascii() and said.isdigit():
            # Nobody means more digits than these, and a number without end is none.
            return max(float(said[:9]), backoff)
        try:
            then = parsedate_to_datetime(said)
            return max((then - self.clock.now()).total_seconds(), backoff)
        except (ValueError, TypeError, OverflowError):
            return backoff


def _astray(url: str, why: str) -> Refusal:
    return Refusal("a redirect is not followed", url, why, BY_HAND)


def _unanswered(url: str, error: Unanswered) -> Refusal:
    remedy = BY_HAND
    if error.untrusted:
        remedy = "name the authority that signed it with --ca-file FILE, if you trust it; there is no other way around"
    return Refusal("the page could not be fetched", url, str(error), remedy)
