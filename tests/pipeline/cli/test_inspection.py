"""The report on one parsed document."""

from biliktilik.parsers.model import (
    ActReference,
    BlockKind,
    Body,
    Finding,
    Header,
    Item,
    ParsedDocument,
    Provision,
    ProvisionKind,
    Segment,
    SegmentKind,
    Severity,
    SourceText,
    Span,
)
from biliktilik.pipeline.cli.inspection import Inspection

TEXT = "Титул\nмәтін мәтін\n???"


def document() -> ParsedDocument:
    provision = Provision("att_1", None, ProvisionKind.ANNEX, "1", "Қосымша", None, 1, Span(6, 17), "r")
    block = Provision("att_1__duties", "att_1", ProvisionKind.DUTIES, None, None, None, 2, Span(6, 17), "r")
    item = Item(BlockKind.DUTIES, None, None, None, block.eid, "i", 1, "мәтін", Span(6, 11), "r")
    return ParsedDocument(
        source=SourceText("a.txt", TEXT, "0", "text/plain", "utf-8", "text"),
        language="kk",
        kind=None,
        header=Header(ActReference(None, None, None), None, None),
        body=Body((provision, block), (), (item,)),
        segments=(
            Segment(Span(0, 6), SegmentKind.TITLE, None, "r"),
            Segment(Span(6, 18), SegmentKind.TEXT, "att_1", "r"),
            Segment(Span(18, 21), SegmentKind.UNPARSED, None, "r"),
        ),
        findings=(Finding("b", Severity.INFO, "whole"), Finding("a", Severity.ERROR, "odd", Span(18, 21))),
    )


def test_coverage_leaves_out_blanks_and_the_unparsed() -> None:
    assert Inspection(document()).coverage == 15 / 18


def test_shares_are_sorted_by_size() -> None:
    assert [row[0] for row in Inspection(document()).shares()] == ["text", "title", "unparsed"]


def test_findings_have_lines_and_the_gravest_comes_first() -> None:
    assert [(finding.code, line) for finding, line in Inspection(document()).findings()] == [("a", 3), ("b", None)]


def test_units_count_their_items() -> None:
    assert [row[7] for row in Inspection(document()).units().rows] == [0, 1]


def test_report_is_readable() -> None:
    report = "\n".join(Inspection(document()).report())
    for part in ("kind: unknown", "coverage: 83.33%", "  att_1  annex  1 Қосымша", "(1 items)", "line 3: odd"):
        assert part in report


def test_everything_leaves_out_only_the_text() -> None:
    values = Inspection(document()).everything()
    assert "text" not in values["source"]
    assert values["coverage"] == 15 / 18
    assert len(values["segments"]) == 3
