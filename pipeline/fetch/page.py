"""Is this page an act, and does it say the same as before?

A page of the portal differs in its bytes at each load. What counts is what it says of the act: title, status,
requisites and text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from biliktilik.pipeline.fetch.refusal import BY_HAND

_LANGUAGES: Final = {"lang_kaz": "kk", "lang_rus": "ru", "lang_eng": "en"}
_SHELL_IDS: Final = ("root", "app")
_SILENT: Final = ("script", "style", "noscript", "template", "iframe")

_CHECK_ID: Final = "check the id in the address of the act's page, with the underscore at its end if there is one"
_DOWNLOAD: Final = "open the act in a browser, download it there as DOCX or PDF, and add that file"


class NoAct(Exception):
    """A page without an act. The message says what it is, ``remedy`` what a person can do."""

    def __init__(self, why: str, remedy: str = BY_HAND) -> None:
        super().__init__(why)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class ActPage:
    """What a page says: the ``digest`` (SHA-256) of its content, and its language, None where it does not say."""

    digest: str
    language: str | None


def read_page(data: bytes) -> ActPage:
    """The act on a page of the portal. Raises :class:`NoAct` for any other page."""
    root = _parse(data)
    if root is None:
        raise NoAct("the answer is empty or no web page")
    article = _article(root)
    if article is None:
        raise NoAct(*_why_none(root))
    if not _says_anything(article):
        raise NoAct("the page is there, but the text of the act on it is empty")
    return ActPage(_digest([*_head(root), article]), _language(root))


def _parse(data: bytes) -> Any:
    """The tree of a page; the bytes decide on the encoding, not what a server says of them."""
    from lxml import etree

    try:
        data.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # what the page declares
    parser = etree.HTMLParser(
        encoding=encoding, huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is not None:
        etree.strip_elements(root, *_SILENT, with_tail=False)
    return root


def _article(root: Any) -> Any:
    for element in _divisions(root, "container_gamma", "text"):
        article = next(element.iter("article"), None)
        return article if article is not None else next(_divisions(element, "gs_12"), None)
    return None


def _head(root: Any) -> list[Any]:
    """Title, status and requisites: where the page says that an act has lost force."""
    return list(_divisions(root, "container_alpha", "slogan"))[:1]


def _divisions(root: Any, *classes: str) -> Iterator[Any]:
    wanted = set(classes)
    return (element for element in root.iter("div") if wanted <= set((element.get("class") or "").split()))


def _digest(elements: list[Any]) -> str:
    """One digest of what the elements show and where their links lead; line ends and indents are no content."""
    from lxml import etree

    whole = hashlib.sha256()
    for element in elements:
        markup = etree.tostring(element, encoding="utf-8", method="html", with_tail=False)
        whole.update(b" ".join(markup.split()) + b"\n")
    return whole.hexdigest()


def _says_anything(element: Any) -> bool:
    return any(piece.strip() for piece in element.itertext())


def _language(root: Any) -> str | None:
    container = next((element for element in root.iter("div") if element.get("id") == "container"), None)
    classes = (container.get("class") or "").split() if container is not None else []
    return next((_LANGUAGES[name] for name in classes if name in _LANGUAGES), None)


def _why_none(root: Any) -> tuple[str, str]:
    if any(element.get("name") == "adilet-build" for element in root.iter("meta")) or any(
        element.get("id") in _SHELL_IDS and not _says_anything(element) for element in root.iter("div")
    ):
        return "the page is a JavaScript shell without text: the portal fills it in the browser", _DOWNLOAD
    if any((element.get("type") or "").lower() == "password" for element in root.iter("input")):
        return "the portal answered with a page to log in", BY_HAND
    if any(element.get("id") == "container" for element in root.iter("div")):
        return "the page is one of the portal's, but not an act (a search, a list or a notice)", _CHECK_ID
    title = " ".join("".join(text for element in root.iter("title") for text in element.itertext()).split())[:100]
    return f"the page does not hold an act{f' (its title: {title})' if title else ''}", BY_HAND
