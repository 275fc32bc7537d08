"""HTML: a page of the portal that publishes the acts, or a plain page of an act from elsewhere.

``charset`` turns the bytes into characters, ``page`` finds the act among the furniture (or says why there is none),
``flow`` walks its elements into blocks, ``table`` lays out the cells, ``layout`` writes the blocks as the portal's own
text form. Anchors are names of places, not text: they are left out, so that no character stands in the text that the
page does not show.
"""

from __future__ import annotations

from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.extracted import Extracted
from biliktilik.parsers.readers.html.charset import decode_page
from biliktilik.parsers.readers.html.layout import lay_out
from biliktilik.parsers.readers.html.page import find_blocks, parse_page

__all__ = ["extract"]


def extract(data: bytes) -> Extracted:
    """The act on a page, with its links. Raises :class:`UnreadableSource` for a page without an act."""
    page, encoding = decode_page(data)
    text, links = lay_out(find_blocks(parse_page(page)))
    if not text.strip():
        raise UnreadableSource("the page holds no text of an act; save the page again once it has loaded completely")
    return Extracted(text, encoding, links)
