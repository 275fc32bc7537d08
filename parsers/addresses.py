"""Where an amending instruction aims: paths of typed steps, and the eIds that they come to."""

from __future__ import annotations

from typing import Final

from biliktilik.parsers.model import ProvisionKind, Step, StepKind

Address = tuple[Step, ...]

HEADINGS: Final = {StepKind.SECTION: "sec", StepKind.CHAPTER: "chp", StepKind.PARAGRAF: "prg"}
UNIT_KINDS: Final = {
    ProvisionKind.PREAMBLE: StepKind.PREAMBLE,
    ProvisionKind.ANNEX: StepKind.ANNEX,
    ProvisionKind.SECTION: StepKind.SECTION,
    ProvisionKind.CHAPTER: StepKind.CHAPTER,
    ProvisionKind.PARAGRAF: StepKind.PARAGRAF,
    ProvisionKind.POSITION: StepKind.POINT,
    ProvisionKind.POINT: StepKind.POINT,
    ProvisionKind.CARD: StepKind.POINT,
    ProvisionKind.SUBPOINT: StepKind.SUBPOINT,
}
INDENTS: Final = frozenset({StepKind.INDENT, StepKind.PART})
_RANKS: Final = {kind: rank for rank, kind in enumerate(StepKind)} | {StepKind.PREAMBLE: 0}
_NEEDS_POINT: Final = frozenset({StepKind.SUBPOINT, StepKind.PART, StepKind.INDENT, StepKind.SENTENCE})
_HOLDS_LINES: Final = frozenset({StepKind.POINT, StepKind.PREAMBLE})


def below(scope: Address, address: Address) -> Address:
    """``address`` as it reads inside ``scope``: steps of the scope that it does not name itself come before it."""
    if not address:
        return scope
    rank = _RANKS[address[0].kind]
    return tuple(step for step in scope if _RANKS[step.kind] < rank) + address


def outer(address: Address, kind: StepKind) -> Address:
    """The steps of ``address`` that lie above a step of ``kind``."""
    return tuple(step for step in address if _RANKS[step.kind] < _RANKS[kind])


def left_behind(scope: Address, address: Address) -> Address:
    """The scope that still holds after an instruction on ``address``: what both share, and always the annex."""
    kept: list[Step] = []
    for step in scope:
        if step.kind is not StepKind.ANNEX and step not in address:
            break
        kept.append(step)
    return tuple(kept)


def is_complete(address: Address) -> bool:
    """Is every subpoint, indent and sentence said to be in a point (or in the preamble)?"""
    kinds = {step.kind for step in address}
    return not kinds & _NEEDS_POINT or bool(kinds & _HOLDS_LINES)


def step_of(address: Address, kind: StepKind) -> Step | None:
    """The step of that kind; None where the address has none."""
    return next((step for step in address if step.kind is kind), None)


def eid_of(address: Address) -> str | None:
    """EId of the unit that holds what is addressed; None for the act itself, ``title`` for its title.

    Points number through an annex and take no chapter; an indent, a sentence and a heading have the eId of their unit.
    """
    if not address:
        return None
    names = [f"{HEADINGS[step.kind]}_{step.number}" for step in address if step.kind in HEADINGS]
    if point := step_of(address, StepKind.POINT):
        names = [f"point_{point.number}"]
    if subpoint := step_of(address, StepKind.SUBPOINT):
        names.append(f"sub_{subpoint.number}")
    if annex := step_of(address, StepKind.ANNEX):
        names.insert(0, f"att_{annex.number}")
    elif step_of(address, StepKind.PREAMBLE):
        names = ["preamble"]
    return "__".join(names) or "title"


def indent_eid(address: Address) -> str | None:
    """EId of an indent or part itself."""
    last = address[-1]
    return f"{eid_of(address)}__{last.kind.value}_{last.number}"
