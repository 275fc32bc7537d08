"""Clauses of an amending sentence: a verb with the units and words that belong to it.

In Kazakh the verb closes its clause and the outer unit stands before the inner one; in Russian what is changed stands
before the verb and the new beside it, and the outer unit follows. The grammar file says which (``order.head-last``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product

from biliktilik.parsers.addresses import Address, below, is_complete, outer
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.model import Step, StepKind
from biliktilik.parsers.sentences import Case, Mention, Reference, Sentence, Verb, Words

_ACT = "act"
_TEXT = "text"


@dataclass(frozen=True, slots=True)
class Chain:
    """Units named one inside the other, the outermost first; ``head`` is the one whose case counts.

    ``borrowed``: outer steps that a neighbour in the same list says for both. ``narrows``: it stands inside the place
    named before it and is no further place beside that.
    """

    mentions: tuple[Mention, ...]
    head: Mention
    start: int
    end: int
    borrowed: Address = ()
    narrows: bool = False

    @property
    def case(self) -> Case:
        """The case of the head; a genitive that nothing precedes is a plural object."""
        return Case.OBJECT if self.head.case is Case.OF and self.head.loose else self.head.case

    @property
    def everywhere(self) -> bool:
        """Does it name the whole text of a unit?"""
        return any(mention.kind == _TEXT for mention in self.mentions)

    @property
    def is_bare_text(self) -> bool:
        """``по всему тексту`` without the unit whose text is meant."""
        return all(mention.kind == _TEXT for mention in self.mentions)

    def own(self) -> list[Address]:
        """Its addresses without any scope."""
        steps = [m for m in self.mentions if m.kind not in (_ACT, _TEXT)]
        pools = [[Step(StepKind(m.kind), number) for number in m.numbers] for m in steps]
        return [tuple(path) for path in product(*pools)]

    def addresses(self, scope: Address) -> list[Address]:
        """Its addresses inside ``scope``; an act that it names itself ends every scope."""
        around = () if any(mention.kind == _ACT for mention in self.mentions) else scope
        return [below(below(around, self.borrowed), address) for address in self.own()]


Part = Chain | Words | Reference


@dataclass(slots=True)
class Clause:
    """One verb and what belongs to it."""

    verb: Verb
    tokens: list[Part] = field(default_factory=list)

    @property
    def reference(self) -> Reference | None:
        """The annex that it points to."""
        return next((token for token in self.tokens if isinstance(token, Reference)), None)

    def chains(self, case: Case) -> list[Chain]:
        """Its units in that case."""
        void = self.verb.value == "void"
        return [token for token in self.tokens if isinstance(token, Chain) and _case_of(token, void=void) is case]

    def holds_only(self, cases: frozenset[Case], *, words: bool) -> bool:
        """Are all its units in one of ``cases``, and has it quoted words only where ``words`` says so?"""
        void = self.verb.value == "void"
        chains = (_case_of(token, void=void) for token in self.tokens if isinstance(token, Chain))
        quoted = any(isinstance(token, Words) for token in self.tokens)
        return all(case in cases for case in chains) and quoted == words

    def words(self, *cases: Case) -> list[str]:
        """Its quoted words in those cases."""
        return [
            word for token in self.tokens if isinstance(token, Words) and token.case in cases for word in token.words
        ]


def _case_of(chain: Chain, *, void: bool) -> Case:
    """``5-тармақтың күші жойылды``: with that verb a genitive is the object."""
    return Case.OBJECT if void and chain.case is Case.OF else chain.case


def split_clauses(grammar: Grammar, sentence: Sentence, implied: str | None) -> tuple[list[Clause], list[Part]]:
    """The clauses of a sentence, and the tokens that no verb takes."""
    verb_last = grammar.number("order", "head-last") is not None
    clauses: list[Clause] = []
    pending: list[Part] = []
    for token in _chained(grammar, sentence, verb_last):
        if isinstance(token, Verb):
            clauses.append(Clause(token, pending))
            pending = []
        elif clauses and not pending and not verb_last and _follows_verb(clauses[-1], token):
            clauses[-1].tokens.append(token)
        else:
            pending.append(token)
    if implied and not clauses:
        return [Clause(Verb(implied, f"implied.{implied}", 0, 0), pending)], []
    return clauses, pending


def _follows_verb(clause: Clause, token: Part) -> bool:
    """Does a token after a Russian verb belong to it (``словами «…»``), and not to the next verb?"""
    if isinstance(token, Reference):
        return True
    if token.case in (Case.BY, Case.AFTER, Case.BEFORE):
        takes = ("insert", "replace_words") if token.case is Case.BY else ("insert",)
        return clause.verb.value in takes and not (clause.words(Case.BY) and token.case is not Case.BY)
    has_object = bool(clause.chains(Case.OBJECT) or clause.words(Case.OBJECT, Case.BY) or clause.chains(Case.BY))
    before_verb = any(known.start < clause.verb.start for known in clause.tokens if not _is_place(known))
    return not before_verb and not (has_object and _is_place(token)) and clause.verb.value != "replace_words"


def _is_place(token: Part) -> bool:
    return isinstance(token, Chain) and token.case is Case.AT


def _chained(grammar: Grammar, sentence: Sentence, head_last: bool) -> list[Part | Verb]:
    """The tokens with units joined to chains."""
    joined: list[Part | Verb] = []
    for token in sentence.tokens:
        previous = joined[-1] if joined else None
        if not isinstance(token, Mention):
            joined.append(token)
        elif isinstance(previous, Chain) and _touch(sentence, previous, token) and _extends(previous, token, head_last):
            joined[-1] = _extended(previous, token, head_last)
        else:
            joined.append(Chain((token,), token, token.start, token.end))
    return _lend(_narrowed(grammar, sentence, joined), head_last)


def _touch(sentence: Sentence, previous: Chain, token: Mention) -> bool:
    return not sentence.text[previous.end : token.start].strip()


def _extends(chain: Chain, token: Mention, head_last: bool) -> bool:
    return chain.mentions[-1].case is Case.OF if head_last else token.case is Case.OF


def _extended(chain: Chain, token: Mention, head_last: bool) -> Chain:
    if head_last:
        return Chain((*chain.mentions, token), token, chain.start, token.end)
    return Chain((token, *chain.mentions), chain.head, chain.start, token.end)


def _narrowed(grammar: Grammar, sentence: Sentence, tokens: list[Part | Verb]) -> list[Part | Verb]:
    """Mark the places that stand inside the place before them: ``в главе 2 в пункте 5``, not ``в пунктах 5 и 7``."""
    done = list(tokens)
    for index in range(1, len(done)):
        previous, chain = done[index - 1], done[index]
        if not isinstance(previous, Chain) or not isinstance(chain, Chain) or previous.case is not Case.AT:
            continue
        between = sentence.text[previous.end : chain.start].replace(",", " ").split()
        joined = any(grammar.number("joins", word) is not None for word in between)
        if not joined and _lies_below(chain.mentions[0], previous.head):
            done[index] = replace(chain, narrows=True)
    return done


def _lies_below(inner: Mention, holder: Mention) -> bool:
    if inner.kind in (_ACT, _TEXT) or holder.kind in (_ACT, _TEXT):
        return inner.kind != _ACT
    kinds = list(StepKind)
    return kinds.index(StepKind(inner.kind)) > kinds.index(StepKind(holder.kind))


def _lend(tokens: list[Part | Verb], head_last: bool) -> list[Part | Verb]:
    """``абзац второй и подпункт 3) пункта 5``: the point holds for both. Kazakh names it with the first."""
    done = list(tokens) if head_last else list(reversed(tokens))
    for index in range(1, len(done)):
        lender, chain = done[index - 1], done[index]
        if not isinstance(lender, Chain) or not isinstance(chain, Chain) or lender.case is not chain.case:
            continue
        if chain.narrows or is_complete(chain.own()[0]):
            continue
        shared = outer(below(lender.borrowed, lender.own()[0][:-1]), StepKind(chain.mentions[0].kind))
        if is_complete((*shared, *chain.own()[0])):
            done[index] = replace(chain, borrowed=shared)
    return done if head_last else list(reversed(done))
