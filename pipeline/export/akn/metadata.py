"""The metadata of a file: identification, publication, life, amendments, references, notes, and what is our own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from biliktilik.pipeline.export.akn.body import Body
from biliktilik.pipeline.export.akn.edition import EDITOR, ORIGINAL, Edition
from biliktilik.pipeline.export.akn.holdings import own_segments
from biliktilik.pipeline.export.akn.material import Record
from biliktilik.pipeline.export.akn.names import FrbrUris, country, frbr_uris, language_code, portion
from biliktilik.pipeline.export.akn.sheet import Element, Sheet
from biliktilik.pipeline.store.table import Value

_SOURCE: Final = {"source": f"#{EDITOR}"}
_ISSUER: Final = "tlc_issuer"
_AUTHOR: Final = "tlc_author"
_EDITOR_ROLE: Final = "tlc_editor"
_IN_FORCE: Final = "tlc_inForce"
# A day must be given; this one, named `unknown`, is none.
_NO_DAY: Final = "0001-01-01"
# How Akoma Ntoso calls what an amendment does.
_MODIFICATIONS: Final = {"insert": "insertion", "inserts": "insertion", "repeal": "repeal", "repeals": "repeal"}
_UNKNOWN: Final = "unknown"
_CHANGE: Final = "substitution"
_NOTES: Final = ("status", "note")
_ACT_FIELDS: Final = (
    "kind", "number", "also_numbered", "adopted_on", "registration_number", "registered_on", "published_on",
    "in_force_from", "in_force_from_basis", "in_force_to", "in_force_to_basis", "text_known",
)  # fmt: skip


def write_metadata(sheet: Sheet, meta: Element, edition: Edition, body: Body) -> None:
    """Fill the ``meta`` of the whole act, once its ``body`` is written."""
    act = edition.material.act
    write_identification(sheet, meta, edition, edition.uris)
    if act["published_on"] is not None:
        day = str(act["published_on"])
        sheet.add(meta, "publication", {"date": day, "name": "firstOfficialPublication", "showAs": day})
    _lifecycle(sheet, meta, edition)
    _analysis(sheet, meta, edition, body)
    _temporal_data(sheet, meta, edition)
    _references(sheet, meta, edition)
    _notes(sheet, meta, edition)
    _proprietary(sheet, meta, edition)


def write_annex_metadata(sheet: Sheet, meta: Element, edition: Edition, eid: str) -> None:
    """The identification of an annex: a component of the act."""
    version = edition.version
    uris = frbr_uris(edition.material.uri, version.language, version.start, f"!{eid}")
    write_identification(sheet, meta, edition, uris)


def write_identification(sheet: Sheet, meta: Element, edition: Edition, uris: FrbrUris) -> None:
    """The three levels of FRBR for the act or one of its annexes."""
    act = edition.material.act
    identification = sheet.add(meta, "identification", _SOURCE)
    work, expression, manifestation = uris.this
    version = {"date": edition.version.start, "name": "version"} if edition.version.start else None
    adopted = {"date": str(act["adopted_on"]), "name": "adoption"} if act["adopted_on"] else None
    unknown = {"date": _NO_DAY, "name": _UNKNOWN}

    level = sheet.add(identification, "FRBRWork")
    _uris(sheet, level, work, uris.work)
    days = [adopted or unknown]
    days += [
        {"date": str(act[column]), "name": name}
        for column, name in (("registered_on", "registration"), ("published_on", "publication"))
        if act[column] is not None
    ]
    _days_and_author(sheet, level, days, _ISSUER, _AUTHOR)
    sheet.add(level, "FRBRcountry", {"value": country(uris.work)})
    sheet.add(level, "FRBRsubtype", {"value": str(act["kind"])})
    for number in _numbers(act):
        sheet.add(level, "FRBRnumber", {"value": number})
    for column in ("title_kk", "title_ru"):
        if act[column] is not None:
            sheet.add(level, "FRBRname", {"value": str(act[column])})
    sheet.add(level, "FRBRprescriptive", {"value": "true"})
    # The official text is the published one; this file is made from it.
    sheet.add(level, "FRBRauthoritative", {"value": "false"})

    level = sheet.add(identification, "FRBRExpression")
    _uris(sheet, level, expression, uris.expression)
    # Without a day of its own, a version is dated by the act that it is a version of, and says so.
    _days_and_author(sheet, level, [version or adopted or unknown], EDITOR, _EDITOR_ROLE)
    sheet.add(level, "FRBRauthoritative", {"value": "false"})
    sheet.add(level, "FRBRlanguage", {"language": language_code(edition.version.language)})

    level = sheet.add(identification, "FRBRManifestation")
    _uris(sheet, level, manifestation, uris.manifestation)
    # The same inputs give the same bytes, so the day of writing cannot stand here: it is the version's day again.
    _days_and_author(sheet, level, [version or adopted or unknown], EDITOR, _EDITOR_ROLE)
    sheet.add(level, "FRBRformat", {"value": "application/akn+xml"})


def _uris(sheet: Sheet, level: Element, this: str, uri: str) -> None:
    sheet.add(level, "FRBRthis", {"value": this})
    sheet.add(level, "FRBRuri", {"value": uri})


def _days_and_author(sheet: Sheet, level: Element, days: Iterable[dict[str, str]], who: str, role: str) -> None:
    for day in days:
        sheet.add(level, "FRBRdate", day)
    sheet.add(level, "FRBRauthor", {"href": f"#{who}", "as": f"#{role}"})


def _numbers(act: Record) -> list[str]:
    printed = [str(act["number"])] if act["number"] is not None else []
    return printed + [number for number in str(act["also_numbered"] or "").split(",") if number]


def _lifecycle(sheet: Sheet, meta: Element, edition: Edition) -> None:
    if not edition.events:
        return
    lifecycle = sheet.add(meta, "lifecycle", _SOURCE)
    for event in edition.events:
        attributes = {
            "eId": event.eid,
            "date": event.day,
            "type": event.type,
            "source": f"#{event.source}",
            "originatingExpression": "true" if event.day == edition.version.start else None,
            "bt:basis": event.basis,
        }
        sheet.add(lifecycle, "eventRef", attributes)


def _temporal_data(sheet: Sheet, meta: Element, edition: Edition) -> None:
    if not edition.periods:
        return
    data = sheet.add(meta, "temporalData", _SOURCE)
    for (start, end, basis), eid in edition.periods.items():
        group = sheet.add(data, "temporalGroup", {"eId": eid, "bt:basis": basis})
        days = {"start": edition.event_on(start), "end": edition.event_on(end), "refersTo": f"#{_IN_FORCE}"}
        sheet.add(group, "timeInterval", days)


def _analysis(sheet: Sheet, meta: Element, edition: Edition, body: Body) -> None:
    material = edition.material
    passive = [row for row in material.passive if row["type"] in ("amends", "inserts", "repeals")]
    if not body.orders and not passive and not body.unplaced:
        return
    analysis = sheet.add(meta, "analysis", _SOURCE)
    if body.orders:
        active = [row for row in material.amendments if id(row) in body.orders]
        _active(sheet, sheet.add(analysis, "activeModifications"), active, body.orders)
    if passive:
        _passive(sheet, sheet.add(analysis, "passiveModifications"), passive, material.uri)
    if body.unplaced:
        _implicit(sheet, sheet.add(analysis, "otherReferences", _SOURCE), body.unplaced)


def _implicit(sheet: Sheet, others: Element, rows: Iterable[Record]) -> None:
    """The citations of the head and the notes, and those whose words no ``ref`` in the text shows."""
    for row in sorted(rows, key=lambda row: (str(row["source_file"]), int(str(row["char_start"])))):
        attributes = {
            "href": _said(row["cited_act_uri"]),
            "for": f"#{row['eid']!s}" if row["eid"] is not None else None,
            "showAs": _said(row["as_printed"]),
            "bt:in": _said(row["item_kind"]),
            **_place(row),
        }
        sheet.add(others, "implicitReference", attributes)


def _active(sheet: Sheet, holder: Element, rows: Iterable[Record], orders: Mapping[int, str]) -> None:
    for number, row in enumerate(rows, 1):
        attributes = {
            "eId": f"active_{number}",
            "type": _MODIFICATIONS.get(str(row["action"]), _CHANGE),
            "bt:action": str(row["action"]),
            "bt:status": str(row["status"]),
            "bt:from": _said(row["effective_from"]),
            "bt:basis": _said(row["effective_basis"]),
        }
        change = sheet.add(holder, "textualMod", attributes)
        sheet.add(change, "source", {"href": f"#{orders[id(row)]}", **_place(row)})
        target = portion(str(row["target_act_uri"]), row["target_eid"])
        sheet.add(change, "destination", {"href": target, "bt:printed": _said(row["target_printed"])})


def _passive(sheet: Sheet, holder: Element, rows: Iterable[Record], act_uri: str) -> None:
    """One modification for all texts that tell the same of it; texts that differ stand side by side."""
    told: dict[tuple[Value, ...], list[Record]] = {}
    for row in rows:
        key = tuple(row[name] for name in ("type", "from_act_uri", "scope", "effective_on", "basis"))
        told.setdefault(key, []).append(row)
    for number, ((kind, uri, scope, day, basis), witnesses) in enumerate(told.items(), 1):
        attributes = {
            "eId": f"passive_{number}",
            "type": _MODIFICATIONS.get(str(kind), _CHANGE),
            "bt:from": _said(day),
            "bt:basis": _said(basis),
        }
        change = sheet.add(holder, "textualMod", attributes)
        for row in witnesses:
            sheet.add(change, "source", {"href": str(uri), **_place(row)})
        sheet.add(change, "destination", {"href": f"#{scope!s}" if scope is not None else act_uri})


def _references(sheet: Sheet, meta: Element, edition: Edition) -> None:
    act = edition.material.act
    references = sheet.add(meta, "references", _SOURCE)
    sheet.add(references, "original", _link(ORIGINAL, edition.material.uri, _title(edition, edition.material.uri)))
    for other in edition.references:
        link = _link(other.eid, other.uri, _title(edition, other.uri))
        sheet.add(references, other.tag, {**link, "bt:type": other.type})
    organization = "/akn/ontology/organization"
    # The same body has the same href in every language: it is made from one of its names.
    known = act["issuer_kk"] or act["issuer_ru"]
    shown = act.get(f"issuer_{edition.version.language}") or known or _UNKNOWN
    href = f"{organization}/{country(edition.uris.work)}/{'-'.join(str(known or _UNKNOWN).lower().split())}"
    sheet.add(references, "TLCOrganization", _link(_ISSUER, href, str(shown)))
    sheet.add(references, "TLCOrganization", _link(EDITOR, f"{organization}/biliktilik", "biliktilik"))
    sheet.add(references, "TLCConcept", _link(_IN_FORCE, "/akn/ontology/concept/inForce", "in force"))
    sheet.add(references, "TLCRole", _link(_AUTHOR, "/akn/ontology/role/author", "author"))
    sheet.add(references, "TLCRole", _link(_EDITOR_ROLE, "/akn/ontology/role/editor", "editor"))


def _title(edition: Edition, uri: str) -> str:
    act = edition.material.acts.get(uri, {})
    titles = (act.get(f"title_{edition.version.language}"), act.get("title_kk"), act.get("title_ru"))
    return str(next((title for title in titles if title), uri))


def _link(eid: str, href: str, shown: str) -> dict[str, str]:
    return {"eId": eid, "href": href, "showAs": shown}


def _notes(sheet: Sheet, meta: Element, edition: Edition) -> None:
    """The notes of the publisher, and how many characters could not be written."""
    segments = [segment for segment in own_segments(edition) if segment.kind in _NOTES]
    if not segments and not sheet.replaced:
        return
    notes = sheet.add(meta, "notes", _SOURCE)
    for number, segment in enumerate(segments, 1):
        place = {"bt:source": segment.source_file, "bt:start": str(segment.start), "bt:end": str(segment.end)}
        note = sheet.add(notes, "note", {"eId": f"note_{number}", "bt:unit": segment.eid, **place})
        sheet.add(note, "p", None, segment.text)
    if sheet.replaced:
        counts = ", ".join(f"{code} × {count}" for code, count in sorted(sheet.replaced.items()))
        note = sheet.add(notes, "note", {"eId": f"note_{len(segments) + 1}"})
        sheet.add(note, "p", None, f"Characters that XML cannot hold stand as U+FFFD: {counts}.")


def _proprietary(sheet: Sheet, meta: Element, edition: Edition) -> None:
    material, version = edition.material, edition.version
    own = sheet.add(meta, "proprietary", _SOURCE)
    sheet.add(own, "bt:act", {name: _said(material.act[name]) for name in _ACT_FIELDS})
    sheet.add(own, "bt:version", {"from": version.start, "to": version.end, "language": version.language})
    used = {unit.source_file for unit in material.units if unit.language == version.language}
    for row in material.sources:
        if row["source_file"] in used:
            attributes = {"file": str(row["source_file"]), "sha256": _said(row["sha256"]), "act": _said(row["act_uri"])}
            sheet.add(own, "bt:source", attributes)
    for row in material.findings:
        if row["source_file"] in used:
            attributes = {"code": _said(row["code"]), "severity": _said(row["severity"]), **_place(row)}
            sheet.add(own, "bt:finding", attributes, str(row["message"]))


def _place(row: Record) -> dict[str, str | None]:
    return {
        "bt:source": _said(row["source_file"]),
        "bt:start": _said(row["char_start"]),
        "bt:end": _said(row["char_end"]),
    }


def _said(value: object) -> str | None:
    return None if value is None else str(value)
