"""Operations: what one clause of an amending sentence does, to which units, with which words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from biliktilik.parsers.addresses import HEADINGS, INDENTS, Address, below, eid_of, indent_eid, is_complete, outer
from biliktilik.parsers.clauses import Chain, Clause, Part
from biliktilik.parsers.model import Action, Step, StepKind, WordEdit
from biliktilik.parsers.sentences import Case, Sentence
from biliktilik.parsers.text.enumerations import LAST

_REPEALS: Final = frozenset({"repeal", "void"})
_WORDED: Final = frozenset({Action.REPLACE, Action.INSERT, Action.REPLACE_HEADING, Action.REPLACE_INDENT})
_NUMBERLESS: Final = frozenset({StepKind.PREAMBLE, StepKind.HEADING})
_TAKEN: Final = frozenset({Case.AT, Case.OBJECT})
_TAKEN_BY_INSERT: Final = frozenset({Case.BY, Case.AFTER})


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation on one unit. ``address`` is complete; ``printed`` are the instruction's words for it, empty where
    only a line above it says where it stands.
    """

    action: Action
    address: Address
    printed: str
    rule: str
    word_edit: WordEdit | None = None
    old_words: str | None = None
    new_words: str | None = None
    everywhere: bool = False
    annex: str | None = None

    @property
    def eid(self) -> str | None:
        """EId of the unit; an indent inserted or repealed has its own, lest its point be taken for it."""
        alone = self.address and self.address[-1].kind in INDENTS
        if alone and self.action in (Action.INSERT, Action.REPEAL):
            return indent_eid(self.address)
        return eid_of(self.address)

    @property
    def needs_wording(self) -> bool:
        """Must a quotation follow?"""
        if self.action is Action.REPLACE_WORDS:
            return self.word_edit is not WordEdit.DELETE and self.new_words is None
        return self.action in _WORDED and self.annex is None


class Refusal(Exception):
    """Ends the reading of one sentence; its text is the reason."""


@dataclass(frozen=True, slots=True)
class _Target:
    address: Address
    printed: str
    everywhere: bool = False
    start: int | None = None


class ClauseReader:
    """Reads the clauses of one sentence; a later clause may rest on the place that an earlier one names."""

    def __init__(self, sentence: Sentence, scope: Address, named: bool) -> None:
        self._sentence = sentence
        self._scope = scope
        self._named = named
        self._places: list[_Target] = []
        self._targets: list[_Target] = []

    def read(self, clause: Clause) -> list[Operation]:
        """The operations of one clause."""
        if places := self._narrowing(clause.chains(Case.AT)):
            self._places = places
        objects = self._inside(clause.chains(Case.OBJECT), clause)
        quotes = clause.verb.value == "replace_words" or bool(clause.words(*Case))
        inserts = clause.verb.value == "insert" and not quotes
        if not clause.holds_only(_TAKEN | (_TAKEN_BY_INSERT if inserts else frozenset()), words=quotes):
            raise Refusal("a unit or a quotation in it stands in a case that its verb does not take")
        if quotes:
            return self._word_operations(clause, objects)
        if inserts:
            return self._insertions(clause, objects)
        if not objects and clause.verb.value in _REPEALS and self._named and not self._places:
            objects = [_Target((), "")]
        if not objects:
            raise Refusal("it does not say which unit it means")
        return [_operation(_unit_action(clause, target), target, clause) for target in objects]

    # --- places -----------------------------------------------------------------------------------------------------

    def _narrowing(self, chains: list[Chain]) -> list[_Target]:
        """The places of ``chains``: each narrows those before it, unless it is a further place beside them."""
        done: list[_Target] = []
        current: list[_Target] = []
        for chain in chains:
            if chain.is_bare_text and not current and any(step.kind in HEADINGS for step in self._scope):
                raise Refusal("it does not say whose whole text it means")
            if current and not chain.narrows:
                done, current = done + current, []
            scope = outer(self._scope, StepKind.POINT) if chain.is_bare_text else self._scope
            inside = current or [_Target(scope, "")]
            current = [
                self._place(place, chain, address) for place in inside for address in chain.addresses(place.address)
            ]
        return done + current

    def _place(self, place: _Target, chain: Chain, address: Address) -> _Target:
        start = chain.start if place.start is None else place.start
        printed = self._sentence.text[start : chain.end]
        return _Target(address, printed, place.everywhere or chain.everywhere, start)

    def _inside(self, chains: list[Chain], clause: Clause) -> list[_Target]:
        places = self._places or [_Target(self._scope, "")]
        found = []
        for chain in chains:
            for place in places:
                targets = [
                    _Target(address, printed_words(self._sentence, chain)) for address in chain.addresses(place.address)
                ]
                found += targets
        self._check(found, clause)
        return found

    def _check(self, targets: list[_Target], clause: Clause) -> None:
        for target in targets:
            if not is_complete(target.address):
                raise Refusal(f"it does not say in which point «{target.printed}» is")
            if any(not step.number and step.kind not in _NUMBERLESS for step in target.address) and not (
                clause.verb.value == "insert"
            ):
                raise Refusal(f"«{target.printed}» has no number")

    # --- units ------------------------------------------------------------------------------------------------------

    def _insertions(self, clause: Clause, holders: list[_Target]) -> list[Operation]:
        new = clause.chains(Case.BY)
        if not new:
            raise Refusal("it does not say what is inserted")
        holders = holders or self._places or [_Target(self._scope, "")]
        if len(holders) > 1:
            raise Refusal("it names several units into which one wording would be inserted")
        found = []
        for chain in new:
            printed = printed_words(self._sentence, *clause.chains(Case.OBJECT), chain)
            for address in chain.addresses(holders[0].address):
                target = _Target(_placed(address, clause), printed)
                self._check([target], clause)
                found.append(_insertion(target, clause))
        return found

    # --- words ------------------------------------------------------------------------------------------------------

    def _word_operations(self, clause: Clause, objects: list[_Target]) -> list[Operation]:
        targets = objects or self._places_for_words(clause)
        self._targets = targets
        edits = _edits(clause)
        return [
            _operation(Action.REPLACE_WORDS, target, clause, edit, old, new)
            for target in targets
            for edit, old, new in edits
        ]

    def _places_for_words(self, clause: Clause) -> list[_Target]:
        if self._places:
            self._check(self._places, clause)
            return self._places
        if self._targets:
            return self._targets
        if not self._scope:
            raise Refusal("it does not say where the words stand")
        return [_Target(self._scope, "")]


def _operation(
    action: Action,
    target: _Target,
    clause: Clause,
    edit: WordEdit | None = None,
    old: str | None = None,
    new: str | None = None,
) -> Operation:
    annex = clause.reference.annex if clause.reference else None
    return Operation(action, target.address, target.printed, clause.verb.rule, edit, old, new, target.everywhere, annex)


def _unit_action(clause: Clause, target: _Target) -> Action:
    """What the verb does to this kind of unit."""
    last = target.address[-1].kind if target.address else None
    if last is StepKind.SENTENCE:
        raise Refusal("single sentences cannot be addressed")
    if clause.verb.value in _REPEALS:
        if last is StepKind.HEADING:
            raise Refusal("a heading cannot be repealed alone")
        return Action.REPEAL
    if last is StepKind.HEADING:
        return Action.REPLACE_HEADING
    return Action.REPLACE_INDENT if last in INDENTS else Action.REPLACE


def _insertion(target: _Target, clause: Clause) -> Operation:
    last = target.address[-1]
    if last.kind is StepKind.HEADING:
        raise Refusal("a heading cannot be inserted alone")
    if last.kind is not StepKind.SENTENCE:
        return _operation(Action.INSERT, target, clause)
    if last.number:
        raise Refusal("single sentences cannot be addressed")
    whole = replace(target, address=target.address[:-1])
    return _operation(Action.REPLACE_WORDS, whole, clause, WordEdit.APPEND)


def _placed(address: Address, clause: Clause) -> Address:
    """``после абзаца второго дополнить абзацем``: a new indent without a number stands after the one named."""
    last = address[-1]
    after = [chain for chain in clause.chains(Case.AFTER) if chain.head.kind == last.kind]
    if last.number != LAST or not after:
        return address
    number = after[0].head.numbers[-1]
    holder = below(address[:-1], after[0].addresses(())[0])[:-1]
    return (*holder, Step(last.kind, str(int(number) + 1) if number.isdigit() else LAST))


def _edits(clause: Clause) -> list[tuple[WordEdit, str | None, str | None]]:
    """``(edit, old words, new words)`` of a clause on words; lists of equal length are paired."""
    old, new = clause.words(Case.OBJECT), clause.words(Case.BY)
    verb = clause.verb.value
    if verb != "insert" and clause.words(Case.AFTER, Case.BEFORE, Case.AT, Case.OF):
        raise Refusal("quoted words in it stand in a case that its verb does not take")
    if verb in _REPEALS and old and not new:
        return [(WordEdit.DELETE, one, None) for one in old]
    if verb == "replace_words":
        return [(WordEdit.REPLACE, one, other) for one, other in _paired(old, new)]
    if verb == "insert":
        before, after = clause.words(Case.BEFORE), clause.words(Case.AFTER) + old
        if before or after:
            edit = WordEdit.BEFORE if before else WordEdit.AFTER
            return [(edit, one, other) for one, other in _paired(before or after, new)]
        return [(WordEdit.APPEND, None, other) for other in new]
    raise Refusal("it does not say what is done to the quoted words")


def _paired(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    if not old or not new:
        raise Refusal("the old or the new words are missing")
    if len(new) == 1:
        return [(one, new[0]) for one in old]
    if len(old) != len(new):
        raise Refusal(f"{len(old)} quotations are to be replaced by {len(new)}")
    return list(zip(old, new, strict=True))


def printed_words(sentence: Sentence, *tokens: Part) -> str:
    """The stretch of a sentence from the first of ``tokens`` to the last."""
    return sentence.text[min(token.start for token in tokens) : max(token.end for token in tokens)]
