"""The sentence of an amending instruction: operations, a line that only says where, or the reason why it is neither.

A sentence is read as a whole or not at all: a word that no rule reads, a unit that no verb takes, a subpoint without
its point make it :class:`Unread`, and then nothing of it is carried out.
"""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.parsers.addresses import Address
from biliktilik.parsers.clauses import Chain, Part, split_clauses
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.operations import ClauseReader, Operation, Refusal, printed_words
from biliktilik.parsers.sentences import Case, Sentence, read_sentence


@dataclass(frozen=True, slots=True)
class Understood:
    """An instruction and all that it does, in printed order."""

    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """No instruction but the unit inside which the following ones speak ("2-тарауда:")."""

    scope: Address


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A change of the text in the other language only."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a sentence is not understood."""

    reason: str


InstructionReading = Understood | Narrowed | Elsewhere | Unread


def read_instruction(
    grammar: Grammar,
    text: str,
    scope: Address = (),
    *,
    act: tuple[int, int] | None = None,
    implied: str | None = None,
) -> InstructionReading:
    """Read one folded sentence that stands inside ``scope``.

    ``act``: where it names the act that it amends, which is not read here. ``implied``: the verb that a line above
    gives ("признать утратившими силу:").
    """
    if grammar.search("amend.elsewhere", text):
        return Elsewhere()
    sentence = read_sentence(grammar, text, act)
    if sentence is None:
        return Unread("its quotation marks do not pair")
    if sentence.residue:
        return Unread(f"these words are not understood: «{'», «'.join(sentence.residue)}»")
    try:
        return _read(grammar, sentence, scope, named=act is not None, implied=implied)
    except Refusal as refusal:
        return Unread(str(refusal))


def _read(
    grammar: Grammar, sentence: Sentence, scope: Address, *, named: bool, implied: str | None
) -> InstructionReading:
    clauses, left = split_clauses(grammar, sentence, implied)
    if not clauses:
        narrowed = _narrowed(sentence, left, scope, named=named)
        if narrowed is None:
            raise Refusal("it has no verb that says what is to be done")
        return narrowed
    if left:
        raise Refusal(f"no verb takes «{printed_words(sentence, left[0])}»")
    reader = ClauseReader(sentence, scope, named)
    return Understood(tuple(operation for clause in clauses for operation in reader.read(clause)))


def _narrowed(sentence: Sentence, left: list[Part], scope: Address, *, named: bool) -> Narrowed | None:
    """The scope of a line that only says where: it ends in a colon and names units in the locative."""
    chains = [token for token in left if isinstance(token, Chain)]
    if not sentence.text.endswith(":") or len(chains) < len(left) or not (chains or named):
        return None
    if any(chain.case is not Case.AT for chain in chains):
        return None
    scope = () if named else scope
    for chain in chains:
        places = chain.addresses(scope)
        if len(places) != 1:
            return None
        scope = places[0]
    return Narrowed(scope)
