"""A change in one plain sentence, in the language of the reader."""

from __future__ import annotations

from typing import Final

from biliktilik.pipeline.changes.model import Change, Effect, Kind, Unit
from biliktilik.pipeline.changes.weight import PUNCTUATION
from biliktilik.pipeline.messages import say, word

# Which vocabulary the codes of an effect belong to: of its subject, and of its old and new state.
_SUBJECTS: Final = {
    "education": "education_in_full",
    "fields": "field",
    "category": "category_in_full",
    "years": "education_in_full",
}
_STATES: Final = {"years": "years", "category_changed": "category_in_full", "level_changed": "level"}

_ACROSS: Final = {Kind.ADDED: "only_new", Kind.REMOVED: "only_old"}
_COUNTERPARTS: Final = {Kind.ADDED: "new_without_counterpart", Kind.REMOVED: "old_without_counterpart"}
_ONE_SIDED: Final = frozenset({"category_added", "category_removed", "uncategorised_added", "uncategorised_removed"})


def tell(language: str, change: Change, unit: Unit, *, across: bool = False) -> str:
    """The sentence; ``across`` when jobs of two acts are compared, where nothing is added or removed by anybody."""
    subject = name_subject(language, change, unit)
    effects = [tell_effect(language, effect) for effect in change.effects if effect.code not in _ONE_SIDED]
    if change.moved and change.kind is not Kind.MOVED:
        effects.append(say(language, "change.also_moved"))
    come = [tell_effect(language, effect) for effect in change.effects if effect.code in _ONE_SIDED]
    if come and not across:  # "category mentor added" says all that "requirement line 5 (category mentor): added" does
        return _sentence(f"{name_subject(language, change, unit, ranked=False)}: {'; '.join([*come, *effects])}")
    told = say(language, f"change.{_key(change, across)}", subject=subject)
    return _sentence("; ".join([told, *effects]))


def kind_key(change: Change, *, across: bool) -> str:
    """The code under which readers are told the kind of a change (section ``kind`` of the messages)."""
    return _ACROSS.get(change.kind, change.kind.value) if across else change.kind.value


def _key(change: Change, across: bool) -> str:
    if change.weight == PUNCTUATION:
        return "reworded_punctuation"
    if across and change.what == "unit" and change.kind in _COUNTERPARTS:
        return _COUNTERPARTS[change.kind]
    return kind_key(change, across=across)


def name_subject(language: str, change: Change, unit: Unit, *, ranked: bool = True) -> str:
    """What changed: a line by its block and number (and its level and category), else the unit or a part of it."""
    lines = change.new or change.old
    if not lines:
        if change.what in ("heading", "text"):
            return say(language, f"subject.{change.what}")
        return say(language, "subject.unit", label=_unit_name(unit))
    numbers = sorted({line.ordinal for line in lines})
    spoken = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
    subject = say(language, f"subject.{change.what}", number=spoken)
    rank = _rank(language, change, ranked)
    return f"{subject} ({rank})" if rank else subject


def _unit_name(unit: Unit) -> str:
    return " ".join(filter(None, (unit.label, unit.heading))) or unit.eid


def _rank(language: str, change: Change, ranked: bool) -> str:
    lines = change.new or change.old
    codes = (
        [("level", lines[0].level), ("category_in_full", lines[0].category if ranked else None)]
        if len(lines) == 1
        else []
    )
    return ", ".join(word(language, vocabulary, code) for vocabulary, code in codes if code)


def tell_effect(language: str, effect: Effect) -> str:
    """What a change of a requirement means, as part of a sentence."""
    family = effect.code.partition("_")[0]
    subject = ", ".join(word(language, _SUBJECTS.get(family, ""), code) for code in effect.subject)
    old, new = (_state(language, effect.code, state) for state in (effect.old, effect.new))
    code = "years_of" if effect.code == "years" and effect.subject else effect.code
    return say(language, f"effect.{code}", subject=subject, old=old, new=new)


def _state(language: str, code: str, state: str | None) -> str:
    if state is None:
        return say(language, "years.unstated")
    return word(language, _STATES.get(code, ""), state)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
