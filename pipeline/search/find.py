"""Finding passages: all that hold what was typed, the titles first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Final

from biliktilik.pipeline.search.folding import words_of
from biliktilik.pipeline.search.marking import Piece, excerpt
from biliktilik.pipeline.search.terms import Term, match_expression, read_terms
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.table import Value
from biliktilik.schema.full_text import FULL_TEXT

# Characters of an excerpt: three or four lines on paper.
EXCERPT_LENGTH: Final = 240
DEFAULT_LIMIT: Final = 20
# More words than anybody types to find a line; only the order of hits depends on it.
_WORDS_RANKED: Final = 8

_TALLY: Final = f"""
SELECT p.language, p.act_uri, p.act_number, p.kind, count(*)
FROM {FULL_TEXT} JOIN v_search p ON p.passage_id = {FULL_TEXT}.rowid
WHERE {FULL_TEXT} MATCH :expression
GROUP BY p.language, p.act_uri, p.act_number, p.kind
ORDER BY p.act_uri, p.language, p.kind
"""
# Names of jobs, then of acts and units, then texts; in each, first what holds the letters as typed, then what says it
# in few words and often.
_HITS: Final = f"""
SELECT p.act_uri, p.act_number, p.language, p.eid, p.holder_eid, p.holder_kind, p.kind, p.title, p.text,
       p.valid_from, p.valid_to, p.valid_basis
FROM {FULL_TEXT} JOIN v_search p ON p.passage_id = {FULL_TEXT}.rowid
WHERE {FULL_TEXT} MATCH :expression
  AND (:language IS NULL OR p.language = :language)
  AND (:act IS NULL OR p.act_uri = :act)
  AND (:kind IS NULL OR p.kind = :kind)
ORDER BY CASE WHEN p.kind IN ('position', 'card') THEN 0 WHEN p.kind IN ('act', 'heading') THEN 1 ELSE 2 END,
         {{as_typed}} DESC, bm25({FULL_TEXT}), p.passage_id
LIMIT :limit OFFSET :offset
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found; ``rank`` counts from 1 over all pages, days are ISO, None where nobody says."""

    rank: int
    act_uri: str | None
    act_number: str | None
    language: str | None
    eid: str | None
    holder_eid: str | None
    holder_kind: str | None
    kind: str
    title: str | None
    valid_from: str | None
    valid_to: str | None
    valid_basis: str | None
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many passages of a language, act and kind were found."""

    language: str | None
    act_uri: str | None
    act_number: str | None
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """``hits`` are one page of ``total`` passages. ``tallies`` count all that the words alone find, unfiltered."""

    terms: tuple[Term, ...]
    total: int
    hits: tuple[Hit, ...] = ()
    tallies: tuple[Tally, ...] = ()


def find(
    reader: Reader,
    words: str,
    *,
    language: str | None = None,
    act: str | None = None,
    kind: str | None = None,
    limit: int = DEFAULT_LIMIT,
    offset: int = 0,
) -> SearchAnswer:
    """The passages that hold all of what was typed, ``limit`` of them from ``offset`` on.

    ``language`` (kk, ru), ``act`` (a URI) and ``kind`` (of ``v_search``) keep only such passages. Without a letter or a
    digit in ``words`` nothing is found. Nothing in ``words`` is an error.
    """
    terms = read_terms(words)
    if not terms:
        return SearchAnswer((), 0)
    expression = match_expression(terms)
    tallies = tuple(Tally(*row) for row in reader.ask(_TALLY, {"expression": expression}).rows)  # type: ignore[arg-type]
    total = sum(
        one.count
        for one in tallies
        if language in (None, one.language) and act in (None, one.act_uri) and kind in (None, one.kind)
    )
    filters = {"language": language, "act": act, "kind": kind, "limit": max(limit, 0), "offset": max(offset, 0)}
    typed = {f"typed_{number}": word for number, word in enumerate(_typed(words))}
    as_typed = " + ".join(f"(instr(lower(p.text), :{name}) > 0)" for name in typed)
    found = reader.ask(_HITS.format(as_typed=as_typed), {"expression": expression, **filters, **typed}).records()
    hits = tuple(_hit(max(offset, 0) + number, record, terms) for number, record in enumerate(found, start=1))
    return SearchAnswer(terms, total, hits, tallies)


def _typed(words: str) -> list[str]:
    """The first words as they were typed, in small letters."""
    return [words[word.start : word.end].lower() for word in islice(words_of(words), _WORDS_RANKED)]


def _hit(rank: int, record: dict[str, Value], terms: tuple[Term, ...]) -> Hit:
    text, language = str(record.pop("text")), record["language"]
    pieces = excerpt(text, str(language) if language else None, terms, EXCERPT_LENGTH)
    return Hit(rank=rank, excerpt=pieces, **record)  # type: ignore[arg-type]
