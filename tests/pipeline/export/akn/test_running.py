"""Marks never change a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.pipeline.export.akn.running import mark, write_marked
from biliktilik.pipeline.export.akn.sheet import Sheet

from .conftest import words

PIECE = st.text(alphabet='аб "1,', max_size=6)


@given(st.lists(PIECE, max_size=12), st.lists(PIECE, max_size=6), st.lists(PIECE, max_size=4))
def test_the_text_stays_and_each_row_is_marked_or_told(
    pieces: list[str], printed: list[str], instructions: list[str]
) -> None:
    text = "".join(pieces)
    citations = [{"as_printed": one, "cited_act_uri": "/akn/kz/act/law/-/-~x"} for one in printed]
    amendments = [
        {
            "instruction": one, "target_act_uri": "u", "target_eid": None, "action": "repeal", "status": "pending",
            "source_file": "a", "char_start": 0, "char_end": 1, "new_text": None,
        }
        for one in instructions
    ]  # fmt: skip
    marked = mark(text, citations, amendments)
    sheet = Sheet()
    paragraph = sheet.add(sheet.root("act"), "p")
    ordered = list(write_marked(sheet, paragraph, marked, "point_1"))
    assert words(paragraph) == text
    assert [row for row, _ in ordered if row not in amendments] == []
    assert len(ordered) == len(amendments)
    placed = [one for one in marked.marks if not one.orders]
    assert len(placed) + len(marked.unplaced) == len(citations)
    assert all(text[one.start : one.end] == one.rows[0]["as_printed"] for one in placed)
