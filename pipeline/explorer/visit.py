"""What a request asks for: the parts of its address, its parameters and its language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import parse_qsl, unquote

from biliktilik.pipeline.explorer.paths import LANGUAGE_PARAMETER, ServerLinks
from biliktilik.pipeline.messages import LANGUAGES
from biliktilik.pipeline.pages.render import Frame

LANGUAGE_COOKIE: Final = "biliktilik_language"

# For a reader who asks for none of ours: the language of the documentation.
_DEFAULT_LANGUAGE: Final = "en"


@dataclass(frozen=True, slots=True)
class Visit:
    """A request: ``parts`` are the named groups of its route, ``parameters`` the first value of each."""

    parts: Mapping[str, str]
    parameters: Mapping[str, str]
    frame: Frame

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.frame.language

    def get(self, name: str) -> str | None:
        """A parameter; None when it is missing or blank."""
        return self.parameters.get(name, "").strip() or None

    def day(self, name: str) -> str | None:
        """A parameter that is an ISO day; None when it is missing or blank, ValueError when it is no day."""
        printed = self.get(name)
        try:
            return printed and date.fromisoformat(printed).isoformat()
        except ValueError as error:
            raise ValueError(f"{printed!r} is no day of the form YYYY-MM-DD") from error

    def chosen(self, *names: str) -> dict[str, str | None]:
        """Some parameters by name; None for those that are missing or blank."""
        return {name: self.get(name) for name in names}


def read_visit(
    path: str, query: str, parts: Mapping[str, str], headers: Mapping[str, str], cookies: Mapping[str, str]
) -> Visit:
    """A visit from the raw ``path`` and ``query`` of an address; ``parts`` are still percent-encoded."""
    pairs = parse_qsl(query, keep_blank_values=True)
    parameters = dict(reversed(pairs))  # of a repeated name the first counts
    language = _language(parameters.get(LANGUAGE_PARAMETER), cookies.get(LANGUAGE_COOKIE), headers)
    decoded = {name: unquote(part) for name, part in parts.items() if part is not None}
    return Visit(decoded, parameters, Frame(language, ServerLinks(path, tuple(pairs))))


def _language(asked: str | None, remembered: str | None, headers: Mapping[str, str]) -> str:
    wishes = (asked, remembered, *_accepted(headers.get("accept-language", "")))
    return next((wish for wish in wishes if wish in LANGUAGES), _DEFAULT_LANGUAGE)


def _accepted(header: str) -> Sequence[str]:
    """The languages of an ``Accept-Language`` header, the most wanted first."""
    ranked = []
    for position, choice in enumerate(header.split(",")):
        tag, _, weight = choice.partition(";q=")
        try:
            ranked.append((-float(weight or 1), position, tag.strip().lower().partition("-")[0]))
        except ValueError:
            continue
    return [tag for _, _, tag in sorted(ranked)]
