"""What a professional standard adds beside its cards: definitions, abbreviations, the passport."""

from __future__ import annotations

import re
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.model import Definition, OkedEntry, Passport, ProvisionKind, Span
from biliktilik.parsers.text.spaces import fold_span
from biliktilik.parsers.units import Unit

_DASH: Final = re.compile(r"\s+[–—-]\s*|\s*[–—]\s+")


def read_terms(desk: Desk, units: list[Unit], role: str) -> tuple[Definition, ...]:
    """Terms of the point whose words fit ``role`` (``definitions`` or ``abbreviations``): one per subpoint."""
    rows: list[Definition] = []
    for unit in units:
        parent = unit.parent
        if unit.kind is not ProvisionKind.SUBPOINT or parent is None or not unit.texts or not parent.texts:
            continue
        opening = desk.grammar.match(role, desk.fold(parent.texts[0]))
        if opening is None:
            continue
        folded = fold_span(desk.text, Span(unit.texts[0].start, unit.texts[-1].end))
        cut = _dash_outside_brackets(folded.text)
        if cut is None:
            continue
        term, meaning = folded.text[: cut[0]].strip(), folded.text[cut[1] :].strip().rstrip(";.").rstrip()
        rows.append(Definition(len(rows) + 1, term, meaning, unit.eid, unit.span, opening.rule.id))
    return tuple(rows)


def _dash_outside_brackets(text: str) -> tuple[int, int] | None:
    """The dash between a term and its meaning; one inside brackets belongs to the term."""
    for match in _DASH.finditer(text):
        before = text[: match.start()]
        if before and before.count("(") == before.count(")"):
            return match.span()
    return None


def read_passport(desk: Desk, units: list[Unit]) -> Passport | None:
    """Name, code, summary and chains of the classifier of activities; None where no line is a passport's."""
    found: dict[str, str] = {}
    spans: list[Span] = []
    oked: tuple[OkedEntry, ...] = ()
    for unit in units:
        if unit.kind is not ProvisionKind.POINT or not unit.texts:
            continue
        text = desk.fold(unit.texts[0])
        for part in ("name", "code", "summary"):
            if reading := desk.grammar.match(f"passport.{part}", text):
                found[part] = reading.match["value"].strip().rstrip(";.").rstrip()
                spans.append(unit.span)
        if desk.grammar.match("passport.oked", text):
            oked = _oked(desk, unit.texts[1:])
            spans.append(unit.span)
    if not found:
        return None
    span = Span(min(span.start for span in spans), max(span.end for span in spans))
    name = found.get("name")
    return Passport(found.get("code"), name.strip('"«»') if name else None, found.get("summary"), oked, span)


def _oked(desk: Desk, spans: list[Span]) -> tuple[OkedEntry, ...]:
    rows: list[OkedEntry] = []
    for span in spans:
        reading = desk.grammar.match("passport.oked.entry", desk.fold(span))
        if reading:
            match = reading.match
            name = match["name"].rstrip(";. ")
            rows.append(OkedEntry(len(rows) + 1, reading.rule.value, match["code"], name, span))
    return tuple(rows)
