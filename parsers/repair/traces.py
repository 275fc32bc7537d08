"""The traces that words leave where they were taken out, and where they were set down."""

from __future__ import annotations

import re
from typing import Final

# Each expression begins with a set of characters: the search then leaps from one to the next.
LEFT_GAP: Final = re.compile(
    r"""[ "](?:
        (?<=[ ])(?:[ ]+(?=\S)|(?=[,;:)]|\.(?!\d)))   # a double blank, or a blank before a mark
      | (?<=")[ ]+(?=")                              # quotation marks with nothing between them
    )""",
    re.VERBOSE,
)
GLUE: Final = re.compile(
    r"""[,;:.)](?=[^\W\d_]|№)(?:                     # a word glued to a mark …
        (?<=[,;:])
      | (?<=[а-яё]{4}[.)])                           # … not to that of an abbreviation
      | (?<=[)»"\d][.])
    )""",
    re.VERBOSE,
)
JOIN: Final = re.compile(r"[А-ЯЁ](?<=[а-яё].)")  # a word glued to a word, seen at its capital letter
