"""``?_search=`` on the tables and views of Datasette, with the folding of our search.

Datasette matches what was typed against FTS tables as it stands: "Қызметкер" would find nothing in a folded index, and
a view without a row id cannot be searched at all. So the filter is ours, and Datasette's own stays out of it: it
recognises an index by ``content="…"`` in its SQL, and ours is written with other quotation marks.

The passages (``passages``, ``v_search``) are filtered through the index. Of any other table or view a row is kept when
its columns of words hold everything that was typed; ``?_search_COLUMN=`` looks into one column.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from biliktilik.pipeline.search.marking import holds
from biliktilik.pipeline.search.terms import match_expression, read_terms
from biliktilik.schema.full_text import FULL_TEXT

PARAMETER: Final = "_search"
# search_holds(typed, language, text, …): 1 when the texts hold everything that was typed, else 0.
SQL_FUNCTION: Final = "search_holds"
_PASSAGES: Final = ("passages", "v_search")
# Columns that hold words for people, by name, wherever they stand; codes, numbers and places are what filters are for.
_WORDS: Final = {
    "abbreviation", "act_title", "as_printed", "cited_title", "definition", "excerpt", "expansion", "experience",
    "experience_in", "fields_printed", "from_title", "heading", "informal_education", "instruction", "issuer",
    "issuer_kk", "issuer_ru", "message", "name", "new_text", "old_text", "printed", "purpose", "qualification",
    "qualification_text", "quote", "repaired", "speciality", "summary", "target_printed", "term", "text", "title",
    "title_kk", "title_ru", "to_title",
}  # fmt: skip
_LANGUAGE_COLUMN: Final = "language"


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What a search adds to Datasette's SELECT. ``searchable``: whether the table has words to search at all."""

    searchable: bool
    typed: str = ""
    conditions: tuple[str, ...] = ()
    parameters: dict[str, str] = field(default_factory=dict)
    descriptions: tuple[str, ...] = ()


def search_filter(table: str, columns: Sequence[str], arguments: Iterable[tuple[str, str]]) -> SearchFilter:
    """The filter of a table or view with these columns for the parameters (name, value) of a request.

    A blank search filters nothing; one without a letter or digit keeps no row. Raises ``ValueError`` for a search in a
    column that holds no words.
    """
    words = [column for column in columns if column in _WORDS]
    asked = [(name, typed) for name, typed in arguments if _is_search(name) and typed.strip()]
    if not words or not asked:
        return SearchFilter(bool(words))
    conditions, parameters, descriptions = [], {}, []
    for number, (name, typed) in enumerate(asked):
        column = name.removeprefix(PARAMETER).removeprefix("_")
        if column and column not in words:
            raise ValueError(f"the column {column!r} of {table} holds no words to search")
        if table in _PASSAGES and not column:
            condition, value = _in_index(f"search_{number}"), _expression(typed)
        else:
            condition, value = _in_columns(f"search_{number}", [column] if column else words, columns), typed
        conditions.append(condition)
        parameters[f"search_{number}"] = value
        descriptions.append(f'search{" in " + column if column else ""} matches "{typed}"')
    return SearchFilter(True, asked[0][1], tuple(conditions), parameters, tuple(descriptions))


def add_search_function(connection: sqlite3.Connection) -> None:
    """Give the SQL of a connection the function ``search_holds``."""
    connection.create_function(SQL_FUNCTION, -1, _search_holds, deterministic=True)


def _is_search(name: str) -> bool:
    return name == PARAMETER or name.startswith(f"{PARAMETER}_")


def _in_index(parameter: str) -> str:
    return f"passage_id IN (SELECT rowid FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH :{parameter})"


def _in_columns(parameter: str, words: Sequence[str], columns: Sequence[str]) -> str:
    language = f'"{_LANGUAGE_COLUMN}"' if _LANGUAGE_COLUMN in columns else "NULL"
    listed = ", ".join(f'"{column}"' for column in words)
    return f"{SQL_FUNCTION}(:{parameter}, {language}, {listed})"


def _expression(typed: str) -> str:
    terms = read_terms(typed)
    return match_expression(terms) if terms else '""'


# Datasette runs the same filter a dozen times for one page: for its rows, their number and each facet that it suggests.
@lru_cache(maxsize=16384)
def _search_holds(typed: object, language: object = None, *texts: object) -> int:
    terms = read_terms(str(typed or ""))
    own = language if isinstance(language, str) else None
    words = [text for text in texts if isinstance(text, str)]
    return int(bool(terms) and all(any(holds(text, own, term) for text in words) for term in terms))
