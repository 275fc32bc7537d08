"""DOCX → text in the portal's layout, with links, and findings on what the text alone does not tell.

What stands where:

* Paragraphs are indented by six blanks below an empty line; headings (by style or outline level), and paragraphs that
  are centred, set to the right or far from the margin, by one blank.
* A soft line break is a line where the words before it end like a sentence, or those behind it begin like a member of
  a list, and always in a paragraph set apart; elsewhere it is a blank.
* A row of a table is one line, its cells parted by tabs; a cell that covers several columns is followed by empty ones,
  a cell merged with the one above it is empty. Paragraphs in a cell are parted by U+2029. A small table without lines
  (a signature, a stamp) is printed cell by cell.
* The numbers of automatic numbering are text, as Word prints them.
* A bookmark is a line ``[bookmark: name]`` above the paragraph or row that it stands in; Word's own are left out.
* A foot- or endnote is a line ``[footnote 1] …`` below its paragraph or row; its mark in the text is left out.
* A text box stands before the paragraph that anchors it, or behind it where words of the paragraph come first.
* Tracked changes: insertions are read, deletions are not. Hidden text, headers, footers and comments are left out.
"""

from __future__ import annotations

from biliktilik.parsers.readers.docx.package import open_package
from biliktilik.parsers.readers.docx.stories import Reading
from biliktilik.parsers.readers.errors import UnreadableSource
from biliktilik.parsers.readers.extracted import Extracted


def extract(data: bytes) -> Extracted:
    """Read the bytes of a DOCX. Raises :class:`UnreadableSource` where they are damaged or hold no text."""
    package = open_package(data)
    reading = Reading(package)
    reading.read()
    text = reading.layout.text
    if not text.strip():
        what = "only pictures (a scan), so there is no text to read" if reading.remarks.pictures else "no text"
        raise UnreadableSource(f"the file is a DOCX that holds {what}; get the act as text from its publisher")
    return Extracted(text, package.encoding, reading.layout.links, reading.remarks.close())
