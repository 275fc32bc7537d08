"""All blocks of all acts in two languages → groups of items that say the same, and findings on what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from biliktilik.parsers.model import Item, Severity, SourceText
from biliktilik.pipeline.alignment.blocks import Block, pair_blocks
from biliktilik.pipeline.alignment.lexicon import Lexicon, load_lexicon
from biliktilik.pipeline.alignment.numbers import Difference, differences
from biliktilik.pipeline.alignment.pairing import Group, pair_items
from biliktilik.pipeline.alignment.service import service_differences
from biliktilik.pipeline.corpus import Alignment, CorpusFinding, LinkedCitation, Source, Wording

# With a fifth of the items of order 31-ө-м taken away at random, two of three wrong groups scored less, and one in a
# thousand of the right ones; of the whole order none does.
UNSURE: Final = 0.45
# The score is shown with three digits; more would be noise.
DIGITS: Final = 3
NEWLINE: Final = "\n"


@dataclass(frozen=True, slots=True)
class Aligned:
    """What comparing the languages gave."""

    alignments: tuple[Alignment, ...]
    findings: tuple[CorpusFinding, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """One group of one block, with its items."""

    kk: Block
    ru: Block
    kk_items: tuple[Item, ...]
    ru_items: tuple[Item, ...]
    score: float | None
    differences: tuple[Difference, ...]

    @property
    def agreement(self) -> str:
        if self.score is None:
            return "one_side_only"
        if any(found.exact for found in self.differences):
            return "numbers_differ"
        return "unsure" if self.score < UNSURE or self.differences or self.acts_differ else "agree"

    @property
    def acts_differ(self) -> bool:
        """Whether the two sides cite different acts; ``cited_acts_differ`` tells of it, position by position."""
        sides = ((self.kk, self.kk_items), (self.ru, self.ru_items))
        kk, ru = ({uri for item in items for uri in block.cited_by(item)} for block, items in sides)
        return kk != ru


def align_languages(
    wordings: Sequence[Wording], citations: Sequence[LinkedCitation], sources: Sequence[Source]
) -> Aligned:
    """Align every block that is at hand in Kazakh and in Russian. The outcome does not depend on any order of input."""
    lexicon = load_lexicon()
    texts = {source.file.source_file: source.text for source in sources if source.text}
    pairs = [pair for kk, ru in pair_blocks(wordings, citations) for pair in _pairs(lexicon, kk, ru)]
    findings = [finding for pair in pairs for finding in _findings(pair, texts)]
    return Aligned(tuple(_alignment(pair) for pair in pairs), tuple(findings))


def _pairs(lexicon: Lexicon, kk: Block, ru: Block) -> Iterator[_Pair]:
    for group in pair_items(lexicon, kk, ru):
        yield _pair(lexicon, kk, ru, group)


def _pair(lexicon: Lexicon, kk: Block, ru: Block, group: Group) -> _Pair:
    kk_items, ru_items = tuple(kk.items[i] for i in group.kk), tuple(ru.items[i] for i in group.ru)
    score = None if group.score is None else round(group.score, DIGITS)
    if score is None or score < UNSURE:
        return _Pair(kk, ru, kk_items, ru_items, score, ())
    found = (*differences(kk_items, ru_items), *service_differences(lexicon, kk_items, ru_items))
    return _Pair(kk, ru, kk_items, ru_items, score, found)


def _alignment(pair: _Pair) -> Alignment:
    return Alignment(
        act_uri=pair.kk.act_uri,
        eid=pair.kk.eid,
        item_kind=pair.kk.kind.value,
        kk_ordinals=_ordinals(pair.kk_items),
        ru_ordinals=_ordinals(pair.ru_items),
        score=pair.score,
        agreement=pair.agreement,
    )


def _ordinals(items: Sequence[Item]) -> tuple[int, ...]:
    return tuple(item.ordinal for item in items)


def _findings(pair: _Pair, texts: Mapping[str, SourceText]) -> Iterator[CorpusFinding]:
    if pair.agreement == "one_side_only":
        language, other = ("kk", "ru") if pair.kk_items else ("ru", "kk")
        message = f"{_name(pair)} stands in {language} only: {other} has nothing that says the same"
        yield _finding(pair, "one_side_only", Severity.INFO, message)
    elif pair.score is not None and pair.score < UNSURE:
        message = (
            f"{_name(pair)}: not sure that both languages say the same (score {pair.score}; {_place(pair, texts)})"
        )
        yield _finding(pair, "alignment_unsure", Severity.INFO, message)
    for found in pair.differences:
        readings = f"kk {found.kk}, ru {found.ru} ({_place(pair, texts)})"
        message = f"{_name(pair)}: the languages differ on {found.about}: {readings}"
        yield _finding(pair, "languages_disagree", Severity.WARNING, message)


def _name(pair: _Pair) -> str:
    """The items as a reader finds them: ``item 5 of …__requirements``, with both numbers where they differ."""
    numbers = [",".join(map(str, _ordinals(items))) for items in (pair.kk_items, pair.ru_items) if items]
    shown = numbers[0] if len(set(numbers)) == 1 else f"{numbers[0]} (ru {numbers[1]})"
    return f"item {shown} of {pair.kk.eid}"


def _place(pair: _Pair, texts: Mapping[str, SourceText]) -> str:
    """Where the Russian side stands: a finding has one place, and that is the Kazakh one."""
    source = texts.get(pair.ru.source_file)
    if source is None:
        return "in the ru text"
    return f"line {source.text.count(NEWLINE, 0, pair.ru_items[0].span.start) + 1} of the ru text"


def _finding(pair: _Pair, code: str, severity: Severity, message: str) -> CorpusFinding:
    block, items = (pair.kk, pair.kk_items) if pair.kk_items else (pair.ru, pair.ru_items)
    return CorpusFinding(code, severity, message, block.act_uri, block.source_file, items[0].span)
