"""Which file of one build is which of the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.releases.documents import Fate, File, match_documents

A, B = "/akn/kz/act/order/2020-01-01/1", "/akn/kz/act/order/2020-01-01/2"


def file(
    name: str, digest: str | None, act: str | None = A, language: str | None = "kk", text: str | None = "t"
) -> File:
    return File(name, digest, language, act, text)


Told = tuple[str | None, str | None, Fate]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([file("a", "1")], [file("a", "1")], [("a", "a", Fate.SAME)]),
        ([file("a", "1")], [file("b", "1")], [("a", "b", Fate.SAME)]),
        ([file("a", "1")], [file("b", "2")], [("a", "b", Fate.REPLACED)]),
        ([file("a", "1")], [file("b", "2", B)], [("a", None, Fate.REMOVED), (None, "b", Fate.ADDED)]),
        ([file("a", "1")], [file("a", "2", B)], [("a", None, Fate.REMOVED), (None, "a", Fate.ADDED)]),
        ([file("a", "1", None)], [file("a", "2", None)], [("a", "a", Fate.REPLACED)]),
        ([file("a", "1")], [file("b", "2", A, "ru")], [("a", None, Fate.REMOVED), (None, "b", Fate.ADDED)]),
        ([file("a", "1")], [file("a", "1"), file("b", "1", None, None, None)], [("a", "a", Fate.SAME), (None, "b", Fate.COPIED)]),
        ([file("a", None, None, None, None)], [file("a", "1", None)], [("a", "a", Fate.UNSURE)]),
        ([file("a", None, None, None, None)], [file("a", "1")], [("a", "a", Fate.UNSURE)]),
        ([], [file("a", None, None)], [(None, "a", Fate.UNSURE)]),
        # The same bytes, taken for another act by another parser.
        ([file("a", "1")], [file("a", "1", B)], [("a", "a", Fate.SAME)]),
        # Two files changed names with each other: the bytes decide, not the names.
        ([file("a", "1"), file("b", "2", B)], [file("b", "1"), file("a", "2", B)], [("b", "a", Fate.SAME), ("a", "b", Fate.SAME)]),
    ],
)  # fmt: skip
def test_files_are_paired(old: list[File], new: list[File], told: list[Told]) -> None:
    found = match_documents(old, new)
    shown = [(d.old and d.old.source_file, d.new and d.new.source_file, d.fate) for d in found]
    assert sorted(shown, key=repr) == sorted(told, key=repr)
    assert [document.number for document in found] == list(range(len(found)))


_FILES = st.lists(
    st.builds(file, st.sampled_from("abcdef"), st.sampled_from([None, "1", "2", "3"]), st.sampled_from([None, A, B])),
    unique_by=lambda one: one.source_file,
    max_size=5,
)


@given(_FILES, _FILES)
def test_every_file_stands_in_one_document(old: list[File], new: list[File]) -> None:
    found = match_documents(old, new)
    assert sorted(d.old.source_file for d in found if d.old) == sorted(one.source_file for one in old)
    assert sorted(d.new.source_file for d in found if d.new) == sorted(one.source_file for one in new)
    assert found == match_documents(old[::-1], new[::-1])


@given(_FILES)
def test_a_build_has_the_documents_of_itself(files: list[File]) -> None:
    known = [one for one in files if one.sha256]
    assert all(document.fate is Fate.SAME for document in match_documents(known, known))
