"""What robots.txt allows.

Read by Protego, the parser of the Scrapy project: it follows RFC 9309 (the longest rule wins, ``*`` and ``$``), where
``urllib.robotparser`` of the Python versions that we support takes the first rule and knows no wildcards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from protego import Protego

from biliktilik.pipeline.fetch.request import ROBOT, Answer

_ABSENT: Final = (404, 410)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for this program; ``delay`` is the least time between two requests that they ask for, in seconds."""

    parsed: Protego
    delay: float = 0.0

    def allow(self, url: str) -> bool:
        """Whether ``url`` may be asked for."""
        return bool(self.parsed.can_fetch(url, ROBOT))


class NoRules(Exception):
    """Whether anything is allowed cannot be known; the message says why."""


def read_rules(answer: Answer) -> Rules:
    """The rules of an answer to ``/robots.txt``; none there means that all is allowed. Raises :class:`NoRules`."""
    if answer.status in _ABSENT:
        return Rules(Protego.parse(""))
    if answer.status != 200:
        raise NoRules(f"the server answered {answer.status} instead of its robots.txt")
    text = answer.body.decode("utf-8-sig", "replace")
    if text.lstrip().startswith("<"):
        raise NoRules("the server answered with a web page instead of its robots.txt")
    parsed = Protego.parse(text)
    rate = parsed.request_rate(ROBOT)
    per_request = rate.seconds / rate.requests if rate and rate.requests else 0.0
    return Rules(parsed, max(parsed.crawl_delay(ROBOT) or 0.0, per_request))
