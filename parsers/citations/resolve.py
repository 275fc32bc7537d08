"""What short names, bare numbers and "the said order" mean inside one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from biliktilik.parsers.citations.clean import nominative
from biliktilik.parsers.citations.find import Mention
from biliktilik.parsers.grammar import Grammar
from biliktilik.parsers.identity import fold_number, fold_title
from biliktilik.parsers.model import ActReference

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True)
class _Known:
    act: ActReference
    also_numbered: tuple[str, ...]


@dataclass
class Memory(Generic[Place]):
    """The acts that a document has introduced so far."""

    grammar: Grammar
    shorts: dict[str, _Known] = field(default_factory=dict)
    numbered: dict[tuple[str | None, str | None], _Known] = field(default_factory=dict)
    latest: dict[str | None, _Known] = field(default_factory=dict)

    def resolve(self, mentions: Iterable[tuple[Place, Mention]]) -> Iterator[tuple[Place, Mention]]:
        """The mentions in order of the text, each with all that its document says of its act.

        A capital noun that is no short name ("the Code" in a text that introduces none) is no mention.
        """
        for place, mention in mentions:
            known = self._earlier(mention)
            if known is not None:
                whole = replace(mention, act=known.act, also_numbered=known.also_numbered)
            elif mention.back is not None and not mention.said:
                continue
            else:
                whole = mention
            self._remember(whole)
            yield place, whole

    def _earlier(self, mention: Mention) -> _Known | None:
        act = mention.act
        if mention.back is not None:
            if mention.said:
                return self.latest.get(act.kind)
            return self.shorts.get(self._key(mention.back))
        if act.number and act.adopted_on is None:
            return self.numbered.get((act.kind, fold_number(act.number)))
        if act.title and not act.number and not act.adopted_on:
            return self.shorts.get(self._key(act.title))
        return None

    def _remember(self, mention: Mention) -> None:
        known = _Known(mention.act, mention.also_numbered)
        if mention.short:
            self.shorts[self._key(mention.short)] = known
        if mention.act.number and mention.act.adopted_on:
            self.numbered.setdefault((mention.act.kind, fold_number(mention.act.number)), known)
            self.latest[mention.act.kind] = known

    def _key(self, name: str) -> str:
        return fold_title(nominative(self.grammar, name)) or ""
