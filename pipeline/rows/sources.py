"""Rows of sources, their segments, notes and findings."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from biliktilik.parsers.identity import split_target
from biliktilik.parsers.model import SegmentKind, SourceText
from biliktilik.pipeline.corpus import Corpus, CorpusFinding, Source
from biliktilik.pipeline.rows.row import Row, place

# How much of a place a finding shows, in characters: about one line of a terminal.
EXCERPT_LENGTH: Final = 100
PARSER_FAILED: Final = "parser.failed"


def source_row(source: Source) -> Row:
    """The row of a file, whatever became of it."""
    text, document = source.text, source.document
    solid = solid_chars(text.text) if text else None
    return {
        "source_file": source.file.source_file,
        "sha256": source.file.sha256,
        "use": source.use,
        "duplicate_of": source.file.duplicate_of,
        "media_type": text.media_type if text else None,
        "encoding": text.encoding if text else None,
        "reader": text.reader if text else None,
        "document_kind": document.kind if document else None,
        "language": document.language if document else None,
        "act_uri": source.act_uri,
        "edition_on": None,
        "status": document.header.status if document else None,
        "chars": len(text.text) if text else None,
        "solid_chars": solid,
        "attributed_chars": solid - _unparsed_chars(source) if solid is not None else None,
        "text": text.text if text else None,
    }


def solid_chars(text: str) -> int:
    """The number of characters that are not blank."""
    return sum(map(len, text.split()))


def _unparsed_chars(source: Source) -> int:
    if source.text is None:
        return 0
    if source.document is None:
        return solid_chars(source.text.text)
    unparsed = [segment.span for segment in source.document.segments if segment.kind is SegmentKind.UNPARSED]
    return sum(solid_chars(source.text.text[span.start : span.end]) for span in unparsed)


def segment_rows(source: Source) -> Iterator[Row]:
    """One row per segment; a text that the parser failed on is one unparsed segment."""
    name = source.file.source_file
    if source.document is None:
        if source.text and source.text.text:
            whole = {"source_file": name, "char_start": 0, "char_end": len(source.text.text)}
            yield {**whole, "kind": SegmentKind.UNPARSED.value, "eid": None, "rule": PARSER_FAILED}
        return
    for segment in source.document.segments:
        span, kind = segment.span, segment.kind.value
        yield {
            "source_file": name,
            "char_start": span.start,
            "char_end": span.end,
            "kind": kind,
            "eid": segment.eid,
            "rule": segment.rule,
        }


def note_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per editorial note of a source that gives wording."""
    for source in corpus.primary:
        for note in source.document.notes if source.document else ():
            yield {
                "act_uri": source.act_uri,
                "language": source.document.language if source.document else None,
                "eid": note.eid,
                "text": note.text,
                **place(source.file.source_file, note.span),
                "rule": note.rule,
            }


def repair_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per visual line that was mended before its source was read, in the order of the sources."""
    found = ((source, repair) for source in corpus.sources if source.document for repair in source.document.repairs)
    for number, (source, repair) in enumerate(found, start=1):
        yield {
            "repair_id": number,
            **place(source.file.source_file, repair.span),
            "raw": repair.raw,
            "repaired": repair.repaired,
            "rule": repair.rule,
        }


def link_rows(corpus: Corpus) -> Iterator[Row]:
    """One row per link of a source that was read, in the order of the sources.

    Which act bears an identifier is told by the corpus; an identifier that two acts bear tells neither.
    """
    acts: dict[str, set[str]] = {}
    for act in corpus.acts:
        if act.adilet_id:
            acts.setdefault(act.adilet_id, set()).add(act.uri)
    found = ((source, link) for source in corpus.sources if source.text for link in source.text.links)
    for number, (source, link) in enumerate(found, start=1):
        named, anchor = split_target(link.target)
        bearers = acts.get(named or "", set())
        text = source.text.text if source.text else ""
        yield {
            "link_id": number,
            **place(source.file.source_file, link.span),
            "as_printed": " ".join(text[link.span.start : link.span.end].split()),
            "target": link.target,
            "adilet_id": named,
            "anchor": anchor,
            "act_uri": next(iter(bearers)) if len(bearers) == 1 else None,
        }


def finding_rows(findings: Sequence[CorpusFinding], texts: Mapping[str, SourceText]) -> Iterator[Row]:
    """One row per finding, with the line (from 1) and the words at its place."""
    lines = {name: line_starts(source.text) for name, source in texts.items()}
    for number, found in enumerate(findings, start=1):
        span = found.span if found.source_file in texts else None
        text = texts[found.source_file].text if span and found.source_file else ""
        yield {
            "finding_id": number,
            "code": found.code,
            "severity": found.severity.value,
            "act_uri": found.act_uri,
            "source_file": found.source_file,
            "line": bisect_right(lines[found.source_file], span.start) if span and found.source_file else None,
            "char_start": span.start if span else None,
            "char_end": span.end if span else None,
            "excerpt": excerpt(text[span.start : span.end]) if span else None,
            "message": found.message,
        }


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of ``text`` begin; the line of an offset, from 1, is its ``bisect_right`` here."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def excerpt(text: str) -> str:
    """The beginning of ``text`` with white space folded, cut at a blank and closed by … when it is long."""
    folded = " ".join(text[: 4 * EXCERPT_LENGTH].split())
    if len(folded) <= EXCERPT_LENGTH:
        return folded
    return folded[:EXCERPT_LENGTH].rpartition(" ")[0] + "…"
