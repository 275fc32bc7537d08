"""Which host is asked for acts, and where its pages are."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from biliktilik.pipeline.errors import BiliktilikError, ExitCode
from biliktilik.pipeline.fetch.address import LANGUAGE_FOLDERS, ActAddress

OLD_PORTAL: Final = "https://old.adilet.zan.kz"
PORTAL_VARIABLE: Final = "BILIKTILIK_PORTAL"

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Portal:
    """A server with the pages of the old portal; ``origin`` is its scheme, host and port."""

    origin: str

    @property
    def host(self) -> str:
        """The name of the server, without its port."""
        return urlsplit(self.origin).hostname or ""

    def url(self, path: str) -> str:
        """The URL of ``path``, which begins with a slash."""
        return self.origin + path

    def page_of(self, address: ActAddress) -> str:
        """The URL of an act's text; ``address`` must say its language."""
        folder = LANGUAGE_FOLDERS[address.language or ""]
        edition = f"/{address.edition:%d.%m.%Y}" if address.edition else ""
        return self.url(f"/{folder}/docs/{address.act_id}{edition}")


def read_portal(text: str) -> Portal:
    """The portal that ``--portal`` names: the old portal, or a server on loopback that plays it.

    No other host is asked: the new portal closes its texts to programs, and what a stranger serves is no source. Raises
    ``BiliktilikError`` (usage).
    """
    parts = urlsplit(text)
    try:
        port = parts.port
    except ValueError:
        port = -1
    host = parts.hostname or ""
    known = parts.scheme == "https" and host == urlsplit(OLD_PORTAL).hostname and port in (None, 443)
    looped = parts.scheme in _DEFAULT_PORTS and _is_loopback(host) and port != -1
    if not (known or looped) or parts.username is not None or parts.path not in ("", "/") or parts.query:
        raise BiliktilikError(
            what="this is no portal to fetch from",
            where=text,
            why=f"acts are fetched from {OLD_PORTAL} alone, or in a test from a server on this machine",
            remedy=f"leave out --portal and {PORTAL_VARIABLE}",
            exit_code=ExitCode.USAGE,
        )
    return Portal(text.rstrip("/")) if looped else Portal(OLD_PORTAL)


def origin_of(url: str) -> tuple[str, str, int] | None:
    """``(scheme, host, port)`` of a URL of the web; None for any other."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname or parts.username is not None:
        return None
    return parts.scheme, parts.hostname, port or _DEFAULT_PORTS[parts.scheme]


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
