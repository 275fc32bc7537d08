"""What an amending act does to another: operations with their addresses, and the wording that it quotes."""

from __future__ import annotations

from dataclasses import dataclass

from biliktilik.parsers.model.act import ActReference
from biliktilik.parsers.model.body import Body
from biliktilik.parsers.model.source import Span
from biliktilik.parsers.model.vocabulary import Action, ContentKind, StepKind, WordEdit


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an address. ``number`` is as printed, an ordinal in digits; ``last`` for the last indent or a new one
    at the end, empty for a step that has none (a preamble, a heading).
    """

    kind: StepKind
    number: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One target unit of an amending instruction that was understood; any other instruction is only a finding.

    ``target_eid`` is the better-supported reading, ``target_printed`` the instruction's own words for its target,
    ``new_text`` the whole quoted unit with its label and number, without the enclosing quotation marks.
    ``address`` is the target as a path, the outermost step first; empty for the act itself (``target_eid`` None).
    An indent that is replaced has the ``target_eid`` of its point; one that is inserted or repealed has its own
    (``point_5__indent_2``), so that nobody takes the point for it.
    ``word_edit``, ``old_words`` belong to ``replace_words``, where ``new_text`` is the new words (None: deleted), and
    ``everywhere`` means every occurrence below the target. ``annex``: the annex of the amending act that holds the new
    wording, where none is quoted (``1`` for the only one).
    """

    ordinal: int
    target: ActReference
    target_eid: str | None
    target_printed: str
    action: Action
    instruction: str
    new_text: str | None
    content_kind: ContentKind
    disputed: bool
    span: Span
    rule: str
    address: tuple[Step, ...] = ()
    word_edit: WordEdit | None = None
    old_words: str | None = None
    everywhere: bool = False
    annex: str | None = None


@dataclass(frozen=True, slots=True)
class Island:
    """The wording of another act that an amending act quotes."""

    target: ActReference
    body: Body
