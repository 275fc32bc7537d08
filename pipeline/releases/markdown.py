"""A change report for a person, as Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from itertools import groupby
from typing import Final

from biliktilik.pipeline.releases.difference import Cell, Difference, Kind, Report, SchemaChange, Section
from biliktilik.pipeline.releases.documents import Document, Fate
from biliktilik.pipeline.releases.listing import WHOLE, count_table
from biliktilik.pipeline.store.table import Value, cell_text

_HEADINGS: Final = {
    Section.LEGAL: ("Legal changes", "The documents differ, and these rows with them."),
    Section.CATALOG: ("Catalog changes", "The catalog states other facts; no document differs for it."),
    Section.PARSER: (
        "Parser changes",
        "The same documents, read or computed differently by another version of the program.",
    ),
    Section.UNCERTAIN: (
        "Cause not certain",
        "The two databases do not tell whether the law or the program made these differences.",
    ),
}
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~])")
# Codes, dates, eIds: in law they are never words.
_CODE: Final = re.compile(r"[A-Za-z0-9_.,:/#@-]+")
# Beyond this length a value is shown around its first difference; CSV and JSON have the whole.
_SHOWN: Final = 160
_BEFORE: Final = 40
_KEY_SHOWN: Final = 70


def write_markdown(report: Report, limit: int) -> str:
    """The report, with at most ``limit`` rows listed per view and section; it says how many more there are."""
    return "\n".join(_page(report, limit)) + "\n"


def _page(report: Report, limit: int) -> Iterator[str]:
    yield "# Changes between two builds\n"
    for name, build in (("Old", report.old), ("New", report.new)):
        yield f"- {name}: {_code(build.name)}, schema {build.schema_version}, {_many(build.documents, 'document')}"
    yield ""
    if not report.differs:
        yield "Nothing differs." + _renamed_only(report.documents)
        return
    yield from _counts(report)
    for section in _HEADINGS:
        yield from _section(report, section, limit)
    yield from _schema(report.schema)


def _renamed_only(documents: Iterable[Document]) -> str:
    renamed = sum(document.renamed for document in documents)
    return f" {_many(renamed, 'file')} with another name, but the same bytes." if renamed else ""


def _counts(report: Report) -> Iterator[str]:
    table = count_table(report)
    yield "## Rows\n"
    yield f"| {' | '.join(table.columns)} |"
    yield f"| --- |{' ---: |' * (len(table.columns) - 1)}"
    quiet = []
    for count in report.counts:
        if any(astuple(count)[1:-1]):
            yield f"| {' | '.join((_code(count.view), *map(str, astuple(count)[1:])))} |"
        else:
            quiet.append(count.view)
    yield ""
    if quiet:
        yield f"Unchanged: {', '.join(map(_code, quiet))}.\n"
    if moved := sum(count.moved for count in report.counts):
        yield f"Only the place in the document differs in {_many(moved, 'row')} (`moved`); they are not listed.\n"


def _section(report: Report, section: Section, limit: int) -> Iterator[str]:
    found = report.of(section)
    heading, about = _HEADINGS[section]
    fates = list(_documents(report.documents)) if section is Section.LEGAL else []
    yield f"## {heading}\n"
    if not found and not fates:
        yield "None.\n"
        return
    yield f"{about}\n"
    if section is Section.LEGAL:
        yield from _sentences(found, limit)
    if fates:
        yield from (*fates, "")
    for view, rows in groupby(sorted(found, key=lambda one: one.view), key=lambda one: one.view):
        yield from _view(view, list(rows), limit)


def _sentences(found: Iterable[Difference], limit: int) -> Iterator[str]:
    """The new rows of v_changes, the weightiest first, each in its own words."""
    told = [{cell.column: cell.new for cell in one.cells} for one in found if _is_new_change(one)]
    told.sort(key=lambda row: -_weight(row.get("weight")))
    sentences = list(dict.fromkeys(map(_sentence, told)))  # two languages may say the same
    yield from (f"- {sentence}" for sentence in sentences[:limit])
    yield from _rest(len(sentences), limit)
    if sentences:
        yield ""


def _sentence(row: Mapping[str, Value]) -> str:
    """What an event changed: act, unit and day, and the change in its own words."""
    where = " ".join(_code(row[column]) for column in ("act_number", "eid") if row.get(column))
    day = f" from {cell_text(row['changed_on'])}" if row.get("changed_on") else ""
    said = escape(row.get("summary"))
    return f"{where}{day}: {said}" if where else said


def _is_new_change(found: Difference) -> bool:
    return found.view == "v_changes" and found.kind is Kind.ADDED


def _weight(value: Value) -> float:
    return value if isinstance(value, int | float) else 0


def _documents(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        acts = f" ({', '.join(map(_code, sorted(document.acts)))})" if document.acts else ""
        if document.renamed and document.old:
            yield f"- same document, other name: {_code(document.old.source_file)} → {_code(document.name)}"
        elif document.fate is not Fate.SAME:
            yield f"- document {_FATES[document.fate]}: {_code(document.name)}{acts}"


_FATES: Final = {
    Fate.ADDED: "added",
    Fate.REMOVED: "removed",
    Fate.REPLACED: "replaced by another text",
    Fate.COPIED: "copied, or a copy removed",
    Fate.UNSURE: "that one build could not open",
}


def _view(view: str, rows: Sequence[Difference], limit: int) -> Iterator[str]:
    counted = Counter(row.kind for row in rows)
    yield f"### {_code(view)}: {', '.join(f'{counted[kind]} {kind.value}' for kind in Kind if counted[kind])}\n"
    listed = [row for row in rows if not (row.section is Section.LEGAL and _is_new_change(row))]
    listed.sort(key=lambda row: row.kind is Kind.RENUMBERED)  # what says something new must not be cut off
    if len(listed) < len(rows):
        yield "New rows stand in words at the head of this section.\n"
    for cause, group in groupby(listed[:limit], key=lambda row: row.cause):
        yield f"*{escape(cause)}*\n"
        yield from map(_row, group)
        yield ""
    yield from _rest(len(listed), limit)
    if len(listed) > limit:
        yield ""


def _rest(total: int, limit: int) -> Iterator[str]:
    if total > limit:
        yield f"… and {total - limit} more (`--limit`, or `--format csv` for all)."


def _row(found: Difference) -> str:
    name = _code(" ".join(_short(cell_text(value), _KEY_SHOWN) for _, value in found.key if value is not None))
    start = f"- **{found.kind.value}** {name}"
    if found.kind in WHOLE:
        words = [cell for cell in found.cells if cell.column in _TELLING and cell.column not in dict(found.key)]
        said = "; ".join(_shown(_only(cell)) for cell in words)
        if any(cell.column == "wording_known" and _only(cell) == 0 for cell in found.cells):
            said = "its wording is not known"
        return f"{start}: {said}" if said else start
    return f"{start}: {'; '.join(map(_cell, found.cells))}"


# The columns by which a person recognises a row that only one build has.
_TELLING: Final = (
    "title", "heading", "text", "name", "term", "definition", "abbreviation", "expansion", "education", "min_years",
    "title_kk", "title_ru", "quote", "new_text", "message", "summary", "kind", "agreement", "target_printed",
)  # fmt: skip


def _cell(cell: Cell) -> str:
    old, new = _around_difference(cell_text(cell.old), cell_text(cell.new))
    return f"{_code(cell.column)} {_quoted(cell.old, old)} → {_quoted(cell.new, new)}"


def _quoted(value: Value, shown: str) -> str:
    """A value as it is shown; a text that is empty is not one that is missing."""
    if value is None:
        return "(none)"
    if not isinstance(value, str):
        return escape(shown)
    return _code(shown) if _CODE.fullmatch(shown) else f"«{escape(shown)}»"


def _only(cell: Cell) -> Value:
    """The value of a column of a row that only one build has."""
    return cell.new if cell.old is None else cell.old


def _shown(value: Value) -> str:
    return _quoted(value, _short(cell_text(value), _SHOWN))


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _around_difference(old: str, new: str) -> tuple[str, str]:
    """Two values from a little before the place where they begin to differ, cut where they are long."""
    if max(len(old), len(new)) <= _SHOWN:
        return old, new
    pairs = enumerate(zip(old, new, strict=False))
    common = next((at for at, pair in pairs if pair[0] != pair[1]), min(len(old), len(new)))
    start = max(common - _BEFORE, 0)
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    shown = text[start : start + _SHOWN]
    return f"{'…' if start else ''}{shown}{'…' if start + _SHOWN < len(text) else ''}"


def _schema(changes: Sequence[SchemaChange]) -> Iterator[str]:
    yield "## Schema changes\n"
    if not changes:
        yield "None.\n"
        return
    for change in changes:
        yield f"- {_schema_change(change)}"


def _schema_change(change: SchemaChange) -> str:
    name = _code(change.name)
    if change.what == "schema_version":
        return f"schema version {change.old} → {change.new}"
    if change.what in ("view", "column") and change.kind in WHOLE:
        compared = "" if change.what == "view" else f" ({change.new or change.old})"
        return f"{change.what} {change.kind.value}: {name}{compared}; its values are not compared"
    if change.what == "definition":
        return f"view defined differently: {name}"
    return f"{change.what} of {name}: {escape(change.old)} → {escape(change.new)}"


def escape(value: Value) -> str:
    """A value as Markdown that shows it letter for letter, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(cell_text(value).split()))


def _code(value: Value) -> str:
    """A name or key as Markdown, in the letters that a computer needs."""
    text = " ".join(cell_text(value).split())
    return f"`{text}`" if text and "`" not in text else escape(text)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
