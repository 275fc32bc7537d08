"""What an amendment would do to the units of an act in a built database; nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.addresses import Address, eid_of
from biliktilik.parsers.identity import act_uri
from biliktilik.parsers.model import Action, Amendment, StepKind
from biliktilik.pipeline.store.acts import ActHead, find_act
from biliktilik.pipeline.store.database import Reader
from biliktilik.pipeline.store.units import Unit, as_tree

_TITLE: Final = "title"


@dataclass(frozen=True, slots=True)
class Effect:
    """The rows that an operation touches.

    ``state``: ``applies``, ``base_unknown`` (the act's own text is not there) or ``impossible``, and then ``obstacle``
    says why. ``occurrences``: how often the old words stand there.
    """

    act_uri: str
    state: str
    units: tuple[Unit, ...] = ()
    obstacle: str | None = None
    occurrences: int | None = None


def named_head(reader: Reader, amendment: Amendment) -> ActHead | None:
    """The act that the text itself names, if the database has it."""
    act = amendment.target
    if not (act.number and act.adopted_on):
        return None
    uri = act_uri(act.kind, act.adopted_on, act.number, act.title)
    there = reader.ask("SELECT act_uri FROM v_acts WHERE act_uri = :uri", {"uri": uri}).rows
    return find_act(reader, uri) if there else None


def effect_on(wordings: Sequence[Unit], act: ActHead, amendment: Amendment, language: str | None) -> Effect:
    """Look the target up among those ``wordings`` of ``act`` that have no end."""
    units = _current(wordings, language)
    touched = _touched(units, amendment)
    if not units or (act.text_known != "full" and not touched):
        return Effect(act.act_uri, "base_unknown", tuple(touched))
    obstacle = _obstacle(units, touched, amendment)
    occurrences = _occurrences(touched, amendment.old_words) if amendment.old_words else None
    if obstacle is None and occurrences == 0:
        obstacle = f"the words «{amendment.old_words}» do not stand there"
    state = "impossible" if obstacle else "applies"
    return Effect(act.act_uri, state, tuple(touched), obstacle, occurrences)


def _current(units: Sequence[Unit], language: str | None) -> list[Unit]:
    """Wordings without an end, in the language of the instruction or else the first that there is."""
    current = [unit for unit in units if unit.valid_to is None]
    languages = [unit.language for unit in current]
    chosen = language if language in languages else next(iter(languages), None)
    return [unit for unit in current if unit.language == chosen]


def _touched(units: list[Unit], amendment: Amendment) -> list[Unit]:
    """The unit that holds what is addressed, and all below it; all units where the act itself is the target."""
    eid = eid_of(amendment.address)
    if eid is None:
        return units
    placed = [node.unit for node in as_tree(units, eid)]
    if amendment.action is Action.REPLACE_HEADING or _is_heading(amendment.address):
        return placed[:1]
    return placed


def _is_heading(address: Address) -> bool:
    return bool(address) and address[-1].kind is StepKind.HEADING


def _obstacle(units: list[Unit], touched: list[Unit], amendment: Amendment) -> str | None:
    eid, holder = eid_of(amendment.address), eid_of(_holder(amendment.address))
    if eid is None or eid == _TITLE:
        return None
    if amendment.action is Action.INSERT and eid == amendment.target_eid:
        if touched:
            return f"{eid} is there already"
        known = {unit.eid for unit in units}
        missing = holder is not None and holder not in known and holder != _TITLE
        return f"the act has no unit {holder} that could hold it" if missing else None
    return None if touched else f"the act has no unit {eid}{_elsewhere(units, eid)}"


def _elsewhere(units: list[Unit], eid: str) -> str:
    """A hint where the annex was left out: ``point_5`` for ``att_1__point_5``."""
    near = sorted({unit.eid for unit in units if unit.eid.endswith(f"__{eid}")})
    return f"; it has {', '.join(near)}: a line before the instruction may say in which annex it stands" if near else ""


def _holder(address: Address) -> Address:
    """The unit above; a point stands in the annex, whatever chapter is named with it."""
    above = address[:-1]
    return above if address and address[-1].kind is not StepKind.POINT else above[:1]


def _occurrences(units: Sequence[Unit], words: str) -> int:
    texts = (part for unit in units for part in (unit.heading, unit.text) if part)
    return sum(" ".join(text.split()).count(words) for text in texts)
