"""Dates in words, in both languages."""

from __future__ import annotations

from datetime import date

from biliktilik.parsers.grammar import Grammar, Reading


def date_in(grammar: Grammar, text: str) -> date | None:
    """The first date that ``text`` writes out (``2017 жылғы 25 қазандағы``, ``2 февраля 2012 года``)."""
    reading = grammar.search("date", text)
    return None if reading is None else date_of(grammar, reading)


def date_of(grammar: Grammar, reading: Reading) -> date | None:
    """The day that a reading of the rule ``date`` means; None where the calendar has none."""
    groups = reading.match.groupdict()
    month = grammar.number("months", groups["month"])
    if month is None:
        return None
    try:
        return date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:  # 31 February: a slip of the text, not of ours
        return None
