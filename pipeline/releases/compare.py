"""The comparison of two builds as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from biliktilik.pipeline.errors import BiliktilikError
from biliktilik.pipeline.releases.catalogs import compare_catalogs
from biliktilik.pipeline.releases.causes import Judge
from biliktilik.pipeline.releases.difference import Build, Report, Section, ViewCount
from biliktilik.pipeline.releases.documents import by_file, match_documents
from biliktilik.pipeline.releases.drafts import draft_differences
from biliktilik.pipeline.releases.matching import Matching
from biliktilik.pipeline.releases.release import Release, open_release
from biliktilik.pipeline.releases.rows import Book
from biliktilik.pipeline.releases.shapes import compare_shapes
from biliktilik.pipeline.releases.traits import traits_of
from biliktilik.pipeline.store.database import reading

_SECTIONS: Final = tuple(Section)
_REMEDY: Final = "name two databases that `biliktilik build` has made"


def compare_releases(old: str, new: str) -> Report:
    """Compare two built databases (paths, or SQLite URLs), which may have been made by different versions.

    Views and columns that only one of them has are told as changes of the schema; all others are compared. Raises
    ``BiliktilikError`` for a file that is missing, or that ``biliktilik build`` did not make.
    """
    with _opened(old) as one, _opened(new) as other:
        return _compare(one, other)


@contextmanager
def _opened(database: str) -> Iterator[Release]:
    try:
        with reading(database) as reader:
            yield open_release(reader, database)
    except BiliktilikError as error:
        raise BiliktilikError(error.what, error.where or database, error.why, _REMEDY) from error


def _compare(old: Release, new: Release) -> Report:
    documents = match_documents(old.files(), new.files())
    books = (Book(old, by_file(documents, "old")), Book(new, by_file(documents, "new")))
    catalog = compare_catalogs(old, new)
    judge = Judge(books, documents, catalog)
    counts = [_compare_view(view, books, judge) for view in sorted(old.shapes.keys() & new.shapes.keys())]
    found = [*catalog.facts, *judge.differences()]
    found.sort(key=lambda difference: _SECTIONS.index(difference.section))
    return Report(
        Build(old.name, old.schema_version, sum(document.old is not None for document in documents)),
        Build(new.name, new.schema_version, sum(document.new is not None for document in documents)),
        documents,
        tuple(counts),
        tuple(found),
        compare_shapes(old, new),
    )


def _compare_view(view: str, books: tuple[Book, Book], judge: Judge) -> ViewCount:
    old, new = (book.release.shapes[view] for book in books)
    columns = [column for column in new.columns if column in old.columns and not new.is_running_number(column)]
    traits = traits_of(view, columns)
    rows = (books[0].rows(traits), books[1].rows(traits))
    drafts, count = draft_differences(traits, Matching(traits, rows[0], rows[1], books))
    judge.hear(traits, drafts, rows, old.definition == new.definition)
    return count
