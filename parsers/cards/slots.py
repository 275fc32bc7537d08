"""The function table, second step: which block belongs to which skill, and which skill to which function.

Labels of skills and blocks keep their order even where they have lost their rows: the first list of abilities, the
first list of knowledge and the first skill label belong together, and so on; lists of abilities and of knowledge
alternate. A skill number that goes back opens the next function. A standard without skills has its blocks under its
functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from biliktilik.parsers.cards.cells import Piece, joined
from biliktilik.parsers.cards.labour import ABILITY, FUNCTION, KNOWLEDGE, SKILL, Block, Event, Label

Report = Callable[[str, str, Piece | None], None]


@dataclass
class Slot:
    """A skill with its two blocks; ``function`` counts from 1, ``number`` is None where the standard has no skills."""

    skill: Label | None = None
    ability: Block | None = None
    knowledge: Block | None = None
    function: int = 0
    number: int | None = None

    @property
    def place(self) -> Piece | None:
        """Where the slot starts."""
        if self.skill is not None:
            return self.skill.place
        block = self.ability or self.knowledge
        return block.place if block else None


@dataclass
class Table:
    """The settled function table; ``functions`` are the labels of functions 1, 2, …, None where one is missing."""

    functions: list[Label | None] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)


def settle(events: Iterable[Event], report: Report) -> Table:
    """Put the events of one card together; what breaks the pattern goes to ``report`` (code, message, place)."""
    kept = _drop_repeats(events, report)
    labels = _function_labels(kept, report)
    slots = _pair(kept)
    if any(slot.skill for slot in slots):
        count = _number_by_skills(slots, labels)
    else:
        count = _number_by_functions(kept, slots, labels)
    _report_gaps(slots, report)
    return Table(_name_functions(labels, count, slots, report), slots)


def _drop_repeats(events: Iterable[Event], report: Report) -> list[Event]:
    """Leave out a cell that is printed twice; give a block without a label the kind that its turn asks for."""
    kept: list[Event] = []
    before: Block | None = None
    skill: Label | None = None
    for event in events:
        if isinstance(event, Block):
            if before and event.items and event.kind in (None, before.kind) and _words(event) == _words(before):
                report("card_cell_repeated", "a cell with the same list is printed twice; it counts once", event.place)
                continue
            if event.kind is None:
                event.kind = KNOWLEDGE if before and before.kind == ABILITY else ABILITY
                report("card_label_missing", f"a list without a label; by its turn it is {event.kind}", event.place)
            before = event
        elif event.kind == SKILL:
            if skill and skill.number == event.number and event.pieces and _text(skill) == _text(event):
                report("card_cell_repeated", f"the label of skill {event.number} is printed twice", event.place)
                continue
            skill = event
        kept.append(event)
    return kept


def _words(block: Block) -> list[str]:
    return [joined(item.pieces) for item in block.items]


def _text(label: Label) -> str:
    return joined(label.pieces)


def _function_labels(events: list[Event], report: Report) -> list[Label]:
    """The labels of functions in order, one per printed number."""
    labels: dict[int, Label] = {}
    for event in events:
        if not isinstance(event, Label) or event.kind != FUNCTION:
            continue
        first = labels.setdefault(event.number, event)
        if first is not event:
            message = f"the label of function {event.number} is printed twice; its words count once"
            report("card_label_repeated", message, event.place)
            if first.is_empty:
                first.pieces = event.pieces
    return list(labels.values())


def _pair(events: list[Event]) -> list[Slot]:
    slots: list[Slot] = []
    filled = skilled = -1  # the last slot that has a block, a skill
    for event in events:
        if isinstance(event, Block):
            if event.kind == ABILITY or filled < 0 or slots[filled].knowledge is not None:
                filled += 1
            slot = _slot(slots, filled)
            if event.kind == ABILITY:
                slot.ability = event
            else:
                slot.knowledge = event
        elif event.kind == SKILL:
            skilled = max(skilled + 1, filled)  # two blocks that wait for one label: the nearer one gets it
            _slot(slots, skilled).skill = event
    return slots


def _slot(slots: list[Slot], index: int) -> Slot:
    while len(slots) <= index:
        slots.append(Slot())
    return slots[index]


def _number_by_skills(slots: list[Slot], labels: list[Label]) -> int:
    """Functions open where skill numbers go back; where they never do, at the labels of functions."""
    functions = number = last = 0
    for slot in slots:
        printed = slot.skill.number if slot.skill else last + 1
        if functions == 0 or printed <= last:
            functions, number = functions + 1, 0
        last, number = printed, number + 1
        slot.function, slot.number = functions, number
    if functions == 1 < len(labels):
        return _number_by_rows(slots, labels)
    return functions


def _number_by_rows(slots: list[Slot], labels: list[Label]) -> int:
    """Skills numbered through the card: a skill belongs to the last function whose label is not below it."""
    rows = [label.place.cell.row for label in labels if label.place]
    functions = number = 0
    for slot in slots:
        row = slot.place.cell.row if slot.place else 0
        now = max(functions, sum(one <= row for one in rows), 1)
        number = number + 1 if now == functions else 1
        functions = slot.function = now
        slot.number = number
    return functions


def _number_by_functions(events: list[Event], slots: list[Slot], labels: list[Label]) -> int:
    """No skills: one pair of blocks per function where the counts agree, else each pair under the label above it."""
    if len(slots) == len(labels):
        for index, slot in enumerate(slots, 1):
            slot.function = index
        return len(slots)
    above: dict[int, int] = {}
    seen = 0
    for event in events:
        if isinstance(event, Block):
            above[id(event)] = max(seen, 1)
        elif event in labels:
            seen += 1
    for slot in slots:
        slot.function = above[id(slot.ability or slot.knowledge)]
    return max((slot.function for slot in slots), default=0)


def _name_functions(labels: list[Label], count: int, slots: list[Slot], report: Report) -> list[Label | None]:
    """The label of each function: by its printed number, else by order."""
    names: list[Label | None] = [None] * max(count, len(labels))
    rest = []
    for label in labels:
        if 1 <= label.number <= len(names):
            names[label.number - 1] = label
        else:
            rest.append(label)
    for index, name in enumerate(names):
        if name is None and rest:
            names[index] = rest.pop(0)
    for number, name in enumerate(names, 1):
        if name is None:
            place = next((slot.place for slot in slots if slot.function == number), None)
            report("card_label_missing", f"function {number} of the card has no label", place)
        elif number > count:
            report("card_function_without_block", f"no skill or list belongs to function {number}", name.place)
    return names


def _report_gaps(slots: list[Slot], report: Report) -> None:
    for slot in slots:
        where = f"skill {slot.number} of function {slot.function}" if slot.number else f"function {slot.function}"
        parts = ((slot.ability, "abilities"), (slot.knowledge, "knowledge"))
        missing = [name for part, name in parts if part is None or not part.items]
        if slot.number and (slot.skill is None or slot.skill.is_empty):
            missing.append("name")
        for name in missing:
            report("card_label_missing", f"{where} has no {name}", slot.place)
