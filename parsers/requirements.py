"""One requirement item → the alternatives that meet it.

The reading goes in four steps: find what is said (education with its fields, years, "none required"), cut the sentence
at each *or* that stands between two educations or two lengths of service, let what is said once cover the branches
before it, and read off each branch where the experience must be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.desk import Desk
from biliktilik.parsers.education import EducationPhrase, find_educations
from biliktilik.parsers.grammar import Grammar, Reading
from biliktilik.parsers.model import Alternative, Education, Severity, Span
from biliktilik.parsers.text.numerals import number_of
from biliktilik.parsers.text.spaces import Folded

_MONTHS_IN_YEAR: Final = 12
_SEVERAL: Final = 2
_SENTENCE: Final = re.compile(r"\.\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_EDGE: Final = " \t,;.:–—-"


@dataclass(frozen=True, slots=True)
class _Service:
    """A stated length of service, or the statement that none is required."""

    start: int
    end: int
    years: float | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Branch:
    start: int
    end: int
    educations: tuple[EducationPhrase, ...]
    service: _Service | None


@dataclass(frozen=True, slots=True)
class Carried:
    """The education of a shared line, which covers the lines below it that state none."""

    education: tuple[Education, ...] = ()
    fields: tuple[str, ...] = ()
    fields_printed: tuple[str, ...] = ()


def read_alternatives(desk: Desk, folded: Folded, label_end: int, carried: Carried) -> tuple[Alternative, ...]:
    """Alternatives of one item; ``label_end`` is where the text after its category label starts.

    The conditions of a second sentence (who is admitted, which certificate) bind every alternative and make none.
    """
    sentence = _SENTENCE.search(folded.text, label_end)
    end = sentence.start() if sentence else len(folded.text)
    educations = find_educations(desk, folded, label_end, end)
    services = _without_distributed(desk, folded, label_end, _find_services(desk.grammar, folded.text, label_end, end))
    branches = _branches(desk.grammar, folded.text, label_end, end, educations, services)
    return tuple(
        _alternative(desk.grammar, folded, ordinal, covered, carried)
        for ordinal, covered in enumerate(_cover(branches), 1)
    )


def _find_services(grammar: Grammar, text: str, start: int, end: int) -> list[_Service]:
    found = []
    at = start
    while at < end:
        none = grammar.search("experience.none", text, at)
        years = _years_from(grammar, text, at)
        reading = min((r for r in (none, years) if r), key=lambda r: r.match.start(), default=None)
        if reading is None or reading.match.start() >= end:
            break
        found.append(_service(grammar, reading))
        at = reading.match.end()
    return found


def _without_distributed(desk: Desk, folded: Folded, start: int, services: list[_Service]) -> list[_Service]:
    """``для педагога-модератора не менее 2 лет, для …``: years for each of several; none holds for the whole item."""
    edges = [start, *(service.end for service in services)]
    shared = [
        service
        for at, service in zip(edges, services, strict=False)
        if service.years is not None and desk.grammar.match("service.for", folded.text[at : service.start])
    ]
    if len(shared) < _SEVERAL:
        return services
    years = ", ".join(f"{service.years:g}" for service in shared)
    message = (
        f"the requirement states different lengths of service ({years} years) for different categories; "
        "none of them is chosen"
    )
    place = folded.raw(shared[0].start, shared[-1].end)
    desk.find("service_by_category", Severity.WARNING, message, place)
    return [service for service in services if service not in shared]


def _years_from(grammar: Grammar, text: str, at: int) -> Reading | None:
    """The next stated length of service whose number is a number."""
    while reading := grammar.search("years", text, at):
        if number_of(grammar, reading.match["number"]) is not None:
            return reading
        at = reading.match.start() + 1
    return None


def _service(grammar: Grammar, reading: Reading) -> _Service:
    match = reading.match
    if reading.rule.role == "experience.none":
        return _Service(match.start(), match.end(), None, reading.rule.id)
    number = float(number_of(grammar, match["number"]) or 0)
    years = number / _MONTHS_IN_YEAR if reading.rule.value == "months" else number
    return _Service(match.start(), match.end(), round(years, 2), reading.rule.id)


def _branches(
    grammar: Grammar, text: str, start: int, end: int, educations: list[EducationPhrase], services: list[_Service]
) -> list[_Branch]:
    pieces = [
        _Branch(
            left,
            right,
            tuple(e for e in educations if left <= e.start < right),
            next((s for s in services if left <= s.start < right), None),
        )
        for left, right in _cut_at_or(grammar, text, start, end, educations)
    ]
    branches = [pieces[0]]
    for piece in pieces[1:]:
        last = branches[-1]
        own_education = bool(piece.educations and last.educations)
        own_service = piece.service is not None and last.service is not None
        if own_education or own_service:
            branches.append(piece)
        else:
            merged = replace(
                last,
                end=piece.end,
                educations=last.educations + piece.educations,
                service=last.service or piece.service,
            )
            branches[-1] = merged
    return branches


def _cut_at_or(
    grammar: Grammar, text: str, start: int, end: int, educations: list[EducationPhrase]
) -> list[tuple[int, int]]:
    """Stretches between the words for *or* that stand outside brackets and outside the name of an education."""
    inside = [(e.start, e.end) for e in educations]
    cuts = []
    at = start
    while (reading := grammar.search("connective.or", text, at)) and reading.match.start() < end:
        here, at = reading.match.start(), reading.match.end()
        if not any(left <= here < right for left, right in inside) and not _in_brackets(text, start, here, inside):
            cuts.append((here, at))
    edges = [start]
    for left, right in cuts:
        edges += [left, right]
    edges.append(end)
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]


def _in_brackets(text: str, start: int, at: int, inside: list[tuple[int, int]]) -> bool:
    """An education phrase may leave its bracket open; what it holds is not counted."""
    depth = 0
    for index in range(start, at):
        if any(left <= index < right for left, right in inside):
            continue
        depth += (text[index] == "(") - (text[index] == ")")
        depth = max(depth, 0)
    return depth > 0


@dataclass(frozen=True, slots=True)
class _Covered:
    """A branch with the branches that its education and its length of service come from (often itself)."""

    own: _Branch
    educated: _Branch
    served: _Branch

    @property
    def reach(self) -> tuple[int, int]:
        """The stretch that holds all three."""
        parts = (self.own, self.educated, self.served)
        return min(part.start for part in parts), max(part.end for part in parts)


def _cover(branches: list[_Branch]) -> list[_Covered]:
    """Said once covers all: years said at the end reach back, an education said first reaches on."""
    covered: list[_Covered] = []
    for index, own in enumerate(branches):
        served = next((later for later in branches[index:] if later.service), own)
        earlier = covered[-1].educated if covered else own
        covered.append(_Covered(own, own if own.educations else earlier, served))
    return covered


def _alternative(grammar: Grammar, folded: Folded, ordinal: int, covered: _Covered, carried: Carried) -> Alternative:
    education, fields, printed = carried.education, carried.fields, carried.fields_printed
    phrases = covered.educated.educations
    if phrases:
        codes = {code for phrase in phrases for code in phrase.education}
        education = tuple(code for code in Education if code in codes)
        fields = _unique([code for phrase in phrases for code in phrase.fields])
        printed = _unique([word for phrase in phrases for word in phrase.fields_printed])
    service = covered.served.service
    return Alternative(
        ordinal=ordinal,
        education=education,
        fields=fields,
        fields_printed=printed,
        min_years=service.years if service else None,
        no_experience_required=None if service is None else service.years is None,
        experience_in=_experience_in(grammar, folded.text, covered.served),
        span=_trimmed(folded, *covered.reach),
        rule=service.rule if service else phrases[0].rule if phrases else "requirement",
    )


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _trimmed(folded: Folded, start: int, end: int) -> Span:
    piece = folded.text[start:end]
    start += len(piece) - len(piece.lstrip(_EDGE))
    end -= len(piece) - len(piece.rstrip(_EDGE))
    return folded.raw(start, max(start, end))


def _experience_in(grammar: Grammar, text: str, own: _Branch) -> str | None:
    """Where the experience must be: the branch without its education, its years and the words for service."""
    if own.service is None or own.service.years is None:
        return None
    words = _blank_out(text[own.start : own.end], own, grammar)
    joined = " ".join(" ".join(part.split()) for part in words if part.strip(_EDGE))
    joined = joined.strip(_EDGE)
    while reading := grammar.match("connective.and", joined):
        joined = joined[reading.match.end() :].strip(_EDGE)
    return joined or None


def _blank_out(piece: str, own: _Branch, grammar: Grammar) -> list[str]:
    """Cut out of a branch what is said elsewhere in its row; only what stands after the education can be a place."""
    cuts = [(e.start - own.start, e.end - own.start) for e in own.educations]
    first = max((right for _, right in cuts), default=0)
    if own.service is not None and own.service.start >= own.start and own.service.end <= own.end:
        cuts.append((own.service.start - own.start, own.service.end - own.start))
    for role in ("service", "experience.filler"):
        at = first
        while reading := grammar.search(role, piece, at):
            cuts.append(reading.match.span())
            at = reading.match.end()
    kept = []
    at = first
    for left, right in sorted(cuts):
        if right <= at:
            continue
        if left > at:
            kept.append(piece[at:left])
        at = max(at, right)
    kept.append(piece[at:])
    return [part.strip(" ,") for part in kept]
