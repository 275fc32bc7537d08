"""What a person names: an act's id, or a URL of any front end of the portal."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import unquote, urlsplit

from biliktilik.parsers.text.letters import LOOK_ALIKES
from biliktilik.pipeline.errors import BiliktilikError, ExitCode

LANGUAGES: Final = ("kk", "ru")
LANGUAGE_FOLDERS: Final = {"kk": "kaz", "ru": "rus"}

_FRONT_ENDS: Final = ("adilet.zan.kz", "www.adilet.zan.kz", "old.adilet.zan.kz")
_CLOSED: Final = ("zan.gov.kz", "www.zan.gov.kz", "law.gov.kz", "www.law.gov.kz")

# Kind letter, two digits of the year, number; a trailing underscore fills the number of an old id and belongs to it.
# Numbers of regional acts begin with letters.
_ID: Final = re.compile(r"[A-Z]\d{2}[0-9A-Z]{5,7}[0-9_]")
# What a person meant as an id, right or wrong: no dot and no slash, as a file or folder would have.
_LIKE_ID: Final = re.compile(r"[^\W\d_]\d{2}\w{3,}")
_PATH: Final = re.compile(
    r"/(?P<folder>kaz|rus|eng)/(?:archive/)?docs/(?P<id>[^/]+)"
    r"(?:/(?P<day>\d{2}\.\d{2}\.\d{4})|/info|/history|/links|/compare|/download(?:/docx)?)?/?"
)
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")

_LATIN: Final = {cyrillic: latin for latin, cyrillic in LOOK_ALIKES.items()}

_ID_REMEDY: Final = "an id looks like V1700016057 or Z010000266_; it stands in the address of the act's page"


@dataclass(frozen=True, slots=True)
class ActAddress:
    """An act of the portal; ``language`` and the day of a historical ``edition`` where they were named."""

    act_id: str
    language: str | None = None
    edition: date | None = None

    def in_languages(self, wanted: str | None) -> tuple[ActAddress, ...]:
        """The texts to ask for: the one that was named, else the ``wanted`` language, else both."""
        if self.language:
            return (self,)
        return tuple(replace(self, language=language) for language in ((wanted,) if wanted else LANGUAGES))


def read_address(text: str, portal_host: str = "") -> ActAddress | None:
    """The act that ``text`` names; None when it names neither a URL nor an id, and so a file.

    ``portal_host`` is one more host whose URLs are known. Raises ``BiliktilikError`` (usage) for a bad id or URL.
    """
    text = text.strip()
    if _SCHEME.match(text):
        return read_url(text, portal_host)
    if text.lower().startswith(tuple(f"{host}/" for host in _FRONT_ENDS)):
        return read_url(f"https://{text}", portal_host)
    return ActAddress(_read_id(text, text)) if _LIKE_ID.fullmatch(text) else None


def read_url(url: str, portal_host: str = "") -> ActAddress:
    """The act of a URL, whatever page about the act it is. Raises ``BiliktilikError`` (usage)."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError as error:
        raise _bad("this is no URL", url, str(error), "copy the address of the act's page again") from error
    _check_host(url, parts.scheme, host, portal_host)
    path = _PATH.fullmatch(unquote(parts.path))
    if path is None:
        why = "it is not the address of an act, which has /kaz/docs/ID or /rus/docs/ID"
        raise _bad("there is no act at this URL", url, why, "open the act's own page and copy its address, or its id")
    if path["folder"] == "eng":
        why = "only the Kazakh and the Russian text are law, and only they are read"
        raise _bad("English texts are not fetched", url, why, "name the act's id, or its page under /kaz/ or /rus/")
    language = next(code for code, folder in LANGUAGE_FOLDERS.items() if folder == path["folder"])
    return ActAddress(_read_id(path["id"], url), language, _read_day(path["day"], url))


def _check_host(url: str, scheme: str, host: str, portal_host: str) -> None:
    if host in _CLOSED:
        why = f"{host} does not serve programs"
        raise _bad("this host is not fetched from", url, why, "download the act there and add the file")
    if scheme not in ("http", "https") or host not in (*_FRONT_ENDS, portal_host) or not host:
        why = f"acts are fetched from the portal alone, known by the addresses {', '.join(_FRONT_ENDS)}"
        raise _bad("this host is not fetched from", url, why, "download the document and add the file")


def _read_id(text: str, where: str) -> str:
    """The id in capital Latin letters; Cyrillic ones that look the same are taken for them."""
    act_id = text.lower().translate(_LATIN).upper()
    if not _ID.fullmatch(act_id):
        raise _bad("this is no act id of the portal", where, "", _ID_REMEDY)
    return act_id


def _read_day(day: str | None, url: str) -> date | None:
    try:
        return date(*(int(part) for part in reversed(day.split(".")))) if day else None
    except ValueError as error:
        raise _bad("there is no such day", url, str(error), "copy the address of the edition again") from error


def _bad(what: str, where: str, why: str, remedy: str) -> BiliktilikError:
    return BiliktilikError(what, where, why, remedy, ExitCode.USAGE)
