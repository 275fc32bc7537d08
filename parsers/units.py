"""Units of an act while they are being gathered, and the eIds that name them.

An eId is language-neutral (CONTRACT, section 1): points number through an annex and take no chapter; sections, chapters
and paragrafs hang under each other; blocks and items hang under the point or position that holds them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from biliktilik.parsers.model import BlockKind, Provision, ProvisionKind, Span

_PREFIX: Final = {
    ProvisionKind.SECTION: "sec",
    ProvisionKind.CHAPTER: "chp",
    ProvisionKind.PARAGRAF: "prg",
    ProvisionKind.ARTICLE: "art",
    ProvisionKind.HEADING: "hdg",
    ProvisionKind.POSITION: "pos",
    ProvisionKind.POINT: "point",
    ProvisionKind.CARD: "point",
    ProvisionKind.SUBPOINT: "sub",
}
# Kinds that are numbered through an act or annex; the points of a law start again in each article.
_THROUGH: Final = frozenset({ProvisionKind.POINT, ProvisionKind.CARD, ProvisionKind.ARTICLE})


@dataclass
class Unit:
    """One unit under construction; ``texts`` are the stretches of its own text, ``body`` the paragraphs of a block."""

    kind: ProvisionKind
    eid: str
    parent: Unit | None
    rule: str
    span: Span
    number: str | None = None
    label: str | None = None
    heading: str | None = None
    block: BlockKind | None = None
    texts: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    ordinal: int = 0

    @property
    def whole(self) -> Span:
        """Its place, all pieces of its text included."""
        return Span(self.span.start, max([self.span.end, *(span.end for span in self.texts)]))

    def nearest(self, *kinds: ProvisionKind) -> Unit | None:
        """The unit itself or its nearest ancestor of one of ``kinds``."""
        unit: Unit | None = self
        while unit is not None and unit.kind not in kinds:
            unit = unit.parent
        return unit


class Register:
    """Hands out eIds; the same eId is never given twice."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._taken: set[str] = set()
        self._children: dict[str | None, int] = {}
        self._again: dict[str, int] = {}  # the last counter given behind a name that is taken

    def eid(self, kind: ProvisionKind, number: str, parent: Unit | None) -> str:
        """EId of a numbered unit. A number met again is qualified by its heading, then by a counter."""
        name = f"{_PREFIX[kind]}_{number}"
        article = parent.nearest(ProvisionKind.ARTICLE) if parent is not None else None
        through = kind in _THROUGH and article is None
        base = self._prefix if through or parent is None else f"{parent.eid}__"
        candidates = [f"{base}{name}"]
        if through and parent is not None:
            candidates.append(f"{parent.eid}__{name}")
        return self.claim(candidates)

    def claim(self, candidates: list[str]) -> str:
        """The first free one of ``candidates``, else the last with the next free ``~n``."""
        for candidate in candidates:
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        again = self._again.get(candidates[-1], 1) + 1
        while f"{candidates[-1]}~{again}" in self._taken:
            again += 1
        self._again[candidates[-1]] = again
        self._taken.add(f"{candidates[-1]}~{again}")
        return f"{candidates[-1]}~{again}"

    def coming(self, parent: Unit | None) -> int:
        """What :meth:`ordinal` will answer next."""
        return self._children.get(parent.eid if parent else None, 0) + 1

    def ordinal(self, parent: Unit | None) -> int:
        """The next place among the children of ``parent``, from 1."""
        key = parent.eid if parent else None
        self._children[key] = self.coming(parent)
        return self._children[key]


def freeze(unit: Unit, text: str | None) -> Provision:
    """The finished value of a unit."""
    return Provision(
        eid=unit.eid,
        parent_eid=unit.parent.eid if unit.parent else None,
        kind=unit.kind,
        label=unit.label,
        heading=unit.heading,
        text=text,
        ordinal=unit.ordinal,
        span=unit.whole,
        rule=unit.rule,
    )
