"""PDF files, read by the places of their characters.

What is in the text, and how:

- Lines are rebuilt from baselines and left edges, so that words which the file draws late stand where a person sees
  them; paragraphs from lines; tables from printed rules, one row a line with tabs; columns without rules are parted by
  a tab line by line.
- Running headers, footers and page numbers are no part of the act. They stand behind it, one line each,
  ``[page 3: …]``, and the grammar calls them furniture.
- Text that is in the file but not drawn is left out: nobody who reads the act sees it. A file whose only text is of
  that kind is a scan with the guesses of a recognition program, and is refused like a scan without text: recognised
  numbers cannot be trusted.
- Hyphens at line ends stay (see :func:`~biliktilik.parsers.readers.pdf.words.join_lines`). Ligatures are spelt out,
  marks that are printed apart are put on their letters. A glyph whose letter the file does not tell is U+FFFD; a file
  with many of them is refused.
- Text that runs upwards or aslant follows behind the upright text of its page.
- Link areas become links on the characters whose middle they cover. Annotations and form fields are not read.
"""

from __future__ import annotations

from biliktilik.parsers.readers.extracted import Extracted
from biliktilik.parsers.readers.pdf.layout import lay_out
from biliktilik.parsers.readers.pdf.pages import read_pages
from biliktilik.parsers.readers.pdf.refusals import refuse_unreadable


def extract(data: bytes) -> Extracted:
    """Text and links of a PDF file. Raises ``UnreadableSource`` for broken, locked and scanned files."""
    pages, targets = read_pages(data)
    refuse_unreadable(pages)
    text, links = lay_out(pages, targets)
    return Extracted(text, "pdf", links)
