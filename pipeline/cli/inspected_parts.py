"""The parts of a report that only some documents have: cards, mended lines, cited acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from biliktilik.parsers.model import Card, Citation, Repair

LineOf = Callable[[int], int]


def card_lines(cards: tuple[Card, ...]) -> Iterator[str]:
    """Each card with its fields, and its functions with their skills."""
    if not cards:
        return
    yield f"\ncards: {len(cards)}"
    for card in cards:
        levels = "–".join(str(level) for level in dict.fromkeys((card.level_min, card.level_max)) if level is not None)
        code = f"code {card.occupation_code or '-'}, level {levels or '-'}"
        yield f"  {card.eid}  {card.name or card.title or '-'}  ({code})"
        counts = {"abilities": len(card.abilities), "knowledge": len(card.knowledge), "education": len(card.education)}
        yield "    " + ", ".join(f"{name}: {count}" for name, count in counts.items())
        for function in card.functions:
            yield f"    function {function.number}: {function.text or '-'}"
            skills = (skill for skill in card.skills if skill.function_number == function.number)
            yield from (f"      skill {skill.skill_number}: {skill.text}" for skill in skills)


def repair_lines(repairs: tuple[Repair, ...], line_of: LineOf) -> Iterator[str]:
    """Each mended visual line, as printed and as read."""
    if not repairs:
        return
    yield f"\nrepairs: {len(repairs)}"
    for repair in repairs:
        yield f"  line {line_of(repair.span.start)} ({repair.rule})"
        yield f"    printed: {repair.raw}"
        yield f"    read:    {repair.repaired}"


def citation_lines(citations: tuple[Citation, ...]) -> Iterator[str]:
    """The acts that the document mentions, the most often mentioned first."""
    if not citations:
        return
    yield f"\ncitations: {len(citations)}"
    named = Counter(_name(citation) for citation in citations)
    yield from (f"  {count:>4}  {name}" for name, count in sorted(named.items(), key=lambda pair: (-pair[1], pair[0])))


def _name(citation: Citation) -> str:
    act = citation.act
    number = f"№ {act.number}" if act.number else ""
    day = act.adopted_on.isoformat() if act.adopted_on else ""
    return " ".join(part for part in (act.kind or "act", number, day, act.title or "") if part)
