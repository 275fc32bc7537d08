"""Entry into force: the rules that clauses and notes state. When a rule gives which day is decided elsewhere."""

from __future__ import annotations

from datetime import date

from biliktilik.parsers.grammar import Grammar, Reading
from biliktilik.parsers.model import ForceClause, ForceRule, Provision
from biliktilik.parsers.text.dates import date_in
from biliktilik.parsers.text.numerals import number_of


def read_force(grammar: Grammar, text: str) -> ForceRule | None:
    """The first statement of ``text`` on when something comes into force; None where there is none."""
    reading = grammar.search("force", text)
    if reading is None:
        return None
    meaning, rule = reading.rule.value, reading.rule.id
    if meaning == "date":
        on = printed_date(grammar, reading)
        return ForceRule(on, None, ambiguous=False, rule=rule) if on else None
    if meaning == "publication":
        return ForceRule(None, None, ambiguous=False, rule=rule)
    days = number_of(grammar, reading.match["days"])
    return None if days is None else ForceRule(None, int(days), ambiguous=meaning.endswith("ambiguous"), rule=rule)


def printed_date(grammar: Grammar, reading: Reading) -> date | None:
    """The date of a reading whose rule prints it in words (``date``) or in digits (``day``, ``month``, ``year``)."""
    groups = reading.match.groupdict()
    if groups.get("date"):
        return date_in(grammar, groups["date"])
    try:
        return date(int(groups["year"]), int(groups["month"]), int(groups["day"]))
    except ValueError:  # 31.02.2020 is a slip of the text
        return None


def read_force_clauses(grammar: Grammar, provisions: tuple[Provision, ...]) -> tuple[ForceClause, ...]:
    """The clauses of the order's own points on its entry into force; exceptions name the points they are limited to."""
    clauses: list[ForceClause] = []
    for provision in provisions:
        if provision.text is None or provision.eid.startswith("att_"):
            continue
        general = read_force(grammar, provision.text)
        if general is None:
            continue
        exceptions = _exceptions(grammar, provision)
        clauses.append(ForceClause(provision.eid, general, (), provision.span))
        clauses += exceptions
    return tuple(clauses)


def _exceptions(grammar: Grammar, provision: Provision) -> list[ForceClause]:
    found: list[ForceClause] = []
    text, at = provision.text or "", 0
    while reading := grammar.search("force.exception", text, at):
        at = reading.match.end()
        on = printed_date(grammar, reading)
        if on is None:
            continue
        numbers = reading.match["numbers"].replace(",", " ").split()
        eids = tuple(f"point_{number}" for number in numbers if number[0].isdigit())
        found.append(ForceClause(provision.eid, ForceRule(on, None, False, reading.rule.id), eids, provision.span))
    return found
