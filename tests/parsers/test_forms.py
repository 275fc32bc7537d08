"""Orders and laws in the forms of several ministries: tests/cases/forms, one folder for each.

A folder holds ``document.txt`` and tables of what a reader finds in it, written by hand. A table that is not there says
that nothing of its sort is there. In a cell, `` … `` stands for words left out; an empty cell means that the text does
not say. ``findings.tsv`` lists all findings of weight warning and error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from biliktilik.parsers.document import parse_document
from biliktilik.parsers.model import BlockKind, Item, ParsedDocument, ProvisionKind, SegmentKind, Severity
from biliktilik.parsers.readers import read_source

CASES = Path(__file__).parents[1] / "cases" / "forms"
FORMS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())
LEFT_OUT = " … "

Row = tuple[object, ...]


@cache
def document(name: str) -> ParsedDocument:
    return parse_document(read_source(CASES / name / "document.txt", name))


def act(parsed: ParsedDocument) -> Iterator[Row]:
    own = parsed.header.act
    numbered = (own.kind, own.number, own.adopted_on, own.registration_number, own.registered_on)
    yield *numbered, own.issuer, own.title


def units(parsed: ParsedDocument) -> Iterator[Row]:
    for unit in parsed.body.provisions:
        if unit.kind is not ProvisionKind.ITEM:
            yield unit.eid, unit.kind, unit.heading, unit.text


def positions(parsed: ParsedDocument) -> Iterator[Row]:
    for one in parsed.body.positions:
        yield one.eid, one.section, one.number, one.title, one.group


def all_items(parsed: ParsedDocument) -> Iterator[Item]:
    yield from parsed.body.items
    for island in parsed.islands:
        yield from island.body.items


def items(parsed: ParsedDocument) -> Iterator[Row]:
    for item in all_items(parsed):
        if item.block is not BlockKind.REQUIREMENTS:
            yield item.block_eid, item.ordinal, item.knowledge_kind or item.block, item.text


def requirements(parsed: ParsedDocument) -> Iterator[Row]:
    for item in all_items(parsed):
        for one in item.alternatives:
            said = (one.ordinal, ",".join(one.education), ",".join(one.fields), one.min_years)
            row = (item.block_eid, item.ordinal, item.text, item.level, item.category)
            yield *row, *said, one.no_experience_required, one.experience_in


def amendments(parsed: ParsedDocument) -> Iterator[Row]:
    for one in parsed.amendments:
        yield one.target.number, one.target_eid, one.action, one.content_kind, one.new_text


def notes(parsed: ParsedDocument) -> Iterator[Row]:
    for one in parsed.notes:
        yield one.eid, one.text


def definitions(parsed: ParsedDocument) -> Iterator[Row]:
    for one in parsed.definitions:
        yield one.eid, one.term, one.definition


def findings(parsed: ParsedDocument) -> Iterator[Row]:
    for one in parsed.findings:
        if one.severity is not Severity.INFO:
            place = parsed.source.text[one.span.start : one.span.end] if one.span else ""
            yield one.code, one.severity, " ".join(place.split())


READ: dict[str, Callable[[ParsedDocument], Iterator[Row]]] = {
    function.__name__: function
    for function in (act, units, positions, items, requirements, amendments, notes, definitions, findings)
}


def expected(form: str, table: str) -> list[list[str]]:
    path = CASES / form / f"{table}.tsv"
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]] if path.exists() else []


def printed(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, bool | float) else str(value)


def shortened(cell: str, like: str) -> str:
    """``cell`` with the words left out that ``like`` leaves out; the whole cell where its ends are others."""
    first, left_out, last = like.partition(LEFT_OUT)
    fits = cell.startswith(first) and cell.endswith(last) and len(cell) > len(first) + len(last)
    return like if left_out and fits else cell


def test_twelve_forms_and_more_are_there_in_both_languages() -> None:
    assert sum(form.endswith(".kk") for form in FORMS) >= 6
    assert sum(form.endswith(".ru") for form in FORMS) >= 6


def test_every_table_is_one_that_is_read() -> None:
    assert {path.stem for path in CASES.glob("*/*.tsv")} == set(READ)


@pytest.mark.parametrize("table", READ)
@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_read_as_a_reader_reads_it(form: str, table: str) -> None:
    wanted = expected(form, table)
    got = [[printed(value) for value in row] for row in READ[table](document(form))]
    for row, like in zip(got, wanted, strict=False):
        row[:] = [shortened(cell, model) for cell, model in zip(row, like, strict=True)]
    assert got == wanted


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_a_form_is_left_unread(form: str) -> None:
    parsed = document(form)
    at = 0
    for segment in parsed.segments:
        assert segment.span.start == at < segment.span.end
        assert segment.kind is not SegmentKind.UNPARSED
        at = segment.span.end
    assert at == len(parsed.source.text)
