"""All rows of a database that two forms of the same documents must share."""

import re
import sqlite3
from pathlib import Path

# What tells of the file and not of what it says.
_OF_THE_FILE = frozenset({"v_sources", "v_segments", "v_repairs", "v_links"})
_PLACES = frozenset({"source_file", "char_start", "char_end", "line", "excerpt"})
# Tags that stand in the text of order 125, and in no other form of it.
_TAGS = re.compile(r"</?(?:p|ol)\b[^<>]*>")
_LINE = re.compile(r"\bline \d+")  # messages name lines of a text

Rows = dict[str, list[tuple[object, ...]]]


def rows_of(database: Path) -> Rows:
    """The rows of all views without their places, sorted, blanks folded."""
    connection = sqlite3.connect(database)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    rows = {}
    for name in sorted(set(names) - _OF_THE_FILE):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] not in _PLACES]
        found = connection.execute(f"SELECT {', '.join(columns)} FROM {name}")
        rows[name] = sorted((tuple(map(_plain, row)) for row in found), key=repr)
    return rows


def _plain(value: object) -> object:
    return _LINE.sub("line", " ".join(_TAGS.sub(" ", value).split())) if isinstance(value, str) else value
