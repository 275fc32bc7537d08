"""Words replaced, deleted or added inside units, as an amending instruction says."""

from __future__ import annotations

from dataclasses import replace

from biliktilik.parsers.grammar import Grammar, grammar_for
from biliktilik.parsers.model import Amendment, BlockKind, Body, Item, Span, WordEdit
from biliktilik.parsers.qualification import reread
from biliktilik.pipeline.timeline.history import History


def reword(history: History, amendment: Amendment) -> Body:
    """The units below the target whose words change, with their new words; empty where none holds the old ones."""
    eids = history.subtree(amendment.target_eid) if amendment.target_eid else list(history.units)
    edited = {}
    for eid in eids:
        unit = history.units.get(eid)
        text = edit(unit.text, amendment) if unit and unit.text and _in_force(history, eid) else None
        if unit is not None and text is not None and text != unit.text:
            edited[eid] = replace(unit, text=text, span=amendment.span)
    items = [item for eid in edited if (item := _item(history, eid)) is not None]
    grammar = grammar_for(history.language)
    changed = tuple(_reworded(grammar, item, edited[item.eid].text or "", amendment.span) for item in items)
    return Body(provisions=tuple(edited.values()), items=changed)


def edit(text: str, amendment: Amendment) -> str | None:
    """``text`` with the words changed; None where it does not hold them."""
    old, new = amendment.old_words, amendment.new_text or ""
    if amendment.word_edit is WordEdit.APPEND:
        return f"{text} {new}".strip()
    if not old or old not in text:
        return None
    put = {
        WordEdit.DELETE: "",
        WordEdit.AFTER: f"{old} {new}",
        WordEdit.BEFORE: f"{new} {old}",
    }.get(amendment.word_edit or WordEdit.REPLACE, new)
    return " ".join(text.replace(old, put).split())


def _in_force(history: History, eid: str) -> bool:
    last = history.current(eid)
    return last is not None and last.origin is not None and last.end == history.end.on


def _item(history: History, eid: str) -> Item | None:
    """The item of a unit in the edition that is in force."""
    last = history.current(eid)
    if last is None or last.origin is None:
        return None
    return next((item for item in history.editions[last.origin].body.items if item.eid == eid), None)


def _reworded(grammar: Grammar, item: Item, text: str, span: Span) -> Item:
    if item.block is BlockKind.REQUIREMENTS:
        return reread(grammar, item, text, span)
    return replace(item, text=text, span=span)
