from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from biliktilik.parsers.ledger import Ledger
from biliktilik.parsers.model import SegmentKind, Span

TEXTS = st.text(alphabet=st.sampled_from("аб .;\n"), max_size=40)
MARKS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)


@given(TEXTS, MARKS)
def test_whatever_is_marked_the_segments_partition_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    ledger = Ledger(text)
    for start, end in marks:
        ledger.mark(Span(min(start, len(text)), min(end, len(text))), SegmentKind.TEXT, "x", "rule")
    segments, findings = ledger.close()
    assert "".join(text[s.span.start : s.span.end] for s in segments) == text
    assert all(s.span.start < s.span.end for s in segments)
    unread = [s for s in segments if s.kind is SegmentKind.UNPARSED]
    assert len(unread) == len(findings)


def test_what_nobody_claims_is_kept_and_reported() -> None:
    ledger = Ledger("аа бб; вв")
    ledger.mark(Span(0, 2), SegmentKind.TEXT, "x", "rule")
    ledger.mark(Span(3, 5), SegmentKind.TEXT, "y", "rule")
    segments, findings = ledger.close()
    assert [(s.span.start, s.span.end, s.kind.value) for s in segments] == [
        (0, 2, "text"),
        (2, 3, "blank"),
        (3, 5, "text"),
        (5, 9, "unparsed"),
    ]
    assert [finding.code for finding in findings] == ["unparsed_text"]
