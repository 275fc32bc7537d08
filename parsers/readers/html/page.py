"""Where the act stands on a page; why a page has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.html.block import Block, BlockKind
from biliktilik.parsers.readers.html.flow import Flow

_SHELL_IDS: Final = frozenset({"root", "app"})
_REFUSAL: Final = re.compile(
    r"(?i)\b(?:40[0-9]|429|50[0-9])\b|forbidden|access denied|not found|bad gateway|service unavailable|"
    r"too many requests|captcha|доступ (?:запрещ|ограничен)|страница не найдена|қол жеткізу|бет табылмады|"
    r"just a moment|attention required"
)
_LISTING: Final = re.compile(r"(?i)\bmodule_\w*(?:search|list|index|archive|main)\w*")
_SHORT: Final = 1_500  # characters; what a server says instead of a page is shorter than any act
_LINKED: Final = 0.6  # share of linked characters from which a page is a list of other pages
_PROSE: Final = 40  # characters of a paragraph that can be one of an act
_FURNITURE: Final = frozenset({"nav", "footer", "aside", "form", "input", "label"})

_SHELL: Final = (
    "the file is a JavaScript shell page: it holds no text of an act, because the portal fills it in the browser; "
    "download the act as DOCX or PDF there, or copy its text, and add that"
)
_SERVER: Final = (
    "the page is not an act but a server's answer («{title}»); open the act's page in a browser, see that its text is "
    "there, and save it again, or download the act as DOCX or PDF"
)
_LOGIN: Final = "the page asks to log in; log in, open the act's page, and save it once its text is there"
_LIST: Final = (
    "the page is one of the portal's pages about acts (search, list, information or history), not the text of an act; "
    "open the act itself and save that page"
)
_LINKS: Final = "the page is a list of links, not the text of an act; open the act itself and save that page"
_TOO_DEEP: Final = (
    "the page nests its elements thousands deep, which no act needs, and could not be read to its end; save the act as "
    "DOCX, PDF or plain text and add that"
)
_NO_TEXT: Final = (
    "the page holds no text of an act; save the page again once it has loaded completely, or save the act as DOCX, PDF "
    "or plain text"
)


def parse_page(page: str) -> Any:
    """The tree of a page, whatever its markup. Raises :class:`UnreadableSource` where there is no element at all."""
    from lxml import etree

    # Without huge_tree the parser stops at 256 nested elements; no entity but HTML's own is known to it.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSource(_NO_TEXT) from error
    if root is None:
        raise UnreadableSource(_NO_TEXT)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise UnreadableSource(_TOO_DEEP)  # what stands below the limit is missing from the tree
    return root


def find_blocks(root: Any) -> list[Block]:
    """The blocks of the act on a page. Raises :class:`UnreadableSource` for a page that holds none."""
    if _is_shell(root):
        raise UnreadableSource(_SHELL)
    article = _article(root)
    if article is not None:
        blocks = [*_head(root), *Flow().read(article)]
        if not any(block.kind not in _HEAD_KINDS for block in blocks):
            raise UnreadableSource(_NO_TEXT)
        return blocks
    if _has_class(root, "container_gamma") or _LISTING.search(_container_class(root)):
        raise UnreadableSource(_LIST)
    return _plain_page(root)


_HEAD_KINDS: Final = frozenset({BlockKind.TITLE, BlockKind.STATUS, BlockKind.REQUISITES})


def _is_shell(root: Any) -> bool:
    """A page that a script fills: an empty element for it, and next to no words."""
    roots = [element for element in root.iter("div") if element.get("id") in _SHELL_IDS]
    built = any(element.get("name") == "adilet-build" for element in root.iter("meta"))
    empty = any(not "".join(element.itertext()).strip() for element in roots)
    return empty or (built and not any(_classes(element) & {"container_gamma"} for element in root.iter("div")))


# --- the portal -----------------------------------------------------------------------------------------------------


def _article(root: Any) -> Any:
    """The element that holds the act's text on a page of the portal."""
    for element in root.iter("div"):
        if {"container_gamma", "text"} <= _classes(element):
            for inner in (element.find(".//article"), _with_class(element, "gs_12")):
                if inner is not None:
                    return inner
            return element
    return None


def _head(root: Any) -> Iterator[Block]:
    """Title, status and requisites."""
    for slogan in root.iter("div"):
        if {"container_alpha", "slogan"} <= _classes(slogan):
            for element in slogan.iter("h1", "span", "p"):
                kind = _head_kind(element)
                lines = [line for block in Flow().read(element) for line in block.lines] if kind else []
                if kind and lines:
                    yield Block(kind, lines)
            return


def _head_kind(element: Any) -> BlockKind | None:
    if element.tag == "h1":
        return BlockKind.TITLE
    if element.tag == "p":
        return BlockKind.REQUISITES
    return BlockKind.STATUS if "status" in _classes(element) else None


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def _with_class(root: Any, name: str) -> Any:
    return next((element for element in root.iter("div") if name in _classes(element)), None)


def _has_class(root: Any, name: str) -> bool:
    return _with_class(root, name) is not None


def _container_class(root: Any) -> str:
    return " ".join(element.get("class") or "" for element in root.iter("div") if element.get("id") == "container")


# --- other pages ----------------------------------------------------------------------------------------------------


def _plain_page(root: Any) -> list[Block]:
    """An act on a page from elsewhere: its main part, else the whole body."""
    main = _main_part(root)
    blocks = Flow(_FURNITURE).read(main)
    length = sum(len(line.text) for block in blocks for line in block.lines)
    title = " ".join(" ".join("".join(element.itertext()) for element in root.iter("title")).split())[:200]
    opening = " ".join(line.text for block in blocks[:3] for line in block.lines)[:300]
    if length <= _SHORT and (_REFUSAL.search(title) or _REFUSAL.search(opening)):
        raise UnreadableSource(_SERVER.format(title=title or opening[:80]))
    if any((element.get("type") or "").lower() == "password" for element in root.iter("input")):
        raise UnreadableSource(_LOGIN)
    if not any(len(line.text) >= _PROSE for block in blocks for line in block.lines):
        raise UnreadableSource(_NO_TEXT)
    linked = sum(end - start for block in blocks for line in block.lines for start, end, _ in line.links)
    if linked > _LINKED * length:
        raise UnreadableSource(_LINKS)
    return blocks


def _main_part(root: Any) -> Any:
    for tag in ("main", "article", "body"):
        found = list(root.iter(tag))
        if len(found) == 1 and "".join(found[0].itertext()).strip():
            return found[0]
    return root
