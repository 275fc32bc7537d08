"""Displaced link words: some programs that print pages set linked words at the end of their line.

The words of the links of a visual line stand after its plain words, in the order of reading, and leave gaps behind.
:func:`repair_text` puts them back into the gaps from left to right, line by line; :func:`relocate` leads every place of
what was read from the repaired text back to the raw one.
"""

from biliktilik.parsers.repair.document import UNDECIDED, Repaired, repair_text
from biliktilik.parsers.repair.relocation import relocate

__all__ = ["UNDECIDED", "Repaired", "relocate", "repair_text"]
